//! What stands and moves on the map, as it is at the story's opening: columns, their heads, towns. The program finds
//! them in the page and writes what differs.
//!
//! Much of it is hidden most of the time. Of a hidden `<g>` Chromium reckons style and place of all that is in it, because
//! other drawings might use it; of a hidden `<a>` it does not. Without an address that is no link.

use std::fmt::Write;

use super::grounds::local_name;
use super::rich::escaped;
use crate::evidence::{Basis, Telling};
use crate::labels::Labelled;
use crate::march::Column;
use crate::scene::column_at;
use crate::story::{Route, STORY};
use crate::svg;
use crate::words::Words;

/// What a column's army is called in the markup.
pub fn army_key(route: &Route) -> &'static str {
    let army = route.army.and_then(|army| STORY.armies.get(army));
    army.map_or("refugees", |army| army.id)
}

/// Path data of a column's head; who flees has a plain dot.
pub fn arrowhead(route: &Route) -> &'static str {
    let army = route.army.and_then(|army| STORY.armies.get(army));
    army.map_or("M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0z", |army| army.arrowhead)
}

fn at_opening(route: &Route) -> Column {
    column_at(route, STORY.opening, Telling::Record)
}

/// The lines of all columns, with all that tests and readers ask of them.
pub fn lines(words: Words) -> String {
    let lines: String = STORY
        .routes
        .iter()
        .map(|route| line(words, route))
        .collect();
    format!("<g class=\"columns\" data-testid=\"routes\">{lines}</g>")
}

fn line(words: Words, route: &Route) -> String {
    let column = at_opening(route);
    let basis = match route.basis {
        Basis::Article => "article",
        Basis::Record => "record",
        Basis::Both => "both",
    };
    let mut out = format!(
        "<g class=\"route\" data-testid=\"route-{}\" data-state=\"{}\" data-basis=\"{basis}\" data-phase=\"{}\" \
         data-certain=\"{}\" data-progress=\"{}\" tabindex=\"-1\" role=\"button\" aria-label=\"{}\">\
         <path class=\"planned\" d=\"{}\"/>",
        route.id,
        army_key(route),
        column.phase.key(),
        column.certain,
        route.progress(column),
        escaped(words.say(route.formation)),
        svg::polyline(route.planned),
    );
    for (number, leg) in route.legs.iter().enumerate() {
        // On the ground a casing lies around the line, and where it is not certain a core makes it hollow.
        let (certain, air) = (leg.certain, route.is_flown(number));
        let path = route.leg_path(leg, column);
        if !air {
            let _ = write!(out, "<path class=\"casing\" d=\"{path}\"/>");
        }
        let _ = write!(
            out,
            "<path class=\"leg\" data-certain=\"{certain}\" data-air=\"{air}\" d=\"{path}\"/>"
        );
        if !air && !certain {
            let _ = write!(out, "<path class=\"core\" d=\"{path}\"/>");
        }
    }
    let reach = route.reach_path(column);
    let _ = write!(out, "<path class=\"reach\" d=\"{reach}\"/></g>");
    out
}

/// The heads of all columns: apart from the lines, because they stand over all of these, and under the towns' names.
pub fn heads() -> String {
    let head = |route: &Route| {
        let column = at_opening(route);
        format!(
            "<a class=\"head\" data-state=\"{}\" data-phase=\"{}\" data-certain=\"{}\" transform=\"{}\">\
             <g class=\"upright\"><circle class=\"reach\" r=\"14\"/><path class=\"glyph\" d=\"{}\"/></g></a>",
            army_key(route),
            column.phase.key(),
            column.certain,
            route.head_transform(column),
            arrowhead(route),
        )
    };
    let heads: String = STORY.routes.iter().map(head).collect();
    format!("<g class=\"heads\" aria-hidden=\"true\">{heads}</g>")
}

/// The towns whose names have room: the program makes others when they find it.
pub fn towns(labels: &[Labelled]) -> String {
    let mut out = String::from("<g class=\"towns\">");
    for (index, place) in STORY.places.iter().enumerate() {
        let Some((x, y)) = place.at.filter(|_| place.is_town()) else {
            continue;
        };
        let Some(Labelled::Named(side)) = labels.get(index) else {
            continue;
        };
        let (dx, dy) = side.offset();
        // Moved by no transform: browsers walk through every element that is, each time anything moves.
        let _ = write!(
            out,
            "<a class=\"town\" data-home=\"{}\" data-rank=\"{}\" data-side=\"{}\" data-place=\"{}\" tabindex=\"-1\" \
             role=\"button\"><circle cx=\"{x}\" cy=\"{y}\"/><text x=\"{x}\" y=\"{y}\" dx=\"{dx}\" dy=\"{dy}\"{}>{}</text></a>",
            place.home,
            place.rank,
            side.key(),
            place.id,
            local_name(index),
            escaped(place.name)
        );
    }
    out.push_str("</g>");
    out
}
