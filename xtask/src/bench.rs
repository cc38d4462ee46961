//! The benchmark: the finished page beside what one would build instead, measured in headless Chromium.
//!
//! It measures and judges nothing, so it is no part of the tests: a shared machine's numbers vary, and a check that
//! fails by chance is soon ignored.

use std::{fs, path::PathBuf, str::FromStr};

use anyhow::{Context, Result, bail, ensure};
use pico_args::Arguments;

use crate::{
    browsers,
    count::Count,
    project::{CONTENT, Project, finished},
    tools,
};

/// What is to be measured.
#[derive(Debug, PartialEq)]
pub struct Wish {
    /// How often each page takes its turn.
    rounds: Count<1>,
    /// How long the page plays before its memory is compared, in minutes of normal speed.
    minutes: Count<2>,
    /// A made-up story of so many routes instead.
    stress: Option<Stress>,
}

impl Wish {
    /// Reads the options; others are left for the caller to refuse.
    pub fn read(arguments: &mut Arguments) -> Result<Wish> {
        Ok(Wish {
            rounds: arguments
                .opt_value_from_str("--rounds")?
                .unwrap_or(Count(5)),
            minutes: arguments
                .opt_value_from_str("--minutes")?
                .unwrap_or(Count(10)),
            stress: arguments.opt_value_from_str("--stress")?,
        })
    }
}

/// How many routes a made-up story has.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stress(u32);

impl FromStr for Stress {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Self> {
        match word {
            "100" => Ok(Stress(100)),
            "1000" => Ok(Stress(1000)),
            _ => bail!("a made-up story has 100 or 1000 routes; `{word}` is neither"),
        }
    }
}

/// Measures, prints a table and leaves everything in `target/bench/`, as JSON.
pub fn run(project: &Project, wish: &Wish) -> Result<()> {
    let met = [
        tools::setup_node(project),
        browsers::ask_for_chromium(project),
    ];
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
    if let Some(stress) = wish.stress {
        return run_stress(project, stress);
    }
    let mut node = project.command("node");
    node.arg("tests/bench/run.mjs")
        .arg(wish.rounds.0.to_string())
        .arg(wish.minutes.0.to_string());
    finished(node)
}

/// Builds the page of a made-up story in a folder of its own, and measures how the work of a frame grows.
fn run_stress(project: &Project, Stress(count): Stress) -> Result<()> {
    let folder = PathBuf::from(format!("target/bench/stress-{count}"));
    let (content, dist) = (folder.join("content"), folder.join("dist"));
    // Trunk makes no folders above the one it fills.
    fs::create_dir_all(project.root().join(&folder))
        .with_context(|| format!("cannot make {}", folder.display()))?;

    let mut node = project.command("node");
    node.arg("tests/bench/stress.mjs")
        .arg(count.to_string())
        .arg(&content);
    finished(node)?;

    tools::setup(project)?;
    let mut trunk = project.trunk_for_release();
    trunk
        .args(["build", "--release", "--locked", "--dist"])
        .arg(&dist)
        .env(CONTENT, &content);
    finished(trunk)?;

    let mut node = project.command("node");
    node.arg("tests/bench/grow.mjs")
        .arg(count.to_string())
        .arg(&dist);
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
    fn five_rounds_and_ten_minutes_unless_one_says_otherwise() {
        let (rounds, minutes) = (Count(5), Count(10));
        let stress = None;
        assert_eq!(
            read(&[]),
            Ok(Wish {
                rounds,
                minutes,
                stress
            })
        );
        let said = read(&["--rounds", "2", "--minutes", "3", "--stress", "1000"]);
        let (rounds, minutes, stress) = (Count(2), Count(3), Some(Stress(1000)));
        assert_eq!(
            said,
            Ok(Wish {
                rounds,
                minutes,
                stress
            })
        );
    }

    #[test]
    fn a_made_up_story_has_one_of_two_sizes() {
        for word in ["0", "many", "10", "1e3", "-100", ""] {
            let error = read(&["--stress", word]).err().unwrap_or_default();
            let wanted = format!("100 or 1000 routes; `{word}` is neither");
            assert!(error.contains(&wanted), "{error}");
        }
    }

    #[test]
    fn what_is_no_count_is_refused_and_the_error_says_what_is() {
        for word in ["0", "-1", "2.5", "many", ""] {
            let error = read(&["--rounds", word]).err().unwrap_or_default();
            assert!(
                error.contains("expected a whole number from 1 up"),
                "{word:?}: {error}"
            );
        }
        // After one minute there must be another to compare it with.
        let error = read(&["--minutes", "1"]).err().unwrap_or_default();
        assert!(
            error.contains("expected a whole number from 2 up"),
            "{error}"
        );
    }
}
