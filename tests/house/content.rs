//! Nothing of the content lies there for nobody. What the build itself finds, such as sources that no entry names, is not
//! repeated here.

use std::collections::BTreeSet;

use five_armies::story::{Place, STORY};

use crate::{files, none};

/// The English content, which stands beside the facts, without a file of it.
fn content(but: &str) -> impl Iterator<Item = &'static str> {
    files::of(&["src/content/"], &[".toml"])
        .filter(move |(path, _)| path.matches('/').count() == 2 && !path.ends_with(but))
        .map(|(_, text)| text)
}

/// What is made of the content, without the build script, which only hands it on.
fn program() -> impl Iterator<Item = &'static str> {
    files::of(&["src/"], &[".rs"])
        .filter(|(path, _)| !path.starts_with("src/build/"))
        .map(|(_, text)| text)
}

#[test]
fn every_word_is_said_somewhere() {
    let words = files::all()
        .get("src/content/words.toml")
        .expect("the words");
    let names: Vec<&str> = words
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name)
        .collect();
    assert!(names.len() > 200, "the words were read: {}", names.len());
    let called = program().flat_map(|text| text.split('.').filter_map(|it| it.split_once('(')));
    let called = called.map(|(name, _)| name);
    let named = program().flat_map(|text| text.split("::").skip(1));
    let named = named.filter_map(|it| it.split(|c: char| !c.is_alphanumeric() && c != '_').next());
    let said: BTreeSet<&str> = called.chain(named).collect();
    let silent = names.into_iter().filter(|name| !said.contains(name));
    none(silent, "words that nobody says");
}

/// Half of a town's dot, in map units, on the smallest window.
const DOT: f64 = 40.0;

/// Whether a window of any shape shows a place: to the side of the view or above and below it, but not in a corner.
fn is_shown(place: &Place) -> bool {
    let view = STORY.view;
    let aside = view.x - DOT..=view.x + view.width + DOT;
    let beyond = view.y - DOT..=view.y + view.height + DOT;
    place.at.is_some_and(|(x, y)| {
        let in_view = aside.contains(&x.into()) || beyond.contains(&y.into());
        place.is_town() && in_view
    })
}

#[test]
fn every_place_is_a_town_on_the_map_or_told_of() {
    let unknown = STORY.places.iter().filter(|place| {
        let ways = [
            format!("place = \"{}\"", place.id),
            format!("(place:{})", place.id),
        ];
        !is_shown(place)
            && !content("/places.toml").any(|text| ways.iter().any(|way| text.contains(way)))
    });
    none(
        unknown.map(|place| place.id),
        "places that nobody sees or speaks of",
    );
}

#[test]
fn every_army_marches() {
    let armies = files::all()
        .get("src/content/armies.toml")
        .expect("the armies");
    let entries = armies.split("[[army]]").skip(1);
    let ids: Vec<&str> = entries.filter_map(|it| it.split('"').nth(1)).collect();
    assert_eq!(ids.len(), 5);
    let routes = files::all()
        .get("src/content/routes.toml")
        .expect("the routes");
    let idle = ids
        .into_iter()
        .filter(|id| !routes.contains(&format!("army = \"{id}\"")));
    none(idle, "armies without a way");
}

#[test]
fn every_file_of_the_map_is_read() {
    let maps = files::of(&["src/content/map/"], &[""]).map(|(path, _)| path);
    let unread = maps.filter(|path| {
        let name = format!("{}\"", path.trim_start_matches("src/content/"));
        !files::of(&["src/"], &[".rs"]).any(|(_, text)| text.contains(&name))
    });
    none(unread, "files of the map that nobody reads");
}
