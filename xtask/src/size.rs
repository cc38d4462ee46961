//! How large the finished page is, part by part, raw and as brotli sends it.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

use crate::html::elements;

/// Bytes, and how many travel.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Size {
    raw: usize,
    brotli: usize,
}

/// The table for a finished `dist/`.
pub fn table(dist: &Path) -> Result<String> {
    let files = files(dist)?;
    let index = files
        .get("index.html")
        .context("dist/index.html is missing; run `cargo xtask build`")?;
    let mut rows: Vec<(String, Size)> = Vec::new();
    let (mut bare, mut fonts) = (Size::default(), Size::default());

    for (name, content) in &files {
        let size = Size::of(content)?;
        rows.push((name.clone(), size));
        if name == "index.html" {
            for (part, text) in parts(&String::from_utf8_lossy(index))? {
                rows.push((format!("  its {part}"), Size::of(text.as_bytes())?));
            }
        }
        match kind(name) {
            Kind::FirstVisit => bare = bare + size,
            Kind::Font => fonts = fonts + size,
            Kind::Other => {}
        }
    }
    rows.push(("first visit, without fonts".to_owned(), bare));
    rows.push(("first visit, with fonts".to_owned(), bare + fonts));
    Ok(shown(&rows))
}

/// When a file is loaded.
#[derive(Debug, PartialEq)]
enum Kind {
    FirstVisit,
    Font,
    Other,
}

fn kind(name: &str) -> Kind {
    match name.rsplit_once('.') {
        Some((_, "woff2")) => Kind::Font,
        Some((_, "wasm")) => Kind::FirstVisit,
        Some((stem, "js")) if stem.starts_with("five-armies-") => Kind::FirstVisit,
        _ if matches!(name, "index.html" | "favicon.svg") => Kind::FirstVisit,
        _ => Kind::Other,
    }
}

/// The contents of all files by their names in `dist/`, without the licences of the fonts.
fn files(dist: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|kind| kind != "txt") {
                let name = path.strip_prefix(dist)?.to_string_lossy().into_owned();
                files.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

/// The parts of a page that can be told apart: styles, scripts and what is marked `data-part`; those of one name are
/// taken together. A part inside a part counts in both.
fn parts(html: &str) -> Result<BTreeMap<String, String>> {
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    for element in elements(html, "style, script, #base-map, [data-part]")? {
        let name = match (element.tag.as_str(), element.attribute("data-part")) {
            (_, Some(part)) => part.to_owned(),
            (tag @ ("style" | "script"), None) => tag.to_owned(),
            (_, None) => "base-map".to_owned(),
        };
        parts
            .entry(name)
            .or_default()
            .push_str(&html[element.outer]);
    }
    Ok(parts)
}

impl Size {
    fn of(content: &[u8]) -> Result<Size> {
        const BEST: i32 = 11;
        let parameters = BrotliEncoderParams {
            quality: BEST,
            size_hint: content.len(),
            ..Default::default()
        };
        let mut packed = Vec::new();
        brotli::BrotliCompress(&mut &*content, &mut packed, &parameters)?;
        Ok(Size {
            raw: content.len(),
            brotli: packed.len(),
        })
    }
}

impl std::ops::Add for Size {
    type Output = Size;

    fn add(self, other: Size) -> Size {
        Size {
            raw: self.raw + other.raw,
            brotli: self.brotli + other.brotli,
        }
    }
}

fn shown(rows: &[(String, Size)]) -> String {
    let width = rows
        .iter()
        .map(|(name, _)| name.chars().count())
        .max()
        .unwrap_or_default();
    let mut text = format!("{:width$}  {:>9}  {:>9}\n", "bytes", "raw", "brotli");
    for (name, size) in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{name:width$}  {:>9}  {:>9}",
            grouped(size.raw),
            grouped(size.brotli)
        );
    }
    text
}

/// `1234567` as `1 234 567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(String::from_utf8_lossy)
        .collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(
            [grouped(0), grouped(999), grouped(1000), grouped(1_234_567)],
            ["0", "999", "1 000", "1 234 567"]
        );
    }

    #[test]
    fn parts_of_one_name_are_taken_together() -> Result<()> {
        let html = "<style>a</style><p data-part=prose>1</p><svg id=base-map></svg><p data-part=prose>2</p>";
        let parts = parts(html)?;
        assert_eq!(
            parts.keys().collect::<Vec<_>>(),
            ["base-map", "prose", "style"]
        );
        assert_eq!(
            parts["prose"],
            "<p data-part=prose>1</p><p data-part=prose>2</p>"
        );
        Ok(())
    }

    #[test]
    fn a_first_visit_loads_page_program_and_glue() {
        let first = [
            "index.html",
            "five-armies-0a.js",
            "five-armies_bg-0a.wasm",
            "favicon.svg",
        ];
        assert!(first.iter().all(|name| kind(name) == Kind::FirstVisit));
        assert_eq!(kind("fonts/archivo-0a.woff2"), Kind::Font);
        assert_eq!(
            (kind("five-armies.html"), kind("embed.js")),
            (Kind::Other, Kind::Other)
        );
    }

    #[test]
    fn repetition_travels_light() -> Result<()> {
        let size = Size::of(&[b'a'; 10_000])?;
        assert_eq!(size.raw, 10_000);
        assert!(size.brotli < 50);
        Ok(())
    }
}
