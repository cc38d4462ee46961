//! A mistake in the content, as the author is told of it.

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
