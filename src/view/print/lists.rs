//! The list of columns, the sources, the credits.

use std::fmt::Write;

use super::entries::{grounds, place_name};
use super::escaped;
use crate::language::Language;
use crate::moment::Precision;
use crate::prose;
use crate::story::{Kind, STORY};
use crate::words::words;

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
                "<li id=\"source-{}\"><a href=\"{}\" target=\"_blank\" rel=\"external noopener noreferrer\">{title}</a></li>",
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
