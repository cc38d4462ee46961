//! Times and their order.

use crate::edit::content;

const DRESDEN: &str = "1968-03-23-dresden-meeting";

#[test]
fn a_precision_without_a_time_is_refused() {
    let edited = content().with(
        "routes.toml",
        "id = \"rec-ussr-most\"",
        "place = \"most\"",
        "place = \"most\"\nprecision = \"hour\"",
    );
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-most\", waypoint number 3",
        "time",
        "expected a time beside the precision",
    );
}

#[test]
fn a_time_without_a_precision_is_refused() {
    let edited = content().with(
        "routes.toml",
        "id = \"rec-ussr-most\"",
        "precision = \"hour\"",
        "",
    );
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-most\", waypoint number 2",
        "precision",
        "expected a precision beside the time",
    );
}

#[test]
fn a_march_back_in_time_is_refused() {
    let edited = content().with(
        "routes.toml",
        "id = \"rec-hungary-8msd-centre\"",
        "1968-08-21T09:00",
        "1968-08-21T04:19",
    );
    let problem = "expected a time not before 1968-08-21T04:20";
    edited.says_at(
        "routes.toml",
        "route \"rec-hungary-8msd-centre\", waypoint number 4",
        "time",
        problem,
    );
}

#[test]
fn an_event_before_the_one_above_is_refused() {
    let edited = content().with_field("events.toml", DRESDEN, "when", "\"1968-03-21\"");
    edited.says_at(
        "events.toml",
        &format!("event \"{DRESDEN}\""),
        "when",
        "expected a time not before the event above",
    );
}

#[test]
fn an_event_outside_the_story_is_refused() {
    for (id, when) in [
        ("1968-01-05-dubcek-elected-first-secretary", "1967-12-31"),
        (DRESDEN, "1992-01-01"),
    ] {
        let edited = content().with_field("events.toml", id, "when", &format!("\"{when}\""));
        edited.says_at(
            "events.toml",
            &format!("event \"{id}\""),
            "when",
            "expected a date within the story",
        );
    }
}

#[test]
fn landings_out_of_order_are_refused() {
    let edited = content().with_field(
        "routes.toml",
        "rec-ussr-advance-ruzyne",
        "landings",
        "[\"1968-08-20T22:20\", \"1968-08-20T21:52\"]",
    );
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-advance-ruzyne\"",
        "landings",
        "expected landings in order of time",
    );
}

#[test]
fn a_date_that_cannot_be_read_is_one_mistake() {
    let edited = content().with_field("events.toml", DRESDEN, "when", "\"soon\"");
    assert_eq!(edited.mistakes().len(), 1, "{:#?}", edited.mistakes());
}
