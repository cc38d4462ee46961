//! The words that programs may give to a browser or look for: those within the literals of the Rust source and all those
//! of the pages' own scripts, whole, so that `map` is not found in `map_label`.

use std::collections::BTreeSet;
use std::str::FromStr;

use proc_macro2::{TokenStream, TokenTree};

use crate::files;

/// Where what the reader's browser gets is written.
const RUST: [&str; 2] = ["src/", "xtask/src/"];

/// The words of the program.
#[derive(Default)]
pub struct Words {
    /// Words as they are.
    plain: BTreeSet<String>,
    /// Words with a hole that is filled when the program runs: what stands before and behind it.
    holed: BTreeSet<(String, String)>,
}

impl Words {
    /// Of everything that makes or changes the page.
    pub fn of_the_program() -> Self {
        let mut words = Self::default();
        for (path, text) in files::of(&RUST, &[".rs"]) {
            if !path.starts_with("src/build/") {
                let tokens = TokenStream::from_str(text).expect("Rust");
                words.take_tokens(tokens);
            }
        }
        for (_, text) in files::of(&["index.html", "public/"], &[".html", ".js"]) {
            words.plain.extend(words_of(text, "-_").map(str::to_owned));
            // What stands in `dataset` under one name stands in the markup under another.
            for name in text.split("dataset.").skip(1) {
                let name = name.split(|c: char| !c.is_alphanumeric()).next();
                words.plain.insert(in_markup(name.unwrap_or_default()));
            }
        }
        // The names of entries stand in the markup, too.
        for (_, text) in files::of(&["src/content/"], &[".toml"]) {
            let ids = text.lines().filter_map(|line| line.strip_prefix("id = "));
            words
                .plain
                .extend(ids.map(|id| id.trim_matches('"').to_owned()));
        }
        words
    }

    /// Whether a name is one of the words, whole or with its hole filled by another.
    pub fn has(&self, name: &str) -> bool {
        let number = |filling: &str| filling.parse::<u32>().is_ok();
        self.plain.contains(name)
            || self.holed.iter().any(|(before, behind)| {
                name.strip_prefix(before.as_str())
                    .and_then(|rest| rest.strip_suffix(behind.as_str()))
                    .is_some_and(|filling| number(filling) || self.plain.contains(filling))
            })
    }

    fn take_tokens(&mut self, tokens: TokenStream) {
        // `data-place` in a view is three tokens; `#[doc = ""]` is what became of a comment.
        let (mut name, mut in_doc) = (String::new(), false);
        for token in tokens {
            let goes_on = match &token {
                TokenTree::Ident(_) => name.ends_with('-'),
                TokenTree::Punct(mark) => mark.as_char() == '-',
                _ => false,
            };
            if !goes_on {
                self.take_joined(&name);
                name.clear();
            }
            match token {
                TokenTree::Group(group) => self.take_tokens(group.stream()),
                TokenTree::Literal(literal) if !in_doc => self.take_literal(&literal.to_string()),
                TokenTree::Literal(_) => in_doc = false,
                TokenTree::Ident(ident) => {
                    in_doc = ident == "doc";
                    name += &ident.to_string();
                }
                TokenTree::Punct(_) if goes_on => name.push('-'),
                TokenTree::Punct(mark) => in_doc &= mark.as_char() == '=',
            }
        }
        self.take_joined(&name);
    }

    /// A name of more than one token.
    fn take_joined(&mut self, name: &str) {
        if name.contains('-') {
            self.plain.insert(name.to_owned());
        }
    }

    /// The words of a literal, which may be a format: `{{` is a bracket in it, `{name}` a hole.
    fn take_literal(&mut self, text: &str) {
        let text = text
            .replace("\\n", " ")
            .replace("{{", " ")
            .replace("}}", " ");
        for word in words_of(&with_empty_holes(&text), "-_{}") {
            match word.split_once("{}") {
                Some((before, behind)) if before.len() + behind.len() > 1 => {
                    self.holed.insert((before.to_owned(), behind.to_owned()));
                }
                _ => {
                    self.plain.insert(word.to_owned());
                }
            }
        }
    }
}

fn words_of<'a>(text: &'a str, also: &'a str) -> impl Iterator<Item = &'a str> {
    let words = text.split(move |c: char| !c.is_alphanumeric() && !also.contains(c));
    words.filter(|word| !word.is_empty())
}

/// A format with `{}` for every `{name}`.
fn with_empty_holes(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        inside &= c != '}';
        if !inside {
            out.push(c);
        }
        inside |= c == '{';
    }
    out
}

/// `hostSaid` of `dataset` as an attribute.
fn in_markup(name: &str) -> String {
    let mut out = "data-".to_owned();
    for c in name.chars() {
        if c.is_uppercase() {
            out.push('-');
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[test]
fn words_are_found_whole() {
    let mut words = Words::default();
    let source = "/// A `commented` word.\nfn f() { view! { <p data-a-b=\"c d\"> }; let x = \"n-{0}\\n\" ; }";
    words.take_tokens(TokenStream::from_str(source).expect("Rust"));
    for there in ["data-a-b", "c", "d", "n-c", "n-7"] {
        assert!(words.has(there), "{there}");
    }
    for gone in ["commented", "data-a", "n-", "n-x", "c d", "f"] {
        assert!(!words.has(gone), "{gone}");
    }
    assert_eq!(in_markup("hostSaid"), "data-host-said");
}
