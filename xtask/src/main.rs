//! The commands of the house: `cargo xtask serve | setup | build | size | bench | endure | fuzz | advisories | finish |
//! test`.

mod bench;
mod bill;
mod browsers;
mod check;
mod count;
mod endure;
mod finish;
mod fuzz;
mod hash;
mod head;
mod html;
mod installable;
mod languages;
mod linked;
mod lists_page;
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
mod short_names;
mod site;
mod site_files;
mod size;
mod statement_page;
mod supply;
mod third_party;
mod tools;
mod twice;
mod weights;
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
  bench [--rounds N] [--minutes N] [--stress 100|1000]
                               measure the page in Chromium beside a D3 and a Leaflet page, or with so many routes
  fuzz [--minutes N]           make up addresses, messages, content, maps for an hour; what goes wrong is kept
  endure [--minutes N] [--operations N] [--engine chromium|firefox|webkit]
                               play the page in a loop for so long and do so many things on it, and see that it holds on
                               to no more than before
  test [--only native|pages]   install what is missing and run every check; the last line is the count
  advisories                   ask the RustSec database, fetched for it, whether a library has a known flaw
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
        Some("bench") => {
            let wish = bench::Wish::read(&mut arguments)?;
            nothing_left(arguments)?;
            bench::run(&project, &wish)?;
        }
        Some("fuzz") => {
            let wish = fuzz::Wish::read(&mut arguments)?;
            nothing_left(arguments)?;
            fuzz::run(&project, &wish)?;
        }
        Some("endure") => {
            let wish = endure::Wish::read(&mut arguments)?;
            nothing_left(arguments)?;
            endure::run(&project, &wish)?;
        }
        Some("advisories") => {
            nothing_left(arguments)?;
            supply::advisories(&project)?;
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
    project::finished(project.release())?;
    print!("{}", size::table(&project.dist())?);
    Ok(())
}
