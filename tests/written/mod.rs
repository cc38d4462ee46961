//! The content as it is written, read here once more: with no part of the build script, so that what it makes of
//! the content can be compared with something.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

/// The languages, that of the content's own files first.
pub const TONGUES: [&str; 3] = ["en", "cs", "sk"];

/// The files of entries with texts. The words of the interface, which have no entries, come last.
pub const FILES: [&str; 18] = [
    "armies",
    "chapters",
    "claims",
    "corrections",
    "departures",
    "events",
    "films",
    "places",
    "questions",
    "reactions",
    "regions",
    "routes",
    "sights",
    "sources",
    "stills",
    "story",
    "then_and_now",
    "words",
];

/// The text of a file below `src/content/`.
pub fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
    std::fs::read_to_string(folder.join(name)).expect("a content file")
}

/// A file below `src/content/`, taken apart.
pub fn table(name: &str) -> Table {
    file(name).parse().expect("valid TOML")
}

/// The entries of one kind.
pub fn entries(name: &str, kind: &str) -> Vec<Table> {
    let table = table(name);
    let all = table.get(kind).and_then(Value::as_array);
    let tables = all.into_iter().flatten().filter_map(Value::as_table);
    tables.cloned().collect()
}

/// A field that is a text; empty when there is none.
pub fn text<'a>(entry: &'a Table, field: &str) -> &'a str {
    entry.get(field).and_then(Value::as_str).unwrap_or("")
}

/// A field that is a list of texts.
pub fn list(entry: &Table, field: &str) -> Vec<String> {
    let all = entry.get(field).and_then(Value::as_array);
    let texts = all.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// Every text of a file in a language, by the way to it: entry, list and entry within it, field.
pub fn texts(stem: &str, tongue: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let at_home = tongue == "en";
    let name = if at_home {
        format!("{stem}.toml")
    } else {
        format!("{tongue}/{stem}.toml")
    };
    // The words are bare texts in English too.
    let bare = !at_home || stem == "words";
    collect(&Value::Table(table(&name)), "", bare, &mut found);
    found
}

fn collect(value: &Value, way: &str, bare: bool, found: &mut BTreeMap<String, String>) {
    let joined = |name: &str| match way {
        "" => name.to_owned(),
        way => format!("{way}.{name}"),
    };
    match value {
        Value::String(text) if bare => {
            found.insert(way.to_owned(), text.clone());
        }
        Value::Table(table) => {
            if let Some(text) = table.get("en").and_then(Value::as_str).filter(|_| !bare) {
                found.insert(way.to_owned(), text.to_owned());
            }
            for (key, inner) in table {
                let Value::Array(items) = inner else {
                    collect(inner, &joined(key), bare, found);
                    continue;
                };
                for (number, item) in items.iter().enumerate() {
                    let id = item.get("id").and_then(Value::as_str);
                    let name = match id {
                        Some(id) if way.is_empty() => id.to_owned(),
                        Some(id) => format!("{key}.{id}"),
                        None => format!("{key}.{}", number + 1),
                    };
                    collect(item, &joined(&name), bare, found);
                }
            }
        }
        _ => {}
    }
}

/// `[words](kind:target)` in a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// What it is.
    pub kind: String,
    /// What it means.
    pub target: String,
    /// Its words, without the markup in them.
    pub words: String,
}

/// The words of a text, and its spans in the order in which they end.
pub fn spans(text: &str) -> (String, Vec<Span>) {
    let mut words = String::new();
    let mut open: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or("");
        if c == '[' {
            open.push(words.len());
            continue;
        }
        let target = rest.strip_prefix('(').and_then(|r| r.split_once(')'));
        let closing = target.filter(|_| c == ']').zip(open.last().copied());
        let Some(((target, behind), start)) = closing else {
            words.push(c);
            continue;
        };
        let (kind, target) = target.split_once(':').unwrap_or((target, ""));
        found.push(Span {
            kind: kind.to_owned(),
            target: target.to_owned(),
            words: words.get(start..).unwrap_or("").to_owned(),
        });
        open.pop();
        rest = behind;
    }
    assert!(open.is_empty(), "a bracket without its end: {text}");
    (words, found)
}

/// A passage of the story in a language.
pub struct Passage {
    /// The id of its chapter.
    pub chapter: String,
    /// Its own id.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// All passages in reading order. Ids and order are those of the English file.
pub fn passages(tongue: &str) -> Vec<Passage> {
    let texts = texts("chapters", tongue);
    let mut all = Vec::new();
    for chapter in entries("chapters.toml", "chapter") {
        let passages = chapter.get("passage").and_then(Value::as_array);
        for passage in passages.into_iter().flatten().filter_map(Value::as_table) {
            let (chapter, id) = (text(&chapter, "id"), text(passage, "id"));
            let way = format!("{chapter}.passage.{id}.text");
            all.push(Passage {
                chapter: chapter.to_owned(),
                id: id.to_owned(),
                text: texts.get(&way).cloned().unwrap_or_default(),
            });
        }
    }
    all
}

/// The claims that a text tells, with the words of each.
pub fn claims_in(passage: &str) -> Vec<(String, String)> {
    let (_, spans) = spans(passage);
    let claims = spans.into_iter().filter(|s| s.kind == "claim");
    claims
        .flat_map(|span| {
            let ids: Vec<String> = span.target.split(',').map(|id| id.trim().into()).collect();
            ids.into_iter().map(move |id| (id, span.words.clone()))
        })
        .collect()
}
