//! The hook that Trunk calls when it has built: puts the prerendered page into `index.html`, and in a release makes
//! of Trunk's output what is handed to the world.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    html::{only, splice},
    project::{Project, finished, read_text},
    release,
};

/// What the host binary `prerender` writes: the parts of the page that come from the program itself.
pub struct Prerendered {
    /// Title, description and the like, for `<head>`.
    pub head: String,
    /// The page at its opening moment. Hydration compares it node by node, so not a space may be added.
    pub page: String,
}

/// Runs the hook, with what Trunk says in its environment.
pub fn run(project: &Project) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging =
        staging.context("`finish` is called by Trunk; to build, run `cargo xtask build`")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");

    let prerendered = prerender(project, &staging.join(".prerendered"), is_release)?;
    if is_release {
        return release::make(project, &staging, &prerendered);
    }
    let index = staging.join("index.html");
    let page = prerendered.put_into(&read_text(&index)?)?;
    fs::write(&index, page).context("cannot write index.html")
}

fn prerender(project: &Project, folder: &Path, is_release: bool) -> Result<Prerendered> {
    let mut cargo = project.command("cargo");
    cargo.args([
        "run",
        "--quiet",
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

    let prerendered = Prerendered {
        head: read_text(&folder.join("head.html"))?,
        page: read_text(&folder.join("page.html"))?,
    };
    fs::remove_dir_all(folder).context("cannot remove the prerendered parts")?;
    Ok(prerendered)
}

impl Prerendered {
    /// Fills the template's two empty places.
    pub fn put_into(&self, template: &str) -> Result<String> {
        splice(
            template,
            vec![
                (
                    only(template, "meta[name=five-armies-head]")?.outer,
                    self.head.clone(),
                ),
                (only(template, "#page")?.inner, self.page.clone()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_come_in_byte_for_byte() -> Result<()> {
        let parts = Prerendered {
            head: "<title>1968</title>".to_owned(),
            page: " <main>\n<!>&amp;</main>".to_owned(),
        };
        let template = "<meta name=\"five-armies-head\">\n<div id=\"page\"></div>\n";
        let page = "<title>1968</title>\n<div id=\"page\"> <main>\n<!>&amp;</main></div>\n";
        assert_eq!(parts.put_into(template)?, page);
        Ok(())
    }

    #[test]
    fn a_template_without_its_places_is_an_error() {
        let parts = Prerendered {
            head: String::new(),
            page: String::new(),
        };
        assert!(parts.put_into("<div id=\"page\"></div>").is_err());
    }
}
