//! What names one another: places, armies, sources, ids.

use crate::edit::content;

const DRESDEN: &str = "1968-03-23-dresden-meeting";

#[test]
fn an_entry_without_a_source_is_refused() {
    for (file, entry, id) in [
        ("routes.toml", "route", "rec-ussr-most"),
        ("events.toml", "event", DRESDEN),
        ("reactions.toml", "reaction", "gdr"),
    ] {
        let entry = format!("{entry} \"{id}\"");
        content().with_field(file, id, "sources", "[]").says_at(
            file,
            &entry,
            "sources",
            "expected at least one source",
        );
        content().without_field(file, id, "sources").says_at(
            file,
            &entry,
            "sources",
            "expected at least one source",
        );
    }
}

#[test]
fn an_unknown_source_is_refused() {
    let edited = content().with_field("reactions.toml", "gdr", "sources", "[\"hearsay\"]");
    edited.says_at(
        "reactions.toml",
        "reaction \"gdr\"",
        "sources",
        "expected the id of a source in sources.toml, found \"hearsay\"",
    );
}

#[test]
fn a_source_that_nothing_uses_is_refused() {
    let edited = content().with_more(
        "sources.toml",
        "\n[[source]]\nid = \"spare\"\ntitle = \"Spare\"\n",
    );
    edited.says_at(
        "sources.toml",
        "source \"spare\"",
        "id",
        "expected a source that some entry uses",
    );
}

#[test]
fn an_unknown_place_is_refused() {
    let problem = "expected the id of a place in places.toml, found \"atlantis\"";
    let edited = content().with(
        "routes.toml",
        "id = \"rec-ussr-most\"",
        "place = \"most\"",
        "place = \"atlantis\"",
    );
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-most\", waypoint number 3",
        "place",
        problem,
    );
    let edited = content().with_field("events.toml", DRESDEN, "place", "\"atlantis\"");
    edited.says_at(
        "events.toml",
        &format!("event \"{DRESDEN}\""),
        "place",
        problem,
    );
    let edited = content().with_field("reactions.toml", "gdr", "place", "\"atlantis\"");
    edited.says_at("reactions.toml", "reaction \"gdr\"", "place", problem);
}

#[test]
fn an_unknown_army_is_refused() {
    let edited = content().with_field("routes.toml", "rec-ussr-most", "army", "\"romania\"");
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-most\"",
        "army",
        "expected the id of an army in armies.toml, found \"romania\"",
    );
}

#[test]
fn an_id_that_is_used_before_is_refused_for_each_kind() {
    for (file, kind, first, second) in [
        ("story.toml", "act", "spring", "night"),
        ("armies.toml", "army", "gdr", "poland"),
        ("places.toml", "place", "praha", "brno"),
        (
            "sources.toml",
            "source",
            "blog-article",
            "s-javurek-the-night-the-tanks",
        ),
        ("routes.toml", "route", "art-gdr-first", "rec-ussr-most"),
        (
            "events.toml",
            "event",
            "1968-01-05-dubcek-elected-first-secretary",
            DRESDEN,
        ),
        ("reactions.toml", "reaction", "ussr", "gdr"),
    ] {
        let edited = content().with_field(file, second, "id", &format!("\"{first}\""));
        let problem = format!("expected an id of its own, \"{first}\" is used before");
        edited.says_at(file, &format!("{kind} \"{first}\""), "id", &problem);
    }
}

#[test]
fn a_waypoint_outside_the_map_is_refused() {
    let edited = content().with(
        "routes.toml",
        "id = \"rec-ussr-most\"",
        "place = \"most\"",
        "place = \"washington\"",
    );
    let problem =
        "expected a place on the map (lon -3 to 37.7, lat 41 to 59); \"washington\" lies outside";
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-most\", waypoint number 3",
        "place",
        problem,
    );
}

#[test]
fn a_label_outside_the_map_is_refused() {
    let edited = content().with(
        "armies.toml",
        "id = \"ussr\"",
        "lon = 12.45",
        "lon = 112.45",
    );
    edited.says_at(
        "armies.toml",
        "army \"ussr\", label number 1",
        "lon",
        "expected a position on the map",
    );
    let edited = content().with_field("departures.toml", "out-hungary", "label_at", "[17.1, -90]");
    edited.says_at(
        "departures.toml",
        "departure \"out-hungary\"",
        "label_at",
        "expected a position on the map",
    );
    let edited = content().with("regions.toml", "[[region]]", "lat = 49.72", "lat = 9.72");
    edited.says_at(
        "regions.toml",
        "region \"czechoslovakia\"",
        "lon",
        "expected a position on the map",
    );
}
