//! Names of towns on the map: none on another, the great ones always, more when one comes nearer.

use five_armies::evidence::Telling;
use five_armies::labels::{
    Labelled, Reserved, Side, has_room_for_count, place_labels, reserved, text_width,
};
use five_armies::language::Language;
use five_armies::story::{Place, STORY};
use five_armies::words::Words;

/// Height of the letters in CSS pixels and the distance of a name from its dot's middle, as the
/// stylesheet sets them: reckoned here anew, without the code under test.
const LETTERS: f64 = 14.0;
const APART: f64 = 6.0;
/// Radius of a dot.
const DOT: f64 = 2.6;

/// Left, top, right, bottom, in CSS pixels.
type Frame = [f64; 4];

fn scales() -> impl Iterator<Item = f64> {
    (0..=190).map(|step| 0.1 + f64::from(step) / 100.0)
}

fn labels(scale: f64, telling: Telling) -> Vec<Labelled> {
    labels_in(Language::English, scale, telling)
}

fn labels_in(language: Language, scale: f64, telling: Telling) -> Vec<Labelled> {
    place_labels(STORY.places, taken(language, telling, scale), scale, None)
}

fn taken(language: Language, telling: Telling, scale: f64) -> Reserved {
    reserved(&STORY, telling, Words::of(language), scale)
}

/// Where the letters of a name stand.
fn name_frame(place: &Place, side: Side, scale: f64) -> Option<Frame> {
    let (x, y) = place
        .at
        .map(|(x, y)| (f64::from(x) * scale, f64::from(y) * scale))?;
    let width = text_width(place.name);
    let (left, top) = match side {
        Side::Right => (x + APART, y - LETTERS / 2.0),
        Side::Left => (x - APART - width, y - LETTERS / 2.0),
        Side::Above => (x - width / 2.0, y - APART - LETTERS),
        Side::Below => (x - width / 2.0, y + APART),
    };
    Some([left, top, left + width, top + LETTERS])
}

fn dot_frame(place: &Place, scale: f64) -> Option<Frame> {
    let (x, y) = place
        .at
        .map(|(x, y)| (f64::from(x) * scale, f64::from(y) * scale))?;
    Some([x - DOT, y - DOT, x + DOT, y + DOT])
}

fn overlap(a: Frame, b: Frame) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn named(all: &[Labelled]) -> impl Iterator<Item = (&'static Place, Side)> {
    STORY
        .places
        .iter()
        .zip(all)
        .filter_map(|(place, label)| match label {
            Labelled::Named(side) => Some((place, *side)),
            Labelled::Hidden => None,
        })
}

fn is_named(all: &[Labelled], id: &str) -> bool {
    named(all).any(|(place, _)| place.id == id)
}

#[test]
fn no_name_stands_on_another_name_or_on_its_dot() {
    for telling in [Telling::Article, Telling::Record] {
        for scale in scales() {
            let all = labels(scale, telling);
            let frames: Vec<(&str, Frame, Frame)> = named(&all)
                .filter_map(|(p, side)| {
                    Some((p.name, name_frame(p, side, scale)?, dot_frame(p, scale)?))
                })
                .collect();
            for (i, (name, frame, dot)) in frames.iter().enumerate() {
                for (other, theirs, their_dot) in frames.iter().skip(i + 1) {
                    assert!(!overlap(*frame, *theirs), "{name} and {other} at {scale}");
                    assert!(
                        !overlap(*frame, *their_dot),
                        "{name} and the dot of {other} at {scale}"
                    );
                    assert!(
                        !overlap(*dot, *theirs),
                        "the dot of {name} and {other} at {scale}"
                    );
                }
            }
        }
    }
}

#[test]
fn praha_is_named_at_every_scale_in_every_language() {
    for language in Language::ALL {
        for telling in [Telling::Article, Telling::Record] {
            for scale in scales() {
                let all = labels_in(language, scale, telling);
                assert!(
                    is_named(&all, "praha"),
                    "{language:?} {telling:?} at {scale}"
                );
            }
        }
    }
}

