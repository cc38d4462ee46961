//! The page in the pseudo-language, in whose texts no letter is ours: what can still be read is written in the
//! program, or a name that is nobody's to translate and should say so.

use five_armies::view::print;

use crate::tags::{Tag, page, tag};

/// Elements that HTML never closes.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"];
/// Attributes that are read out or shown.
const SAID: [&str; 8] = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "content",
    "placeholder",
    "title",
];

/// What can be read in a piece of HTML: where it stands, and the words.
fn readable(html: &str) -> Vec<(String, String)> {
    let mut open: Vec<Tag> = Vec::new();
    let mut found = Vec::new();
    let mut put = |open: &[Tag], what: &str, words: &str| {
        let kept = open.iter().any(|t| t.get("translate") == Some("no"));
        let plain: String = entities(words);
        if plain.contains(|c: char| c.is_ascii_alphabetic()) && !kept {
            let way = open.iter().rev().take(4).rev().map(|t| {
                let mark = t.get("id").or(t.get("class")).unwrap_or("");
                format!("{}.{mark}", t.name)
            });
            let way: Vec<String> = way.collect();
            found.push((format!("{} {what}", way.join(" ")), plain));
        }
    };
    let mut pieces = html.split('<');
    put(&[], "text", pieces.next().unwrap_or(""));
    for piece in pieces {
        let (inside, text) = piece.split_once('>').unwrap_or((piece, ""));
        if let Some(name) = inside.strip_prefix('/') {
            let closed = open.pop();
            let right = closed.as_ref().is_some_and(|t| t.name == name);
            assert!(right, "</{name}> closes {:?}", closed.map(|t| t.name));
        } else if !inside.starts_with('!') {
            let tag = tag(piece);
            let closed = inside.ends_with('/') || VOID.contains(&tag.name.as_str());
            open.push(tag);
            let said = open.last().into_iter().flat_map(|t| &t.attributes);
            let said: Vec<(String, String)> = said
                .filter(|(key, _)| SAID.contains(&key.as_str()))
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect();
            for (key, value) in said {
                put(&open, &key, &value);
            }
            if closed {
                open.pop();
            }
        }
        if open
            .last()
            .is_none_or(|t| !["style", "script"].contains(&t.name.as_str()))
        {
            put(&open, "text", text);
        }
    }
    assert!(open.is_empty(), "left open: {}", open.len());
    found
}

/// A text with its entities resolved: their letters are nobody's to read.
fn entities(text: &str) -> String {
    let mut out = text.to_owned();
    for (entity, letter) in [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
    ] {
        out = out.replace(entity, letter);
    }
    out
}

#[test]
fn what_can_be_read_is_found() {
    let html = "<p id=\"a\">One <b translate=\"no\">two <i>three</i></b> <img alt=\"four\"> &amp; \
                <button aria-label=\"five\" translate=\"no\">six</button></p>";
    let words: Vec<String> = readable(html).into_iter().map(|(_, words)| words).collect();
    assert_eq!(words, ["One ", "four"]);
}

#[test]
fn nothing_on_the_page_is_written_in_the_program() {
    let all = readable(&page("pseudo").html);
    let lines: Vec<String> = all
        .iter()
        .map(|(way, words)| format!("{way}: {words}"))
        .collect();
    assert!(
        lines.is_empty(),
        "{} texts:\n{}",
        lines.len(),
        lines.join("\n")
    );
}

#[test]
fn nothing_in_the_head_is_written_in_the_program() {
    let head = print::head(page("pseudo").words);
    let all = readable(&head);
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn in_english_everything_can_be_read() {
    // Otherwise the search would find nothing anywhere.
    assert!(readable(&page("en").html).len() > 2_000);
}
