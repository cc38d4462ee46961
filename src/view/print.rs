//! The markup that never changes, written by the host: here the head, the base map and the ticks;
//! below, the texts. Its buttons carry their wish in `data-*`; see `browser::wish`.

mod entries;
mod lists;

use std::fmt::Write;

pub use entries::{events, reaction};
pub use lists::{columns, credits, sources};

use crate::evidence::Basis;
use crate::labels::{LETTERS_APART, text_width};
use crate::language::Language;
use crate::prose;
use crate::story::{Place, RegionKind, STORY};
use crate::words::{SUBTITLE, TITLE, words};

/// CSS pixels per map unit on a telephone 390 wide.
const TELEPHONE: f64 = 0.123;

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
        let name = region.name.in_language(language);
        // On a telephone the window ends with the view: a name that crosses its edge is cut off.
        let half = text_width(name) * LETTERS_APART / 2.0 / TELEPHONE;
        let middle = f64::from(region.at.0);
        let (left, right) = (STORY.view.x, STORY.view.x + STORY.view.width);
        let edge = if middle - half < left || middle + half > right {
            " edge"
        } else {
            ""
        };
        let class = match region.kind {
            RegionKind::Home => "state home-state",
            RegionKind::State => "state",
            RegionKind::Mountains => "mountains",
        };
        let _ = write!(
            out,
            "<g class=\"region {class}{edge}\" transform=\"translate({x} {y})rotate({})\"><g class=\"upright\">\
             <text>{}</text></g></g>",
            region.slope,
            escaped(name)
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
