//! Whether the same sources make the same release, byte by byte, wherever they lie.

#[cfg(unix)]
use std::os::unix::fs::symlink as link;
#[cfg(windows)]
use std::os::windows::fs::symlink_dir as link;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

use crate::project::{Project, finished};

/// What is no source: what was built or installed, and the history.
const MADE: [&str; 5] = [".git", ".tools", "dist", "node_modules", "target"];

/// Builds a copy of the sources that lies elsewhere, and compares what comes of it with `dist/`. The copy's own crates
/// are compiled anew, for they are younger than what is there; the libraries are taken as they are.
pub fn check(project: &Project) -> Result<()> {
    let folder = project.root().join("target/twice");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot remove target/twice")?;
    }
    copy(project.root(), &folder, &MADE)?;
    link(
        project.root().join("node_modules"),
        folder.join("node_modules"),
    )
    .context("cannot link node_modules")?;

    let copied = project.copied_to(folder);
    let mut release = copied.release();
    release.env("CARGO_TARGET_DIR", project.target());
    finished(release)?;

    let (first, second) = (files(&project.dist())?, files(&copied.dist())?);
    ensure!(!first.is_empty(), "dist/ is empty");
    let differences = differences(&first, &second);
    if !differences.is_empty() {
        bail!(
            "the same sources made another release:\n  {}",
            differences.join("\n  ")
        );
    }
    let paths = paths(&first, project);
    ensure!(
        paths.is_empty(),
        "the release holds paths of this machine:\n  {}",
        paths.join("\n  ")
    );
    println!("{} files, the same in both", first.len());
    // Only of use for looking at differences.
    fs::remove_dir_all(copied.root()).context("cannot remove target/twice")
}

/// Copies a folder with everything in it, without what is left out of its top.
fn copy(from: &Path, to: &Path, without: &[&str]) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in list(from)? {
        let Some(name) = entry.file_name() else {
            continue;
        };
        if without.iter().any(|left_out| name == *left_out) {
            continue;
        }
        let copied = to.join(name);
        if entry.is_dir() {
            copy(&entry, &copied, &[])?;
        } else {
            fs::copy(&entry, &copied)
                .with_context(|| format!("cannot copy {}", entry.display()))?;
        }
    }
    Ok(())
}

fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let cannot = || format!("cannot list {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        paths.push(entry.with_context(cannot)?.path());
    }
    Ok(paths)
}

/// The contents of all files in a folder and its folders, by their names there.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inside) = folders.pop() {
        for path in list(&inside)? {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
                let content = fs::read(&path);
                found.insert(name, content.with_context(|| path.display().to_string())?);
            }
        }
    }
    Ok(found)
}

/// A line for each file that is not in both, or not the same in both.
fn differences(
    first: &BTreeMap<String, Vec<u8>>,
    second: &BTreeMap<String, Vec<u8>>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, content) in first {
        match second.get(name) {
            None => lines.push(format!("{name}: only in the first")),
            Some(other) if other != content => {
                let same = content.iter().zip(other).take_while(|(a, b)| a == b);
                lines.push(format!("{name}: differs from byte {} on", same.count()));
            }
            Some(_) => {}
        }
    }
    let added = second.keys().filter(|name| !first.contains_key(*name));
    lines.extend(added.map(|name| format!("{name}: only in the second")));
    lines
}

/// A line for each file that holds the name of a folder of ours.
fn paths(files: &BTreeMap<String, Vec<u8>>, project: &Project) -> Vec<String> {
    let folders = [Some(project.root()), project.cargo_home()];
    let folders: Vec<String> = folders
        .into_iter()
        .flatten()
        .map(|folder| folder.to_string_lossy().into_owned())
        .collect();
    let holds = |content: &[u8], text: &str| {
        content
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    let mut lines = Vec::new();
    for (name, content) in files {
        for folder in &folders {
            if holds(content, folder) {
                lines.push(format!("{name}: {folder}"));
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        let file =
            |(name, content): &(&str, &str)| ((*name).to_owned(), content.as_bytes().to_vec());
        files.iter().map(file).collect()
    }

    #[test]
    fn the_same_has_no_differences() {
        let files = made(&[("a", "1"), ("b", "")]);
        assert_eq!(differences(&files, &files), Vec::<String>::new());
    }

    #[test]
    fn each_difference_is_told_with_file_and_place() {
        let first = made(&[("a", "same"), ("b", "12345"), ("c", "12"), ("gone", "")]);
        let second = made(&[("a", "same"), ("b", "12x45"), ("c", "123"), ("new", "")]);
        assert_eq!(
            differences(&first, &second),
            [
                "b: differs from byte 2 on",
                "c: differs from byte 2 on",
                "gone: only in the first",
                "new: only in the second"
            ]
        );
    }

    #[test]
    fn a_path_of_this_machine_is_found_in_any_file() -> Result<()> {
        let project = Project::here()?;
        let inside = format!("\u{0}{}/src/main.rs", project.root().display());
        let files = made(&[("a.wasm", &inside), ("b", "src/main.rs"), ("c", "")]);
        let found = paths(&files, &project);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("a.wasm: "), "{found:?}");
        Ok(())
    }

    #[test]
    fn sources_are_copied_and_what_was_made_is_not() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("five-armies-twice-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        for inside in ["src/target", "target", ".cargo"] {
            fs::create_dir_all(from.join(inside))?;
            fs::write(from.join(inside).join("a"), inside)?;
        }
        copy(&from, &to, &MADE)?;
        let copied: Vec<String> = files(&to)?.into_keys().collect();
        fs::remove_dir_all(&folder)?;
        assert_eq!(copied, [".cargo/a", "src/target/a"]);
        Ok(())
    }
}
