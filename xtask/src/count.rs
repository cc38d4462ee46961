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
