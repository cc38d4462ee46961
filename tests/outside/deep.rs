//! Inputs that nothing near a real one would be: nested without end, or without an end in time.

use five_armies::markup::{targets, words_of};

use crate::build::compile::{Mistake, compile};
use crate::outside;

/// The mistakes of the content with a text in the place of another.
fn mistakes(file: &str, old: &str, new: &str) -> Vec<Mistake> {
    let mut files = outside::content::real();
    let bytes = files.0.get(file).cloned().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    assert!(text.contains(old), "{file} holds no {old}");
    files
        .0
        .insert(file.to_owned(), text.replace(old, new).into_bytes());
    compile(&files).err().unwrap_or_default()
}

fn told(mistakes: &[Mistake], start: &str) {
    let said: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|line| line.starts_with(start)), "{said:#?}");
}

#[test]
fn markup_nested_without_end_is_plain_text_at_the_bottom() {
    let text = format!("{}x{}", "[".repeat(50_000), "](lang:cs)".repeat(50_000));
    let pieces = crate::markup::parse(&text);
    assert_eq!(targets(&pieces).len(), 8);
    assert!(words_of(&pieces).contains("[x](lang:cs)"));
    outside::markup::check(text.as_bytes());
}

#[test]
fn a_night_of_years_is_refused() {
    let long = mistakes(
        "story.toml",
        "start = \"1968-08-21T12:00\"",
        "start = \"1968-08-27\"",
    );
    assert_eq!(long, [], "six days are no trouble");
    let endless = mistakes("story.toml", "follows_hour = false", "follows_hour = true");
    told(
        &endless,
        "src/content/story.toml:17: act \"spring\": field `follows_hour`: expected an act of a month at most",
    );
}

#[test]
fn what_is_found_is_told_in_one_line() {
    let broken = mistakes(
        "armies.toml",
        "id = \"gdr\"",
        "id = \"gdr\"\n\"a\\nb\" = 1\n\"\" = 2",
    );
    told(&broken, "src/content/armies.toml:");
    let said: Vec<String> = broken.iter().map(ToString::to_string).collect();
    assert!(
        said.iter().any(|line| line.contains("field `a\\nb`")),
        "{said:#?}"
    );
    assert!(
        said.iter().any(|line| line.contains("field `\"\"`")),
        "{said:#?}"
    );
}

#[test]
fn a_map_that_reaches_beyond_its_part_of_the_earth_is_refused() {
    for (file, part) in [
        ("states", "[-3.0, 37.7, 41.0, 59.0]"),
        ("world", "[-169.0, 191.0, -90.0, 90.0]"),
    ] {
        let file = format!("map/{file}.topojson");
        // A scale of 90.03 degrees in the place of one of 0.03.
        let far = mistakes(&file, "\"scale\":[", "\"scale\":[9");
        told(
            &far,
            &format!(
                "src/content/{file}:0: arc 0: field `arcs`: expected degrees within {part}, found "
            ),
        );
    }
}

#[test]
fn an_arc_that_there_is_not_is_refused() {
    for arc in [
        "100000",
        "-100000",
        "-9223372036854775808",
        "1.5",
        "\"1\"",
        "null",
    ] {
        let lost = mistakes(
            "map/world.topojson",
            "\"arcs\":[[0,1,2,3]]",
            &format!("\"arcs\":[[0,1,2,{arc}]]"),
        );
        told(
            &lost,
            "src/content/map/world.topojson:0: states, geometry number 1: field `arcs`: expected lists of whole numbers",
        );
    }
}

#[test]
fn a_state_that_is_shown_needs_its_numbers_and_stands_on_the_earth() {
    let anchor = "\"km2\":127233,\"lx\":17,\"ly\":49.4";
    for (numbers, wanted) in [
        (
            "\"lx\":17,\"ly\":49.4",
            "expected the number `km2` of the state \"CSK\"",
        ),
        (
            "\"km2\":127233,\"lx\":\"17\",\"ly\":49.4",
            "expected the number `lx` of the state \"CSK\"",
        ),
        (
            "\"km2\":127233,\"lx\":17",
            "expected the number `ly` of the state \"CSK\"",
        ),
        (
            "\"km2\":127233,\"lx\":17,\"ly\":494",
            "expected `lx` and `ly` of the state \"CSK\" within",
        ),
    ] {
        let found = mistakes("map/world.topojson", anchor, numbers);
        told(
            &found,
            &format!("src/content/map/world.topojson:0: the file: field `-`: {wanted}"),
        );
    }
}
