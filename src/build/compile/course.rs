//! The line of a route on the map: a smooth curve for a march, a short arc for a flight.

use super::records::{PlaceRecord, RouteRecord, WaypointRecord};
use crate::curve;
use crate::projection::{Conic, LonLat, MapPoint, UNIT_KM};

/// Distance between the vertices of a line, in map units.
const SPACING: f64 = 5.0 / UNIT_KM;
/// Length of the drawn end of a flight, in map units.
const ARC: f64 = 75.0 / UNIT_KM;

/// A route on the map.
pub struct Course {
    pub line: Vec<MapPoint>,
    /// For each drawn waypoint: its index in the record and the index of its vertex.
    pub stations: Vec<(usize, usize)>,
    /// The way that was planned and never gone.
    pub planned: Vec<MapPoint>,
}

/// Whether a route comes by air.
pub fn flies(route: &RouteRecord) -> bool {
    matches!(route.kind, "airborne" | "airlift")
}

/// The line of a route. Places are known to exist.
pub fn course(route: &RouteRecord, places: &[PlaceRecord]) -> Course {
    let points: Vec<MapPoint> = route
        .waypoints
        .iter()
        .map(|w| position(w, places))
        .collect();
    if flies(route) {
        return flight(&points);
    }
    let gone = if route.kind == "waiting" {
        route
            .waypoints
            .iter()
            .rposition(|w| !w.notional)
            .map_or(1, |i| i + 1)
    } else {
        points.len()
    };
    let (way, ahead) = points.split_at(gone.min(points.len()));
    let (line, marks) = curve::through(way, SPACING);
    let stations = marks
        .iter()
        .enumerate()
        .filter(|(i, _)| route.waypoints.get(*i).is_some_and(|w| !w.via))
        .map(|(i, &vertex)| (i, vertex))
        .collect();
    let planned = match way.last() {
        Some(&held) if !ahead.is_empty() => {
            let whole: Vec<MapPoint> = std::iter::once(held).chain(ahead.iter().copied()).collect();
            curve::through(&whole, SPACING).0
        }
        _ => Vec::new(),
    };
    Course {
        line,
        stations,
        planned,
    }
}

/// The end of a flight, from the direction of its origin, and the way on the ground behind it.
fn flight(points: &[MapPoint]) -> Course {
    let (Some(&origin), Some(&field)) = (points.first(), points.get(1)) else {
        return Course {
            line: points.to_vec(),
            stations: Vec::new(),
            planned: Vec::new(),
        };
    };
    let distance = curve::distance(field, origin).max(1.0);
    let (ux, uy) = (
        (origin.x - field.x) / distance,
        (origin.y - field.y) / distance,
    );
    let reach = ARC.min(distance);
    let start = MapPoint {
        x: field.x + ux * reach,
        y: field.y + uy * reach,
    };
    // A bow to the north, so that it cannot be taken for a road.
    let bow = MapPoint {
        x: (start.x + field.x) / 2.0 + uy.abs() * reach * 0.2,
        y: (start.y + field.y) / 2.0 - ux.abs() * reach * 0.28,
    };
    let steps = 14;
    let mut line: Vec<MapPoint> = (0..=steps)
        .map(|i| {
            let t = f64::from(i) / f64::from(steps);
            let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
            MapPoint {
                x: a * start.x + b * bow.x + c * field.x,
                y: a * start.y + b * bow.y + c * field.y,
            }
        })
        .collect();
    let landed = line.len() - 1;
    let mut stations = vec![(0, 0), (1, landed)];
    let (ground, marks) = curve::through(points.get(1..).unwrap_or(&[]), SPACING);
    line.extend(ground.into_iter().skip(1));
    stations.extend(
        marks
            .iter()
            .enumerate()
            .skip(1)
            .map(|(i, &vertex)| (i + 1, landed + vertex)),
    );
    Course {
        line,
        stations,
        planned: Vec::new(),
    }
}

fn position(waypoint: &WaypointRecord, places: &[PlaceRecord]) -> MapPoint {
    let found = places.iter().find(|p| p.id == waypoint.place);
    let at = found.map_or(
        LonLat {
            lon: 17.0,
            lat: 50.0,
        },
        |p| LonLat {
            lon: p.lon,
            lat: p.lat,
        },
    );
    Conic::central_europe().to_map(at)
}
