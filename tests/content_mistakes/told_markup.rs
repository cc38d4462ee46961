//! The markup inside long texts: known, leading somewhere, with its brackets in pairs.

use crate::edit::content;

const OPENING: &str = "chapter \"opening\", passage \"opening-night\"";
const DRESDEN: &str = "1968-03-23-dresden-meeting";

#[test]
fn markup_that_is_unknown_or_leads_nowhere_is_refused() {
    for found in [
        "(time:1967-12-31)",
        "(time:1992-01-01)",
        "(time:tomorrow)",
        "(time:)",
        "(place:atlantis)",
        "(place:washington)",
        "(lang:xx)",
        "(lang:cs-CZ)",
        "(link:https)",
        "(Time:1968-08-20T23:00)",
        "(:)",
    ] {
        let edited = content().with("chapters.toml", "[23:00]", "(time:1968-08-20T23:00)", found);
        let problem =
            format!("expected markup that is known here and leads somewhere, found {found}");
        edited.says_at("chapters.toml", OPENING, "text", &problem);
    }
}

#[test]
fn markup_inside_markup_is_looked_at_too() {
    let edited = content().with(
        "chapters.toml",
        "(claim:c4)",
        "[the invasion is dated",
        "[the [invasion](place:atlantis) is dated",
    );
    edited.says_at("chapters.toml", OPENING, "text", "found (place:atlantis)");
}

#[test]
fn claims_times_and_places_are_marked_in_the_story_alone() {
    for span in [
        "[Dresden](place:dresden)",
        "[then](time:1968-03-23)",
        "[that](claim:c1)",
    ] {
        let text = format!("\"In {span} the leaders met.\"");
        let edited = content().with_field("events.toml", DRESDEN, "text.en", &text);
        edited.says_at(
            "events.toml",
            &format!("event \"{DRESDEN}\""),
            "text",
            "expected markup that is known here and leads somewhere",
        );
    }
    let text = "\"In [Drážďany](lang:cs) the leaders met.\"";
    let edited = content().with_field("events.toml", DRESDEN, "text.en", text);
    let own: Vec<String> = edited
        .mistakes()
        .iter()
        .filter(|m| m.file == "events.toml")
        .map(ToString::to_string)
        .collect();
    assert!(own.is_empty(), "{own:#?}");
}

#[test]
fn a_bracket_without_its_end_is_refused() {
    let problem = "expected every [ to belong to [words](kind:target)";
    for (old, new) in [
        ("[23:00]", "23:00]"),
        ("[23:00]", "[23:00"),
        ("[23:00]", "[[23:00]"),
        ("[23:00](time:1968-08-20T23:00)", "[23:00]"),
        (
            "[23:00](time:1968-08-20T23:00)",
            "[23:00] (time:1968-08-20T23:00)",
        ),
        ("[23:00](time:1968-08-20T23:00)", "[23:00](1968-08-20)"),
    ] {
        let edited = content().with("chapters.toml", "At [23:00]", old, new);
        edited.says_at("chapters.toml", OPENING, "text", problem);
    }
    let edited = content().with_field(
        "claims.toml",
        "c4",
        "record.en",
        "\"The 20th [to the 21st.\"",
    );
    edited.says_at("claims.toml", "claim \"c4\"", "record", problem);
}

#[test]
fn every_list_of_long_texts_is_looked_at() {
    let bad = "\"Words [with](nothing:here) in them.\"";
    for (file, kind, id, field) in [
        ("claims.toml", "claim", "c4", "article"),
        ("claims.toml", "claim", "c4", "record"),
        ("films.toml", "film", "pelisky", "text"),
        ("films.toml", "film", "pelisky", "shows"),
        ("films.toml", "film", "pelisky", "article"),
        ("events.toml", "event", DRESDEN, "text"),
        ("reactions.toml", "reaction", "poland", "text"),
        ("reactions.toml", "reaction", "poland", "article"),
        ("departures.toml", "departure", "out-hungary", "note"),
    ] {
        let edited = content().with_field(file, id, &format!("{field}.en"), bad);
        let entry = format!("{kind} \"{id}\"");
        edited.says_at(file, &entry, field, "found (nothing:here)");
    }
    for (file, entry, field) in [
        ("then_and_now.toml", "state number 1", "then"),
        ("then_and_now.toml", "state number 1", "turn"),
        ("then_and_now.toml", "state number 1", "today"),
        ("corrections.toml", "correction number 1", "what"),
        ("corrections.toml", "correction number 1", "why"),
    ] {
        let key = format!("{field}.en = \"");
        let edited = content().with(file, &key, &key, &format!("{key}[with](nothing:here) "));
        edited.says_at(file, entry, field, "found (nothing:here)");
    }
}
