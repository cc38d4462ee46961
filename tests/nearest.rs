//! Where was my town? The answers against a search of their own through the content files, with degrees as they are
//! written there and another formula for distances.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use five_armies::evidence::{Basis, Confidence};
use five_armies::language::Language;
use five_armies::moment::{HOUR, Moment, Precision};
use five_armies::nearest::{
    Answer, LIMIT_KM, Nearest, answers, documented, folded, kilometres, meant,
};
use five_armies::story::{Kind, Route, STORY, Station, Story};
use five_armies::words::Words;
use proptest::prelude::*;
use toml::Table;
use written::{entries, text};

#[allow(dead_code, reason = "shared with tests that use the rest")]
mod written;

fn name(place: usize) -> &'static str {
    STORY.places.get(place).map_or("?", |p| p.name)
}

fn answer(town: &str) -> Answer {
    let all = answers(&STORY);
    let found = all.into_iter().find(|a| name(a.town) == town);
    found.expect("a town of the data")
}

fn said(town: &str) -> String {
    answer(town).in_words(Words::of(Language::English), &STORY)
}

/// A place's longitude and latitude in radians.
fn degrees(place: &Table) -> (f64, f64) {
    let of = |field: &str| {
        let value = place.get(field).expect("a coordinate");
        let number = value
            .as_float()
            .or_else(|| value.as_integer().map(|i| i as f64));
        number.expect("a number").to_radians()
    };
    (of("lon"), of("lat"))
}

/// Distance in kilometres by the spherical law of cosines.
fn far(a: &Table, b: &Table) -> f64 {
    let ((lon_a, lat_a), (lon_b, lat_b)) = (degrees(a), degrees(b));
    let cosine = lat_a.sin() * lat_b.sin() + lat_a.cos() * lat_b.cos() * (lon_b - lon_a).cos();
    6371.0088 * cosine.min(1.0).acos()
}

#[test]
fn no_documented_column_of_the_content_is_nearer() {
    let places = entries("places.toml", "place");
    let of = |id: &str| {
        places
            .iter()
            .find(|p| text(p, "id") == id)
            .expect("a place")
    };
    let mut points: Vec<(String, &Table)> = Vec::new();
    for route in entries("routes.toml", "route") {
        if text(&route, "basis") == "article" || text(&route, "kind") == "waiting" {
            continue;
        }
        let waypoints = route
            .get("waypoint")
            .and_then(|v| v.as_array())
            .expect("waypoints");
        for waypoint in waypoints.iter().filter_map(|w| w.as_table()) {
            let place = of(text(waypoint, "place"));
            let guessed = |field: &str| {
                waypoint
                    .get(field)
                    .is_some_and(|v| v.as_bool() == Some(true))
            };
            if !guessed("notional") && !guessed("via") && text(place, "country") == "CSK" {
                points.push((text(&route, "id").to_owned(), place));
            }
        }
    }
    let towns: Vec<&Table> = places
        .iter()
        .filter(|p| {
            text(p, "country") == "CSK" && p.get("rank").and_then(toml::Value::as_integer) < Some(5)
        })
        .collect();
    let all = answers(&STORY);
    assert_eq!(all.len(), towns.len(), "every town has an answer");
    let (mut here, mut near, mut none) = (0, 0, 0);
    for (answer, town) in all.iter().zip(towns) {
        let town_name = text(town, "name");
        assert_eq!(name(answer.town), town_name);
        let least = points
            .iter()
            .map(|(_, p)| far(town, p))
            .fold(f64::INFINITY, f64::min);
        let Some(found) = answer.nearest else {
            assert!(least > f64::from(LIMIT_KM), "{town_name}: {least}");
            none += 1;
            continue;
        };
        let (route, station) = found.of(&STORY).expect("a station");
        let place = STORY.places.get(station.place).expect("a place");
        assert!(!station.notional, "{town_name}");
        let is_named = points
            .iter()
            .any(|(id, p)| id == route.id && text(p, "id") == place.id);
        assert!(is_named, "{town_name}: {} at {}", route.id, place.name);
        // The map holds positions to 250 m.
        assert!(
            far(town, of(place.id)) < least + 0.5,
            "{town_name}: {} is not the nearest",
            place.name
        );
        assert!(
            (f64::from(found.km) - least).abs() < 1.0,
            "{town_name}: {} and {least}",
            found.km
        );
        if found.km == 0 { here += 1 } else { near += 1 }
    }
    assert!(here > 50 && near > 20 && none > 10, "{here} {near} {none}");
}

