//! Columns that share a road lie side by side.

use crate::curve::distance;
use crate::projection::{MapPoint, UNIT_KM};

/// Distance of two columns on one road, in map units.
const LANE: f64 = 4.2 / UNIT_KM;
/// Lines nearer than this, and in the same direction, share a road; in map units.
const NEAR: f64 = 4.0 / UNIT_KM;
/// Smallest cosine of the angle between lines that share a road.
const ALONGSIDE: f64 = 0.8;
/// Vertices on each side over which a change of lane is spread.
const EASE: usize = 3;

/// Shifts lines that run together to lanes of their own. `together` says whether two lines are
/// ever drawn at once.
pub fn spread(
    lines: &[Vec<MapPoint>],
    together: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<MapPoint>> {
    let boxes: Vec<Around> = lines.iter().map(|line| Around::of(line)).collect();
    (0..lines.len())
        .map(|i| {
            let line = lines.get(i).map_or(&[][..], Vec::as_slice);
            let mates: Vec<Vec<usize>> = line
                .iter()
                .enumerate()
                .map(|(v, &p)| {
                    let around = boxes.iter().enumerate().filter(|(_, b)| b.holds(p));
                    around
                        .map(|(j, _)| j)
                        .filter(|&j| j != i && together(i, j) && shares(line, v, lines, j))
                        .collect()
                })
                .collect();
            let shifts: Vec<(f64, f64)> = (0..line.len())
                .map(|v| shift(i, line, v, &lasting(&mates, v), lines))
                .collect();
            line.iter()
                .enumerate()
                .map(|(v, p)| moved(*p, &shifts, v))
                .collect()
        })
        .collect()
}

/// The box around a line, as far as something may lie from it and still be near: most lines are told apart by it.
struct Around {
    west: f64,
    east: f64,
    north: f64,
    south: f64,
}

impl Around {
    fn of(line: &[MapPoint]) -> Self {
        let nowhere = Self {
            west: f64::INFINITY,
            east: f64::NEG_INFINITY,
            north: f64::INFINITY,
            south: f64::NEG_INFINITY,
        };
        line.iter().fold(nowhere, |all, p| Self {
            west: all.west.min(p.x - NEAR),
            east: all.east.max(p.x + NEAR),
            north: all.north.min(p.y - NEAR),
            south: all.south.max(p.y + NEAR),
        })
    }

    fn holds(&self, p: MapPoint) -> bool {
        (self.west..=self.east).contains(&p.x) && (self.north..=self.south).contains(&p.y)
    }
}

/// The lines that run with this one at a vertex and at a neighbour of it: a mere crossing is none.
fn lasting(mates: &[Vec<usize>], v: usize) -> Vec<usize> {
    let here = mates.get(v).cloned().unwrap_or_default();
    let beside = |v: Option<usize>| v.and_then(|v| mates.get(v)).cloned().unwrap_or_default();
    let (before, after) = (beside(v.checked_sub(1)), beside(Some(v + 1)));
    here.into_iter()
        .filter(|j| before.contains(j) || after.contains(j))
        .collect()
}

/// Whether line `j` runs along `line` at vertex `v`.
fn shares(line: &[MapPoint], v: usize, lines: &[Vec<MapPoint>], j: usize) -> bool {
    let (Some(&p), Some(other)) = (line.get(v), lines.get(j)) else {
        return false;
    };
    let Some((near, direction)) = nearest(p, other) else {
        return false;
    };
    let own = direction_at(line, v);
    near < NEAR && (own.0 * direction.0 + own.1 * direction.1).abs() > ALONGSIDE
}

/// How far vertex `v` of line `i` moves, given the lines it runs with.
fn shift(
    i: usize,
    line: &[MapPoint],
    v: usize,
    mates: &[usize],
    lines: &[Vec<MapPoint>],
) -> (f64, f64) {
    if mates.is_empty() {
        return (0.0, 0.0);
    }
    let rank = mates.iter().filter(|&&j| j < i).count() as f64;
    let lane = (rank - mates.len() as f64 / 2.0) * LANE;
    // All mates take the direction of the first of them, whichever way they march.
    let first = mates.iter().copied().min().unwrap_or(i).min(i);
    let direction = match (lines.get(first), line.get(v)) {
        (Some(other), Some(&p)) if first != i => nearest(p, other).map_or((1.0, 0.0), |(_, d)| d),
        _ => direction_at(line, v),
    };
    (-direction.1 * lane, direction.0 * lane)
}

/// A vertex moved by the mean shift around it.
fn moved(p: MapPoint, shifts: &[(f64, f64)], v: usize) -> MapPoint {
    let window = shifts
        .get(v.saturating_sub(EASE)..(v + EASE + 1).min(shifts.len()))
        .unwrap_or(&[]);
    let count = window.len().max(1) as f64;
    let (dx, dy) = window
        .iter()
        .fold((0.0, 0.0), |sum, s| (sum.0 + s.0, sum.1 + s.1));
    MapPoint {
        x: p.x + dx / count,
        y: p.y + dy / count,
    }
}

/// Distance from a point to a line and the line's direction there.
fn nearest(p: MapPoint, line: &[MapPoint]) -> Option<(f64, (f64, f64))> {
    line.windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some((to_segment(p, *a, *b), unit(*a, *b))),
            _ => None,
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
}

fn to_segment(p: MapPoint, a: MapPoint, b: MapPoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let square = dx * dx + dy * dy;
    let t = if square > 0.0 {
        (((p.x - a.x) * dx + (p.y - a.y) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    distance(
        p,
        MapPoint {
            x: a.x + t * dx,
            y: a.y + t * dy,
        },
    )
}

fn direction_at(line: &[MapPoint], v: usize) -> (f64, f64) {
    match (
        line.get(v.saturating_sub(1)),
        line.get((v + 1).min(line.len().saturating_sub(1))),
    ) {
        (Some(&a), Some(&b)) => unit(a, b),
        _ => (1.0, 0.0),
    }
}

fn unit(a: MapPoint, b: MapPoint) -> (f64, f64) {
    let length = distance(a, b);
    if length > 0.0 {
        ((b.x - a.x) / length, (b.y - a.y) / length)
    } else {
        (1.0, 0.0)
    }
}
