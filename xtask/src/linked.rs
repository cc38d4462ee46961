//! The libraries that are linked into the reader's program, as cargo resolves them: whose work they are and on what terms.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::{MetadataCommand, Package};
use spdx::{Expression, Licensee};

use crate::project::{Project, printed};

/// The licences under which a library may come into the page, as SPDX names them. Where its authors let choose, the
/// first of these is chosen.
pub const ACCEPTED: [&str; 5] = ["MIT", "Zlib", "Unicode-3.0", "BSL-1.0", "Apache-2.0"];

/// Our own package, and what it is compiled for.
const OWN: &str = "five-armies";
const TARGET: &str = "wasm32-unknown-unknown";

/// Libraries in whose packages their authors have forgotten the licence that they name; all are under MIT.
const WITHOUT_FILE: &[&str] = &[
    "any_spawner",
    "const_str_slice_concat",
    "drain_filter_polyfill",
    "either_of",
    "erased",
    "gloo-events",
    "gloo-net",
    "gloo-utils",
    "hydration_context",
    "leptos",
    "leptos_config",
    "leptos_dom",
    "leptos_hot_reload",
    "leptos_server",
    "next_tuple",
    "oco_ref",
    "or_poisoned",
    "reactive_graph",
    "reactive_stores",
    "rstml",
    "server_fn",
    "tachys",
    "throw_error",
    "wasm_split_helpers",
];

/// A library in the program.
#[derive(Debug, Clone, PartialEq)]
pub struct Library {
    /// Its name on crates.io.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The licence as its authors write it, in the form of SPDX.
    pub terms: String,
    /// The licences chosen from it, of [`ACCEPTED`].
    pub chosen: Vec<String>,
    /// The lines in which its licence files say whose it is, else its authors' names; in order.
    pub holders: Vec<String>,
    /// SHA-256 of what crates.io hands out, in hexadecimal digits.
    pub checksum: Option<String>,
}

/// The libraries in the program, by name and version. What only builds it, procedural macros too, is none.
pub fn libraries(project: &Project) -> Result<Vec<Library>> {
    let metadata = MetadataCommand::new()
        .manifest_path(project.root().join("Cargo.toml"))
        .other_options(["--locked", "--filter-platform", TARGET].map(str::to_owned))
        .exec()
        .context("cargo cannot say what the program is linked from")?;
    let checksums = checksums(&project.read("Cargo.lock")?)?;
    let linked = linked(project)?;
    let mut found = metadata
        .packages
        .iter()
        .filter(|package| package.name.as_str() != OWN)
        .filter(|package| linked.contains(&(package.name.to_string(), package.version.to_string())))
        .map(|package| library(package, &checksums))
        .collect::<Result<Vec<_>>>()?;
    ensure!(
        found.len() + 1 == linked.len(),
        "cargo's tree and its metadata do not name the same libraries"
    );
    found.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(found)
}

/// The checksums of `Cargo.lock`, by name and version.
fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>> {
    let lock: toml::Table = lock.parse().context("Cargo.lock")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let packages = packages.context("Cargo.lock lists no packages")?;
    let entries = packages.iter().filter_map(|package| {
        let word = |key: &str| package.get(key)?.as_str().map(str::to_owned);
        Some(((word("name")?, word("version")?), word("checksum")?))
    });
    Ok(entries.collect())
}

