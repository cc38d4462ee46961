//! The hand-out: how many events and questions, and what the questions rest on.

use crate::edit::{Edited, content};

const QUESTION: &str = "question \"two-accounts\"";

/// The content with other numbers of events on the hand-out.
fn with_events(wanted: usize) -> Edited {
    let mut edited = content();
    let marked = |edited: &Edited| {
        let bytes = edited.files().0.get("events.toml").cloned();
        let text = String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default();
        text.matches("hand_out = true").count()
    };
    while marked(&edited) > wanted {
        edited = edited.with("events.toml", "[[event]]", "hand_out = true\n", "");
    }
    while marked(&edited) < wanted {
        // Of one that is marked the mark is moved in front of its id, where none is looked for again.
        edited = edited.with(
            "events.toml",
            "[[event]]",
            "[[event]]\nid",
            "[[event]]\nhand_out = true\nid",
        );
    }
    edited
}

#[test]
fn too_few_and_too_many_events_are_refused() {
    for wanted in [0, 7] {
        let problem = format!("expected 8 to 14 events with hand_out = true, found {wanted}");
        with_events(wanted).says("events.toml", "the file", "hand_out", &problem);
    }
    for fits in [8, 11] {
        assert!(with_events(fits).mistakes().is_empty(), "{fits}");
    }
    for (wanted, fits) in [(14, true), (15, false)] {
        let edited = with_events(wanted);
        let found = edited.mistakes();
        let refused = found
            .iter()
            .any(|m| m.field == "hand_out" && m.problem.contains("8 to 14"));
        assert_eq!(refused, !fits, "{wanted}: {found:?}");
    }
}

#[test]
fn five_questions_are_asked() {
    let problem = "expected 5 questions, found 6";
    let more =
        "\n[[question]]\nid = \"sixth\"\ntext.en = \"Why?\"\nanswered_by = [\"claim-c30\"]\n";
    let edited = content().with_more("questions.toml", more);
    edited.says("questions.toml", "the file", "question", problem);
}

#[test]
fn a_question_rests_on_what_the_page_tells() {
    // c9 is the blog's own housekeeping, which the page does not tell.
    for unknown in [
        "claim-c104",
        "claim-c9",
        "c30",
        "event-no-such",
        "route-rec-bulgaria-12",
        "passage-",
        "reaction-nobody",
        "",
    ] {
        let value = format!("[\"claim-c30\", \"{unknown}\"]");
        let edited = content().with_field("questions.toml", "two-accounts", "answered_by", &value);
        let problem = format!(
            "expected claim-, event-, passage- or reaction- and the id of such an entry, found \"{unknown}\""
        );
        edited.says("questions.toml", QUESTION, "answered_by", &problem);
    }
    for empty in ["[]", "GONE"] {
        let edited = match empty {
            "GONE" => content().without_field("questions.toml", "two-accounts", "answered_by"),
            value => content().with_field("questions.toml", "two-accounts", "answered_by", value),
        };
        let problem = "expected at least one entry that it can be answered from";
        edited.says("questions.toml", QUESTION, "answered_by", problem);
    }
    for known in ["claim-c2", "passage-radio-word", "reaction-austria"] {
        let value = format!("[\"{known}\"]");
        let edited = content().with_field("questions.toml", "two-accounts", "answered_by", &value);
        assert!(edited.mistakes().is_empty(), "{known}");
    }
}

#[test]
fn a_question_is_printed_so_it_holds_no_controls_and_has_its_own_id() {
    let marked = "\"At [21:40](time:1968-08-20T21:40) who came?\"";
    let edited = content().with_field("questions.toml", "two-accounts", "text.en", marked);
    let problem = "expected words without markup: they are printed";
    edited.says("questions.toml", QUESTION, "text", problem);
    let edited = content().with_field("questions.toml", "two-accounts", "id", "\"by-night\"");
    let problem = "expected an id of its own, \"by-night\" is used before";
    edited.says("questions.toml", "question \"by-night\"", "id", problem);
}
