//! A mistake in the content, as the author is told of it, and where it stands.

use std::fmt;

/// A mistake in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Path below `src/content/`.
    pub file: String,
    /// Line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Which entry, e.g. `route "rec-bulgaria-12"`.
    pub entry: String,
    /// Which field of it.
    pub field: String,
    /// What was expected, and what stands there.
    pub problem: String,
}

impl Mistake {
    /// A mistake about a file as a whole.
    pub fn whole_file(file: &str, problem: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            entry: "the file".to_owned(),
            field: "-".to_owned(),
            problem: problem.to_owned(),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            entry,
            field,
            problem,
        } = self;
        write!(
            f,
            "src/content/{file}:{line}: {entry}: field `{field}`: {problem}"
        )
    }
}

impl Mistake {
    /// A file that is not TOML. The parser's message is cut to one line.
    pub fn not_toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map_or(0, |span| line_of(text, span.start));
        let message = error.message().lines().next().unwrap_or_default();
        Self {
            line,
            ..Self::whole_file(file, &format!("expected valid TOML: {message}"))
        }
    }
}

/// Where an entry stands, for the messages of later checks.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    file: String,
    line: usize,
    entry: String,
}

impl Origin {
    /// The entry of a name at a line of a file.
    pub fn new(file: &str, line: usize, entry: &str) -> Self {
        Self {
            file: file.to_owned(),
            line,
            entry: entry.to_owned(),
        }
    }

    /// Notes a mistake about a field of the entry.
    pub fn mistake(&self, mistakes: &mut Vec<Mistake>, field: &str, problem: String) {
        mistakes.push(Mistake {
            file: self.file.clone(),
            line: self.line,
            entry: self.entry.clone(),
            field: field.to_owned(),
            problem,
        });
    }
}

/// Line of a byte of a text, from 1.
pub fn line_of(text: &str, byte: usize) -> usize {
    text.get(..byte)
        .map_or(1, |before| before.matches('\n').count() + 1)
}
