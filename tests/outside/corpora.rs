//! The corpora that are kept: what once went wrong, or led somewhere new, must still be taken well.

use std::fs;
use std::path::Path;

use crate::outside;

/// Gives every file of a corpus to the function that its target calls.
fn replayed(target: &str, check: impl Fn(&[u8])) -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(target);
    let mut count = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Shown when the check of this one fails.
        println!("{}", path.display());
        check(&fs::read(path)?);
        count += 1;
    }
    assert!((5..=60).contains(&count), "{target} keeps {count} files");
    Ok(())
}

#[test]
fn addresses() -> std::io::Result<()> {
    replayed("address", outside::address::check)
}

#[test]
fn host_messages() -> std::io::Result<()> {
    replayed("host_message", outside::host_message::check)
}

#[test]
fn storage() -> std::io::Result<()> {
    replayed("storage", outside::storage::check)
}

#[test]
fn markup() -> std::io::Result<()> {
    replayed("markup", outside::markup::check)
}

#[test]
fn content() -> std::io::Result<()> {
    replayed("content", outside::content::check)
}

#[test]
fn geometry() -> std::io::Result<()> {
    replayed("geometry", outside::geometry::check)
}
