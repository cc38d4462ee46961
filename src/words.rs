//! The texts of one language: the words of the interface and the wordings of the content.
//!
//! The program speaks no language. It knows texts by number; their wordings are a table of one line
//! each, which stands in the page the program is started from. The host has the tables of all
//! languages compiled in.

use crate::language::Language;

/// A text of the content, by its number in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub u16);

/// The wordings of one language. `Copy`, so that every view can hold them.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The language.
    pub language: Language,
    lines: &'static [&'static str],
}

impl Words {
    /// The wordings of a language, as the page carries them: one text a line. `None` when the table
    /// is not that of this program. Kept for as long as the program runs.
    pub fn from_table(language: Language, table: &str) -> Option<Self> {
        let table: &'static str = Box::leak(table.trim_matches('\n').into());
        let lines: Vec<&'static str> = table.split('\n').collect();
        (lines.len() == PAGE_TEXTS).then(|| Self {
            language,
            lines: Box::leak(lines.into_boxed_slice()),
        })
    }

    /// The wording of a text.
    pub fn say(&self, text: Text) -> &'static str {
        self.lines.get(usize::from(text.0)).copied().unwrap_or("")
    }
}

#[cfg(not(feature = "hydrate"))]
impl Words {
    /// The wordings of a language, all of them.
    pub fn of(language: Language) -> Self {
        let lines = compiled::TABLES.get(language as usize).copied();
        Self {
            language,
            lines: lines.unwrap_or_default(),
        }
    }

    /// English in letters that no text of the program is written in: what is still readable in a page made
    /// of these is written in the program. Placeholders, markup and entities of names stay.
    pub fn pseudo() -> Self {
        let lines: Vec<&'static str> = Self::of(Language::English)
            .lines
            .iter()
            .map(|line| &*Box::leak(disguised(line).into_boxed_str()))
            .collect();
        Self {
            language: Language::English,
            lines: Box::leak(lines.into_boxed_slice()),
        }
    }

    /// The table that a page of this language carries for the program.
    pub fn table(&self) -> String {
        self.lines.get(..PAGE_TEXTS).unwrap_or_default().join("\n")
    }
}

/// A wording with its letters replaced by full-width ones, outside of `{placeholders}` and of the
/// targets of markup, `](...)`.
#[cfg(not(feature = "hydrate"))]
fn disguised(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut kept_until: Option<char> = None;
    let mut before = ' ';
    for c in text.chars() {
        match (kept_until, c) {
            (Some(end), _) if c == end => kept_until = None,
            (None, '{') => kept_until = Some('}'),
            (None, '(') if before == ']' => kept_until = Some(')'),
            _ => {}
        }
        let wide = c.is_ascii_alphabetic() && kept_until.is_none();
        // U+FF01 to U+FF5E are the full-width forms of U+0021 to U+007E.
        let shown = if wide {
            char::from_u32(c as u32 + 0xFEE0)
        } else {
            None
        };
        out.push(shown.unwrap_or(c));
        before = c;
    }
    out
}

/// The numbers of the texts, written by the build script: a method for each word of the interface,
/// the acts' names, the title.
#[allow(
    missing_docs,
    reason = "the build script writes it; words have no more to say than their names"
)]
mod compiled {
    use super::{Text, Words};
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
pub use compiled::{ACT_SHORTS, PAGE_TEXTS, SUBTITLE, TITLE};

/// A wording with its `{name}` filled in.
pub fn fill(wording: &str, name: &str, value: &str) -> String {
    replaced(wording, '{', &[name, "}"].concat(), value)
}

/// A text with a value in every place that a mark and what follows it name. `str::replace` looks for whole words; what
/// it needs for that is 3 kB of program.
pub fn replaced(text: &str, mark: char, name: &str, value: &str) -> String {
    let mut parts = text.split(mark);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some(rest) = part.strip_prefix(name) {
            whole.push_str(value);
            whole.push_str(rest);
        } else {
            whole.push(mark);
            whole.push_str(part);
        }
    }
    whole
}
