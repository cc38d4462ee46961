//! The commands of the house: `cargo xtask serve | setup | build | size | finish | test`.

mod browsers;
mod check;
mod finish;
mod hash;
mod head;
mod html;
mod installable;
mod languages;
mod moment_page;
mod need;
mod oembed;
mod one_file;
mod packed;
mod pictures;
mod policy;
mod prerendered;
mod project;
mod release;
mod self_contained;
mod service_worker;
mod sharing;
mod site;
mod site_files;
mod size;
mod tools;
mod workshop;

use std::{ffi::OsString, process::ExitCode};

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::{check::Part, project::Project};

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [TRUNK OPTIONS]        install what is missing, then serve the page; it reloads on save
  setup [--browsers]           only install what is missing, with --browsers also what the page tests need
  build                        make dist/ for any static host and dist/five-armies.html, one file; print the sizes
  size                         print the sizes of dist/, raw and as brotli
  test [--only native|pages]   install what is missing and run every check; the last line is the count
  finish                       the hook that Trunk calls when it has built (see Trunk.toml)";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = Arguments::from_env();
    let project = Project::here()?;
    let command = arguments.subcommand()?;
    match command.as_deref() {
        Some("serve") => {
            let for_trunk = arguments.finish();
            tools::setup(&project)?;
            serve(&project, for_trunk)?;
        }
        Some("setup") => {
            let with_browsers = arguments.contains("--browsers");
            nothing_left(arguments)?;
            tools::setup(&project)?;
            if with_browsers {
                browsers::setup(&project)?;
            }
        }
        Some("build") => {
            nothing_left(arguments)?;
            tools::setup(&project)?;
            build(&project)?;
        }
        Some("size") => {
            nothing_left(arguments)?;
            print!("{}", size::table(&project.dist())?);
        }
        Some("finish") => {
            nothing_left(arguments)?;
            finish::run(&project)?;
        }
        Some("test") => {
            let only: Option<Part> = arguments.opt_value_from_str("--only")?;
            nothing_left(arguments)?;
            return Ok(check::run(&project, only));
        }
        Some("help") => println!("{USAGE}"),
        None if arguments.contains(["-h", "--help"]) => println!("{USAGE}"),
        _ => bail!("{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn nothing_left(arguments: Arguments) -> Result<()> {
    match arguments.finish().as_slice() {
        [] => Ok(()),
        [first, ..] => bail!("did not understand {}\n\n{USAGE}", first.to_string_lossy()),
    }
}

fn serve(project: &Project, options: Vec<OsString>) -> Result<()> {
    // With options Trunk's own lines say where it serves; they may name another port.
    if options.is_empty() {
        println!(
            "building, then serving on http://127.0.0.1:8080/; save a file and the page reloads; Ctrl-C ends it"
        );
    }
    let mut trunk = project.trunk();
    // Not in dist/: what lies there stays the last release.
    trunk
        .args(["serve", "--dist", "target/serve"])
        .args(options);
    project::finished(trunk)
}

/// Makes `dist/` and says how large it came out.
fn build(project: &Project) -> Result<()> {
    let mut trunk = project.trunk_for_release();
    trunk.args(["build", "--release"]);
    project::finished(trunk)?;
    print!("{}", size::table(&project.dist())?);
    Ok(())
}
