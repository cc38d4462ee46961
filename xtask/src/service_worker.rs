//! The list of files and the revision that a release puts into `sw.js`.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::hash::hash;

/// The script's file in `dist/`.
pub const FILE: &str = "sw.js";

/// The script with what it is to keep: names of files in `dist/`, and what is in them.
pub fn filled(source: &str, files: &[(String, Vec<u8>)]) -> Result<String> {
    let names: Vec<_> = files.iter().map(|(name, _)| name).collect();
    let with_files = declared(source, "FILES", "[]", &json!(names).to_string())?;
    declared(
        &with_files,
        "REVISION",
        "\"\"",
        &format!("\"{}\"", revision(files)),
    )
}

/// The source with a constant's empty value replaced.
fn declared(source: &str, name: &str, empty: &str, value: &str) -> Result<String> {
    let declaration = format!("const {name} = {empty};\n");
    ensure!(
        source.matches(&declaration).count() == 1,
        "{FILE}: expected the line `{}` once",
        declaration.trim_end()
    );
    Ok(source.replace(&declaration, &format!("const {name} = {value};\n")))
}

/// One hash for all files: another content or another name, another revision.
fn revision(files: &[(String, Vec<u8>)]) -> String {
    let hashes: Vec<_> = files
        .iter()
        .flat_map(|(name, content)| [hash(name.as_bytes()), hash(content)])
        .collect();
    hash(hashes.concat().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str =
        "// FILES\nconst FILES = [];\nconst REVISION = \"\";\nFILES.map(REVISION);\n";

    fn files(names: [&str; 2], contents: [&str; 2]) -> Vec<(String, Vec<u8>)> {
        let file = |(name, content): (&str, &str)| (name.to_owned(), content.as_bytes().to_vec());
        names.into_iter().zip(contents).map(file).collect()
    }

    #[test]
    fn the_script_learns_what_to_keep() -> Result<()> {
        let files = files(["index.html", "a-1.js"], ["a", "b"]);
        let wanted = format!(
            "// FILES\nconst FILES = [\"index.html\",\"a-1.js\"];\nconst REVISION = \"{}\";\nFILES.map(REVISION);\n",
            revision(&files)
        );
        assert_eq!(filled(SOURCE, &files)?, wanted);
        assert_eq!(revision(&files).len(), 16);
        Ok(())
    }

    #[test]
    fn every_change_is_a_new_revision() {
        let all = [
            files(["a", "b"], ["1", "2"]),
            files(["a", "b"], ["1", "3"]),
            files(["a", "c"], ["1", "2"]),
            files(["a", "b"], ["12", ""]),
            files(["a1", "b"], ["", "2"]),
        ];
        let mut revisions: Vec<_> = all.iter().map(|files| revision(files)).collect();
        revisions.sort();
        revisions.dedup();
        assert_eq!(revisions.len(), all.len());
    }

    #[test]
    fn the_real_script_has_both_places() -> Result<()> {
        let source = include_str!("../../public/sw.js");
        assert!(filled(source, &[])?.contains("const REVISION = \"e3b0"));
        assert!(filled(&source.replace("FILES = []", "FILES = [ ]"), &[]).is_err());
        assert!(filled(&source.repeat(2), &[]).is_err());
        Ok(())
    }
}
