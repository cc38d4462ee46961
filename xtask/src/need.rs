//! Something the house needs on the machine, and how to get it.

use std::process::Command;

use anyhow::{Result, anyhow};

use crate::project::{finished, shown};

/// One tool: how to see that it is there, and the command that brings it.
pub struct Need<'a> {
    /// Its name, with the version where that matters.
    pub name: String,
    /// What the project does with it.
    pub why: &'static str,
    /// Whether it is there.
    pub present: Box<dyn Fn() -> bool + 'a>,
    /// What to do when it is not.
    pub remedy: Remedy,
}

/// How to get a tool.
pub enum Remedy {
    /// By a command that may be run without asking.
    Run(Command),
    /// Only by hand, like this.
    Tell(&'static str),
}

impl Need<'_> {
    /// Installs the tool unless it is there. The error is one line that says what to do by hand.
    pub fn meet(self) -> Result<()> {
        if (self.present)() {
            return Ok(());
        }
        let Need {
            name,
            why,
            present,
            remedy,
        } = self;
        let install = match remedy {
            Remedy::Run(install) => install,
            Remedy::Tell(by_hand) => {
                return Err(anyhow!("{name} is missing; it {why}; by hand: {by_hand}"));
            }
        };
        let line = shown(&install);
        println!("installing {name}: it {why} (`{line}`)");
        finished(install)
            .ok()
            .filter(|()| present())
            .ok_or_else(|| anyhow!("could not install {name}; it {why}; by hand: {line}"))
    }
}

/// Meets every need, also after one could not be met, and reports those that could not, a line each.
pub fn meet_all<'a>(needs: impl IntoIterator<Item = Result<Need<'a>>>) -> Result<()> {
    let unmet: Vec<String> = needs
        .into_iter()
        .filter_map(|need| need.and_then(Need::meet).err())
        .map(|error| format!("{error:#}"))
        .collect();
    if unmet.is_empty() {
        Ok(())
    } else {
        Err(anyhow!(unmet.join("\n")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(present: bool, remedy: Remedy) -> Need<'static> {
        Need {
            name: "sextant".to_owned(),
            why: "measures the height of the sun",
            present: Box::new(move || present),
            remedy,
        }
    }

    #[test]
    fn what_is_there_is_not_installed() -> Result<()> {
        need(true, Remedy::Run(Command::new("no-such-program"))).meet()
    }

    #[test]
    fn what_cannot_be_installed_says_so_in_one_line_each() {
        let needs = [
            Ok(need(false, Remedy::Tell("buy one"))),
            Ok(need(false, Remedy::Run(Command::new("no-such-program")))),
        ];
        let error = meet_all(needs).map_err(|error| error.to_string());
        let lines = "sextant is missing; it measures the height of the sun; by hand: buy one\n\
                     could not install sextant; it measures the height of the sun; by hand: no-such-program";
        assert_eq!(error, Err(lines.to_owned()));
    }
}
