//! Values: dates, words from a list, texts, addresses.

use crate::edit::content;

#[test]
fn a_date_that_does_not_exist_is_refused() {
    for value in ["1968-02-30", "1968-08-21T24:00", "21 August 1968"] {
        let edited = content().with_field(
            "events.toml",
            "1968-03-23-dresden-meeting",
            "when",
            &format!("\"{value}\""),
        );
        let problem =
            format!("expected a date as 1968-08-20 or 1968-08-20T23:00, found \"{value}\"");
        edited.says_at(
            "events.toml",
            "event \"1968-03-23-dresden-meeting\"",
            "when",
            &problem,
        );
    }
}

#[test]
fn a_landing_at_no_time_is_refused() {
    let edited = content().with_field(
        "routes.toml",
        "rec-ussr-advance-brno",
        "landings",
        "[\"evening\"]",
    );
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-advance-brno\"",
        "landings",
        "expected times as 1968-08-20T23:00, found \"evening\"",
    );
}

#[test]
fn a_word_outside_its_list_is_refused_with_the_list() {
    for (file, id, entry, field, problem) in [
        (
            "routes.toml",
            "rec-ussr-most",
            "route",
            "basis",
            "one of article, record, both, found \"maybe\"",
        ),
        (
            "routes.toml",
            "rec-ussr-most",
            "route",
            "confidence",
            "one of high, medium, low, found \"maybe\"",
        ),
        (
            "routes.toml",
            "rec-ussr-most",
            "route",
            "kind",
            "one of ground, airborne, airlift, waiting, found \"maybe\"",
        ),
        (
            "events.toml",
            "1968-03-23-dresden-meeting",
            "event",
            "precision",
            "one of minute, hour, part-of-day, day, month, year, unknown",
        ),
        (
            "reactions.toml",
            "gdr",
            "reaction",
            "group",
            "one of home, states, invaders, organisations, found \"maybe\"",
        ),
        (
            "reactions.toml",
            "gdr",
            "reaction",
            "stance",
            "one of invader, supporter, neutral, mixed, condemned, against",
        ),
        (
            "reactions.toml",
            "gdr",
            "reaction",
            "article_stance",
            "one of invader, supporter, neutral",
        ),
    ] {
        let edited = content().with_field(file, id, field, "\"maybe\"");
        edited.says_at(file, &format!("{entry} \"{id}\""), field, problem);
    }
}

#[test]
fn a_region_of_no_kind_is_refused() {
    let edited = content().with(
        "regions.toml",
        "[[region]]",
        "kind = \"home\"",
        "kind = \"sea\"",
    );
    edited.says_at(
        "regions.toml",
        "region \"czechoslovakia\"",
        "kind",
        "expected one of home, state, mountains, found \"sea\"",
    );
}

#[test]
fn a_state_without_a_code_is_refused() {
    let edited = content().with_field("reactions.toml", "gdr", "state", "\"East Germany\"");
    edited.says_at(
        "reactions.toml",
        "reaction \"gdr\"",
        "state",
        "expected a code of three capital letters",
    );
}

#[test]
fn an_empty_text_is_refused() {
    for value in ["\"\"", "\"  \""] {
        let edited = content().with_field(
            "events.toml",
            "1968-03-23-dresden-meeting",
            "text.en",
            value,
        );
        edited.says(
            "events.toml",
            "event \"1968-03-23-dresden-meeting\", text",
            "en",
            "expected a text that is not empty",
        );
    }
}

#[test]
fn an_address_of_another_kind_is_refused() {
    for url in [
        "ftp://example.org/a",
        "www.ustrcr.cz",
        "javascript:alert(1)",
    ] {
        let edited = content().with_field(
            "sources.toml",
            "s-javurek-the-night-the-tanks",
            "url",
            &format!("\"{url}\""),
        );
        edited.says_at(
            "sources.toml",
            "source \"s-javurek-the-night-the-tanks\"",
            "url",
            "expected an address that starts with https:// or http://",
        );
    }
}

#[test]
fn a_stance_of_the_article_fits_the_basis() {
    let edited = content().without_field("reactions.toml", "gdr", "article_stance");
    edited.says_at(
        "reactions.toml",
        "reaction \"gdr\"",
        "article_stance",
        "expected the article's stance",
    );
    let edited = content().with_field("reactions.toml", "gdr", "basis", "\"record\"");
    edited.says_at(
        "reactions.toml",
        "reaction \"gdr\"",
        "basis",
        "expected both or article, because there is an article_stance",
    );
}
