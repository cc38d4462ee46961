//! The routes as data: lines, lengths, stations with their times, stretches by certainty.

use super::lines::Lines;
use super::records::{Content, RouteRecord};
use super::rust::{list, literal, moment, option, place_index, variant, vertex};
use super::write_story::night;
use super::{course, lanes, schedule};
use crate::curve::distance;
use crate::moment::Moment;
use crate::projection::MapPoint;

/// All routes.
pub fn routes(c: &Content, texts: &Lines) -> String {
    let courses: Vec<course::Course> = c
        .routes
        .iter()
        .map(|r| course::course(r, &c.places))
        .collect();
    let lines: Vec<Vec<MapPoint>> = courses.iter().map(|k| k.line.clone()).collect();
    let spread = lanes::spread(&lines, |i, j| match (c.routes.get(i), c.routes.get(j)) {
        (Some(a), Some(b)) => {
            let apart = |x: &str, y: &str| x == "article" && y == "record";
            !course::flies(a)
                && !course::flies(b)
                && a.enters() == b.enters()
                && !apart(a.basis, b.basis)
                && !apart(b.basis, a.basis)
        }
        _ => false,
    });
    list(
        c.routes.iter().zip(courses).zip(spread),
        |((r, course), line)| route(c, texts, r, &course, &line),
    )
}

/// A waypoint on the line, placed and timed.
struct Stop {
    place: usize,
    along: u16,
    at: Moment,
    precision: &'static str,
    notional: bool,
    /// Whether the line to it was bent by a via point.
    guessed_way: bool,
}

/// One route.
fn route(
    c: &Content,
    texts: &Lines,
    r: &RouteRecord,
    course: &course::Course,
    line: &[MapPoint],
) -> String {
    let along = lengths(line);
    let length_at = |v: usize| along.get(v).copied().unwrap_or(0.0);
    let given: Vec<schedule::Given> = course
        .stations
        .iter()
        .map(|&(w, v)| schedule::Given {
            along: length_at(v),
            time: r
                .waypoints
                .get(w)
                .and_then(|w| Some((w.time?, w.precision?))),
        })
        .collect();
    // Who leaves may set out at any hour of the story.
    let earliest = if r.enters() { night(c) } else { Moment(0) };
    let times = schedule::times(&given, course::flies(r), earliest);
    let mut stops: Vec<Stop> = Vec::new();
    for (&(w, v), (at, precision)) in course.stations.iter().zip(times) {
        let Some(waypoint) = r.waypoints.get(w) else {
            continue;
        };
        let bent = w
            .checked_sub(1)
            .and_then(|before| r.waypoints.get(before))
            .is_some_and(|before| before.via);
        stops.push(Stop {
            place: place_index(c, &waypoint.place),
            along: length_at(v).round() as u16,
            at,
            precision,
            notional: waypoint.notional,
            guessed_way: bent,
        });
    }
    let departs = stops.first().map(|s| s.at);
    let abroad = stops
        .first()
        .and_then(|s| c.places.get(s.place))
        .is_some_and(|p| p.country != "CSK");
    let appears = match r.kind {
        "ground" if abroad => departs.map(|d| d.min(night(c))),
        "waiting" => r.waypoints.iter().find_map(|w| w.time),
        _ => departs,
    };
    let army = c.armies.iter().position(|a| a.id == r.army);
    let left = army.and_then(|a| c.armies.get(a)).and_then(|a| a.left);
    format!(
        "Route {{ id: {}, army: {army:?}, kind: {}, basis: {}, confidence: {}, formation: {}, appears: {}, until: {}, \
         line: {}, along: {}, stations: {}, legs: {}, planned: {}, landings: {} }}",
        literal(&r.id),
        variant("Kind", r.kind),
        variant("Basis", r.basis),
        variant("Confidence", r.confidence),
        texts.text(&r.formation),
        moment(appears),
        moment(r.until.or(left)),
        list(line, |p| vertex(*p)),
        list(&along, |l| (l.round() as u16).to_string()),
        list(&stops, |s| format!(
            "Station {{ place: {}, along: {}, at: {}, precision: {}, notional: {}, guessed_way: {} }}",
            s.place,
            s.along,
            moment(Some(s.at)),
            variant("Precision", s.precision),
            s.notional,
            s.guessed_way
        )),
        list(legs(&stops), |(from, to, certain)| format!(
            "Leg {{ from: {from}, to: {to}, certain: {certain} }}"
        )),
        list(&course.planned, |p| vertex(*p)),
        landings(c, r),
    )
}

/// Length of a line up to each vertex.
fn lengths(line: &[MapPoint]) -> Vec<f64> {
    let mut along: Vec<f64> = Vec::new();
    let mut sum = 0.0;
    let mut before: Option<MapPoint> = None;
    for &p in line {
        // Vertices are written rounded; so are their distances, to agree with what is drawn.
        let p = MapPoint {
            x: p.x.round(),
            y: p.y.round(),
        };
        sum += before.map_or(0.0, |b| distance(b, p));
        along.push(sum);
        before = Some(p);
    }
    along
}

/// Stretches between stops, neighbours of one kind joined.
fn legs(stops: &[Stop]) -> Vec<(u16, u16, bool)> {
    let mut legs: Vec<(u16, u16, bool)> = Vec::new();
    for pair in stops.windows(2) {
        let [a, b] = pair else { continue };
        let certain = !a.notional && !b.notional && !b.guessed_way;
        match legs.last_mut() {
            Some(last) if last.2 == certain => last.1 = b.along,
            _ => legs.push((a.along, b.along, certain)),
        }
    }
    legs
}

/// Aircraft landed, if the record counts them.
fn landings(c: &Content, r: &RouteRecord) -> String {
    let counted = !r.landings.is_empty() || r.aircraft.is_some() || r.interval_seconds.is_some();
    let Some(field) = r.waypoints.get(1).filter(|_| counted) else {
        return "None".into();
    };
    let stream = r
        .interval_seconds
        .or(r.aircraft)
        .and(r.landings.first().copied().or(field.time));
    // All are down when the men are seen in the town behind the field.
    let by = r.waypoints.get(2).and_then(|w| w.time);
    let total = r.aircraft.zip(by);
    format!(
        "Some(Landings {{ field: {}, known: {}, stream: {}, total: {} }})",
        place_index(c, &field.place),
        list(&r.landings, |m| moment(Some(*m))),
        option(stream, |m| moment(Some(m))),
        option(total, |(n, by)| format!(
            "({}, {})",
            n as u16,
            moment(Some(by))
        ))
    )
}
