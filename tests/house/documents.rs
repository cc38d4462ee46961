//! The documents: links lead to files and headings that exist, and what is named in backticks like a path is one.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use url::Url;

use crate::{files, none};

/// The beginnings of what is no file here: what a build makes, what a tool does, what has a slash for another reason.
const ELSEWHERE: [&str; 14] = [
    ".tools/",
    "@",
    "accessibility.",
    "application/",
    "cs.html",
    "dist/",
    "five-armies.html",
    "lists.",
    "m/",
    "oembed.json",
    "share/",
    "sk.html",
    "target/",
    "text/",
];

/// Endings by which a name without a slash is known to be a file's.
const ENDINGS: [&str; 14] = [
    ".css",
    ".html",
    ".js",
    ".json",
    ".lock",
    ".md",
    ".mjs",
    ".png",
    ".rs",
    ".svg",
    ".toml",
    ".topojson",
    ".webp",
    ".woff2",
];

/// What a document holds of interest.
#[derive(Default)]
struct Document {
    links: Vec<String>,
    headings: Vec<String>,
    spans: Vec<String>,
}

fn documents() -> impl Iterator<Item = (&'static str, &'static str)> {
    files::of(&[""], &[".md"])
}

fn read(text: &str) -> Document {
    let mut found = Document::default();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                found.links.push(dest_url.into_string());
            }
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => found.headings.extend(heading.take()),
            Event::Text(words) => {
                if let Some(heading) = &mut heading {
                    *heading += &words;
                }
            }
            Event::Code(span) => {
                if let Some(heading) = &mut heading {
                    *heading += &span;
                }
                found.spans.push(span.into_string());
            }
            _ => {}
        }
    }
    found
}

/// The anchor that a heading gets where the documents are shown.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || ['-', '_', ' '].contains(c);
    let small = heading.to_lowercase();
    small
        .chars()
        .filter(kept)
        .collect::<String>()
        .replace(' ', "-")
}

/// What is wrong with a link of a document.
fn broken(document: &str, link: &str) -> Option<&'static str> {
    if link.contains(':') {
        let sound = Url::parse(link).is_ok_and(|url| url.scheme() == "https" && url.has_host());
        return (!sound).then_some("no address that begins with https://");
    }
    let (path, wanted) = link.split_once('#').unwrap_or((link, ""));
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = match (path, folder) {
        ("", _) => document.to_owned(),
        (path, "") => path.to_owned(),
        (path, folder) => format!("{folder}/{path}"),
    };
    let Some(text) = files::all().get(&path) else {
        return Some("no such file");
    };
    let there = wanted.is_empty() || read(text).headings.iter().any(|it| anchor(it) == wanted);
    (!there).then_some("no such heading")
}

/// Whether a path leads to a file or, ending in a slash, to a folder. It may be told from the project's folder or, as
/// `view/live.rs`, from any within it; `*` stands for the names of a folder's files.
fn exists(path: &str) -> bool {
    let (begin, end) = path.split_once('*').unwrap_or((path, ""));
    let starred = path.contains('*');
    let from_the_top = path.split_once('/').is_some_and(|(top, _)| {
        let top = format!("{top}/");
        files::all().keys().any(|file| file.starts_with(&top))
    });
    let deeper = format!("/{begin}");
    files::all().keys().any(|file| {
        let rest = file.strip_prefix(begin);
        let rest = rest.or_else(|| {
            let at = file.find(&deeper).filter(|_| !from_the_top)?;
            file.get(at + deeper.len()..)
        });
        rest.is_some_and(|rest| match path.strip_suffix('/') {
            Some(_) => true,
            None if starred => rest.ends_with(end) && !rest.contains('/'),
            None => rest.is_empty(),
        })
    })
}

/// Whether words in backticks are meant for a path.
fn is_path(span: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./*@".contains(c);
    span.chars().all(plain)
        && !span.starts_with('/')
        && !ELSEWHERE.iter().any(|begin| span.starts_with(begin))
        && (span.contains('/')
            || ENDINGS
                .iter()
                .any(|it| span.len() > it.len() && span.ends_with(it)))
}

#[test]
fn every_link_of_a_document_leads_somewhere() {
    let mut links = 0;
    let mut wrong = Vec::new();
    for (document, text) in documents() {
        for link in read(text).links {
            links += 1;
            wrong.extend(broken(document, &link).map(|why| format!("{document}: {link}: {why}")));
        }
    }
    none(wrong, "links that lead nowhere");
    assert!(links > 10, "links were found: {links}");
}

#[test]
fn every_path_in_a_document_is_there() {
    let mut paths = 0;
    let mut wrong = Vec::new();
    for (document, text) in documents() {
        for span in read(text).spans.into_iter().filter(|span| is_path(span)) {
            paths += 1;
            if !exists(&span) {
                wrong.push(format!("{document}: {span}"));
            }
        }
    }
    none(wrong, "paths of nothing");
    assert!(paths > 50, "paths were found: {paths}");
}

#[test]
fn links_are_told_apart() {
    let why = |link| broken("tests/truth/scenes/README.md", link);
    assert_eq!(
        why("../scenes/README.md"),
        Some("no such file"),
        "paths are told without `..`"
    );
    assert_eq!(broken("CREDITS.md", "README.md#work-on-it"), None);
    assert_eq!(broken("README.md", "#put-it-on-a-site"), None);
    assert_eq!(
        broken("README.md", "#put-it-on-a-sight"),
        Some("no such heading")
    );
    assert_eq!(broken("README.md", "READMME.md"), Some("no such file"));
    assert_eq!(why("README.md#scenes-in-words"), None);
    assert_eq!(why("https://example.org/a"), None);
    let wrong = Some("no address that begins with https://");
    assert_eq!(why("http://example.org/a"), wrong);
    assert_eq!(why("https:// example.org"), wrong);
}

#[test]
fn paths_are_told_from_other_words() {
    for path in [
        "src/curve.rs",
        "view/live.rs",
        "compile/",
        "tests/*.rs",
        "d3/",
        "story.toml",
    ] {
        assert!(is_path(path) && exists(path), "{path}");
    }
    for gone in [
        "src/curves.rs",
        "src/live.rs",
        "compiler/",
        "tests/*.css",
        "live.rsx",
    ] {
        assert!(!exists(gone), "{gone}");
    }
    for other in [
        "scene_at",
        "dist/m/",
        ".rs",
        "application/wasm",
        "[words](kind:target)",
    ] {
        assert!(!is_path(other), "{other}");
    }
}
