//! The pages as the host writes them, taken apart into their tags.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use five_armies::language::Language;
use five_armies::view::{App, AppProps, Page};
use five_armies::words::Words;
use leptos::prelude::*;

/// A start tag: its name and its attributes.
pub struct Tag {
    /// What it is.
    pub name: String,
    /// Name and value.
    pub attributes: BTreeMap<String, String>,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// A page in one language.
pub struct Written {
    /// The tag of the language, `pseudo` for the one that nobody speaks.
    pub name: &'static str,
    /// Its texts.
    pub words: Words,
    /// The markup.
    pub html: String,
    /// Every start tag, in order.
    pub tags: Vec<Tag>,
}

impl Written {
    /// Every value of an attribute, in order.
    pub fn values_of(&self, name: &str) -> Vec<&str> {
        self.tags.iter().filter_map(|t| t.get(name)).collect()
    }

    /// How often a whole attribute value stands in the page.
    pub fn count(&self, name: &str, value: &str) -> usize {
        let values = self.values_of(name).into_iter();
        values.filter(|v| *v == value).count()
    }

    /// The markup from the start tag of the element with an id to the end of the page; empty when there is none.
    pub fn starting_at(&self, id: &str) -> &str {
        let mark = format!(" id=\"{id}\"");
        let at = self.html.find(&mark).unwrap_or(self.html.len());
        let start = self.html.get(..at).and_then(|before| before.rfind('<'));
        self.html.get(start.unwrap_or(at)..).unwrap_or("")
    }

    /// The markup of the element with an id, from its start tag to its end tag.
    pub fn element(&self, id: &str) -> &str {
        let from = self.starting_at(id);
        let Some(name) = from.strip_prefix('<').map(name_of) else {
            return "";
        };
        let (open, close) = (format!("<{name}"), format!("</{name}>"));
        let mut depth = 0;
        let mut at = 0;
        while let Some(rest) = from.get(at..).filter(|rest| !rest.is_empty()) {
            if rest.starts_with(&close) {
                depth -= 1;
                at += close.len();
                if depth == 0 {
                    return from.get(..at).unwrap_or("");
                }
                continue;
            }
            if rest.starts_with(&open) && name_of(rest.get(1..).unwrap_or("")) == name {
                depth += 1;
            }
            let next = rest.get(1..).and_then(|r| r.find('<'));
            at += next.map_or(rest.len(), |n| n + 1);
        }
        from
    }
}

/// The page in a language, written anew.
pub fn written(words: Words) -> String {
    Owner::new().with(|| {
        App(AppProps {
            page: Page::new(words),
        })
        .to_html()
    })
}

/// The pages in all languages, and the one in the pseudo-language, each written once.
pub fn pages() -> &'static [Written] {
    static PAGES: OnceLock<Vec<Written>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let languages = Language::ALL.map(|l| (l.tag(), Words::of(l)));
        let all = languages.into_iter().chain([("pseudo", Words::pseudo())]);
        all.map(|(name, words)| {
            let html = written(words);
            let tags = taken_apart(&html);
            Written {
                name,
                words,
                html,
                tags,
            }
        })
        .collect()
    })
}

/// The pages in languages that are spoken.
pub fn spoken() -> impl Iterator<Item = &'static Written> {
    pages().iter().filter(|page| page.name != "pseudo")
}

/// The page of that name.
pub fn page(name: &str) -> &'static Written {
    let found = pages().iter().find(|page| page.name == name);
    let Some(page) = found else {
        unreachable!("no page is called {name}")
    };
    page
}

/// The page in English.
pub fn english() -> &'static Written {
    page("en")
}

/// The name of a tag, of the text behind its `<`.
fn name_of(piece: &str) -> String {
    piece
        .chars()
        .take_while(|c| !c.is_whitespace() && !['>', '/'].contains(c))
        .collect()
}

/// The start tags of a text in HTML. Values are quoted: it is written by a program.
pub fn taken_apart(html: &str) -> Vec<Tag> {
    let pieces = html.split('<').skip(1);
    let starts = pieces.filter(|piece| !piece.starts_with(['/', '!']));
    starts.map(tag).collect()
}

/// The start tag of which this is the text behind its `<`.
pub fn tag(piece: &str) -> Tag {
    let name = name_of(piece);
    let shown = || piece.chars().take(80).collect::<String>();
    let mut rest = piece.get(name.len()..).unwrap_or("");
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() || rest.starts_with(['>', '/']) {
            break;
        }
        let key: String = rest
            .chars()
            .take_while(|c| !c.is_whitespace() && !['=', '>', '/'].contains(c))
            .collect();
        rest = rest.get(key.len()..).unwrap_or("");
        let quoted = rest.strip_prefix("=\"").and_then(|r| r.split_once('"'));
        let (value, behind) = quoted.unwrap_or(("", rest));
        rest = behind;
        assert!(!key.is_empty(), "a tag that cannot be read: <{}", shown());
        let twice = attributes.insert(key, value.to_owned());
        assert!(twice.is_none(), "an attribute stands twice: <{}", shown());
    }
    Tag { name, attributes }
}
