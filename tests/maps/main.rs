//! The maps that the build script draws. Here the world map: every state where it belongs, neighbours without a gap, and
//! no heavier than said.
//!
//! The build script's own modules are taken in as they are.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

// The build script's modules look for these at the root of their crate.
use five_armies::{curve, daylight, equal_earth, language, markup, moment, projection};

#[allow(
    dead_code,
    missing_docs,
    reason = "the build script's modules are documented for its author, and this test uses some"
)]
#[path = "../../src/build"]
mod build {
    pub mod compile;
}

mod cities;
mod corners;
mod paths;

use build::compile::worldmap::WorldMap;
use build::compile::{Files, Mistake};
use cities::CITIES;
use equal_earth::EqualEarth;
use paths::{Edge, Point, contains, edges, lines, reversed};
use projection::LonLat;

/// The states that the page speaks of.
const CODES: &str = "SUN POL DDR HUN BGR CSK CUB PRK VDR MNG YUG AUT USA GBR ROU DEU FRA ITA CHN ALB CAN DNK SWE \
    FIN CHE VAT ISR EGY SYR IND JPN";

/// Most bytes of all path data together. Every reader loads them, as the 75 kB of the base map;
/// not a third of that, about 7.5 kB of brotli, is what a second and smaller map may cost.
const HEAVIEST: usize = 22_000;

static CONTENT: LazyLock<Files> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
    Files::read(&folder).expect("the content folder")
});

static WORLD: LazyLock<WorldMap> = LazyLock::new(|| {
    WorldMap::build(&CONTENT, &split(CODES)).expect("a map of the states that the page speaks of")
});

fn split(codes: &str) -> Vec<String> {
    codes.split(' ').map(str::to_owned).collect()
}

/// The codes of all states of the map file.
fn every_code() -> Vec<String> {
    let map = CONTENT.0.get("map/world.topojson").expect("the map file");
    let map: serde_json::Value = serde_json::from_slice(map).expect("JSON");
    let states = map["objects"]["states"]["geometries"]
        .as_array()
        .expect("states");
    let codes = states.iter().filter_map(|s| s["id"].as_str());
    codes.map(str::to_owned).collect()
}

/// A position in the map's units: the equator is 2000 long.
fn place(lon: f64, lat: f64) -> (f64, f64) {
    let (x, y) = EqualEarth::world().project(LonLat { lon, lat });
    let scale = 1_000.0 / 2.706_629_984;
    (x * scale, -y * scale)
}

fn within([left, top, width, height]: [i32; 4], (x, y): (f64, f64)) -> bool {
    (f64::from(left)..=f64::from(left + width)).contains(&x)
        && (f64::from(top)..=f64::from(top + height)).contains(&y)
}

fn near(p: Point) -> (f64, f64) {
    (f64::from(p.0), f64::from(p.1))
}

/// All areas by code; that of the other states has the code "".
fn areas() -> BTreeMap<&'static str, &'static str> {
    let states = WORLD.states.iter();
    states
        .map(|s| (s.code.as_str(), s.path.as_str()))
        .chain([("", WORLD.others.as_str())])
        .collect()
}

#[test]
fn every_state_asked_for_has_an_area_or_is_a_dot() {
    let codes: Vec<&str> = WORLD.states.iter().map(|s| s.code.as_str()).collect();
    assert_eq!(codes.join(" "), CODES);
    for state in &WORLD.states {
        assert!(state.tiny || !state.path.is_empty(), "{}", state.code);
        assert!(within(WORLD.view, near(state.anchor)), "{}", state.code);
    }
    let dots = WORLD.states.iter().filter(|s| s.tiny);
    assert_eq!(dots.map(|s| s.code.as_str()).collect::<Vec<_>>(), ["VAT"]);
}

