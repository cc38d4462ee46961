//! Where a column is on its line at a moment: the arithmetic of one route.

use crate::moment::{Moment, Precision};
use crate::projection::MapPoint;
use crate::story::{Kind, Route, Station, point};

/// What a column is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not on the map.
    Absent,
    /// Drawn up at its start.
    Waiting,
    /// Under way.
    Moving,
    /// At the end of its documented way.
    Arrived,
    /// A division that stood ready and was held back.
    Held,
}

impl Phase {
    /// The name used in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Waiting => "waiting",
            Self::Moving => "moving",
            Self::Arrived => "arrived",
            Self::Held => "held",
        }
    }
}

/// One column at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// What it is doing.
    pub phase: Phase,
    /// Length it has covered, in map units.
    pub covered: f64,
    /// Whether place and time of its head are on record: false where the way is inferred,
    /// or the hour is known only by part of day or not at all.
    pub certain: bool,
}

impl Column {
    const ABSENT: Self = Self {
        phase: Phase::Absent,
        covered: 0.0,
        certain: true,
    };
}

/// The head of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Head {
    /// Where it is.
    pub at: MapPoint,
    /// Where it points, in degrees clockwise from the map's right.
    pub heading: f64,
}

impl Route {
    /// Length of the whole line, in map units.
    pub fn length(&self) -> f64 {
        self.along.last().map_or(0.0, |&l| f64::from(l))
    }

    /// When its head leaves the first waypoint.
    pub fn departs(&self) -> Moment {
        self.stations.first().map_or(self.appears, |s| s.at)
    }

    /// The column at a moment, its army's departure from the country aside.
    pub fn column_at(&self, at: Moment) -> Column {
        if at < self.appears {
            return Column::ABSENT;
        }
        let (Some(first), Some(last)) = (self.stations.first(), self.stations.last()) else {
            return Column::ABSENT;
        };
        let done = |phase| Column {
            phase,
            covered: f64::from(last.along),
            certain: is_certain(last),
        };
        if self.kind == Kind::Waiting {
            // What is on record is the waiting area, not the march to it.
            return done(Phase::Held);
        }
        if at < first.at {
            return Column {
                phase: Phase::Waiting,
                covered: 0.0,
                certain: !first.notional,
            };
        }
        if at >= last.at {
            return done(Phase::Arrived);
        }
        let next = self.stations.partition_point(|s| s.at <= at);
        let (Some(a), Some(b)) = (
            self.stations.get(next.wrapping_sub(1)),
            self.stations.get(next),
        ) else {
            return done(Phase::Arrived);
        };
        let share = (at.0 - a.at.0) as f64 / (b.at.0 - a.at.0).max(1) as f64;
        let (from, to) = (f64::from(a.along), f64::from(b.along));
        Column {
            phase: Phase::Moving,
            covered: from + share * (to - from),
            certain: self.is_documented(next),
        }
    }

    /// Whether the way into station `next` is named by a source and timed at both documented ends.
    fn is_documented(&self, next: usize) -> bool {
        let timed = |s: &&Station| s.precision != Precision::Unknown;
        let before = self.stations.iter().take(next).rev().find(timed);
        let after = self.stations.iter().skip(next).find(timed);
        let named = |i: usize| self.stations.get(i).is_some_and(|s| !s.notional);
        let hour_known = |s: Option<&Station>| s.is_some_and(|s| s.precision.shows_clock());
        let known_way = self.stations.get(next).is_some_and(|s| !s.guessed_way);
        next > 0
            && known_way
            && named(next - 1)
            && named(next)
            && hour_known(before)
            && hour_known(after)
    }

    /// Index of the last station the head has reached at a covered length.
    pub fn station_reached(&self, covered: f64) -> usize {
        self.stations
            .partition_point(|s| f64::from(s.along) <= covered)
            .saturating_sub(1)
    }

    /// The head after a length of the line.
    pub fn head_at(&self, covered: f64) -> Head {
        let next = self.along.partition_point(|&l| f64::from(l) <= covered);
        let next = next.clamp(1, self.line.len().saturating_sub(1).max(1));
        let (Some(&a), Some(&b)) = (self.line.get(next - 1), self.line.get(next)) else {
            let at = self
                .line
                .first()
                .map_or(MapPoint { x: 0.0, y: 0.0 }, |&v| point(v));
            return Head { at, heading: 0.0 };
        };
        let (la, lb) = (length_at(self.along, next - 1), length_at(self.along, next));
        let share = if lb > la {
            ((covered - la) / (lb - la)).clamp(0.0, 1.0)
        } else {
            1.0
        };
        let (a, b) = (point(a), point(b));
        Head {
            at: MapPoint {
                x: a.x + share * (b.x - a.x),
                y: a.y + share * (b.y - a.y),
            },
            heading: self.heading_near(next),
        }
    }

    /// Direction of the line around the vertex `next`, over two segments so that it turns softly.
    fn heading_near(&self, next: usize) -> f64 {
        let from = self.line.get(next.saturating_sub(2)).or(self.line.first());
        let to = self.line.get(next).or(self.line.last());
        match (from, to) {
            (Some(&a), Some(&b)) if a != b => {
                let (a, b) = (point(a), point(b));
                (b.y - a.y).atan2(b.x - a.x).to_degrees()
            }
            _ => 0.0,
        }
    }
}

/// Whether a station's place and hour are on record.
fn is_certain(station: &Station) -> bool {
    !station.notional && station.precision.shows_clock()
}

/// Length up to a vertex.
fn length_at(along: &[u16], vertex: usize) -> f64 {
    along.get(vertex).map_or(0.0, |&l| f64::from(l))
}
