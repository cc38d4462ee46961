//! How large the finished page is, part by part, raw and as brotli sends it.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

use crate::{
    html::{elements, stretch},
    languages::ENGLISH,
};

/// The parts of a page that can be told apart, and how they are found.
const PARTS: [(&str, &str); 13] = [
    ("base map", "#base-map"),
    ("claims", "[data-testid=claims]"),
    ("columns", "[data-testid=columns]"),
    ("events", "[data-testid=events]"),
    ("films", "[data-testid=films]"),
    ("linked data", "script[type='application/ld+json']"),
    ("reactions", "[data-testid=reactions]"),
    (
        "script",
        "script:not(#texts):not([type='application/ld+json'])",
    ),
    ("sources", "[data-testid=sources]"),
    ("story", "[data-testid=story]"),
    ("style", "style"),
    ("texts", "#texts"),
    ("world map", "#world-map-shapes"),
];

/// The page that is one file.
const ONE_FILE: &str = "five-armies.html";

/// Bytes, and how many travel.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Size {
    /// On the disk.
    pub raw: usize,
    /// Packed by a good host.
    pub brotli: usize,
}

/// What a finished `dist/` weighs.
pub struct Weighed {
    /// Files and parts of them by name.
    pub rows: Vec<(String, Size)>,
    /// What a first visit loads in English, without typefaces.
    pub first_visit: Size,
    /// The same with them.
    pub with_fonts: Size,
    /// The one file on the disk.
    pub one_file: usize,
}

impl Weighed {
    /// All of it as a table.
    pub fn table(&self) -> String {
        shown(&self.rows)
    }
}

/// The table for a finished `dist/`.
pub fn table(dist: &Path) -> Result<String> {
    Ok(weigh(dist)?.table())
}

/// Weighs a finished `dist/`.
pub fn weigh(dist: &Path) -> Result<Weighed> {
    let files = files(dist)?;
    let index = files
        .get(ENGLISH.file)
        .context("dist/index.html is missing; run `cargo xtask build`")?;
    let mut rows: Vec<(String, Size)> = Vec::new();
    let (mut bare, mut fonts) = (Size::default(), Size::default());
    let mut folders: BTreeMap<&str, (usize, Size)> = BTreeMap::new();

    for (name, content) in &files {
        let size = Size::travelling(name, content)?;
        if let Some(folder) = summed(name) {
            let (count, sum) = folders.entry(folder).or_default();
            *count += 1;
            *sum = *sum + size;
            continue;
        }
        rows.push((name.clone(), size));
        if name == ENGLISH.file {
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
    for (folder, (count, sum)) in folders {
        rows.push((format!("{folder}/ ({count})"), sum));
    }
    rows.push(("first visit, without fonts".to_owned(), bare));
    rows.push(("first visit, with fonts".to_owned(), bare + fonts));
    Ok(Weighed {
        rows,
        first_visit: bare,
        with_fonts: bare + fonts,
        one_file: files.get(ONE_FILE).map_or(0, Vec::len),
    })
}

/// When a file is loaded. Pages in other languages are visited instead of the English one and are much like it.
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
        _ if name == ENGLISH.file || name == "favicon.svg" => Kind::FirstVisit,
        _ => Kind::Other,
    }
}

/// The folder whose files are only listed as a sum: many of a kind, of which a reader loads one or none.
fn summed(name: &str) -> Option<&str> {
    const FOLDERS: [&str; 4] = ["demo", "icons", "m", "share"];
    let (folder, _) = name.split_once('/')?;
    FOLDERS.contains(&folder).then_some(folder)
}

/// The contents of all files by their names in `dist/`, without the texts of licences.
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

/// Those parts that a page has; what a selector finds is taken together. A part inside a part counts in both.
fn parts(html: &str) -> Result<Vec<(&'static str, String)>> {
    let mut parts = Vec::new();
    for (name, selector) in PARTS {
        let found = elements(html, selector)?;
        if !found.is_empty() {
            let texts = found.iter().map(|element| stretch(html, &element.outer));
            parts.push((name, texts.collect::<Result<String>>()?));
        }
    }
    Ok(parts)
}

impl Size {
    /// A file as it is sent: hosts do not pack pictures, which are packed already.
    fn travelling(name: &str, content: &[u8]) -> Result<Size> {
        if name.ends_with(".png") {
            let (raw, brotli) = (content.len(), content.len());
            return Ok(Size { raw, brotli });
        }
        Size::of(content)
    }

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
    fn a_page_knows_its_parts() -> Result<()> {
        let html = "<style>a</style><section data-testid=story>1<g id=world-map-shapes></g></section><style>b</style>\
                    <script id=texts type=text/plain>2</script><script>3</script>\
                    <script type=application/ld+json>{}</script><p>4</p>";
        let wanted = [
            (
                "linked data",
                "<script type=application/ld+json>{}</script>",
            ),
            ("script", "<script>3</script>"),
            (
                "story",
                "<section data-testid=story>1<g id=world-map-shapes></g></section>",
            ),
            ("style", "<style>a</style><style>b</style>"),
            ("texts", "<script id=texts type=text/plain>2</script>"),
            ("world map", "<g id=world-map-shapes></g>"),
        ];
        assert_eq!(
            parts(html)?,
            wanted.map(|(name, text)| (name, text.to_owned()))
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
            ["five-armies.html", "cs.html", "sk.html"].map(kind),
            [Kind::Other, Kind::Other, Kind::Other]
        );
        for name in ["embed.js", "sw.js", "five-armies.en.webmanifest"] {
            assert_eq!(kind(name), Kind::Other, "{name}");
        }
    }

    #[test]
    fn files_of_which_there_are_many_are_listed_as_a_sum() -> Result<()> {
        let dist = std::env::temp_dir().join(format!("five-armies-size-{}", std::process::id()));
        fs::create_dir_all(dist.join("share"))?;
        for (name, length) in [
            ("index.html", 1000),
            ("share/0220.en.png", 2000),
            ("share/0220.cs.png", 3000),
            ("sw.js", 400),
        ] {
            fs::write(dist.join(name), vec![b'a'; length])?;
        }
        let table = table(&dist)?;
        fs::remove_dir_all(&dist)?;
        let row = |start: &str| {
            let line = table.lines().find(|line| line.starts_with(start));
            line.map(|line| line.split("  ").last().unwrap_or_default().trim())
        };
        assert_eq!(row("share/ (2)"), Some("5 000"), "{table}");
        assert!(
            row("sw.js").is_some() && row("share/0").is_none(),
            "{table}"
        );
        assert!(
            table.contains("first visit, without fonts      1 000"),
            "{table}"
        );
        Ok(())
    }

    #[test]
    fn repetition_travels_light() -> Result<()> {
        let size = Size::of(&[b'a'; 10_000])?;
        assert_eq!(size.raw, 10_000);
        assert!(size.brotli < 50);
        Ok(())
    }
}
