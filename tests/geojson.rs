//! The geodata that readers take along, read back by a reader of GeoJSON and compared with the content.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot be set up has failed"
)]

use std::collections::{BTreeMap, BTreeSet};

use five_armies::evidence::{Basis, Telling};
use five_armies::geojson::geojson;
use five_armies::language::Language;
use five_armies::moment::{MINUTE, Moment};
use five_armies::scene::{column_at, current_event};
use five_armies::story::{Event, STORY, Story};
use five_armies::words::Words;
use geojson::{Feature, FeatureCollection, GeoJson, Value};
use proptest::prelude::*;

#[allow(dead_code, reason = "shared with tests that use the rest")]
mod written;

/// Half a map unit in degrees of longitude at 50 N, in both directions, with room for rounding.
const NEAR: f64 = 0.004;

const TELLINGS: [Telling; 2] = [Telling::Record, Telling::Article];

fn at(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

fn parsed(text: &str) -> FeatureCollection {
    match text.parse().expect("GeoJSON") {
        GeoJson::FeatureCollection(collection) => collection,
        other => panic!("no collection: {other:?}"),
    }
}

fn collection(moment: Moment, telling: Telling) -> FeatureCollection {
    let words = Words::of(Language::English);
    parsed(&geojson(&STORY, words, moment, telling, "a credit"))
}

fn features(collection: &FeatureCollection, kind: &str) -> BTreeMap<String, Feature> {
    let of_kind = collection
        .features
        .iter()
        .filter(|f| said(f, "kind") == kind);
    let all: Vec<Feature> = of_kind.cloned().collect();
    let by_id: BTreeMap<String, Feature> = all.iter().map(|f| (said(f, "id"), f.clone())).collect();
    assert_eq!(by_id.len(), all.len(), "ids are unique");
    by_id
}

/// A property as text; empty when it is `null`.
fn said(feature: &Feature, name: &str) -> String {
    match feature.property(name) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(serde_json::Value::Null) => String::new(),
        Some(other) => other.to_string(),
        None => panic!("{feature:?} has no {name}"),
    }
}

/// Degrees of every place, as written.
fn degrees() -> BTreeMap<String, (f64, f64)> {
    let number = |place: &toml::Table, name: &str| {
        let value = &place[name];
        value
            .as_float()
            .or(value.as_integer().map(|i| i as f64))
            .expect("a number")
    };
    written::entries("places.toml", "place")
        .iter()
        .map(|p| {
            (
                written::text(p, "id").into(),
                (number(p, "lon"), number(p, "lat")),
            )
        })
        .collect()
}

fn assert_near(found: &[f64], place: &str, label: &str) {
    let (lon, lat) = degrees()[place];
    assert!(
        (found[0] - lon).abs() < NEAR && (found[1] - lat).abs() < NEAR,
        "{label}: {found:?}, {place} lies at {lon} {lat}"
    );
}

#[test]
fn the_collection_says_what_it_is() {
    let collection = collection(at("1968-08-21T02:20"), Telling::Article);
    let members = collection.foreign_members.expect("foreign members");
    for (name, value) in [
        ("name", "Five Armies"),
        ("moment", "1968-08-21T02:20+01:00"),
        ("basis", "article"),
        ("credit", "a credit"),
    ] {
        assert_eq!(members[name], value, "{name}");
    }
}

#[test]
fn every_route_and_placed_event_of_the_telling_is_there_and_no_other() {
    for telling in TELLINGS {
        let collection = collection(at("1968-08-21T02:20"), telling);
        let written = |file: &str, kind: &str| -> BTreeSet<String> {
            let all = written::entries(file, kind);
            all.iter()
                .filter(|e| [telling.key(), "both"].contains(&written::text(e, "basis")))
                .map(|e| written::text(e, "id").to_owned())
                .collect()
        };
        let routes: BTreeSet<String> = features(&collection, "route").into_keys().collect();
        let expected: BTreeSet<String> = written("routes.toml", "route")
            .union(&written("departures.toml", "departure"))
            .cloned()
            .collect();
        assert_eq!(routes, expected);

        let on_map = |event: &&Event| event.place.is_some_and(|p| STORY.places[p].at.is_some());
        let told = written("events.toml", "event");
        let expected: BTreeSet<String> = STORY
            .events
            .iter()
            .filter(on_map)
            .map(|e| e.id.into())
            .collect();
        let expected: BTreeSet<String> = expected.intersection(&told).cloned().collect();
        let events: BTreeSet<String> = features(&collection, "event").into_keys().collect();
        assert_eq!(events, expected);
        assert!(events.len() > 5, "{telling:?} has events on the map");
    }
}

#[test]
fn lines_run_from_the_first_to_the_last_waypoint_that_is_drawn() {
    let collection = collection(at("1968-08-21T02:20"), Telling::Record);
    let routes = features(&collection, "route");
    for (route, place) in [
        ("rec-hungary-8msd-centre", "levice"),
        ("out-refugees-moravia", "wien"),
    ] {
        let Some(Value::LineString(line)) = routes[route].geometry.as_ref().map(|g| &g.value)
        else {
            panic!("{route} is no line");
        };
        let near = line.iter().any(|p| {
            let (lon, lat) = degrees()[place];
            (p[0] - lon).abs() < 0.06 && (p[1] - lat).abs() < 0.06
        });
        assert!(near, "{route} passes {place}: {line:?}");
    }
    for (id, feature) in routes {
        let Some(Value::LineString(line)) = feature.geometry.map(|g| g.value) else {
            panic!("{id} is no line");
        };
        assert!(line.len() >= 2, "{id} has {} positions", line.len());
        for p in line {
            let there = (5.0..30.0).contains(&p[0]) && (44.0..56.0).contains(&p[1]);
            assert!(p.len() == 2 && there, "{id}: {p:?}");
        }
    }
}

