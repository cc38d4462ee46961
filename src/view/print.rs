//! The markup that never changes, written by the host: here the head, the base map and the ticks;
//! below, the texts. Its buttons carry their wish in `data-*`; see `browser::wish`.

mod claims;
mod columns;
mod credits;
mod dialogs;
mod drawn;
mod entries;
mod films;
mod grounds;
mod hand_out;
mod keys;
mod lists;
mod on_map;
mod picture;
mod rich;
mod section;
mod sheets;
mod sights;
mod sources;
mod spoken;
mod statement;
mod stills;
mod story;
mod towns;
mod world;

use std::fmt::Write;

pub use claims::{claims, corrections};
pub use columns::columns;
pub use credits::credits;
pub use dialogs::{embed, paper, share, tools};
pub use entries::{events, reactions};
pub use films::{films, then_and_now};
pub use hand_out::hand_out;
pub use keys::{keys, leave, skip};
pub use lists::lists;
pub use on_map::{heads, lines, towns as towns_on_map};
pub use picture::picture;
pub use sights::{route_labels, sights};
pub use sources::sources;
pub use spoken::{map_in_words, status_line};
pub use statement::statement;
pub use stills::{alternative, stills};
pub use story::story;
pub use towns::towns;
pub use world::world;

use crate::evidence::Basis;
use crate::labels::{LETTERS_APART, text_width};
use crate::language::Language;
use crate::prose;
use crate::story::{RegionKind, STORY};
use crate::words::{SUBTITLE, TITLE, Words};
use grounds::local_name;
use rich::escaped;

/// CSS pixels per map unit on a telephone 390 wide.
const TELEPHONE: f64 = 0.123;

/// The fragment for the page's head.
pub fn head(words: Words) -> String {
    let title = escaped(words.say(TITLE));
    let subtitle = escaped(words.say(SUBTITLE));
    let description = escaped(words.say(prose::DESCRIPTION));
    let widths: Vec<String> = STORY
        .timeline
        .acts
        .iter()
        .map(|a| format!("{:.0}fr", (a.to - a.from) * 1000.0))
        .collect();
    format!(
        "<title>{title}: {subtitle}</title><meta name=\"description\" content=\"{description}\">\
         <style>:root{{--acts:{};--view-width:{}px;--view-height:{}px}}</style>",
        widths.join(" "),
        STORY.view.width,
        STORY.view.height
    )
}

/// Links to the page in the other languages, each under its own name. English must be asked for in the address:
/// the page that bears no language's name follows the browser's.
pub fn languages(words: Words) -> String {
    let links: String = Language::ALL
        .map(|language| {
            let (tag, file) = (language.tag(), language.file());
            let ask = if language == Language::English { "#lang=en" } else { "" };
            let current = if language == words.language {
                " aria-current=\"true\""
            } else {
                ""
            };
            format!(
                "<a href=\"{file}{ask}\" lang=\"{tag}\" hreflang=\"{tag}\" data-language=\"{tag}\"{current} translate=\"no\">{}</a>",
                Words::of(language).language_name()
            )
        })
        .concat();
    format!(
        "<div class=\"languages\" data-testid=\"language\" role=\"group\" aria-label=\"{}\">{links}</div>",
        words.language()
    )
}

/// The line for readers whose browser runs no script, because it cannot or is not allowed to: only the latter would
/// see a `noscript`.
pub fn no_script(words: Words) -> String {
    format!(
        "<p class=\"status no-script\">{}</p>",
        escaped(words.no_script())
    )
}

/// The base map.
pub fn base_map(words: Words) -> String {
    let [x, y, width, height] = prose::RELIEF_BOX;
    // Stills use ground and borders again, by their ids.
    let mut out = format!(
        "<g id=\"base-map\"><g data-shared=\"base-map\"><g id=\"ground\"><path class=\"land\" d=\"{}\"/>\
         <path class=\"home\" d=\"{}\"/></g>\
         <image class=\"relief\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
         preserveAspectRatio=\"none\" href=\"{}\"/>\
         <path class=\"streams\" d=\"{}\"/><path class=\"rivers\" d=\"{}\"/><path class=\"lakes\" d=\"{}\"/>\
         <path class=\"inner\" d=\"{}\"/><g id=\"borders\"><path class=\"borders\" d=\"{}\"/>\
         <path class=\"frontier\" d=\"{}\"/><path class=\"curtain\" d=\"{}\"/></g></g>",
        prose::LAND,
        prose::HOME,
        prose::RELIEF,
        prose::STREAMS,
        prose::RIVERS,
        prose::LAKES,
        prose::INNER,
        prose::BORDERS,
        prose::HOME,
        prose::CURTAIN,
    );
    for region in STORY.regions {
        let (x, y) = region.at;
        let name = words.say(region.name);
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
pub fn town(index: usize) -> String {
    format!(
        "<g class=\"upright\"><circle r=\"2.6\"/><text{}>{}</text></g>",
        local_name(index),
        escaped(STORY.places.get(index).map_or("", |place| place.name))
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
