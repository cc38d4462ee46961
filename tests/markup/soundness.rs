//! What the page may not hold, and that its references lead somewhere.

use std::collections::BTreeSet;

use five_armies::moment::Moment;
use five_armies::story::STORY;

use crate::tags::{page, tags, values_of};

#[test]
fn nothing_is_styled_or_run_from_an_attribute() {
    for tag in tags() {
        for (key, value) in &tag.attributes {
            assert!(
                key != "style" && !key.starts_with("on"),
                "<{} {key}=\"{value}\">",
                tag.name
            );
            assert!(
                !value
                    .trim_start()
                    .to_ascii_lowercase()
                    .starts_with("javascript:"),
                "{value}"
            );
        }
        assert!(
            !["script", "style", "iframe", "object", "link"].contains(&tag.name.as_str()),
            "<{}>",
            tag.name
        );
    }
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    for tag in tags().iter().filter(|t| t.name != "a") {
        for (key, value) in &tag.attributes {
            assert!(
                !value.contains("://") || key.starts_with("xmlns"),
                "<{} {key}=\"{value}\">",
                tag.name
            );
        }
    }
}

#[test]
fn ids_are_single() {
    let mut seen = BTreeSet::new();
    for id in values_of("id") {
        assert!(
            !id.is_empty() && !id.contains(char::is_whitespace),
            "{id:?}"
        );
        assert!(seen.insert(id.clone()), "{id} stands twice");
    }
}

#[test]
fn whatever_is_referred_to_exists() {
    let ids: BTreeSet<String> = values_of("id").into_iter().collect();
    let mut links = 0;
    for tag in tags() {
        for key in [
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
            "for",
            "list",
        ] {
            for id in tag.get(key).unwrap_or("").split_whitespace() {
                assert!(
                    ids.contains(id),
                    "<{} {key}=\"{id}\"> refers to nothing",
                    tag.name
                );
            }
        }
        if let Some(id) = tag.get("href").and_then(|href| href.strip_prefix('#')) {
            assert!(ids.contains(id), "the link #{id} leads nowhere");
            links += 1;
        }
    }
    assert!(links > 300, "the entries' sources are linked: {links}");
}

#[test]
fn every_link_to_another_site_says_so() {
    let mut outward = 0;
    for tag in tags() {
        let Some(href) = tag
            .get("href")
            .filter(|h| tag.name == "a" && !h.starts_with('#'))
        else {
            continue;
        };
        assert!(
            href.starts_with("https://") || href.starts_with("http://"),
            "{href}"
        );
        let rel = tag.get("rel").unwrap_or("");
        assert!(
            rel.contains("external") && rel.contains("noreferrer"),
            "{href} has rel {rel:?}"
        );
        outward += 1;
    }
    assert!(outward > 100, "the sources are linked: {outward}");
}

#[test]
fn wishes_name_what_exists() {
    for seek in values_of("data-seek") {
        let at = Moment::parse(&seek);
        assert!(at.is_some_and(|m| STORY.timeline.clamp(m) == m), "{seek}");
    }
    for id in values_of("data-route") {
        assert!(STORY.routes.iter().any(|r| r.id == id), "{id}");
    }
    for id in values_of("data-place") {
        assert!(
            STORY.places.iter().any(|p| p.id == id && p.at.is_some()),
            "{id}"
        );
    }
}

#[test]
fn no_hole_of_a_wording_is_left_open() {
    let text: String = page()
        .split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    assert!(!text.contains(['{', '}']), "a placeholder was not filled");
    assert!(
        !text.contains("Some(") && !text.contains("None"),
        "a value was written as Rust writes it"
    );
    assert!(
        !text.contains("&amp;amp;") && !text.contains("&amp;lt;"),
        "text was escaped twice"
    );
}
