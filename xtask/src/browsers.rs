//! The three browser engines in which the page tests run, and the programs that drive them.

use std::process::Command;

use anyhow::Result;

use crate::{
    need::{Need, Remedy, meet_all},
    project::{Project, finished, printed},
    tools::{Lock, cargo_tool},
};

/// An engine as the page tests need it.
struct Engine {
    name: &'static str,
    /// The programs, as the page tests call them.
    programs: &'static [&'static str],
    /// Debian's packages of them.
    packages: &'static [&'static str],
}

const CHROMIUM: Engine = Engine {
    name: "Chromium with chromedriver",
    programs: &["chromium", "chromedriver"],
    packages: &["chromium", "chromium-driver"],
};

const ENGINES: [Engine; 3] = [
    CHROMIUM,
    Engine {
        name: "Firefox",
        programs: &["firefox-esr"],
        packages: &["firefox-esr"],
    },
    Engine {
        name: "WebKitGTK with its driver and a virtual screen",
        programs: &["WebKitWebDriver", "xvfb-run", "xauth"],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    },
];

const WHY: &str = "opens the finished page in the page tests";

/// Installs the engines that are missing. The error names each that could not be had, a line each.
pub fn setup(project: &Project) -> Result<()> {
    if !ENGINES.iter().all(|engine| engine.present(project)) {
        // A machine that never fetched the package lists could install nothing. Should this fail, the installs tell.
        let mut update = apt_get(project);
        update.args(["update", "--quiet"]);
        let _ = finished(update);
    }
    let engines = ENGINES.iter().map(|engine| Ok(engine.need(project)));
    meet_all(engines.chain([geckodriver(project)]))
}

/// Says what to install when Chromium is missing, and installs nothing: who measures wants to know with what.
pub fn ask_for_chromium(project: &Project) -> Result<()> {
    Need {
        name: CHROMIUM.name.to_owned(),
        why: "opens the pages that are measured",
        present: Box::new(|| CHROMIUM.present(project)),
        remedy: Remedy::Tell(
            "cargo xtask setup --browsers, or apt-get install chromium chromium-driver",
        ),
    }
    .meet()
}

impl Engine {
    fn present(&self, project: &Project) -> bool {
        self.programs
            .iter()
            .all(|name| project.find(name).is_some())
    }

    fn need<'a>(&'a self, project: &'a Project) -> Need<'a> {
        let mut install = apt_get(project);
        install
            .args(["install", "--yes", "--no-install-recommends"])
            .args(self.packages);
        install.env("DEBIAN_FRONTEND", "noninteractive");
        Need {
            name: self.name.to_owned(),
            why: WHY,
            present: Box::new(|| self.present(project)),
            remedy: Remedy::Run(install),
        }
    }
}

fn geckodriver(project: &Project) -> Result<Need<'_>> {
    let version = project.pinned("geckodriver")?;
    let need = cargo_tool(
        project,
        "geckodriver",
        "geckodriver",
        &version,
        &Lock::Own,
        "drives Firefox in the page tests",
    )?;
    // Any version will do: it speaks one protocol, and distributions bring their own.
    Ok(Need {
        present: Box::new(|| project.find("geckodriver").is_some()),
        ..need
    })
}

/// An `apt-get` with the rights to install.
pub fn apt_get(project: &Project) -> Command {
    let mut id = project.command("id");
    id.arg("-u");
    if printed(id).is_ok_and(|user| user.trim() == "0") {
        return project.command("apt-get");
    }
    let mut sudo = project.command("sudo");
    sudo.arg("apt-get");
    sudo
}
