//! The rules of one route.

use super::check::{MAP, on_map};
use super::mistake::Mistake;
use super::records::{Content, RouteRecord};
use crate::moment::Moment;

/// Times that rise, waypoints on the map, via points that only bend, landings that fit.
pub fn is_sound(c: &Content, route: &RouteRecord, m: &mut Vec<Mistake>) {
    let mut last: Option<Moment> = None;
    for w in &route.waypoints {
        match (w.time, w.precision) {
            (Some(_), None) => w.origin.mistake(
                m,
                "precision",
                "expected a precision beside the time".into(),
            ),
            (None, Some(_)) => {
                w.origin
                    .mistake(m, "time", "expected a time beside the precision".into());
            }
            _ => {}
        }
        if let (Some(time), Some(before)) = (w.time, last)
            && time < before
        {
            let problem = format!(
                "expected a time not before {}, the waypoint's before it",
                before.iso()
            );
            w.origin.mistake(m, "time", problem);
        }
        last = w.time.or(last);
        if let Some(place) = c.places.iter().find(|p| p.id == w.place)
            && !on_map(place.lon, place.lat)
        {
            let [west, east, south, north] = MAP;
            let problem = format!(
                "expected a place on the map (lon {west} to {east}, lat {south} to {north}); \
                 \"{}\" lies outside",
                place.id
            );
            w.origin.mistake(m, "place", problem);
        }
        if w.via && (!w.notional || w.time.is_some() || w.what.is_some()) {
            let problem = "expected a via point to be notional, without time and text: it only bends the line";
            w.origin.mistake(m, "via", problem.into());
        }
    }
    if last.is_none() {
        route.origin.mistake(
            m,
            "waypoint",
            "expected at least one waypoint with a time".into(),
        );
    }
    if route.waypoints.iter().filter(|w| !w.via).count() < 2 {
        route
            .origin
            .mistake(m, "waypoint", "expected at least two waypoints".into());
    }
    let flies = matches!(route.kind, "airborne" | "airlift");
    let counts =
        !route.landings.is_empty() || route.interval_seconds.is_some() || route.aircraft.is_some();
    if counts && !flies {
        route.origin.mistake(
            m,
            "landings",
            "expected landings only of kind airborne or airlift".into(),
        );
    }
    if route.landings.windows(2).any(|p| p.first() > p.last()) {
        route
            .origin
            .mistake(m, "landings", "expected landings in order of time".into());
    }
}