#[test]
fn every_area_is_made_of_closed_rings_within_the_view() {
    for (code, path) in areas() {
        for ring in lines(path) {
            assert!(
                ring.len() > 3 && ring.first() == ring.last(),
                "{code:?}: {ring:?}"
            );
            assert!(
                ring.iter().all(|&p| within(WORLD.view, near(p))),
                "{code:?}"
            );
        }
    }
}

#[test]
fn a_name_stands_in_its_state() {
    for state in WORLD.states.iter().filter(|s| !s.tiny) {
        assert!(contains(&state.path, near(state.anchor)), "{}", state.code);
    }
    let (x, y) = place(12.4534, 41.9033);
    let vatican = WORLD.states.iter().find(|s| s.code == "VAT");
    let anchor = near(vatican.expect("the Vatican").anchor);
    assert!((anchor.0 - x).hypot(anchor.1 - y) < 1.0);
}

#[test]
fn a_state_without_a_coast_has_neighbours_all_round() {
    let areas = areas();
    for home in ["CSK", "HUN", "AUT", "CHE", "MNG"] {
        let around: BTreeSet<Edge> = areas
            .iter()
            .filter(|(code, _)| **code != home)
            .flat_map(|(_, path)| edges(path))
            .collect();
        for edge in edges(areas[home]) {
            assert!(
                around.contains(&reversed(edge)),
                "{home}: nothing beyond {edge:?}"
            );
        }
    }
}

#[test]
fn neighbours_share_their_border() {
    let areas = areas();
    let borders = |code: &str, other: &str| {
        let beyond = edges(areas[other]);
        let mine = edges(areas[code]).into_iter().map(reversed);
        mine.filter(|edge| beyond.contains(edge)).count()
    };
    for around in ["DDR", "DEU", "AUT", "HUN", "SUN", "POL"] {
        assert!(borders("CSK", around) > 0, "CSK and {around}");
    }
    for (a, b) in [
        ("DDR", "DEU"),
        ("DDR", "POL"),
        ("SUN", "CHN"),
        ("USA", "CAN"),
        ("BGR", ""),
    ] {
        assert!(borders(a, b) > 1, "{a} and {b:?}");
    }
    for (a, b) in [("CSK", "ROU"), ("CSK", "YUG"), ("CSK", ""), ("HUN", "DDR")] {
        assert_eq!(borders(a, b), 0, "{a} and {b:?}");
    }
}

#[test]
fn borders_are_drawn_between_other_states_only() {
    let drawn = edges(&WORLD.borders);
    assert!(drawn.len() > 500);
    let twice = |path| {
        let edges = edges(path).into_iter();
        edges
            .filter(|&e| drawn.contains(&e) || drawn.contains(&reversed(e)))
            .count()
    };
    for state in &WORLD.states {
        assert_eq!(twice(&state.path), 0, "{}", state.code);
    }
    let all = WorldMap::build(&CONTENT, &every_code()).expect("a map");
    let known: BTreeSet<Edge> = all.states.iter().flat_map(|s| edges(&s.path)).collect();
    assert!(
        drawn
            .iter()
            .all(|&e| known.contains(&e) || known.contains(&reversed(e)))
    );
    // A strip of coast so narrow that rounding lays it on the border behind it.
    assert!(twice(&WORLD.others) <= 3, "{}", twice(&WORLD.others));
}

#[test]
fn what_lies_between_two_states_is_never_left_out() {
    for (codes, lon, lat) in [
        ("FRA ESP", 1.52, 42.55),
        ("CHE AUT", 9.55, 47.15),
        ("FRA DEU BEL", 6.13, 49.8),
        ("ITA VAT", 12.46, 43.94),
        ("DDR DEU", 13.26, 52.52),
        ("ZAF AUS", 28.3, -29.5),
    ] {
        let map = WorldMap::build(&CONTENT, &split(codes)).expect("a map");
        let areas = map.states.iter().map(|s| &s.path).chain([&map.others]);
        let found = areas.filter(|path| contains(path, place(lon, lat)));
        assert_eq!(found.count(), 1, "beside {codes}");
    }
}

