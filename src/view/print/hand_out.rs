//! What only paper shows: the hand-out's questions, the key to the small maps. The hand-out's pictures and events are
//! those of the page itself; `style/hand_out.css` leaves out the rest.

use std::fmt::Write;

use super::rich::escaped;
use crate::labels::{Labelled, Reserved, place_labels};
use crate::prose;
use crate::story::STORY;
use crate::words::Words;

/// CSS pixels per map unit at which towns on the small maps are given names: those of the hand-out's, 50 mm wide.
const SCALE: f64 = 0.06;

/// The questions, and on what the sheet rests.
pub fn hand_out(words: Words) -> String {
    let mut out = format!(
        "<section class=\"hand-out\" id=\"hand-out\" data-testid=\"hand-out\">\
         <h2>{}</h2><ol>",
        words.questions()
    );
    for question in prose::QUESTIONS {
        let _ = write!(out, "<li>{}</li>", escaped(words.say(*question)));
    }
    let _ = write!(
        out,
        "</ol><p class=\"rests-on\">{}</p></section>",
        words.hand_out_note()
    );
    out
}

/// The armies' lines and arrowheads: on paper no colour tells them apart.
pub fn key(words: Words) -> String {
    let mut out = String::from("<ul class=\"key\">");
    for army in STORY.armies {
        let _ = write!(
            out,
            "<li><svg viewBox=\"-30 -8 40 16\" aria-hidden=\"true\"><g class=\"route\" data-state=\"{}\">\
             <path class=\"leg\" d=\"M-30 0H-4\"/><path class=\"glyph\" d=\"{}\"/></g></svg>{}</li>",
            army.id,
            army.arrowhead,
            escaped(words.say(army.name))
        );
    }
    let _ = write!(out, "<li>{}</li></ul>", words.key_hollow());
    out
}

/// The greatest towns at home, as far as their names find room on a small map. They are printed only; on the screen an
/// `<a>` that is hidden costs nothing, where a `<g>` would (see `on_map`).
pub fn towns() -> String {
    let nothing = Reserved {
        armies: Vec::new(),
        others: Vec::new(),
    };
    let labels = place_labels(STORY.places, nothing, SCALE, Some(STORY.view));
    let mut out = String::from("<a id=\"plate-towns\" class=\"plate-towns\">");
    for (index, (place, label)) in STORY.places.iter().zip(labels).enumerate() {
        let (Some((x, y)), Labelled::Named(side)) = (place.at, label) else {
            continue;
        };
        if place.home && place.rank <= 2 {
            let _ = write!(
                out,
                "<g transform=\"translate({x} {y})\" data-side=\"{}\">{}</g>",
                side.key(),
                super::town(index)
            );
        }
    }
    out.push_str("</a>");
    out
}
