//! Fuzzing: libFuzzer makes up inputs, led by the places of the program that they reach, for the targets of
//! `tests/fuzz/`. Briefly in the tests, an hour long by `cargo xtask fuzz`.

use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Output},
};

use anyhow::{Context, Result, ensure};
use pico_args::Arguments;

use crate::{
    browsers::apt_get,
    count::Count,
    need::{Need, Remedy, meet_all},
    project::{Project, finished, shown},
    tools::{Lock, cargo_tool},
};

/// The folder of the targets, their corpora and dictionaries.
const FOLDER: &str = "tests/fuzz";

/// Something from outside that is fuzzed.
struct Target {
    name: &'static str,
    /// Its share of the time, in parts: who is slow or has much to try gets more.
    parts: u32,
    /// Inputs of a brief run; the corpus is counted in. Some seconds each.
    inputs: u32,
}

const TARGETS: [Target; 6] = [
    target("address", 1, 100_000),
    target("host_message", 1, 1_000_000),
    target("storage", 1, 500_000),
    target("markup", 1, 50_000),
    target("geometry", 3, 20_000),
    target("content", 5, 50),
];

const fn target(name: &'static str, parts: u32, inputs: u32) -> Target {
    Target {
        name,
        parts,
        inputs,
    }
}

/// How long to fuzz.
#[derive(Debug, PartialEq)]
pub struct Wish {
    minutes: Count<1>,
}

impl Wish {
    /// Reads the options; others are left for the caller to refuse.
    pub fn read(arguments: &mut Arguments) -> Result<Wish> {
        let minutes = arguments.opt_value_from_str("--minutes")?;
        Ok(Wish {
            minutes: minutes.unwrap_or(Count(60)),
        })
    }

    /// A target's share, in seconds.
    fn seconds(&self, target: &Target) -> u32 {
        let all: u32 = TARGETS.iter().map(|target| target.parts).sum();
        self.minutes.0 * 60 * target.parts / all
    }
}

/// When a run ends, and where it begins.
enum Bounds {
    /// After so many inputs, the same in every run.
    Inputs(u32),
    /// After so many seconds; what was found new in earlier runs is gone on from.
    Seconds(u32),
}

/// Fuzzes for as long as was wished, and prints a line for each target.
pub fn run(project: &Project, wish: &Wish) -> Result<()> {
    all(project, |target| Bounds::Seconds(wish.seconds(target)))
}

/// Fuzzes for some seconds, from the corpora that are kept.
pub fn briefly(project: &Project) -> Result<()> {
    all(project, |target| Bounds::Inputs(target.inputs))
}

/// Runs every target, also after one has found something.
fn all(project: &Project, bounds: impl Fn(&Target) -> Bounds) -> Result<()> {
    meet_all([cargo_fuzz(project), compiler(project)])?;
    finished(fuzz(project, "build", &[]))?;
    let mut found = Vec::new();
    for target in &TARGETS {
        let bounds = bounds(target);
        if let Bounds::Seconds(seconds) = bounds {
            println!("{}: {seconds} seconds", target.name);
        }
        let mut command = fuzz(project, "run", &[target.name]);
        command.args(options(project, target, &bounds)?);
        let line = shown(&command);
        let output = command.output();
        let Output { status, stderr, .. } =
            output.with_context(|| format!("cannot run `{line}`"))?;
        let said = String::from_utf8_lossy(&stderr);
        let told = status.success() || said.contains("Test unit written to");
        ensure!(told, "`{line}` failed ({status})\n{}", said.trim());
        let outcome = Outcome::of(&said);
        println!("{}", outcome.line(target.name, status.success()));
        if !status.success() {
            println!("{}", outcome.complaint);
            found.push(target.name);
        }
    }
    ensure!(
        found.is_empty(),
        "fuzzing has found something in {}; to see it again: cargo fuzz run --fuzz-dir {FOLDER} --sanitizer none TARGET FILE, \
         with a file of {FOLDER}/artifacts/TARGET/",
        found.join(", ")
    );
    Ok(())
}

/// A `cargo fuzz` that needs no nightly tool chain. Its sanitizers would; they look for what only unsafe code can do.
fn fuzz(project: &Project, what: &str, arguments: &[&str]) -> Command {
    let mut command = project.command("cargo");
    command
        .args(["fuzz", what, "--fuzz-dir", FOLDER])
        .args(["--sanitizer", "none", "--strip-dead-code=true"])
        .args(arguments)
        .env("CARGO_TARGET_DIR", own_folder(project));
    command
}

/// Where the targets are built and new inputs lie: none of it is kept.
fn own_folder(project: &Project) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    project
        .root()
        .join(target.unwrap_or_else(|| "target".into()))
        .join("fuzz")
}

/// The folders of inputs, new ones first, and what libFuzzer is to do with them.
fn options(project: &Project, target: &Target, bounds: &Bounds) -> Result<Vec<String>> {
    let (folder, end) = match bounds {
        Bounds::Inputs(count) => ("brief", format!("-runs={count}")),
        Bounds::Seconds(seconds) => ("found", format!("-max_total_time={seconds}")),
    };
    let new = own_folder(project).join(folder).join(target.name);
    let brief = matches!(bounds, Bounds::Inputs(_));
    if brief && new.exists() {
        fs::remove_dir_all(&new).with_context(|| format!("cannot remove {}", new.display()))?;
    }
    fs::create_dir_all(&new).with_context(|| format!("cannot make {}", new.display()))?;
    let mut options = vec![
        new.to_string_lossy().into_owned(),
        format!("{FOLDER}/corpus/{}", target.name),
        "--".to_owned(),
        end,
        // A hang is a find as well.
        "-timeout=60".to_owned(),
        "-print_final_stats=1".to_owned(),
    ];
    if brief {
        options.push("-seed=1".to_owned());
    }
    let words = format!("{FOLDER}/dictionaries/{}.dict", target.name);
    if project.root().join(&words).exists() {
        options.push(format!("-dict={words}"));
    }
    Ok(options)
}

