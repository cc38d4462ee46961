//! A smooth curve through given points.
//!
//! Centripetal Catmull-Rom splines pass through every waypoint and never loop or overshoot between
//! two of them. Source: Barry & Goldman, SIGGRAPH 1988; Yuksel, Schaefer, Keyser, CAD 43 (2011).

use crate::projection::MapPoint;

/// Distance of two points.
pub fn distance(a: MapPoint, b: MapPoint) -> f64 {
    (b.x - a.x).hypot(b.y - a.y)
}

/// The curve through `points`, as a polyline, and for each point the index of its vertex.
///
/// `spacing` is the wanted distance between vertices, in map units; it is exact to half of itself.
pub fn through(points: &[MapPoint], spacing: f64) -> (Vec<MapPoint>, Vec<usize>) {
    let mut line: Vec<MapPoint> = points.iter().take(1).copied().collect();
    let mut marks: Vec<usize> = points.iter().take(1).map(|_| 0).collect();
    let mut earlier = None;
    for (i, &[a, b]) in points.array_windows().enumerate() {
        // Beyond the ends the curve continues straight.
        let before = earlier.replace(a).unwrap_or_else(|| mirrored(b, a));
        let after = points.get(i + 2).copied().unwrap_or_else(|| mirrored(a, b));
        let steps = (distance(a, b) / spacing).round().max(1.0) as usize;
        for step in 1..=steps {
            line.push(on_segment(before, a, b, after, step as f64 / steps as f64));
        }
        marks.push(line.len() - 1);
    }
    (line, marks)
}

/// `from` reflected in `centre`.
fn mirrored(from: MapPoint, centre: MapPoint) -> MapPoint {
    MapPoint {
        x: 2.0 * centre.x - from.x,
        y: 2.0 * centre.y - from.y,
    }
}

/// Point at share `s` (0..=1) of the segment from `p1` to `p2`, by the pyramid of Barry and Goldman.
fn on_segment(p0: MapPoint, p1: MapPoint, p2: MapPoint, p3: MapPoint, s: f64) -> MapPoint {
    // Centripetal: the parameter grows with the square root of the chord. Coinciding points
    // (a road taken back) get a tiny chord so that nothing is divided by zero.
    let chord = |a, b| distance(a, b).sqrt().max(1e-6);
    let t1 = chord(p0, p1);
    let t2 = t1 + chord(p1, p2);
    let t3 = t2 + chord(p2, p3);
    let t = t1 + s * (t2 - t1);
    let mix = |a: MapPoint, b: MapPoint, ta: f64, tb: f64| {
        let w = (t - ta) / (tb - ta);
        MapPoint {
            x: a.x + w * (b.x - a.x),
            y: a.y + w * (b.y - a.y),
        }
    };
    let (a1, a2, a3) = (
        mix(p0, p1, 0.0, t1),
        mix(p1, p2, t1, t2),
        mix(p2, p3, t2, t3),
    );
    let (b1, b2) = (mix(a1, a2, 0.0, t2), mix(a2, a3, t1, t3));
    mix(b1, b2, t1, t2)
}
