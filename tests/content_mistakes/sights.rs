//! What stands on the map for a while, the ways out, and the names on the map.

use crate::edit::content;

const SIGHT: &str = "sight \"dresden-meeting\"";
const OUT: &str = "out-hungary";

#[test]
fn a_sight_that_ends_before_it_begins_is_refused() {
    for until in ["1968-03-22", "1968-03-23"] {
        let until = format!("\"{until}\"");
        let edited = content().with_field("sights.toml", "dresden-meeting", "until", &until);
        let problem = "expected a moment after `from`";
        edited.says_at("sights.toml", SIGHT, "until", problem);
    }
}

#[test]
fn a_sight_before_the_one_above_is_refused() {
    // The next in the list begins later and is not at fault.
    let edited = content().with_field("sights.toml", "dresden-meeting", "from", "\"1968-01-04\"");
    let problem = "expected a moment not before that of the sight above";
    edited.says_at("sights.toml", SIGHT, "from", problem);
    assert_eq!(edited.mistakes().len(), 1, "{:#?}", edited.mistakes());
}

#[test]
fn a_sight_outside_the_window_is_refused() {
    let problem = "expected a place in the part of the map that every screen shows";
    for place in ["moskva", "washington", "berlin"] {
        let place = format!("\"{place}\"");
        let edited = content().with_field("sights.toml", "dresden-meeting", "place", &place);
        edited.says_at("sights.toml", SIGHT, "place", problem);
    }
    let edited = content().with_field("sights.toml", "dresden-meeting", "place", "\"atlantis\"");
    edited.says_at(
        "sights.toml",
        SIGHT,
        "place",
        "expected the id of a place in places.toml, found \"atlantis\"",
    );
}

#[test]
fn a_sight_of_an_unknown_event_is_refused() {
    let edited = content().with_field("sights.toml", "dresden-meeting", "event", "\"meeting\"");
    edited.says_at(
        "sights.toml",
        SIGHT,
        "event",
        "expected the id of an event in events.toml, found \"meeting\"",
    );
}

#[test]
fn a_sight_of_no_kind_or_without_a_source_is_refused() {
    let edited = content().with_field("sights.toml", "dresden-meeting", "kind", "\"party\"");
    edited.says_at(
        "sights.toml",
        SIGHT,
        "kind",
        "expected one of meeting, exercise, troops, radio, protest, shooting, politics",
    );
    let edited = content().with_field("sights.toml", "dresden-meeting", "sources", "[]");
    edited.says_at(
        "sights.toml",
        SIGHT,
        "sources",
        "expected at least one source",
    );
}

#[test]
fn a_way_out_of_an_unknown_army_or_of_another_kind_is_refused() {
    let edited = content().with_field("departures.toml", OUT, "army", "\"romania\"");
    edited.says_at(
        "departures.toml",
        "departure \"out-hungary\"",
        "army",
        "expected the id of an army in armies.toml, found \"romania\"",
    );
    let edited = content().with_field("departures.toml", OUT, "kind", "\"ground\"");
    edited.says_at(
        "departures.toml",
        "departure \"out-hungary\"",
        "kind",
        "expected one of withdrawal, refugees, found \"ground\"",
    );
    let edited = content().with_field("routes.toml", "rec-ussr-most", "kind", "\"withdrawal\"");
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-most\"",
        "kind",
        "expected one of ground, airborne, airlift, waiting, found \"withdrawal\"",
    );
}

#[test]
fn a_way_out_without_an_end_or_a_label_is_refused() {
    for field in ["until", "label_at"] {
        let edited = content().without_field("departures.toml", OUT, field);
        edited.says_at(
            "departures.toml",
            "departure \"out-hungary\"",
            field,
            "expected this field, it is missing",
        );
    }
}

#[test]
fn a_label_that_stands_at_no_position_is_refused() {
    for position in [
        "[17.1]",
        "[17.1, 48.1, 0.0]",
        "[17.1, \"x\", 48.1]",
        "[\"17.1\", \"48.1\"]",
        "[197.1, 48.1]",
        "[17.1, 98.1]",
        "[nan, 48.1]",
        "\"17.1, 48.1\"",
        "17.1",
    ] {
        let edited = content().with_field("departures.toml", OUT, "label_at", position);
        edited.says_at(
            "departures.toml",
            "departure \"out-hungary\"",
            "label_at",
            "expected a position as [longitude, latitude]",
        );
    }
}

#[test]
fn a_region_without_an_id_is_named_by_its_number() {
    let edited = content().with(
        "regions.toml",
        "[[region]]",
        "id = \"czechoslovakia\"\n",
        "",
    );
    edited.says_at(
        "regions.toml",
        "region number 1",
        "id",
        "expected this field, it is missing",
    );
}

#[test]
fn an_id_that_is_used_before_is_refused_for_what_is_told_too() {
    for (file, entry, first, second) in [
        ("sights.toml", "sight", "dubcek-elected", "dresden-meeting"),
        ("claims.toml", "claim", "c1", "c2"),
        ("films.toml", "film", "pelisky", "rebelove"),
        ("chapters.toml", "chapter", "opening", "prague-spring"),
        ("regions.toml", "region", "poland", "austria"),
        ("departures.toml", "departure", "out-hungary", "out-poland"),
        (
            "departures.toml",
            "departure",
            "rec-ussr-most",
            "out-poland",
        ),
    ] {
        let edited = content().with_field(file, second, "id", &format!("\"{first}\""));
        let problem = format!("expected an id of its own, \"{first}\" is used before");
        edited.says_at(file, &format!("{entry} \"{first}\""), "id", &problem);
    }
    let edited = content().with_field("chapters.toml", "moscow-talks", "id", "\"opening-night\"");
    edited.says_at(
        "chapters.toml",
        "chapter \"moscow\", passage \"opening-night\"",
        "id",
        "expected an id of its own, \"opening-night\" is used before",
    );
}
