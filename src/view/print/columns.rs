//! The list of columns.

use std::fmt::Write;

use super::grounds::{grounds, place_name};
use super::rich::{escaped, marks_of, rich};
use super::section;
use crate::moment::Precision;
use crate::prose::{self, RouteProse, WaypointProse};
use crate::story::{Kind, Route, STORY};
use crate::words::{Text, Words};

/// The list of columns; the card on the map shows a copy of an entry.
pub fn columns(words: Words) -> String {
    let mut out = section::begun(
        "column-list",
        "columns",
        words.columns(),
        words.columns_lead(),
    );
    let mut entering = true;
    for (route, told) in STORY.routes.iter().zip(prose::ROUTES) {
        if entering && !route.kind.enters() {
            entering = false;
            let _ = write!(out, "<h3 class=\"ways-out\">{}</h3>", words.ways_out());
        }
        out.push_str(&column(words, route, told));
    }
    out.push_str("</section>");
    out
}

fn column(words: Words, route: &Route, told: &RouteProse) -> String {
    let army = route.army.and_then(|army| STORY.armies.get(army));
    let (key, name) = army.map_or(("refugees", words.refugees()), |a| {
        (a.id, words.say(a.name))
    });
    let sign = army.map_or_else(String::new, |a| {
        format!(
            "<svg viewBox=\"-10 -8 20 16\" aria-hidden=\"true\"><path class=\"glyph\" d=\"{}\"/></svg>",
            a.arrowhead
        )
    });
    let held = if route.kind == Kind::Waiting {
        " held"
    } else {
        ""
    };
    let optional = |class: &str, text: Option<Text>| {
        text.map_or_else(String::new, |t| {
            format!("<p class=\"{class}\">{}</p>", rich(words, t))
        })
    };
    let stations: String = told.waypoints.iter().map(|w| waypoint(words, w)).collect();
    format!(
        "<article class=\"column-entry{held}\" data-state=\"{key}\" id=\"column-{0}\"><h3>{sign}\
         <span class=\"army\">{1}</span> <button type=\"button\" class=\"seek\" data-route=\"{0}\">{2}</button>{3}</h3>\
         {4}<ol>{stations}</ol>{5}{6}</article>",
        route.id,
        escaped(name),
        escaped(words.say(route.formation)),
        marks_of(words, &format!("route-{}", route.id)),
        optional("objective", told.objective),
        optional("note", told.note),
        grounds(words, route.confidence, route.basis, told.sources)
    )
}

fn waypoint(words: Words, waypoint: &WaypointProse) -> String {
    let time = match waypoint.at {
        None | Some((_, Precision::Unknown)) => words.column_no_time().to_owned(),
        Some((at, precision)) => words.dated(at, precision),
    };
    let notional = if waypoint.notional {
        format!(
            " <span class=\"notional\">{}</span>",
            words.column_notional()
        )
    } else {
        String::new()
    };
    let what = waypoint
        .what
        .map_or_else(String::new, |t| format!("<p>{}</p>", rich(words, t)));
    format!(
        "<li{}><b>{}</b> <span class=\"time\">{}</span>{notional}{what}</li>",
        if waypoint.notional {
            " class=\"uncertain\""
        } else {
            ""
        },
        place_name(words, waypoint.place),
        escaped(&time),
    )
}
