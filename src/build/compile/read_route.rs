//! Reads the ways into the country and out of it.

use super::entry::Entry;
use super::mistake::Mistake;
use super::read::each;
use super::records::*;
use crate::moment::Moment;

fn waypoints(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> Vec<WaypointRecord> {
    each(e, "waypoint", m, |w, m| WaypointRecord {
        origin: w.origin(),
        place: w.text("place", m),
        time: w.moment_if_any("time", m),
        precision: w.word_if_any("precision", &PRECISIONS, m),
        notional: w.flag("notional", false, m),
        via: w.flag("via", false, m),
        what: w.translated_if_any("what", m),
    })
}

/// A way out of the country.
pub fn departure(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> RouteRecord {
    let waypoints = waypoints(e, m);
    let at = e.position("label_at", m);
    RouteRecord {
        origin: e.origin(),
        id: e.text("id", m),
        army: e.text_if_any("army", m).unwrap_or_default(),
        kind: e.word("kind", &OUT_KINDS, m),
        basis: e.word("basis", &BASES, m),
        confidence: e.word("confidence", &CONFIDENCES, m),
        sources: e.texts("sources", m),
        formation: e.translated("formation", m),
        objective: None,
        note: e.translated_if_any("note", m),
        landings: Vec::new(),
        interval_seconds: None,
        aircraft: None,
        until: e.moment("until", m),
        label: Some((e.translated("label", m), at.0, at.1)),
        waypoints,
    }
}

/// A way into the country.
pub fn route(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> RouteRecord {
    let waypoints = waypoints(e, m);
    let mut landings = Vec::new();
    for text in e.texts("landings", m) {
        match Moment::parse(&text) {
            Some(moment) => landings.push(moment),
            None => e.mistake(
                m,
                "landings",
                &format!("expected times as 1968-08-20T23:00, found \"{text}\""),
            ),
        }
    }
    RouteRecord {
        origin: e.origin(),
        id: e.text("id", m),
        army: e.text("army", m),
        kind: e.word("kind", &KINDS, m),
        basis: e.word("basis", &BASES, m),
        confidence: e.word("confidence", &CONFIDENCES, m),
        sources: e.texts("sources", m),
        formation: e.translated("formation", m),
        objective: e.translated_if_any("objective", m),
        note: e.translated_if_any("note", m),
        landings,
        interval_seconds: e.number_if_any("interval_seconds", 1.0, 3600.0, m),
        aircraft: e.number_if_any("aircraft", 1.0, 1000.0, m),
        until: None,
        label: None,
        waypoints,
    }
}
