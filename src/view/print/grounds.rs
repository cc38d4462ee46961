//! What entries of all lists have in common: how well they are known, where and when.

use std::fmt::Write;

use super::rich::escaped;
use crate::evidence::{Basis, Confidence, Stance, Verdict};
use crate::moment::Moment;
use crate::prose;
use crate::story::STORY;
use crate::words::Words;

pub fn stance_word(words: Words, stance: Option<Stance>) -> &'static str {
    match stance {
        None => words.stance_unmentioned(),
        Some(Stance::Invader) => words.stance_invader(),
        Some(Stance::Supporter) => words.stance_supporter(),
        Some(Stance::Neutral) => words.stance_neutral(),
        Some(Stance::Mixed) => words.stance_mixed(),
        Some(Stance::Condemned) => words.stance_condemned(),
        Some(Stance::Against) => words.stance_against(),
    }
}

pub fn verdict_word(words: Words, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => words.verdict_confirmed(),
        Verdict::Imprecise => words.verdict_imprecise(),
        Verdict::Disputed => words.verdict_disputed(),
        Verdict::Contradicted => words.verdict_contradicted(),
        Verdict::Unverified => words.verdict_unverified(),
    }
}

fn confidence_word(words: Words, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => words.confidence_high(),
        Confidence::Medium => words.confidence_medium(),
        Confidence::Low => words.confidence_low(),
    }
}

fn basis_word(words: Words, basis: Basis) -> &'static str {
    match basis {
        Basis::Article => words.basis_article(),
        Basis::Record => words.basis_record(),
        Basis::Both => words.basis_both(),
    }
}

/// `Sources: 3 17`, the numbers linked to the list of sources.
pub fn source_links(words: Words, sources: &[usize]) -> String {
    let links: Vec<String> = sources
        .iter()
        .map(|&i| format!("<a href=\"#{}\">{}</a>", source_id(i), i + 1))
        .collect();
    format!("{} {}", words.source_of(), links.join(" "))
}

/// The id of a source's entry in the list: its number, of which the many links to it make nearly nothing.
pub fn source_id(index: usize) -> String {
    format!("source-{}", index + 1)
}

/// `Confidence: high · in both · Sources: 3 17`.
pub fn grounds(words: Words, confidence: Confidence, basis: Basis, sources: &[usize]) -> String {
    format!(
        "<p class=\"grounds\"><span class=\"confidence\" data-confidence=\"{}\">{}: {}</span> \u{b7} {} \u{b7} {}</p>",
        confidence.key(),
        words.confidence(),
        confidence_word(words, confidence),
        basis_word(words, basis),
        source_links(words, sources)
    )
}

/// The `lang` of a local name, and that it is no text to be translated.
pub fn local_name(index: usize) -> String {
    let language = STORY.places.get(index).map_or("", |place| place.language);
    if language.is_empty() {
        " translate=\"no\"".to_owned()
    } else {
        format!(" lang=\"{language}\" translate=\"no\"")
    }
}

/// A place's name, as a button when the map can show it.
pub fn place_name(words: Words, index: usize) -> String {
    let Some(place) = STORY.places.get(index) else {
        return String::new();
    };
    let names = prose::NAMES.get(index);
    let exonym = names.map_or("", |n| words.say(n.exonym));
    let today = names.and_then(|n| n.today).unwrap_or("");
    let mut aside = String::new();
    if !exonym.is_empty() && exonym != place.name {
        let _ = write!(
            aside,
            " <span class=\"exonym\">({})</span>",
            escaped(exonym)
        );
    }
    let lang = local_name(index);
    if !today.is_empty() && today != place.name && today != exonym {
        let _ = write!(
            aside,
            " <span class=\"exonym\"{lang}>({})</span>",
            escaped(today)
        );
    }
    let name = escaped(place.name);
    // Buildings and far capitals have no room on this map.
    if place.at.is_some() {
        let (id, show) = (place.id, words.show_on_map());
        format!(
            "<button type=\"button\" class=\"place\" data-place=\"{id}\" title=\"{show}\"{lang}>{name}</button>{aside}"
        )
    } else {
        format!("<span class=\"place\"{lang}>{name}</span>{aside}")
    }
}

/// A time as a button that goes there.
pub fn time_button(at: Moment, label: &str) -> String {
    format!(
        "<button type=\"button\" class=\"seek\" data-seek=\"{}\">{}</button>",
        at.iso(),
        escaped(label)
    )
}
