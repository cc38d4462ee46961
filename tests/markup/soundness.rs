//! What the page may not hold, and that its references lead somewhere.

use std::collections::BTreeSet;

use five_armies::moment::Moment;
use five_armies::story::STORY;

use crate::tags::pages;

#[test]
fn nothing_is_styled_or_run_from_an_attribute() {
    for tag in pages().iter().flat_map(|page| &page.tags) {
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
    let all = pages().iter().flat_map(|page| &page.tags);
    for tag in all.filter(|t| t.name != "a") {
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
    for page in pages() {
        let mut seen = BTreeSet::new();
        for id in page.values_of("id") {
            let sound = !id.is_empty() && !id.contains(char::is_whitespace);
            assert!(sound, "{}: {id:?}", page.name);
            assert!(seen.insert(id), "{}: {id} stands twice", page.name);
        }
    }
}

#[test]
fn every_page_has_the_same_ids() {
    let [first, others @ ..] = pages() else {
        unreachable!("there are pages")
    };
    for page in others {
        assert!(
            page.values_of("id") == first.values_of("id"),
            "{}",
            page.name
        );
    }
}

#[test]
fn whatever_is_referred_to_exists() {
    for page in pages() {
        let ids: BTreeSet<&str> = page.values_of("id").into_iter().collect();
        let mut links = 0;
        for tag in &page.tags {
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
        assert!(links > 1_000, "entries and sources are linked: {links}");
    }
}

#[test]
fn every_link_to_another_site_says_so() {
    for page in pages() {
        let mut outward = 0;
        for tag in &page.tags {
            let Some(href) = tag
                .get("href")
                .filter(|h| tag.name == "a" && !h.starts_with('#'))
            else {
                continue;
            };
            // Links within the site: pages in other languages, and what the one file goes without.
            let inward = ["data-language", "data-site-only"];
            if inward.iter().any(|name| tag.get(name).is_some()) {
                continue;
            }
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
}

#[test]
fn wishes_name_what_exists() {
    for page in pages() {
        for seek in page.values_of("data-seek") {
            let at = Moment::parse(seek);
            assert!(at.is_some_and(|m| STORY.timeline.clamp(m) == m), "{seek}");
        }
        for id in page.values_of("data-route") {
            assert!(STORY.routes.iter().any(|r| r.id == id), "{id}");
        }
        for id in page.values_of("data-place") {
            assert!(
                STORY.places.iter().any(|p| p.id == id && p.at.is_some()),
                "{id}"
            );
        }
        for tag in &page.tags {
            // Columns bear their army's name in the same attribute.
            let Some(state) = tag.get("data-state").filter(|_| tag.name == "button") else {
                continue;
            };
            let known = STORY.reactions.iter().any(|r| r.state == Some(state));
            assert!(known, "{state}");
        }
        for way in page.values_of("data-passage") {
            assert!(["previous", "next"].contains(&way), "{way}");
        }
    }
}

#[test]
fn no_hole_of_a_wording_is_left_open() {
    for page in pages() {
        let pieces = page.html.split('<').filter_map(|p| p.split_once('>'));
        let text: String = pieces.map(|(_, text)| text).collect();
        assert!(!text.contains(['{', '}']), "a placeholder was not filled");
        // 'None' alone would be a value as Rust writes it; as a word it is the author's.
        let bare = page.html.contains(">None<") || page.html.contains("\"None\"");
        assert!(!bare && !text.contains("Some("), "{}", page.name);
        assert!(
            !text.contains("&amp;amp;") && !text.contains("&amp;lt;"),
            "text was escaped twice"
        );
        for trace in ["](", "claim:", "lang:"] {
            assert!(!text.contains(trace), "{}: markup was left", page.name);
        }
    }
}
