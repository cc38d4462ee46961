//! Every claim of the article is told once, where the content says, in every language.
//!
//! The content is read here by the tests' own reader, not by the build script's: see `written`. What the page makes
//! of it is compared in `markup/`.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use std::collections::{BTreeMap, BTreeSet};

#[allow(dead_code, reason = "shared with tests that use the rest")]
mod written;

use written::{TONGUES, claims_in, entries, list, passages, table, text};

/// The verdicts, from the list of claims that was checked before the page was written.
const VERDICTS: &str = include_str!("truth/verdicts.txt");

fn claims() -> Vec<toml::Table> {
    entries("claims.toml", "claim")
}

fn is_housekeeping(claim: &toml::Table) -> bool {
    claim
        .get("housekeeping")
        .is_some_and(|h| h.as_bool() == Some(true))
}

/// The chapters in which each claim is told, as often as it is.
fn told(tongue: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for passage in passages(tongue) {
        for (claim, _) in claims_in(&passage.text) {
            let chapters = found.entry(claim).or_default();
            chapters.push(passage.chapter.clone());
        }
    }
    found
}

#[test]
fn the_content_has_the_103_claims_of_the_article_in_order() {
    let ids: Vec<String> = claims().iter().map(|c| text(c, "id").into()).collect();
    let wanted: Vec<String> = (1..=103).map(|n| format!("c{n}")).collect();
    assert_eq!(ids, wanted);
    let kept: Vec<String> = claims()
        .iter()
        .filter(|c| is_housekeeping(c))
        .map(|c| text(c, "id").into())
        .collect();
    assert_eq!(kept, ["c9"], "the credit of a picture on the blog");
}

#[test]
fn each_has_the_verdict_that_was_found() {
    let lines = VERDICTS.lines().filter(|l| !l.starts_with('#'));
    let wanted: Vec<(&str, &str)> = lines.filter_map(|l| l.split_once(' ')).collect();
    let claims = claims();
    let found: Vec<(&str, &str)> = claims
        .iter()
        .map(|c| (text(c, "id"), text(c, "verdict")))
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn each_is_told_once_in_the_chapter_that_it_names_in_every_language() {
    for tongue in TONGUES {
        let mut told = told(tongue);
        for claim in claims() {
            let id = text(&claim, "id");
            let chapters = told.remove(id).unwrap_or_default();
            let wanted = match is_housekeeping(&claim) {
                true => Vec::new(),
                false => vec![text(&claim, "told").to_owned()],
            };
            assert_eq!(chapters, wanted, "{id} in {tongue}");
        }
        assert!(told.is_empty(), "{tongue} tells more: {told:?}");
    }
}

#[test]
fn no_claim_is_told_in_no_words() {
    for tongue in TONGUES {
        for passage in passages(tongue) {
            for (claim, words) in claims_in(&passage.text) {
                let letters = words.chars().filter(|c| c.is_alphabetic()).count();
                assert!(letters >= 6, "{claim} in {tongue}: {words:?}");
            }
        }
    }
}

#[test]
fn a_translation_tells_the_claims_in_the_passages_of_the_original() {
    let by_passage = |tongue: &str| -> Vec<(String, BTreeSet<String>)> {
        let all = passages(tongue).into_iter();
        let ids = |text: &str| claims_in(text).into_iter().map(|(id, _)| id).collect();
        all.map(|p| (p.id, ids(&p.text))).collect()
    };
    let english = by_passage("en");
    for tongue in ["cs", "sk"] {
        assert_eq!(by_passage(tongue), english, "{tongue}");
    }
}

#[test]
fn both_versions_of_each_claim_are_there_in_every_language() {
    for tongue in ["cs", "sk"] {
        let translated = table(&format!("{tongue}/claims.toml"));
        for claim in claims() {
            let id = text(&claim, "id");
            let entry = translated.get(id).and_then(toml::Value::as_table);
            for version in ["article", "record"] {
                let words = entry.map_or("", |entry| text(entry, version));
                assert!(!words.is_empty(), "{id} in {tongue}: {version}");
            }
        }
    }
}

#[test]
fn a_claim_rests_on_sources_or_says_that_it_does_not() {
    let known: BTreeSet<String> = entries("sources.toml", "source")
        .iter()
        .map(|s| text(s, "id").to_owned())
        .collect();
    for claim in claims() {
        let (id, sources) = (text(&claim, "id"), list(&claim, "sources"));
        let general = claim.contains_key("general_knowledge");
        assert!(general || !sources.is_empty(), "{id}");
        assert!(sources.iter().all(|s| known.contains(s)), "{id}");
    }
}

#[test]
fn the_story_keeps_to_its_own_words() {
    // Markup that was mistyped would be read as words.
    for tongue in TONGUES {
        for passage in passages(tongue) {
            let (words, _) = written::spans(&passage.text);
            for trace in ["](", "claim:", "time:", "place:", "lang:", "[", "]"] {
                assert!(!words.contains(trace), "{}: {words}", passage.id);
            }
        }
    }
}
