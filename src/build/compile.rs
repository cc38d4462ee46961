//! From content files to Rust source: read, check, project, write.

use std::collections::BTreeMap;
use std::path::Path;

pub mod basemap;
mod check;
mod check_hand_out;
mod check_route;
mod check_told;
mod check_words;
pub mod corners;
mod course;
mod entry;
mod lanes;
mod lines;
mod mistake;
mod parity;
mod path;
mod read;
mod read_route;
mod read_told;
mod records;
mod rust;
mod schedule;
mod topology;
mod translations;
mod typography;
mod word_list;
pub mod worldmap;
mod write_prose;
mod write_route;
mod write_story;
mod write_told;
mod write_world;

pub use mistake::Mistake;
use mistake::noted;

/// The content files, by their path below `src/content/`.
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads a content folder with its maps and translations.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut files = BTreeMap::new();
        for inner in ["", "map/", "cs/", "sk/"] {
            let (below, prefix) = (folder.join(inner), inner);
            let entries = std::fs::read_dir(&below)
                .map_err(|e| format!("cannot read the folder {}: {e}", below.display()))?;
            for entry in entries.filter_map(Result::ok) {
                let path = entry.path();
                if path.is_file() {
                    let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                    let bytes = std::fs::read(&path)
                        .map_err(|e| format!("cannot read {}: {e}", path.display()))?;
                    files.insert(name, bytes);
                }
            }
        }
        Ok(Self(files))
    }

    /// The bytes of a file; a missing one is a mistake.
    fn bytes(&self, name: &str) -> Result<&[u8], Mistake> {
        let bytes = self.0.get(name).map(Vec::as_slice);
        bytes.ok_or_else(|| Mistake::whole_file(name, "expected this file to exist"))
    }

    /// The text of a file; a missing or unreadable one is a mistake.
    fn text(&self, name: &str) -> Result<&str, Mistake> {
        let bytes = self.bytes(name)?;
        std::str::from_utf8(bytes).map_err(|_| Mistake::whole_file(name, "expected text in UTF-8"))
    }
}

/// Compiles the content: pairs of file name and text, or every mistake that was found.
pub fn compile(files: &Files) -> Result<Vec<(&'static str, String)>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let content = check(files, &mut mistakes);
    let sheets = noted(basemap::Sheets::read(files), &mut mistakes);
    let world = worldmap::WorldMap::build(files, &write_world::codes(&content));
    let world = noted(world, &mut mistakes);
    let (Some(sheets), Some(world), true) = (sheets, world, mistakes.is_empty()) else {
        return Err(mistakes);
    };
    let map = basemap::BaseMap::draw(&sheets, write_story::view(&content));
    let lines = lines::Lines::default();
    // What the page carries is numbered first: its tables are the first part of the host's.
    let story = write_story::story(&content, &lines);
    let page = write_prose::PageWords::number(&content, &lines);
    let page_texts = lines.count();
    let prose = [
        write_prose::prose(&content, &map, &lines),
        write_told::told(&content, &lines),
        write_world::world(&world),
    ]
    .concat();
    let words = write_prose::words(&content, &page, &lines, page_texts);
    Ok(vec![
        ("story.rs", story),
        ("prose.rs", prose),
        ("words.rs", words),
    ])
}

/// Reads and checks the content, but for its maps; it is of use only if there are no mistakes.
pub fn check(files: &Files, mistakes: &mut Vec<Mistake>) -> records::Content {
    let content = read::read(files, mistakes);
    check::rules(&content, mistakes);
    content
}
