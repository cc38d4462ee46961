//! The tables that readers take along, read back by a reader of CSV and compared with the content.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;
use five_armies::evidence::{Basis, Telling};
use five_armies::language::Language;
use five_armies::moment::{Moment, Precision};
use five_armies::spreadsheet::{events_csv, routes_csv};
use five_armies::story::{Event, STORY, Story};
use five_armies::words::{Text, Words};

#[allow(dead_code, reason = "shared with tests that use the rest")]
mod written;

const TELLINGS: [Telling; 2] = [Telling::Record, Telling::Article];

fn night() -> Moment {
    Moment::parse("1968-08-21T02:20").expect("a moment")
}

/// The lines behind the head, each by the names of its columns.
fn lines(text: &str) -> Vec<BTreeMap<String, String>> {
    let text = text
        .strip_prefix('\u{feff}')
        .expect("the mark that spreadsheets need");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader
        .headers()
        .expect("a head")
        .iter()
        .map(str::to_owned)
        .collect();
    let records: Vec<StringRecord> = reader
        .records()
        .collect::<Result<_, _>>()
        .expect("even lines");
    let named = |r: &StringRecord| {
        head.iter()
            .cloned()
            .zip(r.iter().map(str::to_owned))
            .collect()
    };
    records.iter().map(named).collect()
}

fn events(telling: Telling) -> Vec<BTreeMap<String, String>> {
    lines(&events_csv(
        &STORY,
        Words::of(Language::English),
        night(),
        telling,
    ))
}

fn stations(telling: Telling) -> Vec<BTreeMap<String, String>> {
    lines(&routes_csv(&STORY, Words::of(Language::English), telling))
}

fn is_told(entry: &toml::Table, telling: Telling) -> bool {
    [telling.key(), "both"].contains(&written::text(entry, "basis"))
}

#[test]
fn every_event_of_the_telling_has_a_line_in_order_of_time() {
    for telling in TELLINGS {
        let written: BTreeSet<String> = written::entries("events.toml", "event")
            .iter()
            .filter(|e| is_told(e, telling))
            .map(|e| written::text(e, "id").to_owned())
            .collect();
        let found: Vec<String> = events(telling).iter().map(|e| e["id"].clone()).collect();
        assert_eq!(found.len(), written.len());
        assert_eq!(found.iter().cloned().collect::<BTreeSet<_>>(), written);
        let order = STORY.events.iter().filter(|e| telling.includes(e.basis));
        assert_eq!(found, order.map(|e| e.id.to_owned()).collect::<Vec<_>>());
    }
}

#[test]
fn an_event_says_when_where_and_whether_it_has_happened() {
    let all = events(Telling::Record);
    let of = |id: &str| all.iter().find(|e| e["id"] == id).expect("the event");
    let dubcek = of("1968-01-05-dubcek-elected-first-secretary");
    for (name, value) in [
        ("at", "1968-01-05"),
        ("precision", "day"),
        ("basis", "record"),
        ("happened", "true"),
        ("title", "Dubček becomes First Secretary"),
        ("place", "Praha"),
    ] {
        assert_eq!(dubcek[name], value, "{name}");
    }
    let (lon, lat): (f64, f64) = (
        dubcek["lon"].parse().expect("degrees"),
        dubcek["lat"].parse().expect("degrees"),
    );
    assert!(
        (lon - 14.4213).abs() < 0.004 && (lat - 50.0875).abs() < 0.004,
        "{lon} {lat}"
    );
    let happened = all.iter().filter(|e| e["happened"] == "true").count();
    let expected = STORY
        .events
        .iter()
        .filter(|e| Telling::Record.includes(e.basis) && e.at <= night());
    assert_eq!(happened, expected.count());
    assert!(happened < all.len());
    // Far from the map there is a name and no position.
    let far = all
        .iter()
        .filter(|e| !e["place"].is_empty() && e["lon"].is_empty());
    assert!(far.count() > 0, "events beyond the map");
}

