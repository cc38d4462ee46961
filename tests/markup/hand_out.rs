//! What only paper shows, and the dialog that asks for it.

use five_armies::prose;
use five_armies::story::STORY;

use crate::tags::{pages, spoken, taken_apart};
use crate::written::{entries, text};

#[test]
fn the_five_questions_of_the_content_are_on_the_page_once() {
    let written = entries("questions.toml", "question");
    assert_eq!((written.len(), prose::QUESTIONS.len()), (5, 5));
    for page in spoken() {
        let sheet = page.element("hand-out");
        assert_eq!(sheet.matches("<li>").count(), 5, "{}", page.name);
        for question in prose::QUESTIONS {
            let said = page.words.say(*question);
            assert!(!said.is_empty() && sheet.contains(said), "{said}");
            assert_eq!(page.html.matches(said).count(), 1, "{said}");
        }
    }
}

#[test]
fn the_events_of_the_hand_out_are_those_that_the_content_marks() {
    let written = entries("events.toml", "event");
    let wanted: Vec<&str> = written
        .iter()
        .filter(|e| e.get("hand_out").and_then(toml::Value::as_bool) == Some(true))
        .map(|e| text(e, "id"))
        .collect();
    assert_eq!(wanted.len(), 11);
    for page in pages() {
        let rows = page
            .tags
            .iter()
            .filter(|t| t.get("data-hand-out").is_some());
        let found: Vec<&str> = rows.filter_map(|t| t.get("data-event")).collect();
        assert_eq!(found, wanted, "{}", page.name);
    }
}

#[test]
fn the_key_has_every_army_with_its_line_and_arrowhead() {
    for page in pages() {
        let strip = page.element("stills");
        let key = strip
            .split_once("<ul class=\"key\">")
            .map_or("", |(_, key)| key);
        let tags = taken_apart(key);
        let armies: Vec<_> = tags.iter().filter_map(|t| t.get("data-state")).collect();
        let wanted: Vec<_> = STORY.armies.iter().map(|a| a.id).collect();
        assert_eq!(armies, wanted, "{}", page.name);
        for army in STORY.armies {
            let name = page.words.say(army.name);
            assert!(key.contains(&format!("d=\"{}\"", army.arrowhead)) && key.contains(name));
        }
        assert!(key.contains(page.words.key_hollow()));
    }
}

#[test]
fn towns_on_the_small_maps_are_written_once_and_used_five_times() {
    for page in pages() {
        assert_eq!(page.count("id", "plate-towns"), 1);
        assert_eq!(page.count("href", "#plate-towns"), prose::STILLS.len() - 1);
        let towns = page.element("plate-towns");
        for name in ["Praha", "Brno", "Bratislava", "Košice"] {
            assert_eq!(towns.matches(&format!(">{name}<")).count(), 1, "{name}");
        }
        // At home, and no villages: names abroad would only fill the margins.
        for name in ["Wien", "Budapest", "Warszawa", "Vejprty"] {
            assert!(!towns.contains(&format!(">{name}<")), "{name}");
        }
    }
}

#[test]
fn the_dialog_offers_the_page_and_the_hand_out() {
    for page in pages() {
        let opens = page
            .tags
            .iter()
            .filter(|t| t.get("data-open") == Some("print"));
        assert_eq!(opens.count(), 1, "{}", page.name);
        let dialog = taken_apart(page.element("print-dialog"));
        let papers: Vec<_> = dialog.iter().filter_map(|t| t.get("data-paper")).collect();
        assert_eq!(papers, ["page", "hand-out"], "{}", page.name);
    }
}
