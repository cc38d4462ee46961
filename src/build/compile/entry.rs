//! TOML entries with a memory: which fields were asked for, and what was wrong with them.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::mistake::{Mistake, Origin, line_of};
use super::translations::Translations;
use crate::language::Language;
use crate::moment::Moment;

/// One table of a content file.
pub struct Entry<'a> {
    file: &'a str,
    text: &'a str,
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
        text: &'a str,
        table: &'a DeTable<'a>,
        translations: Option<&'a Translations<'a>>,
    ) -> Self {
        Self {
            file,
            text,
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
                text: self.text,
                name,
                table,
                line: line_of(self.text, item.span().start),
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
            text: self.text,
            name: if self.name == "the file" {
                field.to_owned()
            } else {
                format!("{}, {field}", self.name)
            },
            table,
            line: line_of(self.text, value.span().start),
            asked: BTreeSet::new(),
            way: self.way_to(field),
            translations: self.translations,
        })
    }

    /// Notes a mistake about one of this entry's fields.
    pub fn mistake(&self, mistakes: &mut Vec<Mistake>, field: &str, problem: &str) {
        let line = self
            .table
            .get(field)
            .map_or(self.line, |v| line_of(self.text, v.span().start));
        mistakes.push(Mistake {
            file: self.file.to_owned(),
            line,
            entry: self.name.clone(),
            field: field.to_owned(),
            problem: problem.to_owned(),
        });
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

    /// A string that must be there and not be empty; empty when it is wrong.
    pub fn text(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> String {
        if self.required(field, mistakes).is_none() {
            return String::new();
        }
        self.text_if_any(field, mistakes).unwrap_or_default()
    }

    /// A string that may be missing but not be empty.
    pub fn text_if_any(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> Option<String> {
        let value = self.optional(field)?;
        let text = value
            .get_ref()
            .as_str()
            .map(str::trim)
            .filter(|t| !t.is_empty());
        if text.is_none() {
            self.mistake(mistakes, field, "expected a text that is not empty");
        }
        text.map(str::to_owned)
    }

    /// One of a list of words; the first of them when it is wrong.
    pub fn word(
        &mut self,
        field: &str,
        words: &[&'static str],
        mistakes: &mut Vec<Mistake>,
    ) -> &'static str {
        let text = self.text(field, mistakes);
        self.among(field, &text, words, mistakes)
    }

    /// One of a list of words, if the field is there.
    pub fn word_if_any(
        &mut self,
        field: &str,
        words: &[&'static str],
        mistakes: &mut Vec<Mistake>,
    ) -> Option<&'static str> {
        let text = self.text_if_any(field, mistakes)?;
        Some(self.among(field, &text, words, mistakes))
    }

    fn among(
        &self,
        field: &str,
        text: &str,
        words: &[&'static str],
        mistakes: &mut Vec<Mistake>,
    ) -> &'static str {
        if let Some(word) = words.iter().find(|w| **w == text) {
            return word;
        }
        if !text.is_empty() {
            self.mistake(
                mistakes,
                field,
                &format!("expected one of {}, found \"{text}\"", words.join(", ")),
            );
        }
        words.first().copied().unwrap_or("")
    }

    /// A number between two bounds; the lower bound when it is wrong.
    pub fn number(&mut self, field: &str, low: f64, high: f64, mistakes: &mut Vec<Mistake>) -> f64 {
        let Some(value) = self.required(field, mistakes) else {
            return low;
        };
        match number(value.get_ref()).filter(|n| (low..=high).contains(n)) {
            Some(number) => number,
            None => {
                self.mistake(
                    mistakes,
                    field,
                    &format!("expected a number from {low} to {high}"),
                );
                low
            }
        }
    }

    /// A number between two bounds, if the field is there.
    pub fn number_if_any(
        &mut self,
        field: &str,
        low: f64,
        high: f64,
        mistakes: &mut Vec<Mistake>,
    ) -> Option<f64> {
        self.optional(field)?;
        Some(self.number(field, low, high, mistakes))
    }

    /// A position in degrees, `[longitude, latitude]`; 0, 0 when it is wrong.
    pub fn position(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> (f64, f64) {
        let Some(value) = self.required(field, mistakes) else {
            return (0.0, 0.0);
        };
        let degrees: Vec<f64> = value.get_ref().as_array().map_or_else(Vec::new, |items| {
            items.iter().filter_map(|i| number(i.get_ref())).collect()
        });
        match degrees.as_slice() {
            &[lon, lat] if lon.abs() <= 180.0 && lat.abs() <= 90.0 => (lon, lat),
            _ => {
                let problem = "expected a position as [longitude, latitude]";
                self.mistake(mistakes, field, problem);
                (0.0, 0.0)
            }
        }
    }

    /// `true` or `false`; `default` when it is missing.
    pub fn flag(&mut self, field: &str, default: bool, mistakes: &mut Vec<Mistake>) -> bool {
        let Some(value) = self.optional(field) else {
            return default;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.mistake(mistakes, field, "expected true or false");
            default
        })
    }

    /// A date or a date with a time.
    pub fn moment(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> Option<Moment> {
        self.required(field, mistakes)?;
        self.moment_if_any(field, mistakes)
    }

    /// A date or a date with a time, if the field is there.
    pub fn moment_if_any(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> Option<Moment> {
        let text = self.text_if_any(field, mistakes)?;
        let moment = Moment::parse(&text);
        if moment.is_none() {
            let problem =
                format!("expected a date as 1968-08-20 or 1968-08-20T23:00, found \"{text}\"");
            self.mistake(mistakes, field, &problem);
        }
        moment
    }

    /// A list of strings; empty when the field is missing.
    pub fn texts(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> Vec<String> {
        let Some(value) = self.optional(field) else {
            return Vec::new();
        };
        let list = value.get_ref().as_array().map(|items| {
            items
                .iter()
                .map(|i| i.get_ref().as_str().map(str::to_owned))
                .collect::<Option<Vec<_>>>()
        });
        list.flatten().unwrap_or_else(|| {
            self.mistake(
                mistakes,
                field,
                "expected a list of texts, as [\"one\", \"two\"]",
            );
            Vec::new()
        })
    }

    /// The way to a field in the files of translations.
    fn way_to(&self, field: &str) -> String {
        if self.way.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.way)
        }
    }

    /// A text in every language: here `field.en = "..."`, the others in the files of translations.
    pub fn translated(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> Translated {
        let english = self.english(field, mistakes);
        self.in_all_languages(&english, field, mistakes)
    }

    /// The same for a file that holds nothing but texts: `field = "..."`.
    pub fn translated_word(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> Translated {
        let english = self.text(field, mistakes);
        self.in_all_languages(&english, field, mistakes)
    }

    fn in_all_languages(
        &self,
        english: &str,
        field: &str,
        mistakes: &mut Vec<Mistake>,
    ) -> Translated {
        match self.translations {
            Some(translations) if !english.is_empty() => {
                Translated(translations.of(english, &self.way_to(field), mistakes))
            }
            _ => Translated(Language::ALL.map(|_| english.to_owned())),
        }
    }

    fn english(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> String {
        let Some(mut inner) = self.table(field, mistakes) else {
            return String::new();
        };
        let english = inner.text(Language::English.tag(), mistakes);
        inner.finish(mistakes);
        english
    }

    /// A translated text, if the field is there.
    pub fn translated_if_any(
        &mut self,
        field: &str,
        mistakes: &mut Vec<Mistake>,
    ) -> Option<Translated> {
        self.optional(field)?;
        Some(self.translated(field, mistakes))
    }

    /// A text that each language has or has not for itself; empty where it has none.
    pub fn own_text(&mut self, field: &str, mistakes: &mut Vec<Mistake>) -> Translated {
        let there = self.optional(field).is_some();
        let english = there.then(|| self.english(field, mistakes));
        match self.translations {
            Some(translations) => Translated(translations.own(english, &self.way_to(field))),
            None => Translated::default(),
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

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Float(f) => f.as_str().parse().ok(),
        DeValue::Integer(i) => i.as_str().parse().ok(),
        _ => None,
    }
}

/// A text in every language, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Translated(pub [String; Language::ALL.len()]);
