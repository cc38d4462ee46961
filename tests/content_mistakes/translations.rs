//! The translations: whole, not stale, and saying the same as the English.

use crate::edit::content;

const DRESDEN: &str = "1968-03-23-dresden-meeting";
/// The title of that event.
const TITLE: &str = "Pressure begins at Dresden";
const OPENING: &str = "opening.passage.opening-night";

/// The fingerprint of a text, as the build asks for it.
fn fingerprint(text: &str) -> String {
    format!("{:08x}", crc32fast::hash(text.as_bytes()))
}

#[test]
fn a_missing_translation_is_named() {
    for tongue in ["cs", "sk"] {
        let file = format!("{tongue}/events.toml");
        let edited = content().with_wording(&file, DRESDEN, "title", "");
        let problem = format!("expected a translation of \"{TITLE}\", it is missing");
        edited.says(&file, DRESDEN, "title", &problem);
    }
}

#[test]
fn a_missing_translation_of_an_entry_within_another_is_named() {
    let edited = content().with("cs/chapters.toml", "text = ", "text = ", "test = ");
    edited.says(
        "cs/chapters.toml",
        OPENING,
        "text",
        "expected a translation of \"It happened on",
    );
    edited.says(
        "cs/chapters.toml",
        OPENING,
        "test",
        "expected the translation of a text that exists in English",
    );
}

#[test]
fn a_file_of_translations_that_is_missing_is_named() {
    for file in ["cs/films.toml", "sk/words.toml", "sk/translated-from.toml"] {
        let edited = content().without_file(file);
        edited.says(file, "the file", "-", "expected this file to exist");
    }
    let edited = content().with_more("sk/films.toml", "\nthis is no TOML\n");
    edited.says("sk/films.toml", "the file", "-", "expected valid TOML");
}

#[test]
fn a_translation_of_nothing_is_named() {
    let problem = "expected the translation of a text that exists in English";
    let edited = content().with_more("cs/events.toml", "\n[atlantis]\ntitle = \"Zkáza\"\n");
    edited.says("cs/events.toml", "atlantis", "title", problem);
    let edited = content().with_wording("sk/armies.toml", "gdr", "name", "nmae = \"NDR\"");
    edited.says("sk/armies.toml", "gdr", "nmae", problem);
}

#[test]
fn a_translation_that_is_no_text_is_refused() {
    for value in ["7", "\"\"", "\" \"", "[\"NDR\"]"] {
        let line = format!("name = {value}");
        let edited = content().with_wording("cs/armies.toml", "gdr", "name", &line);
        edited.says(
            "cs/armies.toml",
            "gdr",
            "name",
            "expected a text that is not empty",
        );
    }
}

#[test]
fn a_stale_translation_is_named_with_the_fingerprint_to_write() {
    let text = "Pressure in Dresden";
    let edited = content().with_field("events.toml", DRESDEN, "title.en", &format!("\"{text}\""));
    assert_eq!(edited.mistakes().len(), 2, "{:#?}", edited.mistakes());
    for tongue in ["cs", "sk"] {
        let problem = format!(
            "expected \"{}\", the fingerprint of the English \"{text}\"; if the translation in {tongue}/events.toml still \
             fits it, write that here",
            fingerprint(text)
        );
        let ledger = format!("{tongue}/translated-from.toml");
        edited.says(&ledger, &format!("events.{DRESDEN}"), "title", &problem);
    }
}

#[test]
fn whoever_has_looked_at_it_writes_the_fingerprint() {
    let text = "Pressure in Dresden";
    let mut edited =
        content().with_field("events.toml", DRESDEN, "title.en", &format!("\"{text}\""));
    for ledger in ["cs/translated-from.toml", "sk/translated-from.toml"] {
        let key = format!("\"{DRESDEN}.title\"");
        edited = edited.with(ledger, &key, &fingerprint(TITLE), &fingerprint(text));
    }
    assert_eq!(edited.mistakes(), []);
}

#[test]
fn a_fingerprint_that_is_missing_or_of_nothing_is_named() {
    let ledger = "cs/translated-from.toml";
    let key = format!("\"{DRESDEN}.title\"");
    let edited = content().with(ledger, &key, &key, "\"atlantis.title\"");
    edited.says(
        ledger,
        &format!("events.{DRESDEN}"),
        "title",
        &format!("expected \"{}\", the fingerprint", fingerprint(TITLE)),
    );
    edited.says(
        ledger,
        "events.atlantis",
        "title",
        "expected the fingerprint of a text that is translated; there is none",
    );
}

#[test]
fn a_wrong_number_is_named() {
    let wrong = content().with("cs/chapters.toml", OPENING, "20. srpna", "21. srpna");
    wrong.says(
        "cs/chapters.toml",
        OPENING,
        "text",
        "expected the numbers of the English text, 00 1968 20 21 23; found 00 1968 21 21 23",
    );
    let lost = content().with("sk/chapters.toml", OPENING, " 1968", "");
    lost.says("sk/chapters.toml", OPENING, "text", "found 00 20 21 23");
    let doubled = content().with("sk/chapters.toml", OPENING, " 1968", " 1968 (1968)");
    doubled.says("sk/chapters.toml", OPENING, "text", "found 00 1968 1968 20");
}

#[test]
fn english_thousands_are_named() {
    for (mark, problem) in [
        (
            ",",
            "expected a no-break space, no comma, between thousands",
        ),
        (" ", "expected the numbers of the English text"),
        (".", "expected the numbers of the English text"),
    ] {
        let edited = content().with(
            "cs/departures.toml",
            "[out-refugees-south-bohemia]",
            "162\u{a0}000",
            &format!("162{mark}000"),
        );
        edited.says(
            "cs/departures.toml",
            "out-refugees-south-bohemia",
            "note",
            problem,
        );
    }
}

#[test]
fn a_lost_claim_is_named() {
    for (old, new, problem) in [
        (
            "(claim:c4)",
            "",
            "expected the markup of the English text; missing: claim:c4; too much: ",
        ),
        (
            "(claim:c4)",
            "(claim:c5)",
            "missing: claim:c4; too much: claim:c5",
        ),
        (
            "(time:1968-08-20T23:00)",
            "(time:1968-08-20T22:00)",
            "missing: time:1968-08-20T23:00; too much: time:1968-08-20T22:00",
        ),
        ("(claim:c2)", "(place:praha)", "too much: place:praha"),
    ] {
        for file in ["cs/chapters.toml", "sk/chapters.toml"] {
            let edited = content().with(file, OPENING, old, new);
            edited.says(file, OPENING, "text", problem);
        }
    }
}

#[test]
fn words_of_a_foreign_language_may_be_at_home_in_the_translation() {
    // The English marks 'Dunaj' as Czech, the Czech text need not.
    let marked = content().with("claims.toml", "id = \"c3\"", "[Dunaj](lang:cs)", "Dunaj");
    let only_stale = marked.mistakes();
    let ledger = |file: &str| file.ends_with("translated-from.toml");
    assert!(
        only_stale.iter().all(|m| ledger(&m.file)),
        "{only_stale:#?}"
    );
}
