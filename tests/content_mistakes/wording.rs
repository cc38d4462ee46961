//! The words of the interface.

use crate::edit::content;

#[test]
fn an_interface_word_that_is_no_text_is_named() {
    let edited = content().with("words.toml", "play = ", "play = \"Play\"", "play = 3");
    edited.says(
        "words.toml",
        "the file",
        "play",
        "expected a text that is not empty",
    );
}

#[test]
fn a_missing_interface_word_is_named() {
    let edited = content().with("words.toml", "play = ", "play = \"Play\"\n", "");
    edited.says("words.toml", "the file", "play", "expected");
}

#[test]
fn an_interface_word_too_many_is_named() {
    let edited = content().with_more("words.toml", "\nplya = \"Play\"\n");
    edited.says("words.toml", "the file", "plya", "expected");
}

#[test]
fn a_lost_placeholder_is_named() {
    let edited = content().with("words.toml", "landed_many", "{n} landed", "landed");
    edited.says("words.toml", "the file", "landed_many", "expected");
}

#[test]
fn an_empty_interface_word_is_named() {
    let edited = content().with("words.toml", "play = ", "play = \"Play\"", "play = \"\"");
    edited.says("words.toml", "the file", "play", "expected");
}

#[test]
fn a_word_of_a_translation_is_looked_at_as_well() {
    for (old, new, problem) in [
        ("{n} záznamů", "záznamů", "expected the placeholders {n}"),
        (
            "{n} záznamů",
            "{m} záznamů",
            "expected the placeholders {n}",
        ),
        (
            "{n} záznamů",
            "{n} {n} záznamů",
            "expected the placeholders {n}",
        ),
    ] {
        let edited = content().with("cs/words.toml", "to_come_many", old, new);
        edited.says("cs/words.toml", "the file", "to_come_many", problem);
    }
    let edited = content().with("cs/words.toml", "play = ", "\"Přehrát\"", "\"Přehrát {n}\"");
    edited.says(
        "cs/words.toml",
        "the file",
        "play",
        "expected no placeholder",
    );
    let edited = content().with("sk/words.toml", "play = ", "play = ", "plya = ");
    let missing = "expected a translation of \"Play\", it is missing";
    edited.says("sk/words.toml", "the file", "play", missing);
    edited.says(
        "sk/words.toml",
        "the file",
        "plya",
        "expected the translation of a text that exists in English",
    );
}
