//! Everything that must hold before a change goes in, as steps that all run, whatever fails before them.

use std::{
    ffi::OsStr,
    fs,
    path::PathBuf,
    process::ExitCode,
    str::FromStr,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    browsers,
    project::{Project, finished},
    tools,
};

/// A half of the checks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part {
    /// What needs no browser.
    Native,
    /// The built page in browsers.
    Pages,
}

impl FromStr for Part {
    type Err = anyhow::Error;

    fn from_str(word: &str) -> Result<Part> {
        match word {
            "native" => Ok(Part::Native),
            "pages" => Ok(Part::Pages),
            _ => bail!("there are two parts, `native` and `pages`, but no `{word}`"),
        }
    }
}

struct Step<'a> {
    name: &'static str,
    part: Part,
    run: Box<dyn Fn() -> Result<()> + 'a>,
}

struct Outcome {
    name: &'static str,
    passed: bool,
    took: Duration,
}

/// Runs the steps, of one part or of both, and prints what came of them; the last line is the count.
pub fn run(project: &Project, only: Option<Part>) -> ExitCode {
    let mut outcomes = Vec::new();
    for step in steps(project)
        .into_iter()
        .filter(|step| only.is_none_or(|part| part == step.part))
    {
        println!("\n== {}", step.name);
        let start = Instant::now();
        let result = (step.run)();
        if let Err(error) = &result {
            println!("{error:#}");
        }
        outcomes.push(Outcome {
            name: step.name,
            passed: result.is_ok(),
            took: start.elapsed(),
        });
    }
    println!("\n{}", summary(&outcomes));
    if outcomes.iter().all(|outcome| outcome.passed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn steps(project: &Project) -> Vec<Step<'_>> {
    let native = |name, run| Step {
        name,
        part: Part::Native,
        run,
    };
    let pages = |name, run| Step {
        name,
        part: Part::Pages,
        run,
    };
    let cargo = |line: &'static str| -> Box<dyn Fn() -> Result<()> + '_> {
        Box::new(move || {
            let mut cargo = project.command("cargo");
            cargo.args(line.split(' '));
            finished(cargo)
        })
    };
    vec![
        native(
            "tools for the checks outside a browser",
            Box::new(|| tools::setup_native(project)),
        ),
        native("formatting", cargo("fmt --all --check")),
        native(
            "clippy: the core",
            cargo("clippy --no-default-features --all-targets -- -D warnings"),
        ),
        native(
            "clippy: the page on the host",
            cargo("clippy --no-default-features --features ssr --all-targets -- -D warnings"),
        ),
        native(
            "clippy: the page in the browser",
            cargo("clippy --target wasm32-unknown-unknown -- -D warnings"),
        ),
        native(
            "clippy: xtask",
            cargo("clippy --package xtask --all-targets -- -D warnings"),
        ),
        native("tests: the core", cargo("test --no-default-features")),
        native(
            "tests: the page on the host",
            cargo("test --no-default-features --features ssr"),
        ),
        native("tests: xtask", cargo("test --package xtask")),
        pages("tools for the build", Box::new(|| tools::setup(project))),
        pages("browsers", Box::new(|| browsers::setup(project))),
        pages("build", Box::new(|| build_anew(project))),
        pages(
            "tests: the built page in three engines",
            Box::new(|| test_pages(project)),
        ),
    ]
}

/// Should the build fail, no page of an earlier one must pass the tests in its place.
fn build_anew(project: &Project) -> Result<()> {
    if project.dist().exists() {
        fs::remove_dir_all(project.dist()).context("cannot remove dist/")?;
    }
    crate::build(project)
}

fn test_pages(project: &Project) -> Result<()> {
    let dist = project.dist();
    ensure!(
        dist.join("index.html").is_file(),
        "there is no built page in dist/"
    );
    let mut node = project.command("node");
    node.arg("--test")
        .args(page_tests(project)?)
        .env("FIVE_ARMIES_DIST", dist);
    finished(node)
}

/// Listed by us: Node.js 20 does not understand patterns.
fn page_tests(project: &Project) -> Result<Vec<PathBuf>> {
    let folder = project.root().join("tests/pages");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).context("cannot list tests/pages")? {
        files.push(entry?.path());
    }
    files.retain(|file| {
        file.file_name()
            .and_then(OsStr::to_str)
            .is_some_and(|name| name.ends_with(".test.mjs"))
    });
    files.sort();
    ensure!(!files.is_empty(), "tests/pages holds no *.test.mjs");
    Ok(files)
}

fn summary(outcomes: &[Outcome]) -> String {
    let width = outcomes
        .iter()
        .map(|outcome| outcome.name.len())
        .max()
        .unwrap_or_default();
    let mut lines: Vec<String> = outcomes
        .iter()
        .map(|Outcome { name, passed, took }| {
            let word = if *passed { "passed" } else { "FAILED" };
            format!("{word}  {name:width$}  {:>6.1} s", took.as_secs_f64())
        })
        .collect();
    let passed = outcomes.iter().filter(|outcome| outcome.passed).count();
    lines.push(format!(
        "{passed} passed, {} failed",
        outcomes.len() - passed
    ));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_the_steps() {
        let step = |name, passed| Outcome {
            name,
            passed,
            took: Duration::from_millis(1500),
        };
        let text = summary(&[step("formatting", true), step("build", false)]);
        assert_eq!(
            text,
            "passed  formatting     1.5 s\nFAILED  build          1.5 s\n1 passed, 1 failed"
        );
        assert_eq!(summary(&[]), "0 passed, 0 failed");
    }

    #[test]
    fn an_unknown_part_is_named() {
        let error = "pgaes".parse::<Part>().map_err(|error| error.to_string());
        assert_eq!(
            error,
            Err("there are two parts, `native` and `pages`, but no `pgaes`".to_owned())
        );
    }
}