#[test]
fn nothing_is_left_when_all_states_are_asked_for_and_all_when_none() {
    let all = WorldMap::build(&CONTENT, &every_code()).expect("a map");
    assert_eq!(all.states.len(), 203);
    assert_eq!((all.others.as_str(), all.borders.as_str()), ("", ""));
    assert!(all.states.iter().all(|s| s.tiny || !s.path.is_empty()));

    let none = WorldMap::build(&CONTENT, &[]).expect("a map");
    assert!(none.states.is_empty());
    assert!(
        lines(&none.borders)
            .iter()
            .all(|l| l.len() > 1 && l[0] != l[1])
    );
    assert!(none.borders.len() > WORLD.borders.len());
    for (city, _, lon, lat) in CITIES {
        assert!(contains(&none.others, place(lon, lat)), "{city}");
    }
}

fn lines_of(mistakes: &[Mistake]) -> String {
    let lines: Vec<String> = mistakes.iter().map(Mistake::to_string).collect();
    lines.join("\n")
}

#[test]
fn a_code_that_the_map_does_not_have_is_a_mistake() {
    let found = WorldMap::build(&CONTENT, &split("CSK RUS POL"));
    let told = lines_of(&found.err().unwrap_or_default());
    for part in [
        "map/world.topojson",
        "expected a state with the code \"RUS\"",
    ] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn a_map_that_is_missing_or_broken_is_a_mistake() {
    let mut files = Files(CONTENT.0.clone());
    for (bytes, expected) in [
        (Some(&b"{\"arcs\": 3}"[..]), "expected a quantised TopoJSON"),
        (None, "expected this file to exist"),
    ] {
        match bytes {
            Some(bytes) => files
                .0
                .insert("map/world.topojson".to_owned(), bytes.to_vec()),
            None => files.0.remove("map/world.topojson"),
        };
        let found = WorldMap::build(&files, &split(CODES)).err();
        let told = lines_of(&found.unwrap_or_default());
        assert!(
            told.contains("map/world.topojson") && told.contains(expected),
            "{told}"
        );
    }
}

#[test]
fn the_view_ends_at_the_sphere_south_of_the_horn_and_north_of_greenland() {
    let [left, top, width, height] = WORLD.view;
    assert_eq!((left, left + width), (-1_000, 1_000));
    let (north, south) = (place(11.0, 83.7).1, place(11.0, -56.0).1);
    assert!((0.0..1.0).contains(&(north - f64::from(top))));
    assert!((0.0..1.0).contains(&(f64::from(top + height) - south)));
    let sphere = &WORLD.graticule;
    assert_eq!(lines(sphere).len(), 1);
    assert!(contains(sphere, place(-168.0, 0.0)) && contains(sphere, place(190.0, 60.0)));
    assert!(!contains(sphere, (-990.0, -400.0)));
}

#[test]
fn the_box_around_europe_holds_europe() {
    let [left, top, width, height] = WORLD.europe;
    assert!(within(WORLD.view, near((left, top))));
    assert!(within(WORLD.view, near((left + width, top + height))));
    for (lon, lat) in [
        (-9.1393, 38.7223),
        (24.9384, 60.1699),
        (23.7275, 37.9838),
        (14.4213, 50.0875),
    ] {
        assert!(within(WORLD.europe, place(lon, lat)), "{lon} {lat}");
    }
    for (lon, lat) in [(-22.0, 64.1), (44.4, 33.3), (31.2, 30.0), (49.9, 40.4)] {
        assert!(!within(WORLD.europe, place(lon, lat)), "{lon} {lat}");
    }
}

#[test]
fn the_map_is_no_heavier_than_agreed() {
    let areas: usize = areas().values().map(|path| path.len()).sum();
    let bytes = areas + WORLD.borders.len() + WORLD.graticule.len();
    assert!(bytes <= HEAVIEST, "{bytes} bytes");
    // A map that lost its states would be light.
    assert!(bytes > HEAVIEST / 2, "{bytes} bytes");
}
