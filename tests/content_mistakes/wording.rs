//! The words of the interface.

use crate::edit::content;

#[test]
fn an_interface_word_that_is_no_text_is_named() {
    let edited = content().with("words.en.toml", "play = ", "play = \"Play\"", "play = 3");
    edited.says(
        "words.en.toml",
        "the file",
        "-",
        "expected a text for `play`",
    );
}

#[test]
fn a_missing_interface_word_is_named() {
    let edited = content().with("words.en.toml", "play = ", "play = \"Play\"\n", "");
    edited.says("words.en.toml", "the file", "play", "expected");
}

#[test]
fn an_interface_word_too_many_is_named() {
    let edited = content().with_more("words.en.toml", "\nplya = \"Play\"\n");
    edited.says("words.en.toml", "the file", "plya", "expected");
}

#[test]
fn a_lost_placeholder_is_named() {
    let edited = content().with("words.en.toml", "landed_many", "{n} landed", "landed");
    edited.says("words.en.toml", "the file", "landed_many", "expected");
}

#[test]
fn an_empty_interface_word_is_named() {
    let edited = content().with("words.en.toml", "play = ", "play = \"Play\"", "play = \"\"");
    edited.says("words.en.toml", "the file", "play", "expected");
}
