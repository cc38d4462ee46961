//! The fields of an entry: texts, words of a list, numbers, moments. What is wrong is noted, and something harmless
//! comes back.

use toml::de::DeValue;

use super::super::mistake::Mistake;
use super::Entry;
use crate::moment::Moment;

impl Entry<'_> {
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
        let degrees: Option<Vec<f64>> = value
            .get_ref()
            .as_array()
            .and_then(|items| items.iter().map(|i| number(i.get_ref())).collect());
        match degrees.as_deref() {
            Some(&[lon, lat]) if lon.abs() <= 180.0 && lat.abs() <= 90.0 => (lon, lat),
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
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Float(f) => f.as_str().parse().ok(),
        DeValue::Integer(i) => i.as_str().parse().ok(),
        _ => None,
    }
}
