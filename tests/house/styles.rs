//! Style sheets and programs know the same names: nothing is styled that no markup has, no colour or measure is named
//! that nobody uses or that nobody has given.

use crate::program::Words;
use crate::{none, sheets};

/// What the browser itself sets, or markup has without a program's doing.
const THE_BROWSERS: [&str; 2] = ["open", "hidden"];

#[test]
fn no_rule_is_for_markup_that_there_is_not() {
    let (names, words) = (sheets::all(), Words::of_the_program());
    assert!(names.classes.len() > 100, "the sheets were read");
    let classes = names.classes.iter().map(|name| (format!(".{name}"), name));
    let ids = names.ids.iter().map(|name| (format!("#{name}"), name));
    let dead = classes.chain(ids).filter(|(_, name)| !words.has(name));
    let mut dead: Vec<String> = dead.map(|(selector, _)| selector).collect();
    for (name, value) in &names.attributes {
        let value = value.as_deref().unwrap_or_default();
        let of_the_browser = THE_BROWSERS.contains(&name.as_str());
        let parts = value.split(' ').filter(|part| !part.is_empty());
        if !of_the_browser && !words.has(name) || parts.clone().any(|part| !words.has(part)) {
            dead.push(format!("[{name}=\"{value}\"]"));
        }
    }
    none(dead, "selectors of nothing");
}

#[test]
fn every_property_of_our_own_is_given_and_used() {
    let (names, words) = (sheets::all(), Words::of_the_program());
    let unused = names.defined.difference(&names.used);
    none(
        unused.filter(|name| !words.has(name)),
        "properties that nobody uses",
    );
    let unknown = names.used.difference(&names.defined);
    none(
        unknown.filter(|name| !words.has(name)),
        "properties that nobody gives",
    );
}

#[test]
fn every_typeface_and_every_movement_is_asked_for() {
    let names = sheets::all();
    none(
        names.made.difference(&names.said),
        "typefaces and movements that nobody asks for",
    );
}
