//! Texts in all languages: English beside the facts, the others in the files of translations.

use super::super::mistake::Mistake;
use super::Entry;
use crate::language::Language;

/// A text in every language, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Translated(pub [String; Language::ALL.len()]);

impl Entry<'_> {
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
}
