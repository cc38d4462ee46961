//! The corners of the map, which no window shows: what lies there is left out.
//!
//! A window shows the whole view and, as its shape asks, more to the left and right of it or more above and below,
//! never both. Moving a map that is seen from nearer shows nothing else.

use super::topology::Point;

/// Room around the view, in map units: half of the widest line, and what rounding takes.
const ROOM: i32 = 40;

/// What lies in no corner.
pub struct Corners {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Corners {
    /// The corners of a view: left edge, top edge, width, height.
    pub fn of([x, y, width, height]: [f64; 4]) -> Self {
        Self {
            left: x.floor() as i32 - ROOM,
            top: y.floor() as i32 - ROOM,
            right: (x + width).ceil() as i32 + ROOM,
            bottom: (y + height).ceil() as i32 + ROOM,
        }
    }

    /// The lines without what cannot be seen. A corner is convex: a line that goes straight from where it enters one to
    /// where it leaves it stays inside, and so does the edge of an area.
    pub fn left_out_of(&self, lines: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
        let shown = lines.into_iter().map(|line| self.shortened(&line));
        shown.filter(|line| !line.is_empty()).collect()
    }

    fn shortened(&self, line: &[Point]) -> Vec<Point> {
        let corners: Vec<_> = line.iter().map(|&point| self.corner(point)).collect();
        let first = corners.first().copied().flatten();
        if first.is_some() && corners.iter().all(|&corner| corner == first) {
            return Vec::new();
        }
        let passed = |at: usize| {
            let around = at
                .checked_sub(1)
                .and_then(|before| corners.get(before))
                .zip(corners.get(at + 1));
            let own = corners.get(at).copied().flatten();
            own.is_some() && around.is_some_and(|(&before, &after)| before == own && after == own)
        };
        let kept = line.iter().enumerate().filter(|&(at, _)| !passed(at));
        kept.map(|(_, &point)| point).collect()
    }

    /// Which corner a point lies in: to the right or the left, below or above.
    fn corner(&self, (x, y): Point) -> Option<(bool, bool)> {
        let aside = (x < self.left || x > self.right).then_some(x > self.right)?;
        let beyond = (y < self.top || y > self.bottom).then_some(y > self.bottom)?;
        Some((aside, beyond))
    }
}
