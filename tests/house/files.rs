//! The files of the project, by their paths below its folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// Made by tools or fetched by them, and left out of the repository.
const NOT_OURS: [&str; 5] = [".git", ".tools", "dist", "node_modules", "target"];

/// Every file: its text, or nothing where it is none.
pub fn all() -> &'static BTreeMap<String, String> {
    static FILES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = BTreeMap::new();
        read("", &mut files);
        files
    })
}

/// Those in one of the folders, or named in full, whose names end in one of the endings.
pub fn of<'a>(
    places: &'a [&'a str],
    endings: &'a [&'a str],
) -> impl Iterator<Item = (&'static str, &'static str)> {
    all()
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .filter(|(path, _)| places.iter().any(|place| path.starts_with(place)))
        .filter(|(path, _)| endings.iter().any(|ending| path.ends_with(ending)))
}

/// The last part of a path, and what is before its ending.
pub fn name_and_stem(path: &str) -> (&str, &str) {
    let name = path.rsplit('/').next().unwrap_or(path);
    (name, name.split('.').next().unwrap_or(name))
}

fn read(folder: &str, files: &mut BTreeMap<String, String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in fs::read_dir(root.join(folder)).expect("a folder") {
        let entry = entry.expect("an entry of a folder");
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let path = format!("{folder}{name}");
        if entry.path().is_dir() {
            // Also deeper ones: a program that is built apart has a `target` of its own.
            if !NOT_OURS.contains(&name.as_str()) {
                read(&format!("{path}/"), files);
            }
        } else {
            let bytes = fs::read(entry.path()).expect("a file");
            files.insert(path, String::from_utf8(bytes).unwrap_or_default());
        }
    }
}
