//! The markup that never changes, written by the host: the base map, the texts of the panels, the
//! events, the columns, the sources. Its buttons carry their wish in `data-*`; see `browser::wish`.

use std::fmt::Write;

use crate::evidence::{Basis, Confidence, Stance};
use crate::language::Language;
use crate::moment::{Moment, Precision};
use crate::prose;
use crate::story::{Kind, Place, Reaction, RegionKind, STORY};
use crate::words::{SUBTITLE, TITLE, Words, fill, words};

/// Text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The fragment for the page's head.
pub fn head(language: Language) -> String {
    let title = escaped(TITLE.in_language(language));
    let subtitle = escaped(SUBTITLE.in_language(language));
    let description = escaped(prose::DESCRIPTION.in_language(language));
    let widths: Vec<String> = STORY
        .timeline
        .acts
        .iter()
        .map(|a| format!("{:.0}fr", (a.to - a.from) * 1000.0))
        .collect();
    format!(
        "<title>{title}: {subtitle}</title><meta name=\"description\" content=\"{description}\">\
         <style>:root{{--acts:{}}}</style>",
        widths.join(" ")
    )
}

/// The line for readers without script.
pub fn no_script(language: Language) -> String {
    format!(
        "<noscript><p class=\"status\">{}</p></noscript>",
        escaped(words(language).no_script)
    )
}

/// The base map.
pub fn base_map(language: Language) -> String {
    let [x, y, width, height] = prose::RELIEF_BOX;
    let mut out = format!(
        "<g id=\"base-map\"><path class=\"land\" d=\"{}\"/><path class=\"home\" d=\"{}\"/>\
         <image class=\"relief\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
         preserveAspectRatio=\"none\" href=\"{}\"/>\
         <path class=\"streams\" d=\"{}\"/><path class=\"rivers\" d=\"{}\"/><path class=\"lakes\" d=\"{}\"/>\
         <path class=\"borders\" d=\"{}\"/><path class=\"inner\" d=\"{}\"/><path class=\"frontier\" d=\"{}\"/>\
         <path class=\"curtain\" d=\"{}\"/>",
        prose::LAND,
        prose::HOME,
        prose::RELIEF,
        prose::STREAMS,
        prose::RIVERS,
        prose::LAKES,
        prose::BORDERS,
        prose::INNER,
        prose::HOME,
        prose::CURTAIN,
    );
    for region in STORY.regions {
        let (x, y) = region.at;
        let class = match region.kind {
            RegionKind::Home => "state home-state",
            RegionKind::State => "state",
            RegionKind::Mountains => "mountains",
        };
        let _ = write!(
            out,
            "<g class=\"region {class}\" transform=\"translate({x} {y})rotate({})\"><g class=\"upright\">\
             <text>{}</text></g></g>",
            region.slope,
            escaped(region.name.in_language(language))
        );
    }
    out.push_str("</g>");
    out
}

/// Dot and name of a town; the name's place beside the dot is the stylesheet's.
pub fn town(place: &Place) -> String {
    format!(
        "<g class=\"upright\"><circle r=\"2.6\"/><text>{}</text></g>",
        escaped(place.name)
    )
}

/// Marks over the scrubber: a stroke for each event of each telling, a gap between acts.
pub fn ticks() -> String {
    let strokes = |include: fn(Basis) -> bool| {
        let mut path = String::new();
        for event in STORY.events.iter().filter(|e| include(e.basis)) {
            let _ = write!(
                path,
                "M{:.0} 0v8",
                STORY.timeline.position_of(event.at) * 10_000.0
            );
        }
        path
    };
    format!(
        "<svg class=\"ticks\" viewBox=\"0 0 10000 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <path data-basis=\"record\" d=\"{}\"/><path data-basis=\"article\" d=\"{}\"/></svg>",
        strokes(|b| b != Basis::Article),
        strokes(|b| b != Basis::Record)
    )
}

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

