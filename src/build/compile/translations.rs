//! The translations of one content file: `cs/events.toml` beside `events.toml`.
//!
//! A translation is found by the way to its text: the entry's id, the list and number (or id) of an
//! entry inside it, the field. `translated-from.toml` holds, for each, a fingerprint of the English it
//! was made from, so that a text that has changed since is noticed.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use super::Files;
use super::mistake::{LineEnds, Mistake, Origin};
use super::parity;
use crate::language::Language;

/// The fingerprints, per language in a file of this name.
const LEDGER: &str = "translated-from.toml";

/// A text and the line it stands on.
type Placed = (String, usize);

/// The texts of a TOML file by the way to them, joined with dots.
#[derive(Default)]
struct Flat {
    file: String,
    texts: BTreeMap<String, Placed>,
    asked: RefCell<BTreeSet<String>>,
}

impl Flat {
    fn read(files: &Files, file: String, mistakes: &mut Vec<Mistake>) -> Self {
        let mut flat = Self {
            file,
            ..Self::default()
        };
        let text = match files.text(&flat.file) {
            Ok(text) => text,
            Err(mistake) => {
                mistakes.push(mistake);
                return flat;
            }
        };
        match DeTable::parse(text) {
            Ok(table) => flat.take(&LineEnds::of(text), table.get_ref(), "", mistakes),
            Err(error) => mistakes.push(Mistake::not_toml(&flat.file, text, &error)),
        }
        flat
    }

    fn take(
        &mut self,
        lines: &LineEnds,
        table: &DeTable<'_>,
        way: &str,
        mistakes: &mut Vec<Mistake>,
    ) {
        for (key, value) in table {
            let name: &str = key.get_ref();
            let way = if way.is_empty() {
                name.to_owned()
            } else {
                format!("{way}.{name}")
            };
            let line = lines.line_of(value.span().start);
            match value.get_ref() {
                DeValue::Table(inner) => self.take(lines, inner, &way, mistakes),
                DeValue::String(words) if !words.trim().is_empty() => {
                    self.texts.insert(way, (words.trim().to_owned(), line));
                }
                _ => {
                    let problem = "expected a text that is not empty";
                    self.mistake(mistakes, line, &way, problem.into());
                }
            }
        }
    }

    fn get(&self, way: &str) -> Option<&Placed> {
        self.asked.borrow_mut().insert(way.to_owned());
        self.texts.get(way)
    }

    /// The entry and the field that a way leads to.
    fn place<'w>(&self, line: usize, way: &'w str) -> (Origin, &'w str) {
        let (entry, field) = way.rsplit_once('.').unwrap_or(("the file", way));
        (Origin::new(&self.file, line, entry), field)
    }

    /// Notes a mistake about the text at a way.
    #[track_caller]
    fn mistake(&self, mistakes: &mut Vec<Mistake>, line: usize, way: &str, problem: String) {
        let (origin, field) = self.place(line, way);
        origin.mistake(mistakes, field, problem);
    }

    /// Reports every text that nobody asked for.
    #[track_caller]
    fn nothing_is_left(&self, problem: &str, mistakes: &mut Vec<Mistake>) {
        let asked = self.asked.borrow();
        for (way, (_, line)) in self.texts.iter().filter(|(way, _)| !asked.contains(*way)) {
            self.mistake(mistakes, *line, way, problem.to_owned());
        }
    }
}

/// The fingerprints of all languages but English.
pub struct Ledgers(Vec<(Language, Flat)>);

impl Ledgers {
    pub fn read(files: &Files, mistakes: &mut Vec<Mistake>) -> Self {
        let translated = Language::ALL.into_iter().skip(1);
        Self(
            translated
                .map(|l| {
                    (
                        l,
                        Flat::read(files, format!("{}/{LEDGER}", l.tag()), mistakes),
                    )
                })
                .collect(),
        )
    }

    pub fn finish(&self, mistakes: &mut Vec<Mistake>) {
        for (_, ledger) in &self.0 {
            ledger.nothing_is_left(
                "expected the fingerprint of a text that is translated; there is none",
                mistakes,
            );
        }
    }
}

/// The translations of one file.
pub struct Translations<'a> {
    stem: &'a str,
    tongues: Vec<(Language, Flat, &'a Flat)>,
}

impl<'a> Translations<'a> {
    /// Reads the translations of the file of that name.
    pub fn read(
        files: &Files,
        name: &'a str,
        ledgers: &'a Ledgers,
        mistakes: &mut Vec<Mistake>,
    ) -> Self {
        let tongues = ledgers.0.iter().map(|(language, ledger)| {
            let file = format!("{}/{name}", language.tag());
            (*language, Flat::read(files, file, mistakes), ledger)
        });
        Self {
            stem: name.trim_end_matches(".toml"),
            tongues: tongues.collect(),
        }
    }

    /// The wordings of a text in all languages. What is missing, has changed or says something else is reported.
    pub fn of(
        &self,
        english: &str,
        way: &str,
        mistakes: &mut Vec<Mistake>,
    ) -> [String; Language::ALL.len()] {
        let mut all = Language::ALL.map(|_| english.to_owned());
        for (language, flat, ledger) in &self.tongues {
            let Some((text, line)) = flat.get(way) else {
                let problem = format!("expected a translation of \"{english}\", it is missing");
                flat.mistake(mistakes, 0, way, problem);
                continue;
            };
            let (origin, field) = flat.place(*line, way);
            parity::holds(english, text, (&origin, field), mistakes);
            let key = format!("{}.{way}", self.stem);
            let wanted = fingerprint(english);
            let found = ledger.get(&key);
            if found.is_none_or(|(stamp, _)| *stamp != wanted) {
                let problem = format!(
                    "expected \"{wanted}\", the fingerprint of the English \"{english}\"; if the translation in {} still \
                     fits it, write that here",
                    flat.file
                );
                let line = found.map_or(0, |(_, line)| *line);
                ledger.mistake(mistakes, line, &key, problem);
            }
            if let Some(slot) = all.get_mut(*language as usize) {
                text.clone_into(slot);
            }
        }
        all
    }

    /// The wordings of a text that each language has or has not for itself; empty where it has none.
    pub fn own(&self, english: Option<String>, way: &str) -> [String; Language::ALL.len()] {
        let mut all = Language::ALL.map(|_| String::new());
        let tongues = self.tongues.iter();
        let others = tongues.filter_map(|(l, flat, _)| Some((*l, flat.get(way)?.0.clone())));
        for (language, text) in english
            .map(|e| (Language::English, e))
            .into_iter()
            .chain(others)
        {
            if let Some(slot) = all.get_mut(language as usize) {
                *slot = text;
            }
        }
        all
    }

    /// Reports translations of what does not exist.
    pub fn finish(&self, mistakes: &mut Vec<Mistake>) {
        for (_, flat, _) in &self.tongues {
            flat.nothing_is_left(
                "expected the translation of a text that exists in English",
                mistakes,
            );
        }
    }
}

/// Eight hexadecimal digits that change when the text does.
pub fn fingerprint(text: &str) -> String {
    format!("{:08x}", crc32fast::hash(text.as_bytes()))
}
