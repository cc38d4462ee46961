//! What the page holds.

use five_armies::moment::Moment;
use five_armies::story::STORY;
use five_armies::view::print;

use crate::tags::{Tag, english, pages, written};

#[test]
fn the_head_has_the_title_and_a_description() {
    let head = print::head(english().words);
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
    for page in pages() {
        assert_eq!(page.html.matches("<h1").count(), 1);
    }
    assert!(english().html.contains(">Five Armies</h1>"));
}

fn is_route(tag: &Tag) -> bool {
    let name = tag.get("data-testid").unwrap_or("");
    tag.name == "g" && name.starts_with("route-")
}

#[test]
fn there_is_a_group_for_every_axis_and_every_way_out() {
    for page in pages() {
        let routes: Vec<&Tag> = page.tags.iter().filter(|tag| is_route(tag)).collect();
        let entries = routes
            .iter()
            .zip(STORY.routes)
            .filter(|(_, r)| r.kind.enters());
        assert_eq!((entries.count(), routes.len()), (38, STORY.routes.len()));
        for route in STORY.routes {
            let ids = [
                page.count("data-testid", &format!("route-{}", route.id)),
                page.count("id", &format!("column-{}", route.id)),
            ];
            assert_eq!(ids, [1, 1], "{}", route.id);
        }
        for tag in routes {
            let progress = tag.get("data-progress").and_then(|p| p.parse::<f64>().ok());
            assert!(
                progress.is_some_and(|p| (0.0..=1.0).contains(&p)),
                "{:?}",
                tag.get("data-testid")
            );
            let state = tag.get("data-state");
            let army = STORY.armies.iter().any(|a| Some(a.id) == state);
            assert!(army || state == Some("refugees"), "{state:?}");
            assert!(tag.get("aria-label").is_some_and(|l| !l.is_empty()));
        }
    }
}

#[test]
fn every_entry_is_there_once() {
    for page in pages() {
        for reaction in STORY.reactions {
            let name = format!("reaction-{}", reaction.id);
            assert_eq!(page.count("data-testid", &name), 1, "{name}");
        }
        for event in STORY.events {
            assert_eq!(page.count("data-event", event.id), 1, "{}", event.id);
        }
        for passage in STORY.passages {
            let name = format!("passage-{}", passage.id);
            assert_eq!(page.count("id", &name), 1, "{name}");
        }
        for sight in STORY.sights {
            let name = format!("sight-{}", sight.id);
            assert_eq!(page.count("id", &name), 1, "{name}");
        }
        assert_eq!(page.values_of("data-event").len(), 118);
        let reactions = page.values_of("data-testid").into_iter();
        let reactions = reactions.filter(|v| v.starts_with("reaction-"));
        assert_eq!(reactions.count(), 46);
    }
}

#[test]
fn the_names_that_others_rely_on_are_there() {
    for page in pages() {
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
            "language",
            "story",
            "world-map",
            "claims",
            "films",
            "corrections",
            "then-and-now",
        ] {
            assert_eq!(page.count("data-testid", name), 1, "{name}");
        }
        let of = |name: &str| {
            let mut tags = page.tags.iter();
            tags.find(|t| t.get("data-testid") == Some(name))
        };
        let is_range = |t: &Tag| t.name == "input" && t.get("type") == Some("range");
        assert!(of("scrubber").is_some_and(is_range));
        assert_eq!(of("clock").map(|t| t.name.as_str()), Some("time"));
        let datetime = of("clock").and_then(|t| t.get("datetime"));
        assert_eq!(datetime, Some("1968-08-20T23:00"));
    }
}

#[test]
fn a_passage_bears_its_moment_and_stands_in_its_chapter() {
    for page in pages() {
        let passages = page
            .tags
            .iter()
            .filter(|t| t.get("class") == Some("passage"));
        let found: Vec<(&str, Option<&str>)> = passages
            .map(|t| (t.get("id").unwrap_or(""), t.get("data-at")))
            .collect();
        assert_eq!(found.len(), STORY.passages.len());
        for ((id, at), passage) in found.iter().zip(STORY.passages) {
            assert_eq!(*id, format!("passage-{}", passage.id));
            assert_eq!(*at, passage.at.map(Moment::iso).as_deref(), "{id}");
            let chapter = page.element(&format!("chapter-{}", passage.chapter));
            assert!(chapter.contains(&format!(" id=\"{id}\"")), "{id}");
        }
    }
}

#[test]
fn the_base_map_is_there_once() {
    for page in pages() {
        assert_eq!(page.count("id", "base-map"), 1);
        for class in ["land", "home", "relief", "rivers", "lakes", "curtain"] {
            assert_eq!(page.count("class", class), 1, "{class}");
        }
        let images = page
            .tags
            .iter()
            .filter(|t| ["image", "img", "picture", "video"].contains(&t.name.as_str()));
        assert_eq!(images.count(), 1, "one picture, the relief");
    }
}

#[test]
fn it_is_written_the_same_every_time() {
    for page in pages() {
        assert!(page.html == written(page.words), "{}", page.name);
    }
}
