//! The columns of a moment as path data, for drawings that stand still.

use super::on_map::{army_key, arrowhead};
use crate::curve::distance;
use crate::evidence::Telling;
use crate::march::Phase;
use crate::moment::Moment;
use crate::scene::column_at;
use crate::story::{Route, STORY, Vertex, point};
use crate::svg;

/// One column as far as it has come.
pub struct Drawn {
    /// Key of its army.
    pub army: &'static str,
    /// The way that was planned and never gone.
    pub planned: String,
    /// The stretches behind it.
    pub legs: Vec<DrawnLeg>,
    /// Path data of its head, pointing right, in CSS pixels.
    pub arrowhead: &'static str,
    /// Where that stands, as a transform.
    pub head: String,
    /// Whether the head's place and time are on record.
    pub certain: bool,
}

/// A stretch of a line.
pub struct DrawnLeg {
    /// Path data in map units.
    pub path: String,
    /// Whether the sources name both its ends.
    pub certain: bool,
    /// Whether it was flown.
    pub air: bool,
}

/// The columns on the map. Of their lines only vertices at least `apart` map units from each other are kept.
pub fn columns(at: Moment, telling: Telling, apart: f64) -> Vec<Drawn> {
    let routes = STORY.routes.iter();
    routes
        .filter_map(|route| {
            let column = column_at(route, at, telling);
            if column.phase == Phase::Absent {
                return None;
            }
            Some(Drawn {
                army: army_key(route),
                planned: svg::polyline(&thinned(route.planned, apart)),
                legs: legs(route, column.covered, apart),
                arrowhead: arrowhead(route),
                head: route.head_transform(column),
                certain: column.certain,
            })
        })
        .collect()
}

fn legs(route: &Route, covered: f64, apart: f64) -> Vec<DrawnLeg> {
    let line = thinned(route.line, apart);
    let along: Vec<u16> = line
        .iter()
        .filter_map(|vertex| {
            let index = route.line.iter().position(|v| v == vertex)?;
            route.along.get(index).copied()
        })
        .collect();
    let behind = route.legs.iter().enumerate();
    behind
        .map(|(number, leg)| DrawnLeg {
            path: svg::stretch(&line, &along, leg.from.into(), covered.min(leg.to.into())),
            certain: leg.certain,
            air: route.is_flown(number),
        })
        .filter(|leg| !leg.path.is_empty())
        .collect()
}

/// A line with fewer vertices; its ends stay.
fn thinned(line: &[Vertex], apart: f64) -> Vec<Vertex> {
    let mut kept: Vec<Vertex> = Vec::new();
    for (number, &vertex) in line.iter().enumerate() {
        let far = kept
            .last()
            .is_none_or(|&last| distance(point(last), point(vertex)) >= apart);
        if far || number + 1 == line.len() {
            kept.push(vertex);
        }
    }
    kept
}
