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
    browsers, fuzz,
    project::{Project, finished},
    supply, tools, twice, weights,
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
    /// The command by which it runs without the others, if there is one.
    alone: Option<String>,
}

struct Outcome {
    name: &'static str,
    passed: bool,
    took: Duration,
    alone: Option<String>,
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
            alone: step.alone,
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
        alone: None,
    };
    let pages = |name, run| Step {
        name,
        part: Part::Pages,
        run,
        alone: None,
    };
    let cargo = |name, line: &'static str| Step {
        name,
        part: Part::Native,
        run: Box::new(move || {
            let mut cargo = project.command("cargo");
            cargo
                .args(line.split(' '))
                .env("RUSTDOCFLAGS", "-D warnings");
            finished(cargo)
        }),
        alone: Some(format!("cargo {line}")),
    };
    vec![
        native(
            "tools for the checks outside a browser",
            Box::new(|| tools::setup_native(project)),
        ),
        cargo("formatting", "fmt --all --check"),
        cargo(
            "clippy: the core",
            "clippy --locked --no-default-features --all-targets -- -D warnings",
        ),
        cargo(
            "clippy: the page on the host",
            "clippy --locked --no-default-features --features ssr --all-targets -- -D warnings",
        ),
        cargo(
            "clippy: the page in the browser",
            "clippy --locked --target wasm32-unknown-unknown -- -D warnings",
        ),
        cargo(
            "clippy: xtask",
            "clippy --locked --package xtask --all-targets -- -D warnings",
        ),
        cargo("tests: the core", "test --locked --no-default-features"),
        cargo(
            "tests: the page on the host",
            // The others are the same with and without it.
            "test --locked --no-default-features --features ssr --lib --bins --test markup --test colours",
        ),
        cargo("tests: xtask", "test --locked --package xtask"),
        native("supply chain", Box::new(|| supply::check(project))),
        Step {
            alone: Some("cargo xtask fuzz --minutes 1".to_owned()),
            ..native("fuzzing, briefly", Box::new(|| fuzz::briefly(project)))
        },
        cargo(
            "rustdoc: the page on the host, xtask",
            "doc --locked --workspace --no-deps --document-private-items --no-default-features --features five-armies/ssr",
        ),
        cargo(
            "rustdoc: the page in the browser",
            "doc --locked --lib --no-deps --document-private-items --target wasm32-unknown-unknown",
        ),
        pages("tools for the build", Box::new(|| tools::setup(project))),
        pages(
            "tests: the benchmark's arithmetic",
            Box::new(|| test_bench(project)),
        ),
        pages("browsers", Box::new(|| browsers::setup(project))),
        pages("build", Box::new(|| build_anew(project))),
        pages("weights", Box::new(|| weights::check(&project.dist()))),
        pages("the same build twice", Box::new(|| twice::check(project))),
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
    // Engines wait more than they work, so two of them take turns well even on two processors.
    node.args(["--test", "--test-concurrency=2"])
        .args(node_tests(project, "tests/pages")?)
        .env("FIVE_ARMIES_DIST", dist);
    finished(node)
}

/// Measures nothing: whether the peers' story can still be made from the content, and whether the table reckons right.
fn test_bench(project: &Project) -> Result<()> {
    let mut node = project.command("node");
    node.arg("--test").args(node_tests(project, "tests/bench")?);
    finished(node)
}

/// Listed by us: Node.js 20 does not understand patterns.
fn node_tests(project: &Project, folder: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(project.root().join(folder));
    for entry in entries.with_context(|| format!("cannot list {folder}"))? {
        files.push(entry?.path());
    }
    files.retain(|file| {
        file.file_name()
            .and_then(OsStr::to_str)
            .is_some_and(|name| name.ends_with(".test.mjs"))
    });
    files.sort();
    ensure!(!files.is_empty(), "{folder} holds no *.test.mjs");
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
        .map(
            |Outcome {
                 name, passed, took, ..
             }| {
                let word = if *passed { "passed" } else { "FAILED" };
                format!("{word}  {name:width$}  {:>6.1} s", took.as_secs_f64())
            },
        )
        .collect();
    lines.extend(
        outcomes
            .iter()
            .filter(|outcome| !outcome.passed)
            .filter_map(|Outcome { name, alone, .. }| {
                Some(format!("{name} alone: {}", alone.as_ref()?))
            }),
    );
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

    fn step(name: &'static str, passed: bool) -> Outcome {
        Outcome {
            name,
            passed,
            took: Duration::from_millis(1500),
            alone: None,
        }
    }

    #[test]
    fn the_last_line_counts_the_steps() {
        let text = summary(&[step("formatting", true), step("build", false)]);
        assert_eq!(
            text,
            "passed  formatting     1.5 s\nFAILED  build          1.5 s\n1 passed, 1 failed"
        );
        assert_eq!(summary(&[]), "0 passed, 0 failed");
    }

    #[test]
    fn what_failed_is_told_with_the_command_that_runs_it_alone() {
        let by = |outcome, line: &str| Outcome {
            alone: Some(line.to_owned()),
            ..outcome
        };
        let text = summary(&[
            by(step("clippy", true), "cargo clippy"),
            by(step("rustdoc", false), "cargo doc"),
        ]);
        let end = text.lines().skip(2).collect::<Vec<_>>();
        assert_eq!(end, ["rustdoc alone: cargo doc", "1 passed, 1 failed"]);
    }

    #[test]
    fn no_step_changes_the_lock_file() -> Result<()> {
        let project = Project::here()?;
        let alone = steps(&project).into_iter().filter_map(|step| step.alone);
        let of_cargo: Vec<String> = alone
            .filter(|line| line.starts_with("cargo ") && !line.starts_with("cargo xtask "))
            .collect();
        assert!(of_cargo.len() > 5, "{of_cargo:?}");
        for line in of_cargo {
            // Formatting looks at no dependency.
            let kept = line.contains(" --locked ") || line.starts_with("cargo fmt ");
            assert!(kept, "{line}");
        }
        Ok(())
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
