//! The build script: reads `src/content/`, checks it, projects it and writes it as Rust.
//!
//! Any mistake in the content stops the build; all of them are reported at once, each with file,
//! line, entry, field and what was expected.
//!
//! `FIVE_ARMIES_CONTENT` names another folder to read in its place: the benchmark builds a made-up story of many routes
//! with it (`cargo xtask bench --stress`).

use std::path::{Path, PathBuf};
use std::process::ExitCode;

mod compile;
#[path = "../curve.rs"]
mod curve;
#[allow(dead_code, reason = "shared with the page, which uses the rest")]
#[path = "../daylight.rs"]
mod daylight;
#[path = "../equal_earth.rs"]
mod equal_earth;
#[allow(dead_code, reason = "shared with the page, which uses the rest")]
#[path = "../language.rs"]
mod language;
#[path = "../markup.rs"]
mod markup;
#[allow(dead_code, reason = "shared with the page, which uses the rest")]
#[path = "../moment.rs"]
mod moment;
#[allow(dead_code, reason = "shared with the page, which uses the rest")]
#[path = "../projection.rs"]
mod projection;

/// Names another content folder; relative to the package.
const CONTENT: &str = "FIVE_ARMIES_CONTENT";

fn main() -> ExitCode {
    let folder =
        std::env::var_os(CONTENT).map_or_else(|| PathBuf::from("src/content"), PathBuf::from);
    println!("cargo::rerun-if-env-changed={CONTENT}");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=src/build");
    for shared in [
        "curve",
        "daylight",
        "equal_earth",
        "language",
        "markup",
        "moment",
        "projection",
    ] {
        println!("cargo::rerun-if-changed=src/{shared}.rs");
    }
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
    let Some(out) = std::env::var_os("OUT_DIR").map(PathBuf::from) else {
        println!("cargo::error=OUT_DIR is not set: this program is run by cargo");
        return ExitCode::FAILURE;
    };
    match build(&root.join(folder), &out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(lines) => {
            for line in lines {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Compiles the content folder into `out`; the lines of an error are ready to print.
fn build(content: &Path, out: &Path) -> Result<(), Vec<String>> {
    let files = compile::Files::read(content).map_err(|e| vec![e])?;
    let outputs = compile::compile(&files)
        .map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    for (name, text) in outputs {
        let path = out.join(name);
        std::fs::write(&path, text)
            .map_err(|e| vec![format!("cannot write {}: {e}", path.display())])?;
    }
    Ok(())
}
