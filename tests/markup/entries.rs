//! What the page holds.

use five_armies::language::Language;
use five_armies::story::STORY;
use five_armies::view::print;

use crate::tags::{Tag, count, page, tags, values_of, written};

#[test]
fn the_head_has_the_title_and_a_description() {
    let head = print::head(Language::English);
    assert!(
        head.contains("<title>Five Armies: The invasion of Czechoslovakia, 20"),
        "{head}"
    );
    assert!(
        head.contains("<meta name=\"description\" content=\"An animated map"),
        "{head}"
    );
}

#[test]
fn the_page_has_its_title_once() {
    assert_eq!(page().matches("<h1").count(), 1);
    assert!(page().contains(">Five Armies</h1>"));
}

#[test]
fn there_is_a_group_for_every_axis() {
    let routes = values_of("data-testid")
        .into_iter()
        .filter(|v| v.starts_with("route-"))
        .count();
    assert_eq!((routes, STORY.routes.len()), (38, 38));
    for route in STORY.routes {
        assert_eq!(
            count("data-testid", &format!("route-{}", route.id)),
            1,
            "{}",
            route.id
        );
        assert_eq!(
            count("id", &format!("column-{}", route.id)),
            1,
            "{}",
            route.id
        );
    }
    for tag in tags().iter().filter(|t| {
        t.get("data-testid")
            .is_some_and(|v| v.starts_with("route-"))
    }) {
        let progress = tag.get("data-progress").and_then(|p| p.parse::<f64>().ok());
        assert!(
            progress.is_some_and(|p| (0.0..=1.0).contains(&p)),
            "{:?}",
            tag.get("data-testid")
        );
        assert!(
            STORY
                .armies
                .iter()
                .any(|a| Some(a.id) == tag.get("data-state"))
        );
        assert!(tag.get("aria-label").is_some_and(|l| !l.is_empty()));
    }
}

#[test]
fn every_reaction_and_every_event_is_there_once() {
    for reaction in STORY.reactions {
        assert_eq!(
            count("data-testid", &format!("reaction-{}", reaction.id)),
            1,
            "{}",
            reaction.id
        );
    }
    for event in STORY.events {
        assert_eq!(count("data-event", event.id), 1, "{}", event.id);
    }
    assert_eq!(values_of("data-event").len(), 118);
    assert_eq!(
        values_of("data-testid")
            .iter()
            .filter(|v| v.starts_with("reaction-"))
            .count(),
        46
    );
}

#[test]
fn the_names_that_others_rely_on_are_there() {
    for name in [
        "map",
        "play",
        "scrubber",
        "clock",
        "reactions",
        "sources",
        "basis",
        "theme",
        "status",
    ] {
        assert_eq!(count("data-testid", name), 1, "{name}");
    }
    let of = |name: &str| tags().iter().find(|t| t.get("data-testid") == Some(name));
    let scrubber = of("scrubber");
    let is_range = |t: &&Tag| t.name == "input" && t.get("type") == Some("range");
    assert!(scrubber.as_ref().is_some_and(is_range));
    let clock = of("clock");
    assert_eq!(clock.as_ref().map(|t| t.name.as_str()), Some("time"));
    assert_eq!(
        clock.as_ref().and_then(|t| t.get("datetime")),
        Some("1968-08-20T23:00")
    );
}

#[test]
fn the_base_map_is_there_once() {
    assert_eq!(count("id", "base-map"), 1);
    for class in ["land", "home", "relief", "rivers", "lakes", "curtain"] {
        assert_eq!(count("class", class), 1, "{class}");
    }
    let images = tags()
        .iter()
        .filter(|t| ["image", "img", "picture", "video"].contains(&t.name.as_str()));
    assert_eq!(images.count(), 1, "one picture, the relief");
}

#[test]
fn it_is_written_the_same_every_time() {
    assert!(page() == written());
}