#[test]
fn of_columns_at_one_place_the_first_whose_time_is_known_is_told() {
    let all = documented(&STORY);
    for answer in answers(&STORY) {
        let Some(found) = answer.nearest else {
            continue;
        };
        let (_, station) = found.of(&STORY).expect("a station");
        for (route, index, _) in &all {
            let route = STORY.routes.get(*route).expect("a route");
            let other = route.stations.get(*index).expect("a station");
            if other.place != station.place {
                continue;
            }
            let key = |s: &five_armies::story::Station| (s.precision.key() == "unknown", s.at);
            assert!(
                key(station) <= key(other),
                "{}: {}",
                name(answer.town),
                route.id
            );
        }
    }
}

/// A story of two columns that come to one place, at these hours, the first of which may be unknown.
fn of_two(hours: [(i64, Precision); 2]) -> Story {
    let place = answer("Liberec").town;
    let route = |(hour, precision): (i64, Precision)| Route {
        id: "one",
        army: Some(0),
        kind: Kind::Ground,
        basis: Basis::Record,
        confidence: Confidence::High,
        formation: STORY.events[0].title,
        appears: Moment(0),
        until: Moment(i64::MAX),
        line: &[],
        along: &[],
        stations: Box::leak(Box::new([Station {
            place,
            along: 0,
            at: Moment(hour * HOUR),
            precision,
            notional: false,
            guessed_way: false,
        }])),
        legs: &[],
        planned: &[],
        landings: None,
    };
    Story {
        timeline: STORY.timeline,
        opening: STORY.opening,
        view: STORY.view,
        armies: STORY.armies,
        places: STORY.places,
        routes: Box::leak(Box::new(hours.map(route))),
        events: STORY.events,
        reactions: STORY.reactions,
        passages: STORY.passages,
        sights: STORY.sights,
        lights: STORY.lights,
        regions: STORY.regions,
    }
}

#[test]
fn a_reckoned_time_gives_way_to_one_on_record() {
    let chosen = |hours| {
        let story = of_two(hours);
        let all = answers(&story);
        let here = all.iter().find(|a| name(a.town) == "Liberec");
        here.and_then(|a| a.nearest).map(|n| n.route)
    };
    use Precision::{Hour, Minute, Unknown};
    assert_eq!(chosen([(1, Unknown), (5, Minute)]), Some(1));
    assert_eq!(chosen([(5, Hour), (1, Unknown)]), Some(0));
    assert_eq!(chosen([(5, Hour), (1, Minute)]), Some(1));
    assert_eq!(chosen([(1, Hour), (5, Hour)]), Some(0));
}

#[test]
fn an_answer_says_where_how_far_and_when_as_exactly_as_it_is_known() {
    assert_eq!(
        said("Liberec"),
        "Liberec: a column came here (20th Guards Army, from the Group of Soviet Forces in Germany); \
         21 August 1968, about 02:00."
    );
    let opava = said("Opava");
    assert!(
        opava.starts_with("Opava: the nearest documented column (Polish 2nd Army, "),
        "{opava}"
    );
    assert!(
        opava.contains(" was at Krnov, about 22 km away; "),
        "{opava}"
    );
    assert_eq!(said("Svidník"), "Svidník: no known column within 30 km.");
    let unknown = answers(&STORY).into_iter().filter(|a| {
        let found = a.nearest.and_then(|n| n.of(&STORY));
        found.is_some_and(|(_, s)| s.precision.key() == "unknown")
    });
    let mut seen = 0;
    for answer in unknown {
        let text = answer.in_words(Words::of(Language::English), &STORY);
        assert!(text.ends_with("; time not on record."), "{text}");
        seen += 1;
    }
    assert!(seen > 0, "some times are not on record");
}

