//! The night in six pictures: the map drawn once for all, on the page itself.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::drawn::{Drawn, columns};
use super::hand_out::{key, towns};
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
    out.push_str("</ol>");
    out.push_str(&key(words));
    out.push_str("</section>");
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
    out.push_str(&lines(&drawn));
    for column in &drawn {
        let _ = write!(
            out,
            "<g class=\"head\" data-state=\"{}\" data-certain=\"{}\" transform=\"{}\"><path class=\"upright glyph\" d=\"{}\"/></g>",
            column.army, column.certain, column.head, column.arrowhead
        );
    }
    // Written once, with the first.
    if prose::STILLS
        .first()
        .is_some_and(|first| first.id == still.id)
    {
        out.push_str(&towns());
    } else {
        out.push_str("<use href=\"#plate-towns\"/>");
    }
    out.push_str("</svg>");
    out
}

/// The lines of all columns. Those that look alike are one path: six such drawings are laid out while the page loads.
fn lines(drawn: &[Drawn]) -> String {
    let mut out = String::new();
    for army in drawn
        .iter()
        .map(|column| column.army)
        .collect::<BTreeSet<_>>()
    {
        let own = || drawn.iter().filter(|column| column.army == army);
        let planned: String = own().map(|column| column.planned.as_str()).collect();
        let mut paths = String::new();
        if !planned.is_empty() {
            let _ = write!(paths, "<path class=\"planned\" d=\"{planned}\"/>");
        }
        for (certain, air) in [(true, false), (false, false), (true, true), (false, true)] {
            let legs = own().flat_map(|column| &column.legs);
            let alike = legs.filter(|leg| (leg.certain, leg.air) == (certain, air));
            let path: String = alike.map(|leg| leg.path.as_str()).collect();
            if path.is_empty() {
                continue;
            }
            let _ = write!(
                paths,
                "<path class=\"leg\" data-certain=\"{certain}\" data-air=\"{air}\" d=\"{path}\"/>"
            );
            if !certain && !air {
                let _ = write!(paths, "<path class=\"core\" d=\"{path}\"/>");
            }
        }
        if !paths.is_empty() {
            let _ = write!(out, "<g class=\"route\" data-state=\"{army}\">{paths}</g>");
        }
    }
    out
}
