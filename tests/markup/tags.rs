//! The page as the host writes it, taken apart into its tags.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use five_armies::language::Language;
use five_armies::view::{App, AppProps, Page};
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

/// The page, written anew.
pub fn written() -> String {
    Owner::new().with(|| {
        App(AppProps {
            page: Page::new(Language::English),
        })
        .to_html()
    })
}

/// The page, written once.
pub fn page() -> &'static str {
    static PAGE: OnceLock<String> = OnceLock::new();
    PAGE.get_or_init(written)
}

/// Every start tag of the page.
pub fn tags() -> &'static [Tag] {
    static TAGS: OnceLock<Vec<Tag>> = OnceLock::new();
    TAGS.get_or_init(taken_apart)
}

/// The tags of the page. Values are quoted: the page is written by a program.
fn taken_apart() -> Vec<Tag> {
    let mut tags = Vec::new();
    for piece in page().split('<').skip(1) {
        if piece.starts_with(['/', '!']) {
            continue;
        }
        let name: String = piece
            .chars()
            .take_while(|c| !c.is_whitespace() && !['>', '/'].contains(c))
            .collect();
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
            assert!(
                !key.is_empty(),
                "a tag that cannot be read: <{}",
                piece.chars().take(80).collect::<String>()
            );
            let twice = attributes.insert(key, value.to_owned());
            assert!(
                twice.is_none(),
                "an attribute stands twice: <{}",
                piece.chars().take(80).collect::<String>()
            );
        }
        tags.push(Tag { name, attributes });
    }
    tags
}

/// Every value of an attribute, in order.
pub fn values_of(name: &str) -> Vec<String> {
    tags()
        .iter()
        .filter_map(|t| t.get(name).map(str::to_owned))
        .collect()
}

/// How often a whole attribute value stands in the page.
pub fn count(name: &str, value: &str) -> usize {
    values_of(name).iter().filter(|v| *v == value).count()
}
