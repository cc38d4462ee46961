//! Path data read back: lines, edges, and what an area contains.

use std::collections::BTreeSet;

/// A point in the map's units.
pub type Point = (i32, i32);
/// An edge from one point to another.
pub type Edge = (Point, Point);

/// Reads path data of the commands M, l and z; a line that ends with z returns to its start.
pub fn lines(path: &str) -> Vec<Vec<Point>> {
    let starts = path.split('M').skip(1);
    starts
        .map(|line| {
            let (start, steps) = line.split_once('l').expect("a line of more than a point");
            let (steps, closed) = match steps.strip_suffix('z') {
                Some(steps) => (steps, true),
                None => (steps, false),
            };
            let mut at = pairs(start)[0];
            let mut points = vec![at];
            for (x, y) in pairs(steps) {
                at = (at.0 + x, at.1 + y);
                points.push(at);
            }
            if closed {
                points.push(points[0]);
            }
            points
        })
        .collect()
}

/// Reads pairs of whole numbers, apart by a space or a minus sign.
fn pairs(text: &str) -> Vec<Point> {
    let spaced = text.replace('-', " -");
    let numbers: Vec<i32> = spaced
        .split_whitespace()
        .map(|n| n.parse().expect("a whole number"))
        .collect();
    assert!(
        numbers.len().is_multiple_of(2) && !numbers.is_empty(),
        "pairs in {text:?}"
    );
    numbers.chunks_exact(2).map(|xy| (xy[0], xy[1])).collect()
}

/// The edges of lines, in the direction in which they are drawn.
pub fn edges(path: &str) -> BTreeSet<Edge> {
    lines(path)
        .iter()
        .flat_map(|line| {
            line.windows(2)
                .map(|two| (two[0], two[1]))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// An edge as the neighbour draws it.
pub fn reversed((a, b): Edge) -> Edge {
    (b, a)
}

/// Whether a point lies in the area of a path, by the even-odd rule.
pub fn contains(path: &str, (x, y): (f64, f64)) -> bool {
    let crossed = |&((x1, y1), (x2, y2)): &Edge| {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(f64::from);
        (y1 > y) != (y2 > y) && x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    };
    let all = lines(path);
    let edges = all
        .iter()
        .flat_map(|l| l.windows(2).map(|two| (two[0], two[1])));
    edges.filter(crossed).count() % 2 == 1
}