fn confidence_word(words: &Words, confidence: Confidence) -> &'static str {
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
fn grounds(words: &Words, confidence: Confidence, basis: Basis, sources: &[usize]) -> String {
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
fn place_name(words: &Words, language: Language, index: usize) -> String {
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

fn time_button(at: Moment, label: &str) -> String {
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

/// The list of columns; the card on the map shows a copy of an entry.
pub fn columns(language: Language) -> String {
    let words = words(language);
    let mut out = format!(
        "<section class=\"column-list\" data-testid=\"columns\" aria-labelledby=\"columns-title\">\
         <h2 id=\"columns-title\">{}</h2><p class=\"lead\">{}</p>",
        words.columns, words.columns_lead
    );
    for (route, told) in STORY.routes.iter().zip(prose::ROUTES) {
        let army = STORY.armies.get(route.army);
        let (key, name) = army.map_or(("", ""), |a| (a.id, a.name.in_language(language)));
        let arrowhead = army.map_or("", |a| a.arrowhead);
        let held = if route.kind == Kind::Waiting {
            " held"
        } else {
            ""
        };
        let optional = |class: &str, text: Option<&crate::language::Text>| {
            text.map_or_else(String::new, |t| {
                format!(
                    "<p class=\"{class}\">{}</p>",
                    escaped(t.in_language(language))
                )
            })
        };
        let _ = write!(
            out,
            "<article class=\"column-entry{held}\" data-state=\"{key}\" id=\"column-{}\"><h3>\
             <svg viewBox=\"-10 -8 20 16\" aria-hidden=\"true\"><path class=\"glyph\" d=\"{arrowhead}\"/></svg>\
             <span class=\"army\">{}</span> <button type=\"button\" class=\"seek\" data-route=\"{}\">{}</button></h3>{}<ol>",
            route.id,
            escaped(name),
            route.id,
            escaped(route.formation.in_language(language)),
            optional("objective", told.objective.as_ref()),
        );
        for waypoint in told.waypoints {
            let time = waypoint.at.map_or_else(
                || words.column_no_time.to_owned(),
                |(at, precision)| words.dated(at, precision),
            );
            let time = match waypoint.at {
                Some((_, Precision::Unknown)) => words.column_no_time.to_owned(),
                _ => time,
            };
            let notional = if waypoint.notional {
                format!(" <span class=\"notional\">{}</span>", words.column_notional)
            } else {
                String::new()
            };
            let what = waypoint.what.as_ref().map_or_else(String::new, |t| {
                format!("<p>{}</p>", escaped(t.in_language(language)))
            });
            let _ = write!(
                out,
                "<li{}><b>{}</b> <span class=\"time\">{}</span>{notional}{what}</li>",
                if waypoint.notional {
                    " class=\"uncertain\""
                } else {
                    ""
                },
                place_name(words, language, waypoint.place),
                escaped(&time),
            );
        }
        let _ = write!(
            out,
            "</ol>{}{}</article>",
            optional("note", told.note.as_ref()),
            grounds(words, route.confidence, route.basis, told.sources)
        );
    }
    out.push_str("</section>");
    out
}

/// The list of sources.
pub fn sources(language: Language) -> String {
    let words = words(language);
    let mut out = format!(
        "<section class=\"sources\" data-testid=\"sources\" aria-labelledby=\"sources-title\">\
         <h2 id=\"sources-title\">{}</h2><p class=\"lead\">{}</p><ol>",
        words.sources, words.sources_lead
    );
    for source in prose::SOURCES {
        let title = escaped(source.title);
        let _ = match source.url {
            Some(url) => write!(
                out,
                "<li id=\"source-{}\"><a href=\"{}\" rel=\"external noreferrer\">{title}</a></li>",
                source.id,
                escaped(url)
            ),
            None => write!(out, "<li id=\"source-{}\">{title}</li>", source.id),
        };
    }
    out.push_str("</ol></section>");
    out
}

/// Credits.
pub fn credits(language: Language) -> String {
    let words = words(language);
    format!(
        "<footer class=\"credits\"><h2>{}</h2><p>{}</p><p>{}</p><p>{}</p></footer>",
        words.credits, words.credits_map, words.credits_fonts, words.credits_text
    )
}
