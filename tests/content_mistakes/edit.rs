//! The real content with one mistake in it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::build::compile::{Files, Mistake, check, compile};
use crate::resting;

/// The content, some of it changed.
pub struct Edited(Files);

/// The content as it is in the source.
pub fn content() -> Edited {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
    match Files::read(&folder) {
        Ok(files) => Edited(files),
        Err(problem) => unreachable!("{problem}"),
    }
}

impl Edited {
    /// The files.
    pub fn files(&self) -> &Files {
        &self.0
    }

    /// The names of the files.
    pub fn file_names(&self) -> BTreeSet<String> {
        self.0.0.keys().cloned().collect()
    }

    fn text(&self, file: &str) -> String {
        let bytes = self.0.0.get(file).cloned().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    fn put(mut self, file: &str, text: String) -> Self {
        assert_ne!(self.text(file), text, "nothing was changed in {file}");
        self.0.0.insert(file.to_owned(), text.into_bytes());
        self
    }

    /// Without a file.
    pub fn without_file(mut self, file: &str) -> Self {
        assert!(self.0.0.remove(file).is_some(), "there is no {file}");
        self
    }

    /// With other bytes for a file.
    pub fn with_file(mut self, file: &str, bytes: &[u8]) -> Self {
        self.0.0.insert(file.to_owned(), bytes.to_vec());
        self
    }

    /// With text behind a file.
    pub fn with_more(self, file: &str, more: &str) -> Self {
        let text = self.text(file) + more;
        self.put(file, text)
    }

    /// With the first `old` behind the line `anchor` become `new`.
    pub fn with(self, file: &str, anchor: &str, old: &str, new: &str) -> Self {
        let text = self.text(file);
        let start = text.find(anchor);
        assert!(start.is_some(), "{file} holds no {anchor}");
        let (before, behind) = text.split_at(start.unwrap_or(0));
        assert!(
            behind.contains(old),
            "{file} holds no {old} behind {anchor}"
        );
        let text = format!("{before}{}", behind.replacen(old, new, 1));
        self.put(file, text)
    }

    /// With the value of a field of the entry `id` become another.
    pub fn with_field(self, file: &str, id: &str, field: &str, value: &str) -> Self {
        let anchor = format!("id = \"{id}\"\n");
        let text = self.text(file);
        let behind = text.find(&anchor).and_then(|i| text.get(i..)).unwrap_or("");
        let key = format!("{field} = ");
        let line = behind.lines().find(|l| l.trim_start().starts_with(&key));
        assert!(line.is_some(), "{file}: {id} holds no {field}");
        let line = line.unwrap_or("");
        self.with(file, &anchor, line, &format!("{key}{value}"))
    }

    /// With a line more in the entry `id`.
    pub fn with_line(self, file: &str, id: &str, line: &str) -> Self {
        let anchor = format!("id = \"{id}\"\n");
        self.with(file, &anchor, &anchor, &format!("{anchor}{line}\n"))
    }

    /// Without the line of a field of the entry `id`.
    pub fn without_field(self, file: &str, id: &str, field: &str) -> Self {
        let marked = self.with_field(file, id, field, "GONE");
        let text = marked.text(file).replace(&format!("{field} = GONE\n"), "");
        marked.put(file, text)
    }

    /// With the tables of a file changed; what they are not made of, as comments, is lost.
    pub fn with_table(self, file: &str, change: impl FnOnce(&mut toml::Table)) -> Self {
        let mut table = self.text(file).parse().unwrap_or_default();
        change(&mut table);
        self.put(file, table.to_string())
    }

    /// With the wording of a field below a heading of a translation become another.
    pub fn with_wording(self, file: &str, heading: &str, field: &str, wording: &str) -> Self {
        let anchor = format!("[{heading}]\n");
        let text = self.text(file);
        let behind = text.find(&anchor).and_then(|i| text.get(i..)).unwrap_or("");
        let key = format!("{field} = ");
        let line = behind.lines().find(|l| l.starts_with(&key));
        assert!(line.is_some(), "{file}: {heading} holds no {field}");
        self.with(file, &anchor, line.unwrap_or(""), wording)
    }

    /// Every mistake that is found.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let mut found = Vec::new();
        check(&self.0, &mut found);
        resting::found(&found);
        found
    }

    /// Every mistake that is found when the maps are drawn, too.
    pub fn mistakes_with_maps(&self) -> Vec<Mistake> {
        let found = compile(&self.0).err().unwrap_or_default();
        resting::found(&found);
        found
    }

    /// Asserts that a mistake is found: where, in which entry and field, and what was expected.
    pub fn says(&self, file: &str, entry: &str, field: &str, problem: &str) -> Mistake {
        said(&self.mistakes(), file, entry, field, problem)
    }

    /// The same, and that the line is that of the field or of the entry's heading.
    pub fn says_at(&self, file: &str, entry: &str, field: &str, problem: &str) {
        let line = self.says(file, entry, field, problem).line;
        let text = self.text(file);
        let shown = line.checked_sub(1).and_then(|i| text.lines().nth(i));
        let shown = shown.unwrap_or("").trim_start();
        assert!(
            shown.starts_with("[[") || shown.starts_with(field),
            "line {line} is {shown:?}"
        );
    }

    /// Asserts that a mistake is found when the maps are drawn.
    pub fn map_says(&self, file: &str, entry: &str, field: &str, problem: &str) {
        said(&self.mistakes_with_maps(), file, entry, field, problem);
    }

    /// Asserts that just these mistakes are found when the maps are drawn: where, in which entry, and what was expected.
    pub fn map_says_all(&self, expected: &[(&str, &str, &str)]) {
        let found = self.mistakes_with_maps();
        let fits = |m: &Mistake, (file, entry, problem): (&str, &str, &str)| {
            m.file == file && m.entry == entry && m.problem.contains(problem)
        };
        for &one in expected {
            let count = found.iter().filter(|m| fits(m, one)).count();
            assert_eq!(count, 1, "{one:?} in {found:#?}");
        }
        assert_eq!(found.len(), expected.len(), "{found:#?}");
    }
}

/// The mistake among those found: where, in which entry and field, and what was expected.
fn said(found: &[Mistake], file: &str, entry: &str, field: &str, problem: &str) -> Mistake {
    let fits = |m: &&Mistake| {
        m.file == file && m.entry == entry && m.field == field && m.problem.contains(problem)
    };
    let fitting: Vec<Mistake> = found.iter().filter(fits).cloned().collect();
    resting::satisfied_by(&fitting);
    let Some(mistake) = fitting.first() else {
        let all: Vec<String> = found.iter().map(ToString::to_string).collect();
        unreachable!("expected {file}: {entry}: {field}: {problem}\nfound {all:#?}")
    };
    let said = mistake.to_string();
    let place = format!(
        "src/content/{file}:{}: {entry}: field `{field}`: ",
        mistake.line
    );
    assert!(said.starts_with(&place), "{said}");
    assert!(
        said.contains("expected"),
        "it does not say what was expected: {said}"
    );
    assert!(
        !said.contains('\n'),
        "cargo shows an error's first line alone: {said}"
    );
    mistake.clone()
}