#[test]
fn every_answer_is_whole_in_every_language() {
    for language in Language::ALL {
        for answer in answers(&STORY) {
            let text = answer.in_words(Words::of(language), &STORY);
            assert!(!text.contains(['{', '}']), "{text}");
            assert!(
                text.starts_with(name(answer.town)) && text.ends_with('.'),
                "{text}"
            );
        }
    }
}

#[test]
fn what_is_written_is_read_again() {
    for answer in answers(&STORY) {
        assert_eq!(Answer::read(&answer.written()), Some(answer));
    }
    for bad in [
        "",
        " ",
        "x",
        "1 2",
        "1 2 3",
        "1 2 3 4 5",
        "1 2 3 x",
        "-1",
        "1  2 3 4",
    ] {
        assert_eq!(Answer::read(bad), None, "{bad:?}");
    }
}

#[test]
fn a_town_is_found_without_its_marks() {
    let names = [
        "Náchod",
        "Ústí nad Labem",
        "Most",
        "Mostek",
        "Žilina",
        "Ľubochňa",
    ];
    let meant = |typed, finished| meant(typed, names.into_iter(), finished).map(|i| names[i]);
    for (typed, town) in [
        ("Nachod", "Náchod"),
        ("  náchod ", "Náchod"),
        ("NÁCHOD", "Náchod"),
        ("zilina", "Žilina"),
        ("ĽUBOCHŇA", "Ľubochňa"),
        ("most", "Most"),
        ("Usti nad Labem", "Ústí nad Labem"),
    ] {
        assert_eq!(meant(typed, false), Some(town), "{typed}");
        assert_eq!(meant(typed, true), Some(town), "{typed}");
    }
    // Half a name is one only when the reader has finished.
    assert_eq!(
        (meant("Usti", false), meant("Usti", true)),
        (None, Some("Ústí nad Labem"))
    );
    for nothing in ["", "  ", "Atlantis"] {
        assert_eq!(
            (meant(nothing, false), meant(nothing, true)),
            (None, None),
            "{nothing:?}"
        );
    }
}

#[test]
fn the_towns_of_the_data_can_all_be_typed_with_plain_letters() {
    let towns: Vec<&str> = answers(&STORY).iter().map(|a| name(a.town)).collect();
    for (index, town) in towns.iter().enumerate() {
        let plain = folded(town);
        assert!(
            plain
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == ' ' || c == '-'),
            "{town}: {plain}"
        );
        assert_eq!(
            meant(&plain, towns.iter().copied(), false),
            Some(index),
            "{town}"
        );
    }
}

proptest! {
    #[test]
    fn distances_are_those_of_a_sphere(a in (-3000..3000_i16, -2000..2000_i16), b in (-3000..3000_i16, -2000..2000_i16)) {
        let (forth, back) = (kilometres(a, b), kilometres(b, a));
        prop_assert!((forth - back).abs() < 1e-6);
        // On this map a unit is 250 m to within 2 per cent.
        let units = (f64::from(a.0) - f64::from(b.0)).hypot(f64::from(a.1) - f64::from(b.1));
        prop_assert!((forth - units * 0.25).abs() <= 0.02 * units * 0.25 + 0.01, "{} {}", forth, units * 0.25);
    }

    #[test]
    fn any_numbers_survive(town in 0..u16::MAX, route in 0..u16::MAX, station in 0..u16::MAX, km in 0..u16::MAX) {
        let (town, route, station) = (usize::from(town), usize::from(route), usize::from(station));
        let answer = Answer { town, nearest: Some(Nearest { route, station, km }) };
        prop_assert_eq!(Answer::read(&answer.written()), Some(answer));
    }

    #[test]
    fn nothing_that_is_typed_is_too_much(typed in ".{0,40}") {
        let towns = ["Náchod", "Most"];
        let _ = meant(&typed, towns.into_iter(), true);
        let _ = Answer::read(&typed);
        prop_assert_eq!(folded(&folded(&typed)), folded(&typed));
    }
}