#[test]
fn every_waypoint_that_the_line_passes_has_a_line() {
    for telling in TELLINGS {
        let found = stations(telling);
        let mut numbers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for station in &found {
            let n = station["n"].parse().expect("a number");
            numbers.entry(station["route"].clone()).or_default().push(n);
        }
        let told = STORY.routes.iter().filter(|r| telling.includes(r.basis));
        let expected: BTreeMap<String, Vec<usize>> = told
            .map(|r| (r.id.to_owned(), (1..=r.stations.len()).collect()))
            .collect();
        assert_eq!(numbers, expected);
    }
}

#[test]
fn waypoints_have_the_places_and_times_of_the_content() {
    let found = stations(Telling::Record);
    let places = written::entries("places.toml", "place");
    let name_of = |id: &str| {
        let place = places.iter().find(|p| written::text(p, "id") == id);
        written::text(place.expect("the place"), "name")
    };
    let mut compared = 0;
    for route in written::entries("routes.toml", "route") {
        let id = written::text(&route, "id");
        let waypoints = route["waypoint"].as_array().expect("waypoints");
        for waypoint in waypoints.iter().filter_map(toml::Value::as_table) {
            let (place, time) = (
                written::text(waypoint, "place"),
                written::text(waypoint, "time"),
            );
            let exact = written::text(waypoint, "precision") == "minute";
            if !is_told(&route, Telling::Record) || !exact {
                continue;
            }
            let line = found.iter().find(|s| {
                s["route"] == id && s["place"] == name_of(place) && s["precision"] == "minute"
            });
            let line = line.expect("a line of the waypoint");
            assert_eq!(line["at"], format!("{time}+01:00"), "{id} at {place}");
            assert_eq!(line["drawn"], line["at"], "{id} at {place}");
            assert_eq!(line["army"], written::text(&route, "army"));
            compared += 1;
        }
    }
    assert!(compared > 10, "{compared} times");
    let reckoned: Vec<_> = found
        .iter()
        .filter(|s| s["precision"] == "unknown")
        .collect();
    assert!(!reckoned.is_empty());
    for station in reckoned {
        assert!(
            station["at"].is_empty() && !station["drawn"].is_empty(),
            "{station:?}"
        );
    }
}

#[test]
fn letters_with_signs_arrive_whole() {
    for language in [Language::Czech, Language::Slovak] {
        let words = Words::of(language);
        let events = events_csv(&STORY, words, night(), Telling::Record);
        assert!(events.contains("Dubček") && !events.contains("]("));
        let routes = routes_csv(&STORY, words, Telling::Record);
        assert!(routes.contains("Košice") && !routes.contains("]("));
    }
}

#[test]
fn lines_end_as_rfc_4180_wants() {
    let text = events_csv(
        &STORY,
        Words::of(Language::English),
        night(),
        Telling::Record,
    );
    assert!(text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn separators_and_quotation_marks_in_a_text_stay_in_its_cell() {
    // A table of texts whose first says all that could break a line; the others are empty.
    let awkward = "A, \"quoted\" text; it's";
    let count = Words::of(Language::English).table().split('\n').count();
    let table = [awkward, &"\n-".repeat(count - 1)].concat();
    let words = Words::from_table(Language::English, &table).expect("a table of the right length");
    static EVENTS: [Event; 1] = [Event {
        id: "one",
        at: Moment(0),
        precision: Precision::Day,
        place: None,
        basis: Basis::Both,
        title: Text(0),
    }];
    let story = Story {
        events: &EVENTS,
        ..STORY
    };
    let text = events_csv(&story, words, night(), Telling::Article);
    assert!(text.contains("\"A, \"\"quoted\"\" text; it's\""), "{text}");
    let found = lines(&text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["title"], awkward);
    assert_eq!(
        [&found[0]["place"], &found[0]["lon"], &found[0]["lat"]],
        ["", "", ""]
    );
}
