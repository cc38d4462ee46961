//! The hook that Trunk calls when it has built: makes a page of `index.html` for each language, and in a release makes
//! of Trunk's output what is handed to the world.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    head,
    prerendered::Pages,
    project::{Project, finished, read_text},
    release,
    site::Site,
    workshop::Workshop,
};

/// Runs the hook, with what Trunk says in its environment.
pub fn run(project: &Project) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging =
        staging.context("`finish` is called by Trunk; to build, run `cargo xtask build`")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");

    let pages = prerender(project, &staging.join(".prerendered"), is_release)?;
    if is_release {
        return release::make(&Workshop::new(project, &staging), &pages);
    }
    // Nothing here can be installed or kept: a page that is being worked on is always the newest.
    let others = head::alternates(&Site::of(project)?);
    // Trunk's script that reloads the page is in the template by now, and so comes into every page.
    let template = read_text(&staging.join("index.html"))?;
    for parts in pages.for_readers() {
        let file = parts.page.file;
        fs::write(staging.join(file), parts.put_into(&template, &others)?)
            .with_context(|| format!("cannot write {file}"))?;
    }
    Ok(())
}

fn prerender(project: &Project, folder: &Path, is_release: bool) -> Result<Pages> {
    let mut cargo = project.command("cargo");
    cargo.args([
        "run",
        "--quiet",
        "--locked",
        "--no-default-features",
        "--features",
        "ssr",
        "--bin",
        "prerender",
    ]);
    if is_release {
        // Without debug assertions, as in the browser, but without its slow care for size: it runs once.
        cargo.args(["--release", "--config", "profile.release.lto=\"off\""]);
        cargo.args([
            "--config",
            "profile.release.opt-level=0",
            "--config",
            "profile.release.codegen-units=16",
        ]);
    }
    cargo.arg("--").arg(folder);
    finished(cargo)?;

    Pages::take(folder)
}