#[test]
fn great_cities_at_home_give_way_to_armies_alone() {
    for scale in scales() {
        let taken = taken(Language::English, Telling::Record, scale);
        let armies = Reserved {
            others: Vec::new(),
            ..taken.clone()
        };
        let [all, free] = [taken, armies].map(|r| place_labels(STORY.places, r, scale, None));
        for (place, (with, without)) in STORY.places.iter().zip(all.iter().zip(&free)) {
            if place.home && place.rank == 1 {
                assert_eq!(with, without, "{} at {scale}", place.name);
            }
        }
    }
}

#[test]
fn the_nearer_the_map_the_more_names() {
    for telling in [Telling::Article, Telling::Record] {
        let count = |scale| named(&labels(scale, telling)).count();
        let counts = [0.1, 0.2, 0.4, 0.8, 1.6].map(count);
        assert!(
            counts.windows(2).all(|c| c.first() < c.last()),
            "{telling:?}: {counts:?}"
        );
    }
}

#[test]
fn every_town_at_home_is_named_when_the_map_is_near_enough() {
    let all = place_labels(STORY.places, nothing(), 8.0, None);
    for place in STORY
        .places
        .iter()
        .filter(|p| p.home && p.rank < 5 && p.at.is_some())
    {
        assert!(is_named(&all, place.id), "{}", place.name);
    }
}

fn nothing() -> Reserved {
    Reserved {
        armies: Vec::new(),
        others: Vec::new(),
    }
}

#[test]
fn buildings_and_far_capitals_are_never_named() {
    for scale in scales() {
        let all = labels(scale, Telling::Record);
        assert_eq!(all.len(), STORY.places.len());
        assert!(
            named(&all).all(|(place, _)| place.rank < 5 && place.at.is_some()),
            "at {scale}"
        );
    }
}

#[test]
fn names_stay_inside_the_window() {
    for (width, height) in [
        (320.0, 260.0),
        (390.0, 380.0),
        (900.0, 700.0),
        (1500.0, 900.0),
    ] {
        let scale = f64::min(width / STORY.view.width, height / STORY.view.height);
        let window = STORY.view.grown_to((width, height), scale);
        let taken = taken(Language::English, Telling::Record, scale);
        let all = place_labels(STORY.places, taken, scale, Some(window));
        let edge = [
            window.x,
            window.y,
            window.x + window.width,
            window.y + window.height,
        ]
        .map(|v| v * scale);
        for (place, side) in named(&all) {
            let frame = name_frame(place, side, scale).unwrap_or([f64::NAN; 4]);
            let inside = frame[0] >= edge[0]
                && frame[1] >= edge[1]
                && frame[2] <= edge[2]
                && frame[3] <= edge[3];
            assert!(inside, "{} at {width} x {height}", place.name);
        }
        assert!(is_named(&all, "praha"), "{width} x {height}");
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    assert_eq!(labels(0.3, Telling::Record), labels(0.3, Telling::Record));
}

#[test]
fn longer_names_are_wider() {
    assert_eq!(text_width(""), 0.0);
    assert!(text_width("Ústí nad Labem") > text_width("Praha"));
    // A letter with a hook is as wide as the letter without.
    assert_eq!(text_width("Čáž"), text_width("Caz"));
}

#[test]
fn a_count_is_said_in_words_where_they_fit_before_the_edge() {
    let field = (STORY.view.x as i16 + 800, 0);
    let fits = |count: &str, scale| has_room_for_count(&STORY, field, count, scale);
    assert!(fits("3 landed, then a stream", 0.22));
    // A long one needs a larger map than a short one, and a telephone has room for none.
    let long = "landed: three, then one after another";
    assert!(!fits(long, 0.22) && fits(long, 0.4));
    assert!(!fits("3", 0.18));
}
