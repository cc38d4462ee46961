//! Long runs: the finished page plays in a loop, and a reader does thousands of things drawn by lot, in each engine.
//!
//! They take hours, so they are no part of the tests, which hold a short one. Unlike the benchmark they judge: what the
//! page holds on to has bounds.

use std::str::FromStr;

use anyhow::{Result, bail, ensure};
use pico_args::Arguments;

use crate::{
    browsers,
    count::Count,
    project::{Project, finished},
    tools,
};

/// What is to be endured.
#[derive(Debug, PartialEq)]
pub struct Wish {
    /// How long the story plays in a loop.
    minutes: Count<1>,
    /// How many things the reader does.
    operations: Count<1>,
    /// In which engine; in each, one after the other, if none is named.
    engine: Option<Engine>,
}

impl Wish {
    /// Reads the options; others are left for the caller to refuse.
    pub fn read(arguments: &mut Arguments) -> Result<Wish> {
        Ok(Wish {
            minutes: arguments
                .opt_value_from_str("--minutes")?
                .unwrap_or(Count(60)),
            operations: arguments
                .opt_value_from_str("--operations")?
                .unwrap_or(Count(10_000)),
            engine: arguments.opt_value_from_str("--engine")?,
        })
    }
}

/// An engine, by the name that the page tests have for it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Engine(&'static str);

const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self> {
        match ENGINES.into_iter().find(|name| *name == word) {
            Some(name) => Ok(Engine(name)),
            None => bail!("expected one of {}, but found `{word}`", ENGINES.join(", ")),
        }
    }
}

/// Runs, prints a table, and fails when a bound is broken.
pub fn run(project: &Project, wish: &Wish) -> Result<()> {
    let met = [tools::setup_node(project), browsers::setup(project)];
    let missing: Vec<String> = met
        .into_iter()
        .filter_map(Result::err)
        .map(|error| format!("{error:#}"))
        .collect();
    ensure!(missing.is_empty(), missing.join("\n"));
    if !project.dist().join("five-armies.html").is_file() {
        println!("there is no finished page in dist/ yet: building it");
        tools::setup(project)?;
        crate::build(project)?;
    }
    let engines = wish
        .engine
        .map_or(ENGINES.to_vec(), |Engine(name)| vec![name]);
    let mut node = project.command("node");
    node.arg("tests/pages/endure.mjs")
        .arg(wish.minutes.0.to_string())
        .arg(wish.operations.0.to_string())
        .args(engines);
    finished(node)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::count;

    fn read(words: &[&str]) -> Result<Wish, String> {
        count::read_from(words, Wish::read)
    }

    #[test]
    fn an_hour_and_ten_thousand_operations_everywhere_unless_one_says_otherwise() {
        let usual = Wish {
            minutes: Count(60),
            operations: Count(10_000),
            engine: None,
        };
        assert_eq!(read(&[]), Ok(usual));
        let said = read(&["--minutes", "1", "--engine", "webkit", "--operations", "7"]);
        let wish = Wish {
            minutes: Count(1),
            operations: Count(7),
            engine: Some(Engine("webkit")),
        };
        assert_eq!(said, Ok(wish));
    }

    #[test]
    fn what_is_no_count_is_refused_and_the_error_says_what_is() {
        for option in ["--minutes", "--operations"] {
            for word in ["0", "-1", "2.5", "many", ""] {
                let error = read(&[option, word]).err().unwrap_or_default();
                let wanted = format!("expected a whole number from 1 up, but found `{word}`");
                assert!(error.contains(&wanted), "{option} {word:?}: {error}");
            }
        }
    }

    #[test]
    fn an_unknown_engine_is_refused_and_the_error_names_the_known() {
        for word in ["safari", "Chromium", ""] {
            let error = read(&["--engine", word]).err().unwrap_or_default();
            let wanted = format!("expected one of chromium, firefox, webkit, but found `{word}`");
            assert!(error.contains(&wanted), "{error}");
        }
    }
}
