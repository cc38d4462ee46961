//! The way from thing to thing on the map by arrow keys.
//!
//! An arrow leads to the nearest thing in its quarter of the sky, or, where that is empty, in its half. That alone may
//! leave things that no arrow leads to; they are put between two others, so that from each thing all can be reached.

use crate::projection::MapPoint;

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the west.
    Left,
    /// To the east.
    Right,
    /// To the north.
    Up,
    /// To the south.
    Down,
}

impl Way {
    /// The four arrows.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Up, Self::Down];

    /// How far one point lies from another in this direction, and how far to its side.
    fn seen(self, from: MapPoint, to: MapPoint) -> (f64, f64) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        match self {
            Self::Left => (-dx, dy.abs()),
            Self::Right => (dx, dy.abs()),
            Self::Up => (-dy, dx.abs()),
            Self::Down => (dy, dx.abs()),
        }
    }
}

/// Where each arrow leads from one thing, by index, in the order of [`Way::ALL`]; `None` at the edge.
pub type Arrows = [Option<usize>; 4];

/// The index of the thing to which an arrow leads from another; `None` at the edge, and for an index that is none.
pub fn next(things: &[MapPoint], from: usize, way: Way) -> Option<usize> {
    *arrows(things).get(from)?.get(way as usize)?
}

/// The index of the thing nearest to a point.
pub fn nearest(things: &[MapPoint], to: MapPoint) -> Option<usize> {
    let far = |p: &MapPoint| (p.x - to.x).hypot(p.y - to.y);
    let all = things.iter().enumerate();
    all.min_by(|a, b| far(a.1).total_cmp(&far(b.1)))
        .map(|(i, _)| i)
}

/// All arrows.
///
/// Up always leads on in one order, north to south, so from each thing it comes at last to the northernmost. It
/// remains to see that all can be reached from that one. What cannot is put into another arrow, between both its ends;
/// never into one that leads up, which from the northernmost thing leads nowhere.
pub fn arrows(things: &[MapPoint]) -> Vec<Arrows> {
    let mut arrows: Vec<Arrows> = (0..things.len())
        .map(|from| Way::ALL.map(|way| sought(things, from, way)))
        .collect();
    let Some(top) = (0..things.len()).reduce(|a, b| if is_above(things, b, a) { b } else { a })
    else {
        return arrows;
    };
    loop {
        let reached = reached(&arrows, top);
        let Some((from, to, way)) = shortest_way_in(things, &reached) else {
            return arrows;
        };
        let old = arrow(&mut arrows, from, way).and_then(|slot| slot.replace(to));
        if let Some(slot) = arrow(&mut arrows, to, way) {
            *slot = old;
        }
    }
}

fn arrow(arrows: &mut [Arrows], from: usize, way: Way) -> Option<&mut Option<usize>> {
    arrows.get_mut(from)?.get_mut(way as usize)
}

/// Whether thing `a` comes before `b` from north to south, then west to east, then as they are counted.
fn is_above(things: &[MapPoint], a: usize, b: usize) -> bool {
    let (Some(p), Some(q)) = (things.get(a), things.get(b)) else {
        return false;
    };
    (p.y, p.x, a) < (q.y, q.x, b)
}

/// What an arrow finds by itself. Things at one spot are gone through as they are counted.
fn sought(things: &[MapPoint], from: usize, way: Way) -> Option<usize> {
    let here = *things.get(from)?;
    let forward = matches!(way, Way::Right | Way::Down);
    let others = || things.iter().enumerate().filter(|(i, _)| *i != from);
    let mut stacked = others().filter(|(i, p)| **p == here && (*i > from) == forward);
    let next = if forward {
        stacked.next()
    } else {
        stacked.next_back()
    };
    if let Some((index, _)) = next {
        return Some(index);
    }
    let cost = |p: &MapPoint| {
        let (along, aside) = way.seen(here, *p);
        along * along + 4.0 * aside * aside
    };
    let best = |wanted: &dyn Fn(usize, f64, f64) -> bool| {
        others()
            .filter(|(i, p)| {
                let (along, aside) = way.seen(here, **p);
                **p != here && wanted(*i, along, aside)
            })
            .min_by(|a, b| cost(a.1).total_cmp(&cost(b.1)))
            .map(|(i, _)| i)
    };
    best(&|_, along, aside| along > 0.0 && aside <= along).or_else(|| {
        best(&|i, along, _| along > 0.0 || (way == Way::Up && is_above(things, i, from)))
    })
}

/// Which things can be reached from one.
fn reached(arrows: &[Arrows], from: usize) -> Vec<bool> {
    let mut reached = vec![false; arrows.len()];
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        if let Some(seen) = reached.get_mut(here).filter(|seen| !**seen) {
            *seen = true;
            open.extend(arrows.get(here).into_iter().flatten().flatten());
        }
    }
    reached
}

/// The nearest pair of a thing that is reached and one that is not, and the arrow between them; none that leads up.
fn shortest_way_in(things: &[MapPoint], reached: &[bool]) -> Option<(usize, usize, Way)> {
    let is_reached = |i: usize| reached.get(i) == Some(&true);
    let pairs = things.iter().enumerate().flat_map(|(from, a)| {
        let others = things.iter().enumerate();
        others.map(move |(to, b)| (from, *a, to, *b))
    });
    pairs
        .filter(|(from, _, to, _)| {
            is_reached(*from) && !is_reached(*to) && !is_above(things, *to, *from)
        })
        .min_by(|p, q| {
            let far = |a: &MapPoint, b: &MapPoint| (a.x - b.x).hypot(a.y - b.y);
            far(&p.1, &p.3).total_cmp(&far(&q.1, &q.3))
        })
        .map(|(from, a, to, b)| (from, to, towards(a, b)))
}

/// The arrow that leads from a point to one that is not above it.
fn towards(from: MapPoint, to: MapPoint) -> Way {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    match () {
        () if dy >= dx.abs() => Way::Down,
        () if dx < 0.0 => Way::Left,
        () => Way::Right,
    }
}
