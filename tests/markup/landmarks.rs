//! What a reader who listens goes by: four landmarks, headings without gaps, one line that speaks, tables with their
//! heads.

use five_armies::nearest::{Answer, answers};
use five_armies::story::STORY;

use crate::tags::{Tag, Written, pages, spoken};

/// Whether a tag begins a landmark. Within `main`, where all of ours stand, `header` and `footer` are none, and a
/// section or form is one only under a name.
fn is_landmark(tag: &Tag) -> bool {
    let named = ["aria-label", "aria-labelledby", "title"]
        .iter()
        .any(|name| tag.get(name).is_some());
    match tag.get("role") {
        Some(role) => [
            "banner",
            "complementary",
            "contentinfo",
            "form",
            "main",
            "navigation",
            "region",
            "search",
        ]
        .contains(&role),
        None => match tag.name.as_str() {
            "main" | "nav" | "aside" | "search" => true,
            "section" | "form" => named,
            _ => false,
        },
    }
}

/// What an element is called: by its label or by the element that labels it.
fn label(page: &Written, tag: &Tag) -> String {
    if let Some(label) = tag.get("aria-label") {
        return label.to_owned();
    }
    let by = tag.get("aria-labelledby").unwrap_or("");
    let markup = page.element(by);
    let inner = markup.split_once('>').map_or("", |(_, rest)| rest);
    inner.split('<').next().unwrap_or("").to_owned()
}

#[test]
fn there_are_four_landmarks_and_they_are_called_what_they_are() {
    for page in pages() {
        let words = page.words;
        let found: Vec<String> = page
            .tags
            .iter()
            .filter(|tag| is_landmark(tag))
            .map(|tag| label(page, tag))
            .collect();
        let expected = [
            words.map(),
            words.clock(),
            words.tab_story(),
            words.reactions(),
        ];
        assert_eq!(found, expected, "{}", page.name);
    }
}

#[test]
fn header_and_footer_stand_within_main() {
    for page in pages() {
        let main = page.element("panel");
        for name in ["<header", "<footer"] {
            let all = page.html.matches(name).count();
            assert_eq!(all, main.matches(name).count(), "{}: {name}", page.name);
        }
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    for page in pages() {
        let levels = page.tags.iter().filter_map(|tag| {
            let level = tag.name.strip_prefix('h')?;
            level.parse::<u8>().ok()
        });
        let levels: Vec<u8> = levels.collect();
        assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1);
        // The map and the clock come before the page's title.
        assert_eq!(levels.get(..3), Some(&[2, 2, 1][..]), "{}", page.name);
        for pair in levels.windows(2) {
            assert!(
                pair[1] <= pair[0] + 1,
                "{}: a heading {} behind a heading {}",
                page.name,
                pair[1],
                pair[0]
            );
        }
    }
}

#[test]
fn one_line_speaks_and_the_dialogs_have_their_own() {
    for page in pages() {
        let speaks = |tag: &&Tag| {
            let role = tag.get("role").unwrap_or("");
            let live = tag.get("aria-live").is_some_and(|live| live != "off");
            live || ["status", "alert", "log"].contains(&role) || tag.name == "output"
        };
        let in_dialogs: String = [
            "share-dialog",
            "embed-dialog",
            "print-dialog",
            "keys-dialog",
        ]
        .map(|id| page.element(id))
        .concat();
        let outside: Vec<&str> = page
            .tags
            .iter()
            .filter(speaks)
            .filter_map(|tag| tag.get("data-testid"))
            .filter(|name| !in_dialogs.contains(&format!("data-testid=\"{name}\"")))
            .collect();
        assert_eq!(outside, ["spoken"], "{}", page.name);
        // On the compact page the text lies behind a tab: there the line would be silent.
        assert!(!page.element("panel").contains("id=\"spoken\""));
        assert!(!page.element("stage").contains("id=\"spoken\""));
    }
}

#[test]
fn the_map_is_described_and_the_description_leads_to_the_events() {
    for page in pages() {
        let stage = page.element("stage");
        assert!(stage.contains("aria-describedby=\"map-description\""));
        assert!(stage.contains(" id=\"map-description\""));
        assert!(stage.contains("<a href=\"#events\">"));
    }
}

#[test]
fn every_table_has_a_caption_and_heads_of_columns_and_rows() {
    for page in pages() {
        let tables: Vec<&str> = page
            .html
            .split("<table")
            .skip(1)
            .filter_map(|rest| rest.split("</table>").next())
            .collect();
        assert_eq!(tables.len(), 2, "events and states");
        for table in tables {
            let caption = table.split("<caption class=\"unseen\">").nth(1);
            assert!(
                caption.is_some_and(|c| !c.starts_with('<')),
                "{}",
                page.name
            );
            let (head, body) = table.split_once("<tbody>").unwrap_or_default();
            let heads = head.matches("<th ").count();
            assert!(heads >= 2 && head.matches("<th scope=\"col\">").count() == heads);
            for row in body.split("<tr ").skip(1) {
                assert_eq!(row.matches("<th scope=\"row\">").count(), 1, "{row}");
            }
        }
    }
}

/// A text as it stands in markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[test]
fn the_table_of_events_has_the_facts_of_the_clock() {
    for page in spoken() {
        let table = page.element("events");
        let rows: Vec<&str> = table.split("<tr id=\"event-").skip(1).collect();
        assert_eq!(rows.len(), STORY.events.len());
        for (row, event) in rows.iter().zip(STORY.events) {
            assert!(row.starts_with(&format!("{}\"", event.id)), "{row}");
            assert!(row.contains(&format!("data-seek=\"{}\"", event.at.iso())));
            let dated = page.words.dated(event.at, event.precision);
            assert!(row.contains(&format!(">{dated}</button></th>")), "{row}");
            let title = escaped(page.words.say(event.title));
            assert!(row.contains(&format!("<h3>{title}")), "{row}");
            let place = event.place.and_then(|p| STORY.places.get(p));
            assert!(place.is_none_or(|p| row.contains(p.name)), "{row}");
        }
    }
}

#[test]
fn every_town_can_be_chosen_under_each_of_its_names() {
    for page in spoken() {
        let list = page.element("towns");
        for answer in answers(&STORY) {
            let name = STORY.places.get(answer.town).map_or("", |p| p.name);
            let option = format!(
                "<option value=\"{name}\" data-near=\"{}\">",
                answer.written()
            );
            assert_eq!(list.matches(&option).count(), 1, "{name}");
        }
        for tag in page.tags.iter().filter(|t| t.name == "option") {
            let near = tag.get("data-near");
            assert!(near.is_none_or(|n| Answer::read(n).is_some()), "{near:?}");
        }
        let has = |name: &str| list.contains(&format!("value=\"{name}\""));
        assert_eq!(has("Prague"), page.name == "en", "{}", page.name);
        assert!(has("Zl\u{ed}n"), "the name of today");
        let values: Vec<&str> = list.split("value=\"").skip(1).collect();
        let mut names: Vec<&str> = values.iter().filter_map(|v| v.split('"').next()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "no name stands for two towns");
    }
}

#[test]
fn the_box_for_the_town_has_a_label_and_asks_nobody() {
    for page in pages() {
        let section = page.element("town");
        assert!(section.contains("<label for=\"town-name\">"));
        assert!(section.contains("id=\"town-name\"") && section.contains("list=\"towns\""));
        assert!(!section.contains("<form"), "nothing is sent");
    }
}
