//! ARCHITECTURE.md's list of modules: it names every module, and no other.

use std::collections::BTreeSet;

use crate::{files, none};

/// The folders whose modules it lists, as the lines above the lists name them.
const LISTED: [&str; 4] = ["src/", "src/view/", "src/browser/", "src/build/compile/"];

/// What the lines above the lists name: whole parts, and the programs.
const ABOVE: [&str; 6] = ["browser", "compile", "lib", "main", "prerender", "view"];

/// The modules in a folder, but for those in a deeper one that has its own list.
fn modules(folder: &str) -> BTreeSet<&'static str> {
    let deeper: Vec<&str> = LISTED
        .into_iter()
        .chain(["src/build/"])
        .filter(|other| other.len() > folder.len() && other.starts_with(folder))
        .collect();
    files::of(&[folder], &[".rs"])
        .filter(|(path, _)| !deeper.iter().any(|other| path.starts_with(other)))
        .map(|(path, _)| files::name_and_stem(path).1)
        .filter(|stem| !ABOVE.contains(stem))
        .collect()
}

/// The modules that a list names: its words in backticks that could be names of modules.
fn named(list: &str) -> BTreeSet<&str> {
    let spans = list.split('`').skip(1).step_by(2);
    let is_name = |span: &&str| span.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    spans.filter(is_name).collect()
}

#[test]
fn the_list_of_modules_is_whole() {
    let text = files::all().get("ARCHITECTURE.md").expect("the document");
    let blocks: Vec<&str> = text.split("\n\n").collect();
    let mut wrong = Vec::new();
    for folder in LISTED {
        let list = blocks
            .windows(2)
            .find(|two| matches!(two, [above, list] if above.contains(&format!("`{folder}`:")) && list.starts_with("- ")))
            .and_then(|two| two.last());
        let Some(named) = list.map(|list| named(list)) else {
            wrong.push(format!("{folder} has no list"));
            continue;
        };
        let there = modules(folder);
        let missing = there.difference(&named);
        wrong.extend(missing.map(|name| format!("{folder}: {name} is not in the list")));
        let gone = named.difference(&there);
        wrong.extend(gone.map(|name| format!("{folder}: {name} is no module")));
    }
    none(wrong, "ARCHITECTURE.md, What is where");
}
