//! When the head of a column passes each waypoint.
//!
//! Times on record stay as they are. Between two of them the head is taken to march evenly;
//! before the first and after the last at [`SPEED`]. Every reckoned time is marked as such.

use crate::moment::{HOUR, MINUTE, Moment};
use crate::projection::UNIT_KM;

/// Kilometres an hour of a tank column on roads at night, for stretches without times on record.
const SPEED: f64 = 20.0;
/// How long the drawn end of a flight takes.
const FINAL_APPROACH: i64 = 12 * MINUTE;

/// A waypoint's length of the line, in map units, and its time and precision on record.
#[derive(Clone, Copy)]
pub struct Given {
    pub along: f64,
    pub time: Option<(Moment, &'static str)>,
}

/// Times of all waypoints, never falling. `earliest` bounds a reckoned departure.
pub fn times(given: &[Given], flies: bool, earliest: Moment) -> Vec<(Moment, &'static str)> {
    let known = anchors(given);
    let (Some(&(first, first_time)), Some(&(last, last_time))) = (known.first(), known.last())
    else {
        return Vec::new();
    };
    let march = |units: f64| (units * UNIT_KM / SPEED * HOUR as f64).round() as i64;
    let along = |i: usize| given.get(i).map_or(0.0, |g| g.along);
    (0..given.len())
        .map(|i| {
            if let Some(anchor) = known.iter().find(|(k, _)| *k == i) {
                let precision = given
                    .get(i)
                    .and_then(|g| g.time)
                    .map_or("unknown", |(_, p)| p);
                return (anchor.1, precision);
            }
            let reckoned = if i < first {
                let lead = if flies {
                    FINAL_APPROACH
                } else {
                    march(along(first) - along(i))
                };
                Moment(first_time.0 - lead).max(earliest.min(first_time))
            } else if i > last {
                Moment(last_time.0 + march(along(i) - along(last)))
            } else {
                let next = known.partition_point(|(k, _)| *k < i);
                match (known.get(next.wrapping_sub(1)), known.get(next)) {
                    (Some(&(a, ta)), Some(&(b, tb))) => {
                        let share = (along(i) - along(a)) / (along(b) - along(a)).max(1.0);
                        Moment(ta.0 + (share * (tb.0 - ta.0) as f64).round() as i64)
                    }
                    _ => first_time,
                }
            };
            (reckoned, "unknown")
        })
        .collect()
}

/// The waypoints whose times are fixed. A vague time that only repeats the one before is none:
/// a column is not in two towns at once.
fn anchors(given: &[Given]) -> Vec<(usize, Moment)> {
    let mut known: Vec<(usize, Moment)> = Vec::new();
    for (i, waypoint) in given.iter().enumerate() {
        let Some((time, precision)) = waypoint.time else {
            continue;
        };
        let vague = !matches!(precision, "minute" | "hour");
        let repeats = known.last().is_some_and(|&(_, before)| before == time);
        if !(vague && repeats) {
            known.push((i, time));
        }
    }
    known
}
