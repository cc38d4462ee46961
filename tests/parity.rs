//! The three languages say the same: entries, claims, links, numbers and dates agree, and each is set in its own form.
//!
//! The content is read here by the tests' own reader, not by the build script's: see `written`.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use std::collections::{BTreeMap, BTreeSet};

#[allow(dead_code, reason = "shared with tests that use the rest")]
mod written;

use written::{FILES, TONGUES, file, spans, texts};

/// English names of months that are no words of the other languages.
const MONTHS: [&str; 10] = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "December",
];

/// Parts of names that English texts translate or bend otherwise: the Slovak institute whose name begins with Ústav, the
/// river Ipeľ.
const NAMES: [&str; 2] = ["pamäti", "ipľem"];

/// A file's texts in English and in a translation, where both have them.
fn pairs(stem: &str, tongue: &str) -> Vec<(String, String, String)> {
    let mut translated = texts(stem, tongue);
    let english = texts(stem, "en").into_iter();
    english
        .filter_map(|(way, text)| {
            let own = translated.remove(&way)?;
            Some((way, text, own))
        })
        .collect()
}

fn each_pair(check: impl Fn(&str, &str, &str)) {
    for tongue in ["cs", "sk"] {
        for stem in FILES {
            for (way, english, own) in pairs(stem, tongue) {
                check(&format!("{tongue}/{stem}.toml: {way}"), &english, &own);
            }
        }
    }
}

/// Every text of a translation, its file first.
fn each_text(tongue: &str, mut check: impl FnMut(&str, &str)) {
    for stem in FILES {
        for (way, own) in texts(stem, tongue) {
            check(&format!("{tongue}/{stem}.toml: {way}"), &own);
        }
    }
}

#[test]
fn every_text_is_there_in_every_language_and_no_other() {
    for stem in FILES {
        let [en, cs, sk] = TONGUES.map(|tongue| {
            let all = texts(stem, tongue).into_keys();
            // A town may have a name of its own in one language only.
            let all = all.filter(|way| stem != "places" || !way.ends_with(".exonym"));
            all.collect::<BTreeSet<String>>()
        });
        assert_eq!(en, cs, "{stem} in Czech");
        assert_eq!(en, sk, "{stem} in Slovak");
        assert!(stem == "places" || !en.is_empty(), "{stem}");
    }
}

#[test]
fn a_town_that_has_a_name_of_its_own_exists() {
    let ids: BTreeSet<String> = written::entries("places.toml", "place")
        .iter()
        .map(|p| written::text(p, "id").to_owned())
        .collect();
    for tongue in ["cs", "sk"] {
        for way in texts("places", tongue).keys() {
            let id = way.strip_suffix(".exonym").unwrap_or("");
            assert!(ids.contains(id), "{tongue}: {way}");
        }
    }
}

#[test]
fn claims_times_and_places_in_a_text_are_those_of_the_english() {
    let told = |text: &str| -> Vec<(String, String)> {
        let all = spans(text).1.into_iter().filter(|s| s.kind != "lang");
        let mut all: Vec<_> = all.map(|s| (s.kind, s.target)).collect();
        all.sort();
        all
    };
    each_pair(|what, english, own| assert_eq!(told(own), told(english), "{what}"));
}

/// How often each number stands in a text; thousands are one number, whatever stands between.
fn numbers(text: &str) -> BTreeMap<String, usize> {
    let letters: Vec<char> = spans(text).0.chars().collect();
    let digit = |i: usize| letters.get(i).is_some_and(char::is_ascii_digit);
    let separator = |i: usize| {
        let marks = [',', '\u{a0}', '\u{202f}'];
        letters.get(i).is_some_and(|c| marks.contains(c))
    };
    let mut found = BTreeMap::new();
    let mut i = 0;
    while i < letters.len() {
        if !digit(i) {
            i += 1;
            continue;
        }
        let mut number = String::new();
        while digit(i) {
            number.extend(letters.get(i));
            i += 1;
            let thousand = separator(i) && (1..=3).all(|n| digit(i + n)) && !digit(i + 4);
            i += usize::from(thousand);
        }
        *found.entry(number).or_default() += 1;
    }
    found
}

#[test]
fn numbers_are_those_of_the_english() {
    each_pair(|what, english, own| {
        assert_eq!(numbers(own), numbers(english), "{what}: {own}");
    });
    let wanted = [("162000", 1), ("21", 2), ("35", 1)];
    let wanted = wanted.map(|(number, times)| (number.to_owned(), times));
    let found = numbers("162\u{a0}000 on 21, [21](time:1968-08-20):35");
    assert_eq!(found, BTreeMap::from(wanted));
}

