//! The list of keys, and what the map lets keys come to.

use five_armies::keys::{BINDINGS, Line};
use five_armies::story::STORY;

use crate::tags::{pages, spoken, taken_apart};

#[test]
fn the_list_names_every_key_of_the_table_once_a_line() {
    let lines = BINDINGS.iter().filter(|b| b.line.is_some());
    let keys: usize = lines.clone().map(|b| b.keys.len()).sum();
    let mut different: Vec<Line> = Vec::new();
    for line in lines.filter_map(|b| b.line) {
        if !different.contains(&line) {
            different.push(line);
        }
    }
    for page in pages() {
        let dialog = page.element("keys-dialog");
        assert_eq!(dialog.matches("<kbd").count(), keys, "{}", page.name);
        assert_eq!(dialog.matches("<dt>").count(), different.len());
        assert_eq!(dialog.matches("<dd>").count(), different.len());
        assert!(!dialog.contains("<dd></dd>"), "a line says nothing");
        for cap in ["\u{2190}", "\u{2191}", "Esc", "Page Down", "?", "+"] {
            assert!(dialog.contains(&format!(">{cap}</kbd>")), "{cap}");
        }
        for name in ["Arrow", "Escape<", "PageUp", "> </kbd>"] {
            assert!(!dialog.contains(name), "a browser's name: {name}");
        }
    }
}

#[test]
fn each_language_names_the_space_bar() {
    for (page, name) in spoken().zip(["Space", "Mezerník", "Medzerník"]) {
        let said = format!(">{name}</kbd>");
        assert!(page.element("keys-dialog").contains(&said), "{name}");
    }
}

/// The map is one stop of the Tab key; what stands on it takes the focus from arrow keys alone.
#[test]
fn towns_columns_and_sights_take_the_focus_and_are_no_stops() {
    for page in pages() {
        // What stands in the small maps of the stills is a picture of it.
        let stage = taken_apart(page.element("stage"));
        let of = |class: &str| {
            let tags = stage.iter();
            tags.filter(|t| t.get("class") == Some(class))
                .inspect(|t| {
                    assert_eq!(t.get("tabindex"), Some("-1"), "{class}");
                    assert_eq!(t.get("role"), Some("button"), "{class}");
                })
                .count()
        };
        assert_eq!(of("route"), STORY.routes.len());
        assert!(of("town") > 40);
        assert!(of("sight") > 10);
        // What takes the focus must not be hidden from those who cannot see it.
        assert!(!page.html.contains("class=\"towns\" aria-hidden"));
    }
}

#[test]
fn the_first_control_of_the_page_is_play() {
    for page in pages() {
        let first = page.tags.iter().find(|t| {
            ["button", "a", "input", "summary", "select"].contains(&t.name.as_str())
                || t.get("tabindex") == Some("0")
        });
        assert_eq!(
            first.and_then(|t| t.get("data-testid")),
            Some("first"),
            "{}",
            page.name
        );
    }
}
