//! The world map against the panels and the content: the same states with the same stances.

use std::collections::BTreeSet;

use five_armies::words::Words;

use crate::tags::{Tag, Written, pages, spoken, taken_apart};
use crate::written::{entries, text, texts};

/// The reactions of states that existed in 1968.
fn states() -> Vec<toml::Table> {
    let mut all = entries("reactions.toml", "reaction");
    all.retain(|r| !["", "RUS"].contains(&text(r, "state")));
    all
}

/// The tags of a kind below an element that have an attribute.
fn with<'a>(tags: &'a [Tag], name: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a Tag> {
    let of_kind = tags.iter().filter(move |t| t.name == name);
    of_kind.filter(move |t| t.get(attribute).is_some())
}

fn codes<'a>(tags: impl Iterator<Item = &'a Tag>) -> Vec<String> {
    let codes = tags.filter_map(|t| t.get("data-country"));
    codes.map(str::to_owned).collect()
}

/// The parts of the world map's section: the map, Europe enlarged, the table.
fn parts(page: &Written) -> [&str; 3] {
    let section = page.element("world");
    let (map, rest) = section.split_once("<figure").unwrap_or(("", ""));
    let (europe, table) = rest.split_once("<table").unwrap_or(("", ""));
    [map, europe, table]
}

#[test]
fn every_state_with_a_reaction_is_on_the_map_and_in_the_table_once() {
    let wanted: BTreeSet<String> = states().iter().map(|r| text(r, "state").into()).collect();
    assert!(wanted.len() > 25, "{}", wanted.len());
    for page in pages() {
        let [map, europe, table] = parts(page).map(taken_apart);
        for (part, name) in [(&map, "g"), (&table, "tr")] {
            let found = codes(with(part, name, "data-country"));
            assert_eq!(found.len(), wanted.len(), "{}", page.name);
            assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
        }
        let near = codes(with(&europe, "g", "data-country"));
        let known = |code: &String| wanted.contains(code);
        assert!(near.len() > 15 && near.iter().all(known), "{near:?}");
    }
}

#[test]
fn a_state_is_coloured_by_the_stance_of_the_record() {
    for page in pages() {
        for part in parts(page).map(taken_apart) {
            for tag in part.iter().filter(|t| t.get("data-country").is_some()) {
                let code = tag.get("data-country").unwrap_or("");
                let of_state = |r: &&toml::Table| text(r, "state") == code;
                let states = states();
                let stance = states.iter().find(of_state).map(|r| text(r, "stance"));
                assert_eq!(tag.get("data-stance"), stance, "{code}");
            }
        }
    }
}

#[test]
fn the_table_has_both_stances_of_the_content() {
    let word = |words: Words, key: &str| match key {
        "invader" => words.stance_invader(),
        "supporter" => words.stance_supporter(),
        "neutral" => words.stance_neutral(),
        "mixed" => words.stance_mixed(),
        "condemned" => words.stance_condemned(),
        "against" => words.stance_against(),
        _ => words.stance_unmentioned(),
    };
    for page in pages() {
        let [_, _, table] = parts(page);
        for reaction in states() {
            let mark = format!("data-testid=\"state-{}\"", text(&reaction, "state"));
            let row = table.split_once(&mark).map_or("", |(_, behind)| behind);
            let row = row.split_once("</tr>").map_or("", |(row, _)| row);
            let cells: Vec<&str> = row.split("<td>").skip(1).take(2).collect();
            let article = match text(&reaction, "article_stance") {
                "" => "unmentioned",
                stance => stance,
            };
            let wanted = [article, text(&reaction, "stance")].map(|key| {
                let said = word(page.words, key);
                format!("<span class=\"stance\" data-stance=\"{key}\"><i></i>{said}</span></td>")
            });
            assert_eq!(cells, wanted, "{mark} in {}", page.name);
        }
    }
}

#[test]
fn map_table_and_panels_lead_to_each_other() {
    for page in pages() {
        for reaction in states() {
            let (id, code) = (text(&reaction, "id"), text(&reaction, "state"));
            let asks = |html: &str, name: &str| {
                let tags = taken_apart(html);
                let mut of_kind = with(&tags, name, "data-state");
                of_kind.any(|t| t.get("data-state") == Some(code))
            };
            let [map, _, table] = parts(page);
            assert!(asks(map, "g") && asks(table, "button"), "{code}");
            let entry = page.element(&format!("reaction-{id}"));
            assert!(asks(entry, "button"), "{id} does not lead back");
        }
        // Who has no state on the map leads to none.
        for reaction in entries("reactions.toml", "reaction") {
            if ["", "RUS"].contains(&text(&reaction, "state")) {
                let entry = page.element(&format!("reaction-{}", text(&reaction, "id")));
                assert!(!entry.contains("data-state="), "{}", text(&reaction, "id"));
            }
        }
    }
}

#[test]
fn the_stances_of_a_panel_entry_are_those_of_the_table() {
    for page in pages() {
        for reaction in states() {
            let entry = page.element(&format!("reaction-{}", text(&reaction, "id")));
            let stance = |class: &str| {
                let class = format!("stance {class}");
                let tags = taken_apart(entry);
                let found = tags.iter().find(|t| t.get("class") == Some(&class));
                found.and_then(|t| t.get("data-stance")).map(str::to_owned)
            };
            let article = match text(&reaction, "article_stance") {
                "" => "unmentioned",
                stance => stance,
            };
            assert_eq!(
                stance("by-record").as_deref(),
                Some(text(&reaction, "stance"))
            );
            assert_eq!(stance("by-article").as_deref(), Some(article));
        }
    }
}

#[test]
fn a_state_bears_its_name_in_the_language_of_the_page() {
    for page in spoken() {
        let names = texts("reactions", page.name);
        let [map, _, table] = parts(page);
        for reaction in states() {
            let name = names.get(&format!("{}.name", text(&reaction, "id")));
            let name = name.map_or("", String::as_str);
            assert!(!name.is_empty());
            let title = format!("<title>{name}</title>");
            let said = |html: &str, mark: &str| html.replace(['\u{a0}'], " ").contains(mark);
            assert!(said(map, &title), "{name} in {}", page.name);
            assert!(said(table, &format!(">{name}</button>")), "{name}");
        }
    }
}

#[test]
fn every_stance_has_its_place_in_the_key_and_a_pattern_where_the_colour_is_not_enough() {
    for page in pages() {
        let section = page.element("world");
        let key = section.split("</ul>").next().unwrap_or("");
        for stance in [
            "invader",
            "supporter",
            "neutral",
            "mixed",
            "condemned",
            "against",
            "unmentioned",
        ] {
            assert!(
                key.contains(&format!("<li data-stance=\"{stance}\">")),
                "{stance}"
            );
        }
        for stance in ["supporter", "neutral", "mixed", "condemned", "against"] {
            for drawing in ["stance", "near"] {
                let id = format!("{drawing}-{stance}");
                assert_eq!(page.count("id", &id), 1, "{id}");
            }
        }
    }
}
