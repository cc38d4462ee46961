//! The entries of the reaction panels and of the event table.

use std::fmt::Write;

use super::escaped;
use crate::evidence::{Basis, Confidence, Stance};
use crate::language::Language;
use crate::moment::{Moment, Precision};
use crate::prose;
use crate::story::{Reaction, STORY};
use crate::words::{Words, fill, words};

fn stance_word(words: &Words, stance: Option<Stance>) -> &'static str {
    match stance {
        None => words.stance_unmentioned,
        Some(Stance::Invader) => words.stance_invader,
        Some(Stance::Supporter) => words.stance_supporter,
        Some(Stance::Neutral) => words.stance_neutral,
        Some(Stance::Mixed) => words.stance_mixed,
        Some(Stance::Condemned) => words.stance_condemned,
        Some(Stance::Against) => words.stance_against,
    }
}

pub(super) fn confidence_word(words: &Words, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => words.confidence_high,
        Confidence::Medium => words.confidence_medium,
        Confidence::Low => words.confidence_low,
    }
}

fn basis_word(words: &Words, basis: Basis) -> &'static str {
    match basis {
        Basis::Article => words.basis_article,
        Basis::Record => words.basis_record,
        Basis::Both => words.basis_both,
    }
}

/// 'Confidence: high · in both · Sources: 3, 17', the numbers linked to the list of sources.
pub(super) fn grounds(
    words: &Words,
    confidence: Confidence,
    basis: Basis,
    sources: &[usize],
) -> String {
    let links: Vec<String> = sources
        .iter()
        .filter_map(|&i| {
            let source = prose::SOURCES.get(i)?;
            let (id, title) = (source.id, escaped(source.title));
            Some(format!(
                "<a href=\"#source-{id}\" title=\"{title}\">{}</a>",
                i + 1
            ))
        })
        .collect();
    format!(
        "<p class=\"grounds\"><span class=\"confidence\" data-confidence=\"{}\">{}: {}</span> \u{b7} {} \u{b7} {} {}</p>",
        confidence.key(),
        words.confidence,
        confidence_word(words, confidence),
        basis_word(words, basis),
        words.source_of,
        links.join(" ")
    )
}

/// A place's name, as a button when the map can show it.
pub(super) fn place_name(words: &Words, language: Language, index: usize) -> String {
    let Some(place) = STORY.places.get(index) else {
        return String::new();
    };
    let (exonym, today) = prose::EXONYMS
        .get(index)
        .map_or((None, None), |(e, t)| (e.as_ref(), *t));
    let mut aside = String::new();
    for other in [exonym.map(|e| e.in_language(language)), today]
        .into_iter()
        .flatten()
    {
        let _ = write!(aside, " <span class=\"exonym\">({})</span>", escaped(other));
    }
    let name = escaped(place.name);
    // Buildings and far capitals have no room on this map.
    if place.at.is_some() {
        let (id, show) = (place.id, words.show_on_map);
        format!(
            "<button type=\"button\" class=\"place\" data-place=\"{id}\" title=\"{show}\">{name}</button>{aside}"
        )
    } else {
        format!("<span class=\"place\">{name}</span>{aside}")
    }
}

pub(super) fn time_button(at: Moment, label: &str) -> String {
    format!(
        "<button type=\"button\" class=\"seek\" data-seek=\"{}\">{}</button>",
        at.iso(),
        escaped(label)
    )
}

/// The body of a reaction: name, date, stance by both tellings, texts, grounds.
pub fn reaction(language: Language, index: usize, reaction: &Reaction) -> String {
    let words = words(language);
    let Some(told) = prose::REACTIONS.get(index) else {
        return "<div></div>".into();
    };
    let name = escaped(told.name.in_language(language));
    let official = told.official.as_ref().map_or_else(String::new, |o| {
        format!(
            " <span class=\"official\">{}</span>",
            escaped(o.in_language(language))
        )
    });
    let date = words.dated(told.at, told.precision);
    let date = if told.dated || !matches!(told.precision, Precision::Day) {
        date
    } else {
        fill(words.from_day, "date", &date)
    };
    let stance = |class: &str, stance: Option<Stance>| {
        let key = stance.map_or("unmentioned", Stance::key);
        let word = stance_word(words, stance);
        format!("<span class=\"stance {class}\" data-stance=\"{key}\"><i></i>{word}</span>")
    };
    let place = reaction.place.map_or_else(String::new, |p| {
        format!(" \u{b7} {}", place_name(words, language, p))
    });
    let figures = if told.figures.is_empty() {
        String::new()
    } else {
        format!(
            "<p class=\"figures\">{}</p>",
            escaped(&told.figures.join(", "))
        )
    };
    let text = escaped(told.text.in_language(language));
    let differs = told.article.as_ref().map_or_else(String::new, |article| {
        format!(
            "<details class=\"differs\"><summary>{}</summary><dl><dt>{}: {}</dt><dd>{}</dd>\
             <dt>{}: {}</dt><dd>{text}</dd></dl></details>",
            words.differs,
            words.by_article,
            stance_word(words, reaction.article_stance),
            escaped(article.in_language(language)),
            words.by_record,
            stance_word(words, Some(reaction.stance)),
        )
    });
    format!(
        "<article><h4>{name}{official}</h4><p class=\"meta\">{}{} \u{b7} {}{place}</p><p class=\"text\">{text}</p>\
         {differs}{figures}{}</article>",
        stance("by-record", Some(reaction.stance)),
        stance("by-article", reaction.article_stance),
        time_button(reaction.appears.min(STORY.timeline.end()), &date),
        grounds(words, told.confidence, told.basis, told.sources),
    )
}

/// The event table.
pub fn events(language: Language) -> String {
    let words = words(language);
    let mut out = format!(
        "<section class=\"events\" data-testid=\"events\" aria-labelledby=\"events-title\"><h2 id=\"events-title\">{}</h2>\
         <p class=\"lead\">{}</p><table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
        words.events, words.events_lead, words.event_when, words.event_what
    );
    for (event, told) in STORY.events.iter().zip(prose::EVENTS) {
        let basis = match event.basis {
            Basis::Article => "article",
            Basis::Record => "record",
            Basis::Both => "both",
        };
        let place = event.place.map_or_else(String::new, |p| {
            format!("<p class=\"where\">{}</p>", place_name(words, language, p))
        });
        let _ = write!(
            out,
            "<tr data-event=\"{}\" data-basis=\"{basis}\"><td>{}</td><td><h3>{}</h3><p>{}</p>{place}{}</td></tr>",
            event.id,
            time_button(event.at, &words.dated(event.at, event.precision)),
            escaped(event.title.in_language(language)),
            escaped(told.text.in_language(language)),
            grounds(words, told.confidence, event.basis, told.sources),
        );
    }
    out.push_str("</tbody></table></section>");
    out
}
