//! The tables of texts: every text once, under a number.
//!
//! What the page needs is numbered first, so that its part of a table can be cut off the rest.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::entry::Translated;
use super::typography::typeset;
use crate::language::Language;

/// The texts numbered so far.
#[derive(Default)]
pub struct Lines(RefCell<(Vec<Translated>, BTreeMap<Translated, usize>)>);

impl Lines {
    /// The Rust source of a text's number.
    pub fn text(&self, text: &Translated) -> String {
        let mut inner = self.0.borrow_mut();
        let (list, numbers) = &mut *inner;
        let number = *numbers.entry(text.clone()).or_insert_with(|| {
            list.push(text.clone());
            list.len() - 1
        });
        format!("Text({number})")
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.borrow().0.len()
    }

    /// The Rust source of the tables, one per language.
    pub fn tables(&self) -> String {
        let inner = self.0.borrow();
        let table = |language: Language| {
            let lines = inner.0.iter().map(|text| {
                let wording = text.0.get(language as usize).map_or("", String::as_str);
                format!("{:?}", typeset(wording, language))
            });
            format!("&[{}]", lines.collect::<Vec<_>>().join(",\n"))
        };
        format!("[{}]", Language::ALL.map(table).join(",\n"))
    }
}
