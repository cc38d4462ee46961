//! TOML entries with a memory: which fields were asked for, and what was wrong with them.

mod fields;
mod wording;

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::mistake::{LineEnds, Mistake, Origin};
use super::translations::Translations;

pub use wording::Translated;

/// One table of a content file.
pub struct Entry<'a> {
    file: &'a str,
    lines: &'a LineEnds,
    /// How messages name it.
    pub name: String,
    table: &'a DeTable<'a>,
    line: usize,
    asked: BTreeSet<String>,
    /// The way to it in the files of translations.
    way: String,
    translations: Option<&'a Translations<'a>>,
}

impl<'a> Entry<'a> {
    /// Where it stands.
    pub fn origin(&self) -> Origin {
        Origin::new(self.file, self.line, &self.name)
    }

    /// The entry made of a whole file's top level.
    pub fn root(
        file: &'a str,
        lines: &'a LineEnds,
        table: &'a DeTable<'a>,
        translations: Option<&'a Translations<'a>>,
    ) -> Self {
        Self {
            file,
            lines,
            name: "the file".into(),
            table,
            line: 1,
            asked: BTreeSet::new(),
            way: String::new(),
            translations,
        }
    }

    /// The tables of an array of tables, e.g. all `[[route]]`. They are named by `kind` and `id`.
    pub fn list(&mut self, kind: &str, mistakes: &mut Vec<Mistake>) -> Vec<Entry<'a>> {
        self.asked.insert(kind.to_owned());
        let Some(value) = self.table.get(kind) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.mistake(
                mistakes,
                kind,
                &format!("expected tables headed [[{kind}]]"),
            );
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (number, item) in items.iter().enumerate() {
            let Some(table) = item.get_ref().as_table() else {
                self.mistake(
                    mistakes,
                    kind,
                    &format!("expected tables headed [[{kind}]]"),
                );
                continue;
            };
            let id = table.get("id").and_then(|v| v.get_ref().as_str());
            // An entry with an id is found by it alone, one inside another or without an id by its kind too.
            let numbered = format!("{kind}.{}", number + 1);
            let way = match (self.way.as_str(), id) {
                ("", Some(id)) => id.to_owned(),
                ("", None) => numbered,
                (outer, Some(id)) => format!("{outer}.{kind}.{id}"),
                (outer, None) => format!("{outer}.{numbered}"),
            };
            let own = id.map_or_else(
                || format!("{kind} number {}", number + 1),
                |id| format!("{kind} \"{id}\""),
            );
            let name = if self.name == "the file" {
                own
            } else {
                format!("{}, {own}", self.name)
            };
            entries.push(Entry {
                file: self.file,
                lines: self.lines,
                name,
                table,
                line: self.lines.line_of(item.span().start),
                asked: BTreeSet::new(),
                way,
                translations: self.translations,
            });
        }
        entries
    }

    /// A table inside this one.
    pub fn table(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> Option<Entry<'a>> {
        let value = self.required(field, mistakes)?;
        let Some(table) = value.get_ref().as_table() else {
            self.mistake(mistakes, field, "expected a table");
            return None;
        };
        Some(Entry {
            file: self.file,
            lines: self.lines,
            name: if self.name == "the file" {
                field.to_owned()
            } else {
                format!("{}, {field}", self.name)
            },
            table,
            line: self.lines.line_of(value.span().start),
            asked: BTreeSet::new(),
            way: self.way_to(field),
            translations: self.translations,
        })
    }

    /// Notes a mistake about one of this entry's fields.
    #[track_caller]
    pub fn mistake(&self, mistakes: &mut Vec<Mistake>, field: &str, problem: &str) {
        let line = self
            .table
            .get(field)
            .map_or(self.line, |v| self.lines.line_of(v.span().start));
        let origin = Origin::new(self.file, line, &self.name);
        origin.mistake(mistakes, field, problem.to_owned());
    }

    fn optional(&mut self, field: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.insert(field.to_owned());
        self.table.get(field)
    }

    fn required(
        &mut self,
        field: &str,
        mistakes: &mut Vec<Mistake>,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.optional(field);
        if value.is_none() {
            self.mistake(mistakes, field, "expected this field, it is missing");
        }
        value
    }

    /// The way to a field in the files of translations.
    fn way_to(&self, field: &str) -> String {
        if self.way.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.way)
        }
    }

    /// Reports every field that nobody asked for.
    pub fn finish(self, mistakes: &mut Vec<Mistake>) {
        for key in self.table.keys() {
            let field: &str = key.get_ref();
            if !self.asked.contains(field) {
                let known = self.asked.iter().cloned().collect::<Vec<_>>().join(", ");
                self.mistake(
                    mistakes,
                    field,
                    &format!("unknown field; expected one of {known}"),
                );
            }
        }
    }
}
