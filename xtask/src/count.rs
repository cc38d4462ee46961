//! Whole numbers as options.

use std::str::FromStr;

use anyhow::{Result, bail};

/// A whole number, not below `LEAST`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count<const LEAST: u32>(pub u32);

impl<const LEAST: u32> FromStr for Count<LEAST> {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self> {
        match word.parse() {
            Ok(number) if number >= LEAST => Ok(Count(number)),
            _ => bail!("expected a whole number from {LEAST} up, but found `{word}`"),
        }
    }
}

/// What a command makes of these words, or what it says of them: for the tests of commands that count.
#[cfg(test)]
pub fn read_from<W>(
    words: &[&str],
    read: fn(&mut pico_args::Arguments) -> Result<W>,
) -> Result<W, String> {
    let words = words.iter().map(Into::into).collect();
    read(&mut pico_args::Arguments::from_vec(words)).map_err(|error| error.to_string())
}