/// Every run of letters of one kind and the characters around it.
fn tokens(text: &str) -> Vec<String> {
    let spaced: String = spans(text).0.replace('\u{a0}', " ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn thousands_are_set_apart_by_a_space_at_which_no_line_ends() {
    for tongue in ["cs", "sk"] {
        each_text(tongue, |what, text| {
            let letters: Vec<char> = spans(text).0.chars().collect();
            for window in letters.windows(5) {
                let [a, mark, behind @ ..] = window else {
                    continue;
                };
                let group = a.is_ascii_digit() && behind.iter().all(char::is_ascii_digit);
                assert!(!group || ![',', ' ', '.'].contains(mark), "{what}: {text}");
            }
        });
    }
}

/// The names of the months in a language, in all their forms.
fn months(tongue: &str) -> Vec<String> {
    let words = texts("words", tongue);
    let keys = ["month", "month_alone"]
        .into_iter()
        .flat_map(|kind| (1..=12).map(move |m| format!("{kind}_{m}")));
    keys.filter_map(|key| words.get(&key).cloned()).collect()
}

#[test]
fn no_english_month_stands_in_a_translation() {
    for tongue in ["cs", "sk"] {
        // In Slovak August is August.
        let own: Vec<String> = months(tongue).iter().map(|m| m.to_lowercase()).collect();
        let english = MONTHS.map(str::to_lowercase);
        let english: Vec<&String> = english.iter().filter(|m| !own.contains(m)).collect();
        assert!(english.len() >= 7, "{tongue}");
        each_text(tongue, |what, text| {
            let foreign: Vec<String> = spans(text)
                .1
                .into_iter()
                .filter(|s| s.kind == "lang")
                .flat_map(|s| tokens(&s.words))
                .collect();
            for token in tokens(text) {
                let word = token.trim_matches(|c: char| !c.is_alphabetic());
                let is_month = english.contains(&&word.to_lowercase()) && !foreign.contains(&token);
                assert!(!is_month, "{what}: {text}");
            }
        });
    }
}

#[test]
fn the_number_of_a_day_has_its_dot() {
    for tongue in ["cs", "sk"] {
        let months = months(tongue);
        assert_eq!(months.len(), 24);
        let mut days = 0;
        each_text(tongue, |what, text| {
            for pair in tokens(text).windows(2) {
                let [number, month] = pair else { continue };
                let number = number.trim_start_matches(|c: char| !c.is_ascii_digit());
                let month = month.trim_matches(|c: char| !c.is_alphabetic());
                let day = number.trim_end_matches('.').parse::<u8>();
                let is_day = day.is_ok_and(|day| (1..=31).contains(&day));
                if is_day && months.iter().any(|name| name == month) {
                    assert!(number.ends_with('.'), "{what}: {number} {month}");
                    days += 1;
                }
            }
        });
        assert!(days > 100, "{tongue}: {days}");
    }
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    for tongue in ["cs", "sk"] {
        each_text(tongue, |what, text| {
            let (words, _) = spans(text);
            assert!(!words.contains('"'), "{what}: {text}");
            let count = |mark| words.chars().filter(|c| *c == mark).count();
            // Opened low, closed high: \u{201e} and \u{201c}.
            assert_eq!(count('\u{201e}'), count('\u{201c}'), "{what}: {text}");
            assert_eq!(count('\u{201d}'), 0, "{what}: {text}");
        });
    }
}

#[test]
fn every_translated_file_has_the_letters_of_its_language() {
    for tongue in ["cs", "sk"] {
        for stem in FILES {
            let all: String = texts(stem, tongue).into_values().collect();
            let marked = all.chars().filter(|c| "áéíóúýčďěňřšťůžäĺľŕô".contains(*c));
            assert!(
                marked.count() * 40 > all.chars().count(),
                "{tongue}/{stem}.toml"
            );
        }
    }
}

/// The words of everything that is written in English, names among them.
fn english_words() -> BTreeSet<String> {
    let all: String = FILES
        .iter()
        .map(|stem| file(&format!("{stem}.toml")))
        .collect();
    words(&all)
}

fn words(text: &str) -> BTreeSet<String> {
    let parts = text.split(|c: char| !c.is_alphabetic());
    parts
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The start of a word up to its last letter of a set: what stays when a name is declined.
fn stem_with<'a>(word: &'a str, letters: &str) -> Option<&'a str> {
    let (at, last) = word.char_indices().rfind(|(_, c)| letters.contains(*c))?;
    word.get(..at + last.len_utf8())
}

#[test]
fn neither_neighbour_writes_with_the_letters_of_the_other() {
    let english = english_words();
    for (tongue, foreign) in [("sk", "ěřů"), ("cs", "ľĺŕôä")] {
        each_text(tongue, |what, text| {
            let quoted: String = spans(text)
                .1
                .into_iter()
                .filter(|s| s.kind == "lang")
                .map(|s| s.words + " ")
                .collect();
            let quoted = words(&quoted);
            for word in words(&spans(text).0) {
                let Some(stem) = stem_with(&word, foreign) else {
                    continue;
                };
                let named = english.iter().any(|name| name.starts_with(stem))
                    || NAMES.contains(&word.as_str());
                assert!(named || quoted.contains(&word), "{what}: {word}");
            }
        });
    }
}
