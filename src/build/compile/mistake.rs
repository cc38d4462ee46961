//! A mistake in the content, as the author is told of it, and where it stands.

use std::fmt;
use std::panic::Location;

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
    /// Where the rule that found it stands in the source; what notes mistakes for many rules is marked with
    /// `track_caller`. The tests take away one rule after another by this place.
    pub rule: &'static Location<'static>,
}

impl Mistake {
    /// A mistake about a file as a whole.
    #[track_caller]
    pub fn whole_file(file: &str, problem: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            entry: "the file".to_owned(),
            field: "-".to_owned(),
            problem: problem.to_owned(),
            rule: Location::caller(),
        }
    }
}

/// What was found, if nothing was wrong with it; its mistakes are noted otherwise.
pub fn noted<T>(found: Result<T, Vec<Mistake>>, mistakes: &mut Vec<Mistake>) -> Option<T> {
    found.map_err(|found| mistakes.extend(found)).ok()
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            entry,
            field,
            problem,
            ..
        } = self;
        let field = if field.is_empty() { "\"\"" } else { field };
        let said = format!("src/content/{file}:{line}: {entry}: field `{field}`: {problem}");
        // What was found may hold the ends of lines, of which cargo shows the first.
        for c in said.chars() {
            if c.is_control() {
                write!(f, "{}", c.escape_default())?;
            } else {
                write!(f, "{c}")?;
            }
        }
        Ok(())
    }
}

impl Mistake {
    /// A file that is not TOML. The parser's message is cut to one line.
    #[track_caller]
    pub fn not_toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let line = error
            .span()
            .map_or(0, |span| LineEnds::of(text).line_of(span.start));
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
    #[track_caller]
    pub fn mistake(&self, mistakes: &mut Vec<Mistake>, field: &str, problem: String) {
        mistakes.push(Mistake {
            line: self.line,
            entry: self.entry.clone(),
            field: field.to_owned(),
            problem,
            ..Mistake::whole_file(&self.file, "")
        });
    }
}

/// Where the lines of a text end: counting them anew for every entry took a third of a check's time.
pub struct LineEnds(Vec<usize>);

impl LineEnds {
    /// Of a text.
    pub fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(end, _)| end).collect())
    }

    /// Line of a byte of the text, from 1.
    pub fn line_of(&self, byte: usize) -> usize {
        self.0.partition_point(|&end| end < byte) + 1
    }
}
