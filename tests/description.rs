//! The map in words says what is drawn: counted anew here from the scene, and read as a whole against files that were
//! reviewed by hand, `truth/spoken/*.txt`.
//!
//! `UPDATE=1 cargo test --no-default-features --test description` writes the files anew; whoever does that reads them.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use std::fmt::Write;
use std::path::Path;

use five_armies::description::{clock_in_words, column_in_words, map_in_words};
use five_armies::evidence::Telling;
use five_armies::language::Language;
use five_armies::march::Phase;
use five_armies::moment::{MINUTE, Moment};
use five_armies::scene::{Scene, column_at, scene_at};
use five_armies::story::{Kind, Route, STORY};
use five_armies::words::Words;
use proptest::prelude::*;

/// From before anything moves to the last years.
const MOMENTS: [(&str, &str); 6] = [
    ("spring", "1968-05-30T12:00"),
    ("2140", "1968-08-20T21:40"),
    ("0220", "1968-08-21T02:20"),
    ("1200", "1968-08-21T12:00"),
    ("november", "1968-10-25T12:00"),
    ("1990", "1990-06-01T12:00"),
];

fn english() -> Words {
    Words::of(Language::English)
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

#[test]
fn six_moments_in_three_languages_by_both_tellings() {
    for (name, at) in MOMENTS {
        let mut found = String::new();
        for language in Language::ALL {
            for telling in [Telling::Record, Telling::Article] {
                let said = map_in_words(Words::of(language), &STORY, moment(at), telling);
                let _ = writeln!(found, "{}, {}:\n{said}\n", language.tag(), telling.key());
            }
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/truth/spoken");
        let file = folder.join(format!("{name}.txt"));
        if std::env::var_os("UPDATE").is_some_and(|v| v == "1") {
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(&file, &found).expect("a file that can be written");
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(found, expected, "\n{} says otherwise", file.display());
    }
}

/// How many of an army's columns of a scene are of some kinds and in a phase.
fn count(scene: &Scene, army: usize, kinds: &[Kind], phases: &[Phase]) -> usize {
    let routes = STORY.routes.iter().zip(&scene.columns);
    routes
        .filter(|(route, placed)| {
            route.army == Some(army)
                && kinds.contains(&route.kind)
                && phases.contains(&placed.column.phase)
        })
        .count()
}

/// The number behind a name in the sentence that begins with some words; 0 when neither is there.
fn number(said: &str, beginning: &str, name: &str) -> usize {
    let sentence = said.split(beginning).nth(1).unwrap_or("");
    let sentence = sentence.split('.').next().unwrap_or("");
    let item = sentence.split(", ").find_map(|item| {
        let number = item.trim().strip_prefix(name)?;
        number.trim().parse().ok()
    });
    item.unwrap_or(0)
}

/// The number of roads of an army.
fn roads(said: &str, name: &str) -> usize {
    let start = format!("{name} columns on ");
    let Some(rest) = said.split(&start).nth(1) else {
        return 0;
    };
    let number = rest.split(' ').next().unwrap_or("");
    number.parse().expect("a number of roads")
}

/// Squared distance of a route's head from Prague.
fn from_prague(route: &Route, at: Moment, telling: Telling) -> f64 {
    let head = route.head_at(column_at(route, at, telling).covered).at;
    let prague = STORY.places.iter().find(|p| p.id == "praha");
    let (x, y) = prague.and_then(|p| p.at).expect("Prague");
    (head.x - f64::from(x)).powi(2) + (head.y - f64::from(y)).powi(2)
}

fn any_moment() -> impl Strategy<Value = Moment> {
    let (start, end) = (STORY.timeline.start().0, STORY.timeline.end().0);
    let night = moment("1968-08-20T20:00").0..moment("1968-08-21T12:00").0;
    prop_oneof![night, start..end].prop_map(|s| Moment(s / MINUTE * MINUTE))
}

fn any_telling() -> impl Strategy<Value = Telling> {
    prop_oneof![Just(Telling::Article), Just(Telling::Record)]
}

proptest! {
    #[test]
    fn its_numbers_are_those_of_the_scene(at in any_moment(), telling in any_telling()) {
        let said = map_in_words(english(), &STORY, at, telling);
        let scene = scene_at(&STORY, at, telling);
        let here = [Phase::Moving, Phase::Arrived];
        let by_air = [Kind::Airborne, Kind::Airlift];
        for (index, army) in STORY.armies.iter().enumerate() {
            let name = english().say(army.name);
            let all = |kinds: &[Kind], phases: &[Phase]| count(&scene, index, kinds, phases);
            prop_assert_eq!(roads(&said, name), all(&[Kind::Ground], &[Phase::Moving]), "{} {}", name, said);
            prop_assert_eq!(number(&said, "Airborne columns: ", name), all(&by_air, &here), "{} {}", name, said);
            prop_assert_eq!(
                number(&said, "Columns at the end of their way: ", name),
                all(&[Kind::Ground], &[Phase::Arrived]), "{} {}", name, said
            );
            let waiting = [Kind::Ground, Kind::Waiting, Kind::Airborne, Kind::Airlift];
            prop_assert_eq!(
                number(&said, "Columns drawn up, not yet moving: ", name),
                all(&waiting, &[Phase::Waiting]), "{} {}", name, said
            );
            prop_assert_eq!(number(&said, "Divisions held back: ", name), all(&[Kind::Waiting], &[Phase::Held]), "{}", said);
        }
        let hollow = scene.columns.iter().filter(|p| p.column.phase != Phase::Absent && !p.column.certain).count();
        let told = said.split("not on record: ").find_map(|rest| rest.split('.').next()?.parse::<usize>().ok());
        prop_assert_eq!(told.unwrap_or(0), hollow, "{}", said);
        for field in &scene.landings {
            let name = STORY.places.get(field.field).map_or("", |p| p.name);
            let line = format!("{name}: {}.", english().landed(field));
            prop_assert!(said.contains(&line), "{} in {}", line, said);
        }
        let event = scene.current.and_then(|i| STORY.events.get(i)).map_or("", |e| english().say(e.title));
        prop_assert!(said.contains(event), "{}", said);
        prop_assert!(said.starts_with(clock_in_words(english(), &STORY, at, telling).trim_end()));
    }

    #[test]
    fn no_column_is_nearer_to_prague_than_the_one_that_is_named(at in any_moment(), telling in any_telling()) {
        let said = map_in_words(english(), &STORY, at, telling);
        let out = |route: &&Route| {
            let phase = column_at(route, at, telling).phase;
            route.kind.enters() && [Phase::Moving, Phase::Arrived].contains(&phase)
        };
        let nearest = STORY.routes.iter().filter(out).map(|r| from_prague(r, at, telling)).min_by(f64::total_cmp);
        let Some((_, named)) = said.split_once("Nearest to Prague: ") else {
            prop_assert!(nearest.is_none(), "none is named: {}", said);
            return Ok(());
        };
        let whose = STORY.routes.iter().filter(out).find(|route| {
            let column = column_at(route, at, telling);
            let whereabouts = column_in_words(english(), &STORY, route, column);
            named.starts_with(&format!("{}, {whereabouts}.", english().say(route.formation)))
                && Some(from_prague(route, at, telling)) == nearest
        });
        prop_assert!(whose.is_some(), "{}", said);
    }

    #[test]
    fn nothing_in_it_is_left_open_or_empty(at in any_moment(), telling in any_telling()) {
        for language in Language::ALL {
            let said = map_in_words(Words::of(language), &STORY, at, telling);
            prop_assert!(!said.contains(['{', '}']), "{}", said);
            prop_assert!(!said.contains("  ") && !said.contains(" .") && !said.contains(": ."), "{}", said);
            prop_assert!(said.ends_with('.'), "{}", said);
        }
    }
}

#[test]
fn before_the_night_there_is_nothing_to_count() {
    let said = map_in_words(
        english(),
        &STORY,
        moment("1968-03-01T12:00"),
        Telling::Record,
    );
    assert!(
        said.ends_with("As the record has it. No columns on the map."),
        "{said}"
    );
}

#[test]
fn it_says_whose_account_it_is() {
    let at = moment("1968-08-21T02:20");
    let by = |telling| map_in_words(english(), &STORY, at, telling);
    assert!(by(Telling::Record).contains(" As the record has it. "));
    assert!(by(Telling::Article).contains(" As the article tells it. "));
}

#[test]
fn one_column_is_on_one_road() {
    let mut seen = 0;
    for minute in 0..960 {
        let at = Moment(moment("1968-08-20T20:00").0 + minute * MINUTE);
        let said = map_in_words(english(), &STORY, at, Telling::Record);
        assert!(!said.contains("on 1 roads"), "{said}");
        seen += usize::from(said.contains("on 1 road;") || said.contains("on 1 road."));
    }
    assert!(seen > 0, "some army has one column under way at some time");
}

#[test]
fn only_english_has_capitals_within_a_sentence() {
    let at = moment("1968-08-21T02:20");
    let said = |language| map_in_words(Words::of(language), &STORY, at, Telling::Record);
    assert!(
        said(Language::Czech).contains("Sovětská armáda: kolony na"),
        "{}",
        said(Language::Czech)
    );
    assert!(
        said(Language::Czech).contains("; polská armáda: kolony na"),
        "{}",
        said(Language::Czech)
    );
    assert!(
        said(Language::English).contains("; Polish columns on"),
        "{}",
        said(Language::English)
    );
}
