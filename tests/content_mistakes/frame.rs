//! The frame of the story: acts, marks, opening, view.

use crate::edit::content;

#[test]
fn acts_that_do_not_rise_are_refused() {
    let edited = content().with_field("story.toml", "week", "from", "0.1");
    edited.says_at(
        "story.toml",
        "act \"week\"",
        "from",
        "expected a position behind the act before",
    );
    let edited = content().with_field("story.toml", "week", "start", "\"1968-08-20\"");
    edited.says_at(
        "story.toml",
        "act \"week\"",
        "start",
        "expected a moment after the act before",
    );
    let edited = content().with_field("story.toml", "spring", "from", "0.01");
    edited.says(
        "story.toml",
        "story",
        "act",
        "expected the first act to begin at position 0",
    );
}

#[test]
fn knots_that_do_not_rise_are_refused() {
    let edited = content().with("story.toml", "[[knot]]", "1970-01-01", "1968-08-01");
    edited.says(
        "story.toml",
        "story",
        "knot",
        "expected positions below 1 that rise, and moments that rise with their positions",
    );
}

#[test]
fn an_end_before_the_last_act_is_refused() {
    let edited = content().with(
        "story.toml",
        "[story]",
        "end = \"1992-01-01\"",
        "end = \"1980-01-01\"",
    );
    edited.says("story.toml", "story", "end", "expected");
}

#[test]
fn two_marks_at_one_position_are_refused() {
    let edited = content().with(
        "story.toml",
        "[[knot]]",
        "position = 0.935",
        "position = 0.95",
    );
    edited.says("story.toml", "story", "knot", "expected");
    let edited = content().with(
        "story.toml",
        "position = 0.95",
        "position = 0.95",
        "position = 1.0",
    );
    edited.says("story.toml", "story", "knot", "expected");
}

#[test]
fn an_act_of_years_whose_light_follows_the_hour_is_refused() {
    let edited = content().with_field("story.toml", "after", "follows_hour", "true");
    edited.says_at(
        "story.toml",
        "act \"after\"",
        "follows_hour",
        "expected an act of a month at most: its light is reckoned for every minute",
    );
    let edited = content().with_field("story.toml", "week", "follows_hour", "true");
    assert_eq!(edited.mistakes(), []);
}

#[test]
fn an_opening_outside_the_story_is_refused() {
    for opening in ["1967-08-20", "1992-01-01"] {
        let edited = content().with(
            "story.toml",
            "[story]",
            "opening = \"1968-08-20T23:00\"",
            &format!("opening = \"{opening}\""),
        );
        edited.says(
            "story.toml",
            "story",
            "opening",
            "expected a moment within the story",
        );
    }
}

#[test]
fn a_view_turned_over_is_refused() {
    let edited = content().with(
        "story.toml",
        "[story]",
        "west = 11.75, east = 22.75",
        "west = 22.75, east = 11.75",
    );
    edited.says(
        "story.toml",
        "story",
        "view",
        "expected west < east and south < north",
    );
}
