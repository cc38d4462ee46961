//! The tools that build and check the page.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{
    need::{Need, Remedy, meet_all},
    project::{Project, printed},
};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Everything that serving and building need.
pub fn setup(project: &Project) -> Result<()> {
    meet_all([
        wasm_target(project),
        cargo_tool(
            project,
            "trunk",
            "trunk",
            &project.pinned("trunk")?,
            &Lock::Own,
            "builds and serves the page",
        ),
        cargo_tool(
            project,
            "wasm-bindgen-cli",
            "wasm-bindgen",
            &project.wasm_bindgen_version()?,
            &Lock::Fresh,
            "joins the program to the browser and must match Cargo.lock",
        ),
        node(project),
        npm_packages(project),
    ])
}

/// What scripts outside a browser need.
pub fn setup_node(project: &Project) -> Result<()> {
    meet_all([node(project), npm_packages(project)])
}

/// What formatting, linting and the tests outside a browser need.
pub fn setup_native(project: &Project) -> Result<()> {
    meet_all([
        wasm_target(project),
        component(project, "fmt", "rustfmt"),
        component(project, "clippy", "clippy"),
    ])
}

/// Whether a crate's own lock file is to be followed when it is installed.
pub enum Lock {
    /// Yes: the versions its authors tested.
    Own,
    /// No: that of wasm-bindgen-cli names a crate version that can no longer be had.
    Fresh,
}

/// A program from crates.io, of exactly this version.
pub fn cargo_tool<'a>(
    project: &'a Project,
    package: &'static str,
    program: &'static str,
    version: &str,
    lock: &Lock,
    why: &'static str,
) -> Result<Need<'a>> {
    let mut install = project.command("cargo");
    install.args(["install", package, "--version", version]);
    if let Lock::Own = lock {
        install.arg("--locked");
    }
    // Another version of it is somebody else's: ours goes beside it, not in its place.
    if project.find(program).is_some() {
        install.arg("--root").arg(project.own_tools());
    }
    let wanted = format!("{program} {version}");
    Ok(Need {
        name: format!("{package} {version}"),
        why,
        present: Box::new(move || {
            let line = project.version_line(program, &[]).unwrap_or_default();
            line == wanted || line.starts_with(&format!("{wanted} "))
        }),
        remedy: Remedy::Run(install),
    })
}

fn wasm_target(project: &Project) -> Result<Need<'_>> {
    Ok(Need {
        name: format!("the Rust target {WASM_TARGET}"),
        why: "is what the page's program is compiled for",
        present: Box::new(move || {
            let mut rustc = project.command("rustc");
            rustc.args(["--print", "sysroot"]);
            // Looked up in the tool chain itself: a Rust that did not come from rustup has it or has it not, too.
            printed(rustc).is_ok_and(|root| {
                Path::new(root.trim())
                    .join("lib/rustlib")
                    .join(WASM_TARGET)
                    .exists()
            })
        }),
        remedy: Remedy::Run(with(
            project.command("rustup"),
            &["target", "add", WASM_TARGET],
        )),
    })
}

fn component<'a>(
    project: &'a Project,
    subcommand: &'static str,
    name: &'static str,
) -> Result<Need<'a>> {
    Ok(Need {
        name: name.to_owned(),
        why: "checks the Rust sources",
        present: Box::new(move || project.version_line("cargo", &[subcommand]).is_some()),
        remedy: Remedy::Run(with(project.command("rustup"), &["component", "add", name])),
    })
}

fn node(project: &Project) -> Result<Need<'_>> {
    const OLDEST: u32 = 20;
    Ok(Need {
        name: format!("Node.js {OLDEST} or newer with npm"),
        why: "runs wasm-opt, esbuild and the page tests",
        present: Box::new(move || {
            let line = project.version_line("node", &[]).unwrap_or_default();
            let major = line
                .trim_start_matches('v')
                .split('.')
                .next()
                .and_then(|number| number.parse::<u32>().ok());
            major >= Some(OLDEST) && project.find("npm").is_some()
        }),
        remedy: Remedy::Tell("install it from nodejs.org or by the system's packages"),
    })
}

fn npm_packages(project: &Project) -> Result<Need<'_>> {
    Ok(Need {
        name: "the npm packages of package-lock.json".to_owned(),
        why: "optimises the build and drives the browsers of the page tests",
        present: Box::new(move || {
            let installed = project.read("node_modules/.package-lock.json");
            let locked = project.read("package-lock.json");
            locked
                .and_then(|locked| installed_as_locked(&locked, &installed?))
                .unwrap_or(false)
        }),
        // No package here needs its install script: esbuild's only saves a few milliseconds.
        remedy: Remedy::Run(with(
            project.command("npm"),
            &["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        )),
    })
}

/// Whether npm's own record of `node_modules` agrees with the lock file. Optional packages (esbuild for other
/// machines) may be missing.
fn installed_as_locked(locked: &str, installed: &str) -> Result<bool> {
    let locked: Value = serde_json::from_str(locked).context("package-lock.json")?;
    let installed: Value =
        serde_json::from_str(installed).context("node_modules/.package-lock.json")?;
    let packages = locked
        .get("packages")
        .and_then(Value::as_object)
        .context("package-lock.json lists no packages")?;
    let installed = installed.get("packages");
    Ok(packages
        .iter()
        .filter(|(folder, _)| !folder.is_empty())
        .all(|(folder, package)| {
            let there = installed.and_then(|packages| packages.get(folder)?.get("version"));
            match there {
                None => package.get("optional") == Some(&Value::Bool(true)),
                version => version == package.get("version"),
            }
        }))
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}

/// A tool from `node_modules`, by its name there.
pub fn npm_tool(project: &Project, name: &str) -> Result<Command> {
    // By its full path: Debian's wasm-opt, were it found first, would quietly break the page.
    let file = project.root().join("node_modules/.bin").join(name);
    let file = file
        .canonicalize()
        .with_context(|| format!("{name} is missing; by hand: cargo xtask setup"))?;
    Ok(project.command(&file.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKED: &str = r#"{"packages": {
        "": {"name": "five-armies"},
        "node_modules/esbuild": {"version": "0.28.2"},
        "node_modules/@esbuild/aix-ppc64": {"version": "0.28.2", "optional": true}
    }}"#;

    #[test]
    fn optional_packages_may_be_missing() -> Result<()> {
        assert!(installed_as_locked(
            LOCKED,
            r#"{"packages": {"node_modules/esbuild": {"version": "0.28.2"}}}"#
        )?);
        Ok(())
    }

    #[test]
    fn another_version_is_not_what_was_locked() -> Result<()> {
        assert!(!installed_as_locked(
            LOCKED,
            r#"{"packages": {"node_modules/esbuild": {"version": "0.28.1"}}}"#
        )?);
        assert!(!installed_as_locked(LOCKED, r#"{"packages": {}}"#)?);
        Ok(())
    }
}
