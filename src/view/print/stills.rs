//! The night in six pictures: the map drawn once for all, on the page itself.

use std::fmt::Write;

use super::drawn::columns;
use super::rich::escaped;
use super::section;
use crate::evidence::Telling;
use crate::prose::{self, StillProse};
use crate::scene::light_on;
use crate::story::STORY;
use crate::words::{Words, fill};

/// Vertices of lines nearer than this, in map units (10 km), cannot be told apart in a small picture.
const APART: f64 = 40.0;

/// The strip of all stills.
pub fn stills(words: Words) -> String {
    let mut out = section::begun("stills", "stills", words.stills(), words.stills_lead());
    out.push_str("<ol>");
    for still in prose::STILLS {
        let _ = write!(
            out,
            "<li><figure id=\"still-{0}\" data-testid=\"still-{0}\">{1}<figcaption>\
             <button type=\"button\" class=\"seek\" data-seek=\"{2}\">{3}</button> {4}</figcaption></figure></li>",
            still.id,
            plate(words, still),
            still.at.iso(),
            still.at.clock(),
            escaped(words.say(still.caption))
        );
    }
    out.push_str("</ol></section>");
    out
}

/// What the picture is, for those who do not see it.
pub fn alternative(words: Words, still: &StillProse) -> String {
    fill(words.still_alt(), "moment", &words.moment_in_full(still.at))
}

/// The drawing. Ground and borders are those of the base map, used again; colours are the style sheet's.
fn plate(words: Words, still: &StillProse) -> String {
    let view = STORY.view;
    let mut out = format!(
        "<svg class=\"plate\" viewBox=\"{:.0} {:.0} {:.0} {:.0}\" data-light=\"{}\" role=\"img\" aria-label=\"{}\">\
         <use href=\"#ground\"/><use href=\"#borders\"/>",
        view.x,
        view.y,
        view.width,
        view.height,
        light_on(&STORY, still.at).key(),
        escaped(&alternative(words, still))
    );
    let drawn = columns(still.at, Telling::Record, APART);
    for column in &drawn {
        let _ = write!(out, "<g class=\"route\" data-state=\"{}\">", column.army);
        if !column.planned.is_empty() {
            let _ = write!(out, "<path class=\"planned\" d=\"{}\"/>", column.planned);
        }
        for leg in &column.legs {
            let about = format!(
                "data-certain=\"{}\" data-air=\"{}\" d=\"{}\"",
                leg.certain, leg.air, leg.path
            );
            let _ = write!(out, "<path class=\"leg\" {about}/>");
            if !leg.certain && !leg.air {
                let _ = write!(out, "<path class=\"core\" {about}/>");
            }
        }
        out.push_str("</g>");
    }
    for column in &drawn {
        let _ = write!(
            out,
            "<g class=\"head\" data-state=\"{}\" data-certain=\"{}\" transform=\"{}\"><path class=\"upright glyph\" d=\"{}\"/></g>",
            column.army, column.certain, column.head, column.arrowhead
        );
    }
    out.push_str("</svg>");
    out
}
