//! Sources: each is linked from where it is used, and links back there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::tags::{Written, pages, taken_apart};
use crate::written::{entries, list, text};

/// The elements of entries that rest on sources, by their place in the content.
fn uses() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut put = |id: String, entry: &toml::Table| {
        let sources: BTreeSet<String> = list(entry, "sources")
            .iter()
            .map(|source| number(source))
            .collect();
        if !sources.is_empty() {
            found.insert(id, sources);
        }
    };
    for (file, kind, name) in [
        ("events.toml", "event", "event"),
        ("reactions.toml", "reaction", "reaction"),
        ("routes.toml", "route", "column"),
        ("departures.toml", "departure", "column"),
        ("films.toml", "film", "film"),
        ("claims.toml", "claim", "claim"),
    ] {
        for entry in entries(file, kind) {
            if !entry.contains_key("housekeeping") {
                put(format!("{name}-{}", text(&entry, "id")), &entry);
            }
        }
    }
    for entry in entries("then_and_now.toml", "state") {
        put(format!("then-{}", text(&entry, "army")), &entry);
    }
    found
}

/// What the links of an element lead to, of those with this beginning.
fn links(page: &Written, id: &str, beginning: &str) -> BTreeSet<String> {
    let tags = taken_apart(page.element(id));
    let links = tags.iter().filter_map(|t| t.get("href")?.strip_prefix('#'));
    let links = links.filter_map(|link| link.strip_prefix(beginning));
    links.map(str::to_owned).collect()
}

static IDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = entries("sources.toml", "source");
    all.iter().map(|s| text(s, "id").to_owned()).collect()
});

/// The number of a source in the list.
pub fn number(source: &str) -> String {
    let place = IDS.iter().position(|id| id == source);
    place.map_or(String::new(), |i| (i + 1).to_string())
}

#[test]
fn every_entry_links_to_its_sources() {
    for page in pages() {
        for (id, sources) in uses() {
            assert_eq!(
                links(page, &id, "source-"),
                sources,
                "{id} in {}",
                page.name
            );
        }
    }
}

#[test]
fn every_source_links_back_to_its_uses() {
    // Claims that agree are folded away at first: the link leads to their words in the story.
    let confirmed: BTreeSet<String> = entries("claims.toml", "claim")
        .iter()
        .filter(|c| text(c, "verdict") == "confirmed")
        .map(|c| format!("claim-{}", text(c, "id")))
        .collect();
    let mut back: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, sources) in uses() {
        let id = match id.strip_prefix("claim-") {
            Some(claim) if confirmed.contains(&id) => format!("told-{claim}"),
            _ => id,
        };
        for source in sources {
            back.entry(source).or_default().insert(id.clone());
        }
    }
    for page in pages() {
        for source in 1..=IDS.len() {
            let source = source.to_string();
            let found = links(page, &format!("source-{source}"), "");
            let wanted = back.get(&source).cloned().unwrap_or_default();
            // Signs on the map and corrections are no entries that one can go to.
            assert!(found.is_superset(&wanted), "{source}: {wanted:?}");
            let more: Vec<&String> = found.difference(&wanted).collect();
            let known = |id: &&String| id.starts_with("sight-") || id.starts_with("correction");
            assert!(more.iter().all(known), "{source}: {more:?}");
        }
    }
}

#[test]
fn the_numbers_of_sources_are_those_of_the_list() {
    for page in pages() {
        let mut links = 0;
        let pieces = page.html.split("<a href=\"#source-").skip(1);
        for piece in pieces {
            let (id, rest) = piece.split_once("\">").unwrap_or(("", ""));
            let number = rest.split_once('<').map_or("", |(number, _)| number);
            assert_eq!(number, id);
            let known = number.parse().is_ok_and(|n| (1..=IDS.len()).contains(&n));
            assert!(known, "{id}");
            links += 1;
        }
        assert!(links > 400, "{links}");
    }
}

#[test]
fn every_source_has_a_title_and_those_online_an_address() {
    let sources = entries("sources.toml", "source");
    for page in pages() {
        let mut online = 0;
        for (index, source) in sources.iter().enumerate() {
            let entry = page.element(&format!("source-{}", index + 1));
            let seen = entry.split("<span class=\"uses\">").next().unwrap_or("");
            let letters = seen.split('>').any(|piece| {
                let words = piece.split('<').next().unwrap_or("");
                words.chars().filter(|c| c.is_alphabetic()).count() >= 3
            });
            assert!(letters, "{entry}");
            let outward = taken_apart(entry)
                .iter()
                .filter_map(|t| t.get("href").map(str::to_owned))
                .find(|href| !href.starts_with('#'));
            let url = text(source, "url").replace('&', "&amp;");
            assert_eq!(outward.unwrap_or_default(), url);
            online += usize::from(!url.is_empty());
        }
        assert!(online > 100, "{online}");
    }
}
