//! The pictures of the night.

use crate::edit::content;

const STILL: &str = "still \"0030\"";

#[test]
fn a_still_before_the_one_above_or_outside_the_story_is_refused() {
    let problem = "expected a moment of the story, after that of the still above";
    for at in [
        "\"1968-08-20T22:30\"",
        "\"1968-08-20T21:00\"",
        "\"1967-12-31\"",
        "\"1992-01-01\"",
    ] {
        let edited = content().with_field("stills.toml", "0030", "at", at);
        edited.says_at("stills.toml", STILL, "at", problem);
    }
}

#[test]
fn a_stills_id_is_digits_of_its_own() {
    let edited = content().with_field("stills.toml", "0030", "id", "\"half past\"");
    let problem = "expected digits: they are part of an address";
    edited.says("stills.toml", "still \"half past\"", "id", problem);
    let edited = content().with_field("stills.toml", "0030", "id", "\"2230\"");
    let problem = "expected an id of its own, \"2230\" is used before";
    edited.says("stills.toml", "still \"2230\"", "id", problem);
}

#[test]
fn a_still_without_words_or_moment_is_refused() {
    for field in ["caption.en", "at"] {
        let edited = content().without_field("stills.toml", "0030", field);
        assert!(!edited.mistakes().is_empty(), "{field}");
    }
}
