//! The words of the interface, compiled from `src/content/words.<language>.toml`.

/// The words, the acts' names and the title, written by the build script.
#[allow(missing_docs)]
mod compiled {
    use crate::language::{Language, Text};
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
pub use compiled::{ACT_NAMES, ACT_SHORTS, SUBTITLE, TITLE, WORDS, Words};

use crate::language::Language;

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    let [first, ..] = &WORDS;
    WORDS.get(language as usize).unwrap_or(first)
}

/// A wording with its `{name}` filled in.
pub fn fill(wording: &str, name: &str, value: &str) -> String {
    let mut hole = String::from("{");
    hole.push_str(name);
    hole.push('}');
    wording.replace(&hole, value)
}
