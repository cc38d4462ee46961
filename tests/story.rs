//! The compiled story: that all of it is there, and that its parts fit each other.

use five_armies::curve::distance;
use five_armies::evidence::Telling;
use five_armies::projection::MapPoint;
use five_armies::story::{Kind, Place, Route, STORY, point};

/// Content files whose entries are counted.
const FILES: [(&str, &str); 9] = [
    ("armies.toml", include_str!("../src/content/armies.toml")),
    (
        "chapters.toml",
        include_str!("../src/content/chapters.toml"),
    ),
    (
        "departures.toml",
        include_str!("../src/content/departures.toml"),
    ),
    ("events.toml", include_str!("../src/content/events.toml")),
    ("places.toml", include_str!("../src/content/places.toml")),
    (
        "reactions.toml",
        include_str!("../src/content/reactions.toml"),
    ),
    ("regions.toml", include_str!("../src/content/regions.toml")),
    ("routes.toml", include_str!("../src/content/routes.toml")),
    ("sights.toml", include_str!("../src/content/sights.toml")),
];

/// The ways into the country.
fn routes(telling: Telling) -> impl Iterator<Item = &'static Route> {
    STORY
        .routes
        .iter()
        .filter(move |r| r.kind.enters() && telling.includes(r.basis))
}

#[test]
fn all_of_it_is_there() {
    let count = |telling| routes(telling).count();
    let out = STORY.routes.iter().filter(|r| !r.kind.enters()).count();
    let entries = STORY.routes.len() - out;
    assert_eq!(
        (count(Telling::Record), count(Telling::Article), entries),
        (33, 5, 38)
    );
    assert_eq!((STORY.events.len(), STORY.reactions.len()), (118, 46));
    for (file, heading, compiled) in [
        ("routes.toml", "[[route]]", entries),
        ("departures.toml", "[[departure]]", out),
        ("chapters.toml", "[[chapter.passage]]", STORY.passages.len()),
        ("sights.toml", "[[sight]]", STORY.sights.len()),
        ("events.toml", "[[event]]", STORY.events.len()),
        ("reactions.toml", "[[reaction]]", STORY.reactions.len()),
        ("places.toml", "[[place]]", STORY.places.len()),
        ("armies.toml", "[[army]]", STORY.armies.len()),
        ("regions.toml", "[[region]]", STORY.regions.len()),
    ] {
        let text = FILES
            .iter()
            .find(|(name, _)| *name == file)
            .map_or("", |(_, text)| text);
        let written = text.lines().filter(|l| l.trim() == heading).count();
        assert_eq!(compiled, written, "{file}");
    }
}

#[test]
fn five_armies_have_each_a_column_by_the_record() {
    let ids: Vec<&str> = STORY.armies.iter().map(|a| a.id).collect();
    assert_eq!(ids, ["ussr", "gdr", "poland", "hungary", "bulgaria"]);
    for (index, army) in STORY.armies.iter().enumerate() {
        assert!(
            routes(Telling::Record).any(|r| r.army == Some(index)),
            "{}",
            army.id
        );
        assert!(
            army.labels
                .iter()
                .any(|l| Telling::Record.includes(l.basis)),
            "{}",
            army.id
        );
    }
}

#[test]
fn the_article_names_four_armies_and_no_bulgarians() {
    let mut armies: Vec<&str> = routes(Telling::Article)
        .filter_map(|r| STORY.armies.get(r.army?))
        .map(|a| a.id)
        .collect();
    armies.sort_unstable();
    armies.dedup();
    assert_eq!(armies, ["gdr", "hungary", "poland", "ussr"]);
}

#[test]
fn every_index_points_at_something() {
    let is_place = |i: usize| STORY.places.get(i).is_some();
    for r in STORY.routes {
        assert!(
            r.army.is_none_or(|a| a < STORY.armies.len())
                && r.stations.iter().all(|s| is_place(s.place)),
            "{}",
            r.id
        );
        assert!(
            r.landings
                .as_ref()
                .is_none_or(|l| is_place(l.field) && l.known.is_sorted()),
            "{}",
            r.id
        );
    }
    assert!(STORY.events.iter().all(|e| e.place.is_none_or(is_place)));
    assert!(STORY.reactions.iter().all(|r| r.place.is_none_or(is_place)));
    assert!(STORY.sights.iter().all(|s| is_place(s.place)));
    assert!(STORY.events.is_sorted_by_key(|e| e.at));
    assert!(STORY.sights.is_sorted_by_key(|s| s.from));
}

#[test]
fn the_ways_out_stand_behind_the_ways_in_and_only_refugees_have_no_army() {
    assert!(STORY.routes.is_sorted_by_key(|r| !r.kind.enters()));
    for r in STORY.routes {
        assert_eq!(r.army.is_none(), r.kind == Kind::Refugees, "{}", r.id);
    }
}

#[test]
fn towns_at_home_lie_at_home_and_no_town_is_there_twice() {
    let inside = |p: MapPoint| (-1400.0..1700.0).contains(&p.x) && (-560.0..1080.0).contains(&p.y);
    for place in STORY.places.iter().filter(|p| p.home) {
        assert!(
            place.at.map(point).is_some_and(inside),
            "{} is not in Czechoslovakia",
            place.id
        );
    }
    for (i, a) in STORY.places.iter().enumerate() {
        let twin = |b: &&Place| {
            a.name == b.name
                && a.at
                    .zip(b.at)
                    .is_none_or(|(p, q)| distance(point(p), point(q)) < 40.0)
        };
        assert_eq!(
            STORY.places.iter().skip(i + 1).find(twin).map(|b| b.id),
            None,
            "the same as {}",
            a.id
        );
    }
}