/// Names and versions of what the program is linked from, and its own. cargo's metadata does not tell: it joins the
/// features that tests and commands ask for, and so has libraries that are in no program.
fn linked(project: &Project) -> Result<BTreeSet<(String, String)>> {
    let mut tree = project.command("cargo");
    tree.args(["tree", "--locked", "--package", OWN, "--target", TARGET])
        .args(["--edges", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{p}"]);
    let lines = printed(tree)?;
    let named = lines.lines().filter_map(|line| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    });
    Ok(named.collect())
}

fn library(package: &Package, checksums: &BTreeMap<(String, String), String>) -> Result<Library> {
    let (name, version) = (package.name.to_string(), package.version.to_string());
    let terms = package
        .license
        .clone()
        .with_context(|| format!("{name} {version} does not say under which licence it stands"))?;
    let folder = package.manifest_path.parent();
    let folder = folder.with_context(|| format!("{name} {version} lies nowhere"))?;
    let files = licence_files(folder.as_std_path())?;
    ensure_as_known(&name, !files.is_empty()).with_context(|| format!("{name} {version}"))?;
    let notices = copyright_lines(&files)?;
    // Without the addresses, which nobody has given for this.
    let authors = package.authors.iter();
    let authors = authors.filter_map(|author| Some(author.split('<').next()?.trim().to_owned()));
    let authors = match authors.collect::<Vec<_>>() {
        none if none.is_empty() => format!("the authors of {name}"),
        some => some.join(", "),
    };
    let holders = if notices.is_empty() {
        vec![authors]
    } else {
        let whole = |line: String| {
            if names_somebody(&line) {
                line
            } else {
                format!("{line} {authors}")
            }
        };
        notices.into_iter().map(whole).collect()
    };
    Ok(Library {
        chosen: chosen(&terms).with_context(|| format!("{name} {version}"))?,
        checksum: checksums.get(&(name.clone(), version.clone())).cloned(),
        name,
        version,
        // `MIT/Apache-2.0`, as it was once written.
        terms: terms.replace('/', " OR "),
        holders,
    })
}

/// Refuses a library that has no licence file, unless that is known of it; and one that has one by now.
fn ensure_as_known(name: &str, has_file: bool) -> Result<()> {
    match (has_file, WITHOUT_FILE.contains(&name)) {
        (true, false) | (false, true) => Ok(()),
        (false, false) => bail!("there is no licence file in its package"),
        (true, true) => {
            bail!("there is a licence file in its package now: take it out of WITHOUT_FILE")
        }
    }
}

/// What is chosen of an expression of SPDX.
fn chosen(terms: &str) -> Result<Vec<String>> {
    let expression = Expression::parse_mode(terms, spdx::ParseMode::LAX)
        .with_context(|| format!("cannot read its licence `{terms}`"))?;
    let accepted = ACCEPTED
        .into_iter()
        .map(|id| Licensee::parse(id).with_context(|| format!("{id} is no licence")))
        .collect::<Result<Vec<_>>>()?;
    let Ok(needed) = expression.minimized_requirements(&accepted) else {
        bail!(
            "its licence `{terms}` is not one of {}",
            ACCEPTED.join(", ")
        );
    };
    Ok(needed.iter().map(ToString::to_string).collect())
}

/// The files of a package that say on what terms it is given, in order.
fn licence_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?
    {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.unwrap_or_default().to_ascii_lowercase();
        let kinds = ["license", "licence", "copying", "copyright", "notice"];
        if path.is_file() && kinds.iter().any(|kind| name.starts_with(kind)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The lines of licence files that say whose the library is, each once.
fn copyright_lines(files: &[PathBuf]) -> Result<Vec<String>> {
    let mut lines = BTreeSet::new();
    for file in files {
        let text = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let text = String::from_utf8_lossy(&text);
        lines.extend(
            text.lines()
                .map(str::trim)
                .filter(|l| is_notice(l))
                .map(str::to_owned),
        );
    }
    Ok(lines.into_iter().collect())
}

/// A line that claims a copyright, but none that shows how to.
fn is_notice(line: &str) -> bool {
    let names = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase() || "(©".contains(c))
            && !rest.starts_with("License")
    };
    let claims = line.strip_prefix("Copyright").map(str::trim_start);
    (claims.is_some_and(names) || line.contains(" © "))
        && !line.contains(['[', '{'])
        && !line.contains("<year")
}

/// Whether a line says more than when: some end before the name.
fn names_somebody(notice: &str) -> bool {
    let words = notice
        .split_whitespace()
        .skip(1)
        .filter(|&word| word != "(c)");
    words.flat_map(str::chars).any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_accepted_licence_is_chosen() -> Result<()> {
        assert_eq!(chosen("Apache-2.0 OR MIT")?, ["MIT"]);
        assert_eq!(chosen("Unlicense/MIT")?, ["MIT"]);
        assert_eq!(
            chosen("(MIT OR Apache-2.0) AND Unicode-3.0")?,
            ["MIT", "Unicode-3.0"]
        );
        let refused = chosen("GPL-3.0-only").map_err(|error| error.to_string());
        assert_eq!(
            refused,
            Err("its licence `GPL-3.0-only` is not one of MIT, Zlib, Unicode-3.0, BSL-1.0, Apache-2.0".to_owned())
        );
        Ok(())
    }

    #[test]
    fn a_library_without_a_licence_file_must_be_known() {
        let said = |name, has_file| ensure_as_known(name, has_file).map_err(|it| it.to_string());
        assert_eq!(said("leptos", false), Ok(()));
        assert_eq!(said("serde", true), Ok(()));
        let missing = "there is no licence file in its package".to_owned();
        assert_eq!(said("serde", false), Err(missing));
        assert!(said("leptos", true).is_err());
    }

    #[test]
    fn a_notice_names_somebody() {
        assert!(is_notice("Copyright (c) 2022 Greg Johnston"));
        assert!(is_notice("Copyright © 1991-2023 Unicode, Inc."));
        assert!(is_notice("Copyright Mozilla Foundation"));
        assert!(is_notice("Copyright (c) 2021 Anna <anna@example.org>"));
        assert!(is_notice(
            "ICU 1.8.1 to ICU 57.1 © 1995-2016 International Business Machines Corporation"
        ));
        assert!(!is_notice("Copyright (c) <year> <copyright holders>"));
        assert!(!is_notice("Copyright [yyyy] [name of copyright owner]"));
        assert!(!is_notice("COPYRIGHT AND PERMISSION NOTICE"));
        assert!(!is_notice("Copyright License. Subject to the terms"));
        assert!(names_somebody("Copyright (c) 2022 Greg Johnston"));
        assert!(!names_somebody("Copyright (c) 2016--2017"));
    }

    #[test]
    fn the_program_is_linked_from_leptos_and_from_no_macro() -> Result<()> {
        let found = libraries(&Project::here()?)?;
        let has = |name: &str| found.iter().any(|library| library.name == name);
        for name in ["leptos", "tachys", "wasm-bindgen", "web-sys", "gloo-events"] {
            assert!(has(name), "{name} is in the program");
        }
        // A macro, and libraries of the build script, of the tests and of the commands.
        for name in ["leptos_macro", "geo", "proptest", "lol_html", "five-armies"] {
            assert!(!has(name), "{name} is not in the program");
        }
        let unnamed = found.iter().find(|library| library.holders.is_empty());
        assert_eq!(unnamed, None);
        assert!(found.iter().all(|library| library.checksum.is_some()));
        Ok(())
    }
}
