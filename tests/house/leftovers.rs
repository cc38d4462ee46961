//! Files that nobody uses: modules that no crate has, scripts that none imports, what is given to readers unasked.

use std::collections::BTreeSet;

use crate::{files, none};

/// Whether a file other than this one, in one of the places, has the word, whole at its beginning.
fn named(path: &str, places: &[&str], word: &str) -> bool {
    let whole = |text: &str, at: usize| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric() && !"-_".contains(c))
    };
    files::of(places, &[""])
        .filter(|(other, _)| *other != path)
        .any(|(_, text)| text.match_indices(word).any(|(at, _)| whole(text, at)))
}

/// Crates begin with these, or Cargo.toml names them.
fn begins_a_crate(path: &str) -> bool {
    let cargo = files::of(&[""], &["Cargo.toml"]);
    let (name, _) = files::name_and_stem(path);
    let alone_in_tests = path
        .strip_prefix("tests/")
        .is_some_and(|rest| !rest.contains('/'));
    alone_in_tests
        || ["main.rs", "lib.rs"].contains(&name)
        || cargo
            .into_iter()
            .any(|(_, text)| text.contains(&format!("/{name}\"")))
}

/// What stands behind every `mod ` and `#[path = "`: names of modules, and files of them.
fn modules() -> BTreeSet<&'static str> {
    let rust = || files::of(&["src/", "tests/", "xtask/"], &[".rs"]).map(|(_, text)| text);
    let named = rust().flat_map(|text| text.split("mod ").skip(1));
    let named = named.filter_map(|it| it.split(|c: char| !c.is_alphanumeric() && c != '_').next());
    let paths = rust().flat_map(|text| text.split("#[path = \"").skip(1));
    let paths = paths.filter_map(|it| it.split('"').next()?.rsplit('/').next());
    named.chain(paths).collect()
}

#[test]
fn every_module_belongs_to_a_crate() {
    let modules = modules();
    let alone = files::of(&[""], &[".rs"]).filter(|(path, _)| {
        let (name, stem) = files::name_and_stem(path);
        let stem = match (name, path.rsplit('/').nth(1)) {
            ("mod.rs", Some(folder)) => folder,
            _ => stem,
        };
        !begins_a_crate(path) && !modules.contains(stem) && !modules.contains(name)
    });
    none(alone.map(|(path, _)| path), "modules of no crate");
}

#[test]
fn every_script_is_asked_for() {
    let alone = files::of(&["tests/", "xtask/"], &[".mjs"]).filter(|(path, text)| {
        let (name, _) = files::name_and_stem(path);
        // A script that is run by hand says how.
        let by_hand = text.contains(&format!("node {path}"));
        // Tests are found by their endings.
        !name.ends_with(".test.mjs") && !by_hand && !named(path, &["tests/", "xtask/"], name)
    });
    none(alone.map(|(path, _)| path), "scripts of nobody");
}

#[test]
fn every_file_for_readers_is_named() {
    let places = [
        "CREDITS.md",
        "README.md",
        "index.html",
        "public/",
        "src/",
        "style/",
        "xtask/src/",
    ];
    let unnamed = files::of(&["public/"], &[""])
        .map(|(path, _)| path)
        .filter(|path| {
            let (name, _) = files::name_and_stem(path);
            let called = match (name, path.rsplit('/').nth(1)) {
                ("index.html" | "README.md", Some(folder)) => format!("{folder}/"),
                _ => name.to_owned(),
            };
            !named(path, &places, &called)
        });
    none(unnamed, "files that nobody names");
}
