//! The article's claims on the page: told in their chapter, marked where the record differs, each with its entry.

use std::collections::BTreeSet;

use five_armies::words::Words;

use crate::sources::number;
use crate::tags::{Written, english, pages, spoken, tag, taken_apart};
use crate::written::{claims_in, entries, list, passages, spans, text, texts};

fn claims() -> Vec<toml::Table> {
    let mut all = entries("claims.toml", "claim");
    all.retain(|claim| !claim.contains_key("housekeeping"));
    all
}

/// What a reader sees of a text in HTML, quotation marks and dashes apart.
fn seen(html: &str) -> String {
    let mut pieces = html.split('<');
    let first = pieces.next().unwrap_or("").to_owned();
    let rest: String = pieces
        .filter_map(|p| p.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    plain(&(first + &rest))
}

/// Without what differs between a text as it is written and as it is set.
fn plain(text: &str) -> String {
    let text = text
        .replace("&amp;", "&")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("\u{2260}", "");
    let set = text.chars().map(|c| match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' => '"',
        '\u{2013}' => '-',
        '\u{a0}' => ' ',
        other => other,
    });
    set.collect()
}

#[test]
fn each_is_told_in_its_chapter_with_its_verdict() {
    for page in pages() {
        let told = page.tags.iter().filter(|t| t.get("class") == Some("claim"));
        assert_eq!(told.count(), claims().len(), "{}", page.name);
        for claim in claims() {
            let (id, verdict) = (text(&claim, "id"), text(&claim, "verdict"));
            let start = format!(
                "<span class=\"claim\" id=\"told-{id}\" data-claim=\"{id}\" data-verdict=\"{verdict}\">"
            );
            let chapter = page.element(&format!("chapter-{}", text(&claim, "told")));
            assert_eq!(chapter.matches(&start).count(), 1, "{id} in {}", page.name);
        }
        assert!(!page.html.contains("data-claim=\"c9\""), "the blog's own");
    }
}

#[test]
fn a_mark_stands_behind_a_claim_exactly_where_the_record_differs() {
    for page in pages() {
        for claim in claims() {
            let (id, verdict) = (text(&claim, "id"), text(&claim, "verdict"));
            let told = page.starting_at(&format!("told-{id}"));
            let words = page.element(&format!("told-{id}"));
            let behind = told.get(words.len()..).unwrap_or("");
            let next = behind.strip_prefix('<').map(tag);
            let marked = next.is_some_and(|t| {
                t.get("data-mark") == Some(id) && t.get("href") == Some(&format!("#claim-{id}"))
            });
            assert_eq!(marked, verdict != "confirmed", "{id} in {}", page.name);
        }
    }
}

#[test]
fn the_words_of_a_claim_are_those_of_the_content() {
    for page in spoken() {
        for passage in passages(page.name) {
            for (id, words) in claims_in(&passage.text) {
                let told = seen(page.element(&format!("told-{id}")));
                assert_eq!(told, plain(&words), "{id} in {}", page.name);
            }
        }
    }
}

#[test]
fn each_has_an_entry_with_both_versions_verdict_and_sources() {
    for page in spoken() {
        let wordings = texts("claims", page.name);
        for claim in claims() {
            let (id, verdict) = (text(&claim, "id"), text(&claim, "verdict"));
            let entry = page.element(&format!("claim-{id}"));
            let tags = taken_apart(entry);
            assert_eq!(
                tags.first().and_then(|t| t.get("data-verdict")),
                Some(verdict)
            );
            let back = format!("#told-{id}");
            assert!(tags.iter().any(|t| t.get("href") == Some(&back)), "{id}");
            for version in ["article", "record"] {
                let way = format!("{id}.{version}");
                let wording = wordings.get(&way).map_or("", String::as_str);
                let wanted = plain(&spans(wording).0);
                assert!(!wanted.is_empty() && seen(entry).contains(&wanted), "{way}");
            }
            let links: BTreeSet<String> = tags
                .iter()
                .filter_map(|t| t.get("href")?.strip_prefix("#source-"))
                .map(str::to_owned)
                .collect();
            let sources = list(&claim, "sources");
            let wanted: BTreeSet<String> = sources.iter().map(|source| number(source)).collect();
            assert_eq!(links, wanted, "{id} in {}", page.name);
        }
    }
}

#[test]
fn an_entry_says_its_verdict_in_words() {
    let verdict = |words: Words, key: &str| match key {
        "confirmed" => words.verdict_confirmed(),
        "imprecise" => words.verdict_imprecise(),
        "disputed" => words.verdict_disputed(),
        "contradicted" => words.verdict_contradicted(),
        _ => words.verdict_unverified(),
    };
    for page in pages() {
        for claim in claims() {
            let key = text(&claim, "verdict");
            let entry = page.element(&format!("claim-{}", text(&claim, "id")));
            let said = format!("<b data-verdict=\"{key}\">{}</b>", verdict(page.words, key));
            assert!(
                entry.contains(&said),
                "{} in {}",
                text(&claim, "id"),
                page.name
            );
        }
    }
}

#[test]
fn the_choice_of_verdicts_counts_them() {
    let count = |key: &str| {
        let all = claims().into_iter();
        all.filter(|c| key == "differing" || text(c, "verdict") == key)
            .filter(|c| key != "differing" || text(c, "verdict") != "confirmed")
            .count()
    };
    let section = english().element("claims");
    for key in [
        "differing",
        "contradicted",
        "disputed",
        "imprecise",
        "unverified",
        "confirmed",
    ] {
        let input = format!("value=\"{key}\"");
        let behind = section.split_once(&input).map_or("", |(_, behind)| behind);
        let label = behind.split_once("</label>").map_or("", |(label, _)| label);
        let counted = format!("<small>{}</small>", count(key));
        assert!(label.contains(&counted), "{key}: {label}");
    }
}

/// The claims whose marks stand in the element with an id.
fn marks_in(page: &Written, id: &str) -> BTreeSet<String> {
    let tags = taken_apart(page.element(id));
    let marks = tags.iter().filter_map(|t| t.get("data-mark"));
    marks.map(str::to_owned).collect()
}

#[test]
fn a_difference_is_marked_in_the_other_lists_where_the_content_says() {
    for page in pages() {
        let mut shown = 0;
        for claim in claims() {
            let id = text(&claim, "id");
            for entry in list(&claim, "also") {
                let element = match entry.strip_prefix("route-") {
                    Some(route) => format!("column-{route}"),
                    None => entry.clone(),
                };
                let marked = marks_in(page, &element).contains(id);
                assert_eq!(
                    marked,
                    text(&claim, "verdict") != "confirmed",
                    "{id}: {entry}"
                );
                shown += 1;
            }
        }
        assert!(shown > 20, "{shown}");
    }
}
