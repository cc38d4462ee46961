//! Every field of every kind of entry: whether it must be there, and what it may hold.
//!
//! In all kinds at once a field is taken away or wrong, and all of that must be said at once.

mod first;
mod kinds;

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::edit::{Edited, content};
use first::{entry, name};
use kinds::{Field, Form, Heading, KINDS, Kind, Need};

/// A mistake: its file, entry, field and the words of it.
type Said = (String, String, String, String);

/// What becomes of a field.
enum Change {
    Gone,
    To(Value),
}

/// The content with the fields changed for which `change` has something, and what it says of them: a field and words.
fn changed(
    change: impl Fn(&Kind) -> Vec<(&'static str, Change, Option<String>)>,
) -> (Edited, BTreeSet<Said>) {
    let (mut edited, mut expected) = (content(), BTreeSet::new());
    let files: BTreeSet<&str> = KINDS.iter().map(|kind| kind.0).collect();
    for file in files {
        let of_file = || KINDS.iter().filter(|kind| kind.0 == file);
        edited = edited.with_table(file, |table| {
            let mut said = Vec::new();
            for kind in of_file() {
                let Kind(_, way, ..) = kind;
                let entry = entry(table, way);
                assert!(entry.is_some(), "{file} holds no {way:?}");
                let mut nowhere = Table::new();
                let entry = entry.unwrap_or(&mut nowhere);
                for (field, change, words) in change(kind) {
                    match change {
                        Change::Gone => drop(entry.remove(field)),
                        Change::To(value) => drop(entry.insert(field.to_owned(), value)),
                    }
                    said.extend(words.map(|words| (way, field, words)));
                }
            }
            // An entry whose id is changed has another name.
            expected.extend(said.into_iter().map(|(way, field, words)| {
                (file.to_owned(), name(table, way), field.to_owned(), words)
            }));
        });
    }
    (edited, expected)
}

/// All that is said of the content in these or other words.
fn said(edited: &Edited, these: impl Fn(&str) -> bool) -> BTreeSet<Said> {
    let mistakes = edited.mistakes().into_iter();
    mistakes
        .filter(|m| these(&m.problem))
        .map(|m| (m.file, m.entry, m.field, m.problem))
        .collect()
}

/// A value that no field of the form may have, and what is said of it.
fn wrong(form: Form) -> (Value, String) {
    let (value, words) = match form {
        Form::Text => (
            Value::from(7),
            "expected a text that is not empty".to_owned(),
        ),
        Form::Word(words) => (
            Value::from("neither"),
            format!("expected one of {words}, found \"neither\""),
        ),
        Form::Number(low, high) => (
            Value::from("7"),
            format!("expected a number from {low} to {high}"),
        ),
        Form::Flag => (Value::from("yes"), "expected true or false".to_owned()),
        Form::Moment => (
            Value::from("soon"),
            "expected a date as 1968-08-20 or 1968-08-20T23:00, found \"soon\"".to_owned(),
        ),
        Form::Texts => (
            Value::from("one"),
            "expected a list of texts, as [\"one\", \"two\"]".to_owned(),
        ),
        Form::Position => (
            Value::from("here"),
            "expected a position as [longitude, latitude]".to_owned(),
        ),
        Form::Translated => (Value::from("words"), "expected a table".to_owned()),
    };
    (value, words)
}

/// Fails with what is not said and what is said without need.
fn agree(found: &BTreeSet<Said>, expected: &BTreeSet<Said>) {
    let unsaid: Vec<&Said> = expected.difference(found).collect();
    let needless: Vec<&Said> = found.difference(expected).collect();
    assert!(
        unsaid.is_empty() && needless.is_empty(),
        "not said: {unsaid:#?}\nsaid without need: {needless:#?}"
    );
}

#[test]
fn a_field_that_must_be_there_is_missed_and_no_other() {
    let missing = "expected this field, it is missing";
    let (edited, expected) = changed(|Kind(_, _, _, fields)| {
        let gone = |Field(name, need, _): &Field| {
            let words = (*need == Need::Must).then(|| missing.to_owned());
            (*name, Change::Gone, words)
        };
        fields.iter().map(gone).collect()
    });
    agree(&said(&edited, |words| words == missing), &expected);
}

#[test]
fn a_field_of_another_form_is_refused() {
    let (edited, expected) = changed(|Kind(_, _, _, fields)| {
        let wrong = |Field(name, _, form): &Field| {
            let (value, words) = wrong(*form);
            (*name, Change::To(value), Some(words))
        };
        fields.iter().map(wrong).collect()
    });
    let found = said(&edited, |_| true);
    let unsaid: Vec<&Said> = expected.difference(&found).collect();
    assert!(unsaid.is_empty(), "{unsaid:#?}");
}

#[test]
fn a_number_has_its_bounds() {
    type Pick = fn(f64, f64) -> f64;
    let within: [Pick; 2] = [|low, _| low, |_, high| high];
    let beyond: [Pick; 2] = [|low, _| low - 0.001, |_, high| high + 0.001];
    let numbers = |pick: Pick| {
        changed(|Kind(_, _, _, fields)| {
            let numbers = fields.iter().filter_map(|Field(name, _, form)| match form {
                Form::Number(low, high) => {
                    let words = format!("expected a number from {low} to {high}");
                    let value = Value::from(pick(*low, *high));
                    Some((*name, Change::To(value), Some(words)))
                }
                _ => None,
            });
            numbers.collect()
        })
    };
    let of_bounds = |words: &str| words.starts_with("expected a number from");
    for pick in within {
        agree(&said(&numbers(pick).0, of_bounds), &BTreeSet::new());
    }
    for pick in beyond {
        let (edited, expected) = numbers(pick);
        agree(&said(&edited, of_bounds), &expected);
    }
}

/// The headings inside a kind, or at the top of a file.
fn inside(file: &str, outer: &[&str]) -> Vec<(&'static str, Heading)> {
    let of_file = KINDS.iter().filter(|kind| kind.0 == file);
    let inner = of_file.filter_map(|Kind(_, way, heading, _)| {
        let (last, before) = way.split_last()?;
        (before == outer).then_some((*last, *heading))
    });
    inner.collect()
}

#[test]
fn each_kind_has_these_fields_and_no_others() {
    let strange = "no_such_field";
    let (edited, expected) = changed(|Kind(file, way, _, fields)| {
        let own = fields.iter().map(|Field(name, ..)| *name);
        let inner = inside(file, way).into_iter().map(|(heading, _)| heading);
        let known: BTreeSet<&str> = own.chain(inner).collect();
        let known: Vec<&str> = known.into_iter().collect();
        let words = format!("unknown field; expected one of {}", known.join(", "));
        vec![(strange, Change::To(Value::from(1)), Some(words))]
    });
    agree(
        &said(&edited, |words| words.starts_with("unknown")),
        &expected,
    );
}

#[test]
fn each_file_has_these_kinds_and_no_others() {
    // The words of the interface are a list of their own.
    let files = content().file_names();
    let files = files
        .into_iter()
        .filter(|file| !file.contains('/') && file != "words.toml");
    let known: BTreeSet<String> = KINDS.iter().map(|kind| kind.0.to_owned()).collect();
    assert_eq!(files.collect::<BTreeSet<String>>(), known);
    let mut edited = content();
    let mut expected = BTreeSet::new();
    for file in &known {
        edited = edited.with_table(file, |table| {
            table.insert("no_such_kind".to_owned(), Value::from(1));
        });
        let kinds = inside(file, &[]).into_iter().map(|(heading, _)| heading);
        let kinds: BTreeSet<&str> = kinds.collect();
        let kinds: Vec<&str> = kinds.into_iter().collect();
        let words = format!("unknown field; expected one of {}", kinds.join(", "));
        let place = (
            file.clone(),
            "the file".to_owned(),
            "no_such_kind".to_owned(),
        );
        expected.insert((place.0, place.1, place.2, words));
    }
    agree(
        &said(&edited, |words| words.starts_with("unknown")),
        &expected,
    );
}

#[test]
fn what_should_be_headed_is_headed() {
    // From the outside in: what is wrong outside hides what is inside.
    for depth in [0, 1] {
        for items in [Value::from(7), Value::from(vec![7])] {
            let mut edited = content();
            let mut expected = BTreeSet::new();
            for Kind(file, way, heading, _) in KINDS.iter().filter(|kind| kind.1.len() == depth + 1)
            {
                let Some((last, outer)) = way.split_last() else {
                    continue;
                };
                edited = edited.with_table(file, |table| {
                    let words = match heading {
                        Heading::One => "expected a table".to_owned(),
                        Heading::Many => format!("expected tables headed [[{last}]]"),
                    };
                    let said = name(table, outer);
                    expected.insert(((*file).to_owned(), said, (*last).to_owned(), words));
                    if let Some(outside) = entry(table, outer) {
                        outside.insert((*last).to_owned(), items.clone());
                    }
                });
            }
            let found = said(&edited, |words| {
                words.starts_with("expected a table") || words.contains("headed")
            });
            agree(&found, &expected);
        }
    }
    let missing = "expected this field, it is missing";
    for gone in KINDS.iter().filter(|kind| kind.2 == Heading::One) {
        let Kind(file, way, ..) = gone;
        let Some((last, outer)) = way.split_last() else {
            continue;
        };
        let edited = content().with_table(file, |table| {
            if let Some(outside) = entry(table, outer) {
                outside.remove(*last);
            }
        });
        let outside = if outer.is_empty() {
            "the file".to_owned()
        } else {
            outer.join(", ")
        };
        edited.says(file, &outside, last, missing);
    }
}
