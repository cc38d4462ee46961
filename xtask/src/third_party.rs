//! `third-party.txt`: whose work is in the page beside ours, and on what terms, as their licences ask. Every licence
//! stands there once, before it the names of all to whom it belongs.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::{linked::Library, project::Project};

/// Its name beside the pages.
pub const FILE: &str = "third-party.txt";

/// The typefaces' licences, with whose they are in the first line.
const TYPEFACES: [&str; 2] = [
    "public/fonts/OFL-archivo.txt",
    "public/fonts/OFL-source-serif.txt",
];

const HEAD: &str = "\
Five Armies holds the work of others: libraries in its program, two typefaces, a map. Below stands each licence under
which it was given, with what it belongs to and whose that is. The script that joins program and browser is made by
wasm-bindgen.

Map: made with Natural Earth, which is in the public domain.
";

/// The whole text.
pub fn text(project: &Project, libraries: &[Library]) -> Result<String> {
    let typefaces = TYPEFACES
        .iter()
        .map(|file| project.read(file))
        .collect::<Result<Vec<_>>>()?;
    let mut text = HEAD.to_owned();
    for (licence, owners) in by_licence(libraries) {
        text.push_str(&headed(&licence));
        for (holder, names) in owners {
            text.push_str(&format!("{holder}\n    {}\n", names.join(", ")));
        }
        text.push('\n');
        text.push_str(&wording(&licence)?);
    }
    text.push_str(&headed("OFL-1.1"));
    text.push_str(&of_typefaces(&typefaces)?);
    Ok(text)
}

fn headed(licence: &str) -> String {
    format!("\n==== {licence} ====\n\n")
}

/// Holders and what is theirs, for each licence.
fn by_licence(libraries: &[Library]) -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let mut found: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    let mut add = |licence: &str, holders: String, name: &str| {
        let names = found.entry(licence.to_owned()).or_default();
        names.entry(holders).or_default().push(name.to_owned());
    };
    // Linked into every program, and in no list of cargo's.
    let own = "Copyright (c) The Rust Project Contributors".to_owned();
    add("MIT", own, "the Rust standard library");
    for library in libraries {
        for licence in &library.chosen {
            let named = format!("{} {}", library.name, library.version);
            add(licence, library.holders.join("\n"), &named);
        }
    }
    found
}

/// The words of a licence, without the line in which a name is to be written.
fn wording(licence: &str) -> Result<String> {
    let id = spdx::license_id(licence);
    let id = id.with_context(|| format!("SPDX knows no licence {licence}"))?;
    let lines = id.text().lines().map(str::trim_end);
    let lines: Vec<&str> = lines
        .filter(|line| !(line.contains('<') && line.contains("year")))
        .collect();
    Ok(format!("{}\n", lines.join("\n").trim()))
}

/// Whose the typefaces are, and their licence once.
fn of_typefaces(texts: &[String]) -> Result<String> {
    let mut said = String::new();
    for text in texts {
        let (owner, _) = text
            .split_once('\n')
            .context("an empty licence of a typeface")?;
        said.push_str(owner);
        said.push('\n');
    }
    let licence = texts.first().and_then(|text| text.split_once('\n'));
    let (_, licence) = licence.context("no typeface has a licence")?;
    said.push_str(licence);
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linked::{ACCEPTED, libraries};

    fn library(name: &str, chosen: &[&str], holder: &str) -> Library {
        Library {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            terms: chosen.join(" AND "),
            chosen: chosen.iter().copied().map(str::to_owned).collect(),
            holders: vec![holder.to_owned()],
            checksum: None,
        }
    }

    #[test]
    fn every_licence_stands_once_with_all_to_whom_it_belongs() -> Result<()> {
        let given = [
            library("one", &["MIT"], "Copyright (c) 2020 Anna"),
            library(
                "three",
                &["MIT", "Unicode-3.0"],
                "Copyright (c) 2021 Bohumil",
            ),
            library("two", &["MIT"], "Copyright (c) 2020 Anna"),
        ];
        let text = text(&Project::here()?, &given)?;
        for heading in ["MIT", "Unicode-3.0", "OFL-1.1"] {
            let heading = headed(heading);
            assert_eq!(text.matches(&heading).count(), 1, "{heading}");
        }
        let words = "to deal in the Software without restriction";
        assert_eq!(text.matches(words).count(), 1);
        assert!(text.contains("Copyright (c) 2020 Anna\n    one 1.0.0, two 1.0.0\n"));
        assert_eq!(text.matches("2021 Bohumil\n    three").count(), 2);
        assert_eq!(text.matches("SIL OPEN FONT LICENSE Version 1.1").count(), 1);
        assert!(text.contains("The Archivo Project Authors"));
        assert!(text.contains("The Source Serif 4 Project Authors"));
        Ok(())
    }

    #[test]
    fn every_accepted_licence_has_words_and_no_gap_in_them() -> Result<()> {
        for licence in ACCEPTED {
            let words = wording(licence)?;
            assert!(words.len() > 500, "{licence}: {words}");
            assert!(!words.contains("<year>"), "{licence}: {words}");
        }
        assert!(wording("no-licence").is_err());
        Ok(())
    }

    #[test]
    fn all_that_is_linked_is_named_and_no_path_of_this_machine() -> Result<()> {
        let project = Project::here()?;
        let found = libraries(&project)?;
        let text = text(&project, &found)?;
        for Library { name, version, .. } in &found {
            let named = format!("{name} {version}");
            assert!(text.contains(&named), "{named} is not named");
        }
        assert!(!text.contains(&*project.root().to_string_lossy()));
        Ok(())
    }
}