/// What libFuzzer said of a run.
#[derive(Debug, PartialEq)]
struct Outcome {
    inputs: String,
    places: String,
    complaint: String,
}

impl Outcome {
    /// Reads what libFuzzer wrote.
    fn of(said: &str) -> Outcome {
        /// The last word behind another.
        fn last(said: &str, before: &str) -> Option<String> {
            let (_, behind) = said.rsplit_once(before)?;
            Some(behind.split_whitespace().next()?.to_owned())
        }
        let unknown = || "?".to_owned();
        // What panicked, and where the input lies; what comes before is progress.
        let complaint = said.find("\nthread '").or_else(|| said.find("ERROR: "));
        Outcome {
            inputs: last(said, "stat::number_of_executed_units:").unwrap_or_else(unknown),
            places: last(said, " cov: ").unwrap_or_else(unknown),
            complaint: complaint
                .and_then(|at| said.get(at..))
                .unwrap_or(said)
                .trim()
                .to_owned(),
        }
    }

    fn line(&self, target: &str, clean: bool) -> String {
        let Outcome { inputs, places, .. } = self;
        let found = if clean {
            "nothing found"
        } else {
            "FOUND something"
        };
        format!("{target:<12}  {inputs:>12} inputs  {places:>6} places reached  {found}")
    }
}

fn cargo_fuzz(project: &Project) -> Result<Need<'_>> {
    let version = project.pinned("cargo-fuzz")?;
    let why = "builds and runs the fuzz targets";
    cargo_tool(
        project,
        "cargo-fuzz",
        "cargo-fuzz",
        &version,
        &Lock::Own,
        why,
    )
}

/// libFuzzer comes as source.
fn compiler(project: &Project) -> Result<Need<'_>> {
    let mut install = apt_get(project);
    install.args(["install", "--yes", "--no-install-recommends", "g++"]);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(Need {
        name: "a C++ compiler".to_owned(),
        why: "compiles libFuzzer",
        present: Box::new(|| project.find("c++").is_some()),
        remedy: Remedy::Run(install),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::count;

    fn read(words: &[&str]) -> Result<Wish, String> {
        count::read_from(words, Wish::read)
    }

    #[test]
    fn an_hour_is_divided_unless_one_says_otherwise() -> Result<(), String> {
        for (words, minutes) in [(&[][..], 60), (&["--minutes", "12"][..], 12)] {
            let wish = read(words)?;
            let seconds: u32 = TARGETS.iter().map(|target| wish.seconds(target)).sum();
            assert_eq!(seconds, minutes * 60);
        }
        // However short, no target is left out.
        let shortest = read(&["--minutes", "1"])?;
        assert!(TARGETS.iter().all(|target| shortest.seconds(target) > 0));
        Ok(())
    }

    #[test]
    fn what_is_no_time_is_refused_and_the_error_says_what_is() {
        for word in ["0", "-1", "1.5", "long", ""] {
            let error = read(&["--minutes", word]).err().unwrap_or_default();
            let wanted = format!("expected a whole number from 1 up, but found `{word}`");
            assert!(error.contains(&wanted), "{word:?}: {error}");
        }
    }

    #[test]
    fn every_target_that_there_is_is_run_and_has_a_corpus() -> Result<()> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(FOLDER);
        for (inside, ending) in [("targets", ".rs"), ("corpus", "")] {
            let mut there = Vec::new();
            for entry in fs::read_dir(folder.join(inside))? {
                let name = entry?.file_name().to_string_lossy().into_owned();
                there.push(name.trim_end_matches(ending).to_owned());
            }
            there.sort();
            let mut run = TARGETS.map(|target| target.name);
            run.sort_unstable();
            assert_eq!(there, run, "{inside}");
        }
        Ok(())
    }

    #[test]
    fn an_outcome_is_read_from_what_libfuzzer_says() {
        let said = "INFO: Seed: 1\n#2 INITED cov: 9 ft: 9\n#300 DONE   cov: 310 ft: 700 corp: 40/1Kb\n\
                    Done 300 runs\nstat::number_of_executed_units: 300\nstat::peak_rss_mb: 28\n";
        let line = Outcome::of(said).line("address", true);
        assert_eq!(
            line,
            "address                300 inputs     310 places reached  nothing found"
        );

        let said = "#2 NEW cov: 9 ft: 9\n\nthread '<unnamed>' panicked at src/lib.rs:1:\nno\nTest unit written to crash-1\n";
        let outcome = Outcome::of(said);
        assert!(
            outcome.complaint.starts_with("thread '<unnamed>'"),
            "{}",
            outcome.complaint
        );
        assert!(outcome.complaint.ends_with("crash-1"));
        assert!(
            outcome
                .line("address", false)
                .ends_with("? inputs       9 places reached  FOUND something")
        );
    }
}