#[test]
fn events_stand_where_their_places_are() {
    let collection = collection(at("1968-08-21T02:20"), Telling::Record);
    let written = written::entries("events.toml", "event");
    let mut compared = 0;
    for (id, feature) in features(&collection, "event") {
        let Some(Value::Point(found)) = feature.geometry.map(|g| g.value) else {
            panic!("{id} is no point");
        };
        let entry = written.iter().find(|e| written::text(e, "id") == id);
        assert_near(
            &found,
            written::text(entry.expect("the event"), "place"),
            &id,
        );
        compared += 1;
    }
    assert!(compared > 20, "{compared} events");
}

#[test]
fn times_are_no_more_exact_than_they_are_known() {
    let collection = collection(at("1968-08-21T02:20"), Telling::Record);
    let events = features(&collection, "event");
    let of = |id: &str| (said(&events[id], "at"), said(&events[id], "precision"));
    let day = of("1968-01-05-dubcek-elected-first-secretary");
    assert_eq!(day, ("1968-01-05".into(), "day".into()));
    let month = of("1968-04-action-programme");
    assert_eq!(month, ("1968-04".into(), "month".into()));
    let exact = events.values().filter(|e| said(e, "precision") == "minute");
    for event in exact {
        let time = said(event, "at");
        assert!(time.len() == 22 && time.ends_with("+01:00"), "{time}");
    }

    let routes = features(&collection, "route");
    let refugees = &routes["out-refugees-moravia"];
    // Both its times were placed by hand.
    assert_eq!(refugees.property("departs"), Some(&serde_json::Value::Null));
    assert_eq!(refugees.property("army"), Some(&serde_json::Value::Null));
    assert_eq!(said(refugees, "drawn_from"), "1968-08-22T06:00+01:00");
    assert_eq!(said(refugees, "drawn_to"), "1968-08-24T12:00+01:00");
}

#[test]
fn letters_with_signs_arrive_whole() {
    let words = Words::of(Language::Slovak);
    let text = geojson(
        &STORY,
        words,
        at("1968-08-21T02:20"),
        Telling::Record,
        "zdroj",
    );
    let collection = parsed(&text);
    let events = features(&collection, "event");
    let title = said(
        &events["1968-01-05-dubcek-elected-first-secretary"],
        "title",
    );
    assert!(title.contains("Dubček"), "{title}");
    let places: BTreeSet<String> = events.values().map(|e| said(e, "place")).collect();
    for place in ["Košice", "Čierna nad Tisou"] {
        assert!(places.contains(place), "{place} in {places:?}");
    }
    assert!(!text.contains("]("), "markup");
}

#[test]
fn what_json_reserves_is_escaped() {
    let credit = "a \"quoted\" \\ credit,\twith {all} [of] it: §";
    let words = Words::of(Language::English);
    let text = geojson(&STORY, words, STORY.opening, Telling::Record, credit);
    let members = parsed(&text).foreign_members.expect("foreign members");
    assert_eq!(members["credit"], credit.replace('\t', " "));
}

#[test]
fn a_story_without_anything_is_a_collection_without_features() {
    let empty = Story {
        routes: &[],
        events: &[],
        ..STORY
    };
    let words = Words::of(Language::English);
    let collection = parsed(&geojson(&empty, words, STORY.opening, Telling::Record, ""));
    assert!(collection.features.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn progress_phase_and_past_are_those_of_the_moment(minutes in 0..11_000_000_i64, night in 0..960_i64, by_night: bool, told: bool) {
        let from = if by_night { at("1968-08-20T20:00") } else { Moment(0) };
        let moment = Moment(from.0 + MINUTE * if by_night { night } else { minutes });
        let telling = TELLINGS[usize::from(told)];
        let collection = collection(moment, telling);
        for (id, feature) in features(&collection, "route") {
            let route = STORY.routes.iter().find(|r| r.id == id).expect("the route");
            let column = column_at(route, moment, telling);
            prop_assert_eq!(said(&feature, "phase"), column.phase.key());
            prop_assert_ne!(route.basis, if told { Basis::Record } else { Basis::Article });
            let progress: f64 = said(&feature, "progress").parse().expect("a number");
            // Half of the last digit, and what is lost between numbers in binary and in decimal.
            prop_assert!((progress - column.covered / route.length().max(1.0)).abs() < 0.000_501, "{}: {}", id, progress);
        }
        let events = features(&collection, "event");
        let past = events.values().filter(|e| said(e, "happened") == "true").count();
        let current = current_event(&STORY, moment, telling).map_or(0, |i| i + 1);
        let on_map = STORY.events.iter().take(current).filter(|e| events.contains_key(e.id)).count();
        prop_assert_eq!(past, on_map);
    }
}
