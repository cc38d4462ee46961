//! The languages of the pages: the way from one to the other, and words that are not in the page's own.

use std::collections::BTreeMap;

use five_armies::language::Language;
use five_armies::story::STORY;
use five_armies::view::print;

use crate::tags::{Tag, pages, spoken, taken_apart};
use crate::written::{entries, text};

/// The language in which places of a country are named, where it is one; those of others say it themselves.
fn tongue(country: &str) -> &str {
    match country {
        "CSK" => "cs",
        "DDR" | "DEU" | "AUT" | "CHE" => "de",
        "POL" => "pl",
        "HUN" => "hu",
        "ROU" => "ro",
        "ITA" | "VAT" => "it",
        "FRA" => "fr",
        "GBR" | "USA" => "en",
        _ => "",
    }
}

/// The language of each place's name by the place's name; empty where it has none.
fn names() -> BTreeMap<String, String> {
    let places = entries("places.toml", "place").into_iter();
    places
        .map(|place| {
            let own = text(&place, "language");
            let own = if own.is_empty() {
                tongue(text(&place, "country"))
            } else {
                own
            };
            (text(&place, "name").to_owned(), own.to_owned())
        })
        .collect()
}

#[test]
fn every_page_leads_to_the_others_under_their_own_names() {
    for page in spoken() {
        let nav = page
            .html
            .split_once("<div class=\"languages\"")
            .map_or("", |(_, behind)| behind);
        let nav = nav.split_once("</div>").map_or("", |(nav, _)| nav);
        let tags = taken_apart(nav);
        let links: Vec<&Tag> = tags.iter().filter(|t| t.name == "a").collect();
        assert_eq!(links.len(), 3, "{}", page.name);
        for (link, language) in links.iter().zip(Language::ALL) {
            for key in ["lang", "hreflang", "data-language"] {
                assert_eq!(link.get(key), Some(language.tag()), "{key}");
            }
            let file = link.get("href").and_then(|href| href.split('#').next());
            assert_eq!(file, Some(language.file()));
            let current = link.get("aria-current").is_some();
            assert_eq!(current, language.tag() == page.name, "{}", page.name);
        }
        for (tag, name) in [("en", "English"), ("cs", "Čeština"), ("sk", "Slovenčina")] {
            let named = nav.split("</a>").any(|a| {
                a.contains(&format!("lang=\"{tag}\"")) && a.ends_with(&format!(">{name}"))
            });
            assert!(named, "{name} in {}", page.name);
        }
    }
}

#[test]
fn the_head_bears_the_title_in_its_language() {
    for (page, title) in spoken().zip(["Five Armies", "Pět armád", "Päť armád"]) {
        let head = print::head(page.words);
        assert!(head.starts_with(&format!("<title>{title}: ")), "{head}");
    }
}

#[test]
fn the_local_name_of_a_place_bears_its_language() {
    let names = names();
    for page in pages() {
        let mut seen = 0;
        for piece in page.html.split('<').skip(1) {
            let Some((_, name)) = piece.split_once('>') else {
                continue;
            };
            let tags = taken_apart(&format!("<{piece}"));
            let Some(tag) = tags.first() else { continue };
            let local = tag.get("class") == Some("place") && tag.get("translate").is_some();
            let Some(language) = names.get(name).filter(|_| local) else {
                continue;
            };
            let found = tag.get("lang").unwrap_or("");
            assert_eq!(found, language, "{name} in {}", page.name);
            assert_eq!(tag.get("translate"), Some("no"), "{name}");
            seen += 1;
        }
        assert!(seen > 300, "{}: {seen}", page.name);
    }
}

#[test]
fn every_place_in_a_list_is_told_under_its_local_name() {
    let names = names();
    for page in pages() {
        for route in STORY.routes {
            let entry = page.element(&format!("column-{}", route.id));
            for station in route.stations {
                let name = STORY.places.get(station.place).map_or("", |p| p.name);
                let language = names.get(name).map_or("", String::as_str);
                let lang = match language {
                    "" => String::new(),
                    tag => format!(" lang=\"{tag}\""),
                };
                let said = format!("{lang} translate=\"no\">{name}</button>");
                assert!(entry.contains(&said), "{name} in {}", route.id);
            }
        }
    }
}

#[test]
fn towns_on_the_map_bear_their_language() {
    let names = names();
    for page in pages() {
        let live = page.html.split_once(" class=\"towns\"");
        let live = live.map_or("", |(_, behind)| behind);
        let live = live.split_once("</svg>").map_or("", |(towns, _)| towns);
        let written: Vec<&str> = live.split("class=\"town\"").skip(1).collect();
        assert!(written.len() > 40, "{}: {}", page.name, written.len());
        for markup in written {
            let of = |id: &str| markup.contains(&format!("data-place=\"{id}\""));
            let towns = STORY.places.iter();
            let found: Vec<_> = towns.filter(|p| p.rank < 5 && of(p.id)).collect();
            let [town] = found.as_slice() else {
                assert_eq!(found.len(), 1, "{markup}");
                continue;
            };
            let lang = match names.get(town.name).map_or("", String::as_str) {
                "" => String::new(),
                tag => format!(" lang=\"{tag}\""),
            };
            // Behind the name's place, so that a language where none is asked for is seen.
            let said = format!("{lang} translate=\"no\">{}</text>", town.name);
            let placed = ["0\"", "em\""].map(|place| format!("{place}{said}"));
            assert!(placed.iter().any(|p| markup.contains(p)), "{said}");
        }
    }
}

#[test]
fn a_slovak_town_is_not_said_to_be_czech() {
    let names = names();
    for name in ["Bratislava", "Košice", "Zvolen", "Poprad", "Šahy"] {
        assert_eq!(names.get(name).map(String::as_str), Some("sk"), "{name}");
    }
    for name in ["Praha", "Brno", "Plzeň", "Liberec"] {
        assert_eq!(names.get(name).map(String::as_str), Some("cs"), "{name}");
    }
}

#[test]
fn words_of_another_language_in_a_text_bear_it() {
    for page in spoken() {
        let foreign = page
            .tags
            .iter()
            .filter(|t| t.name == "i" && t.get("lang").is_some());
        assert!(foreign.count() > 10, "{}", page.name);
    }
}
