//! What a translation must share with the text it is made from: numbers, and what its markup refers to.

use super::mistake::{Mistake, Origin};
use crate::markup::{parse, targets, words_of};

/// Notes where the translation in a field of an entry differs from its English and must not.
pub fn holds(
    english: &str,
    translated: &str,
    (origin, field): (&Origin, &str),
    m: &mut Vec<Mistake>,
) {
    let (a, b) = (parse(english), parse(translated));
    let (wanted, has) = (numbers(&words_of(&a)), numbers(&words_of(&b)));
    if wanted != has {
        let problem = format!(
            "expected the numbers of the English text, {}; found {}",
            wanted.join(" "),
            has.join(" ")
        );
        origin.mistake(m, field, problem);
    }
    // Words of a foreign language may be at home in the translation.
    let told = |pieces| {
        let mut all: Vec<String> = targets(pieces)
            .into_iter()
            .filter(|(kind, _)| *kind != "lang")
            .map(|(kind, target)| format!("{kind}:{target}"))
            .collect();
        all.sort();
        all
    };
    let (wanted, has) = (told(&a), told(&b));
    if wanted != has {
        let missing: Vec<&str> = only_in(&wanted, &has);
        let added: Vec<&str> = only_in(&has, &wanted);
        let problem = format!(
            "expected the markup of the English text; missing: {}; too much: {}",
            missing.join(" "),
            added.join(" ")
        );
        origin.mistake(m, field, problem);
    }
    if thousands(translated).any(|(_, separator)| separator == ',') {
        let problem = "expected a no-break space, no comma, between thousands";
        origin.mistake(m, field, problem.into());
    }
}

/// What one sorted list has more often than another.
fn only_in<'a>(list: &'a [String], other: &[String]) -> Vec<&'a str> {
    let mut rest = other.to_vec();
    list.iter()
        .filter(|item| match rest.iter().position(|r| r == *item) {
            Some(at) => {
                rest.swap_remove(at);
                false
            }
            None => true,
        })
        .map(String::as_str)
        .collect()
}

/// The runs of digits of a text, sorted; thousands in one.
fn numbers(text: &str) -> Vec<String> {
    let skipped: Vec<usize> = thousands(text).map(|(at, _)| at).collect();
    let joined: String = text
        .char_indices()
        .filter(|(i, _)| !skipped.contains(i))
        .map(|(_, c)| c)
        .collect();
    let runs = joined.split(|c: char| !c.is_ascii_digit());
    let mut numbers: Vec<String> = runs.filter(|r| !r.is_empty()).map(str::to_owned).collect();
    numbers.sort();
    numbers
}

/// The separators between thousands, with their places: behind a digit, before exactly three.
fn thousands(text: &str) -> impl Iterator<Item = (usize, char)> {
    let separators = text
        .char_indices()
        .filter(|&(_, c)| matches!(c, ',' | '\u{a0}' | '\u{202f}'));
    separators.filter(|&(i, c)| {
        let digit = |c: char| c.is_ascii_digit();
        let before = text.get(..i).is_some_and(|t| t.ends_with(digit));
        let behind = text.get(i + c.len_utf8()..).unwrap_or("");
        let count = behind.chars().take_while(|c| digit(*c)).count();
        before && count == 3
    })
}
