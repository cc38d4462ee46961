//! The files as wholes.

use crate::build::compile::compile;
use crate::edit::content;

const DRESDEN: &str = "1968-03-23-dresden-meeting";

#[test]
fn the_content_as_it_is_has_no_mistake() {
    let all: Vec<String> = content()
        .mistakes()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn compiling_it_again_gives_what_the_page_was_built_from() {
    let outputs = compile(content().files()).unwrap_or_default();
    let names: Vec<&str> = outputs.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["story.rs", "prose.rs", "words.rs"]);
    for (name, text) in outputs {
        let path = std::path::Path::new(env!("OUT_DIR")).join(name);
        let built = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            text == built,
            "{name} differs from what the build script wrote"
        );
    }
}

#[test]
fn a_file_that_is_no_toml_is_refused_with_the_place() {
    for file in ["story.toml", "events.toml", "words.toml"] {
        let edited = content().with_more(file, "\nthis is no TOML\n");
        edited.says(file, "the file", "-", "expected valid TOML");
    }
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let edited = content().with_file("events.toml", &[0xff, 0xfe, 0x00]);
    edited.says("events.toml", "the file", "-", "expected text in UTF-8");
}

#[test]
fn a_missing_file_is_named() {
    for file in ["story.toml", "armies.toml", "routes.toml", "words.toml"] {
        content()
            .without_file(file)
            .says(file, "the file", "-", "expected this file to exist");
    }
}

#[test]
fn all_mistakes_are_said_at_once() {
    let edited = content()
        .with_field("places.toml", "brno", "rank", "9")
        .with_field("events.toml", DRESDEN, "when", "\"soon\"")
        .with_field("routes.toml", "rec-ussr-most", "army", "\"romania\"")
        .with_line("armies.toml", "gdr", "colour = \"red\"")
        .with_field("reactions.toml", "gdr", "stance", "\"maybe\"");
    for (file, entry, field) in [
        ("places.toml", "place \"brno\"", "rank"),
        (
            "events.toml",
            "event \"1968-03-23-dresden-meeting\"",
            "when",
        ),
        ("routes.toml", "route \"rec-ussr-most\"", "army"),
        ("armies.toml", "army \"gdr\"", "colour"),
        ("reactions.toml", "reaction \"gdr\"", "stance"),
    ] {
        edited.says_at(file, entry, field, "expected");
    }
}
