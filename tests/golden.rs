//! Scenes in words, against files that were reviewed by hand: see `truth/scenes/README.md`.
//!
//! `UPDATE=1 cargo test --no-default-features --test golden` writes the files anew; whoever does
//! that reads the difference against `src/content/` before it is kept.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use std::fmt::Write;
use std::path::Path;

use five_armies::evidence::Telling;
use five_armies::language::Language;
use five_armies::march::{Column, Phase};
use five_armies::moment::Moment;
use five_armies::scene::scene_at;
use five_armies::story::{Route, STORY};
use five_armies::words::Words;

fn place(index: usize) -> &'static str {
    STORY.places.get(index).map_or("?", |p| p.id)
}

/// `rec-hungary-8msd-centre: sahy to levice`, with `hollow` where place or hour is not on record.
fn line(route: &Route, column: Column) -> String {
    let name = |i: usize| route.stations.get(i).map_or("?", |s| place(s.place));
    let reached = route.station_reached(column.covered);
    let way = match column.phase {
        Phase::Moving => format!("{} to {}", name(reached), name(reached + 1)),
        _ => format!("at {}", name(reached)),
    };
    let hollow = if column.certain { "" } else { ", hollow" };
    format!("  {}: {way}{hollow}\n", route.id)
}

/// The scene as a short text.
fn told(at: Moment, telling: Telling) -> String {
    let words = Words::of(Language::English);
    let scene = scene_at(&STORY, at, telling);
    let event = scene.current.and_then(|i| STORY.events.get(i));
    let event = event.map_or("none", |e| words.say(e.title));
    let reactions = scene.reactions.iter().filter(|shown| **shown).count();
    let mut text = format!(
        "{}, by the {}\nlight: {}\nevent {}: {event}\nreactions: {reactions}\n",
        words.moment_in_full(at),
        telling.key(),
        scene.light.key(),
        scene.happened,
    );
    for field in &scene.landings {
        let _ = writeln!(text, "{}: {}", place(field.field), words.landed(field));
    }
    for phase in [Phase::Waiting, Phase::Moving, Phase::Arrived, Phase::Held] {
        let columns = STORY.routes.iter().zip(&scene.columns);
        let lines: String = columns
            .filter(|(_, placed)| placed.column.phase == phase)
            .map(|(route, placed)| line(route, placed.column))
            .collect();
        if !lines.is_empty() {
            let _ = write!(text, "{}:\n{lines}", phase.key());
        }
    }
    text
}

fn check(name: &str, at: &str) {
    let at = Moment::parse(at).expect("a moment");
    for telling in [Telling::Article, Telling::Record] {
        let found = told(at, telling);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/truth/scenes");
        let file = folder.join(format!("{name}-{}.txt", telling.key()));
        if std::env::var_os("UPDATE").is_some_and(|v| v == "1") {
            std::fs::write(&file, &found).expect("a file that can be written");
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(found, expected, "\n{} says otherwise", file.display());
    }
}

#[test]
fn at_21_40_the_first_vehicles_cross() {
    check("2140", "1968-08-20T21:40");
}

#[test]
fn at_23_00_the_invasion_begins() {
    check("2300", "1968-08-20T23:00");
}

#[test]
fn at_02_20_the_columns_are_deep_in_the_country() {
    check("0220", "1968-08-21T02:20");
}

#[test]
fn at_06_00_the_divisions_are_at_prague() {
    check("0600", "1968-08-21T06:00");
}

#[test]
fn at_noon_most_have_arrived() {
    check("1200", "1968-08-21T12:00");
}
