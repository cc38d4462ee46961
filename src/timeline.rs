//! The scrubber's scale: story position 0..1 against moments, and the acts that divide it.
//!
//! The scale is piecewise linear in real time, so that the night takes most of the length.

use crate::moment::{DAY, Moment};

/// One mark of the scale: at this position it is this moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knot {
    /// Story position, 0..=1.
    pub position: f64,
    /// The moment there.
    pub moment: Moment,
}

/// An act: a named stretch of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Act {
    /// Its name in the content.
    pub id: &'static str,
    /// First position, 0..1.
    pub from: f64,
    /// The position at which the next act begins, or 1.
    pub to: f64,
    /// First moment.
    pub start: Moment,
    /// How far one press of an arrow key goes, in seconds of the story.
    pub step: i64,
}

/// The whole scale. Knots and acts rise strictly; the first knot is at 0, the last at 1.
#[derive(Clone, Copy, Debug)]
pub struct Timeline {
    /// The marks between which the scale is linear.
    pub knots: &'static [Knot],
    /// The acts in order.
    pub acts: &'static [Act],
}

impl Timeline {
    /// First moment of the story.
    pub fn start(&self) -> Moment {
        self.knots.first().map_or(Moment(0), |k| k.moment)
    }

    /// Last moment of the story.
    pub fn end(&self) -> Moment {
        self.knots.last().map_or(Moment(0), |k| k.moment)
    }

    /// The moment within the story that is nearest to `moment`.
    pub fn clamp(&self, moment: Moment) -> Moment {
        moment.max(self.start()).min(self.end())
    }

    /// Moment at a position; positions outside 0..1, and what is no number, go to the nearest end.
    pub fn moment_at(&self, position: f64) -> Moment {
        for pair in self.knots.windows(2) {
            if let [a, b] = pair
                && position < b.position
            {
                let share = ((position - a.position) / (b.position - a.position)).max(0.0);
                let seconds = share * (b.moment.0 - a.moment.0) as f64;
                return Moment(a.moment.0 + seconds.round() as i64);
            }
        }
        self.end()
    }

    /// Position of a moment, 0..=1.
    pub fn position_of(&self, moment: Moment) -> f64 {
        for pair in self.knots.windows(2) {
            if let [a, b] = pair
                && moment < b.moment
            {
                let share =
                    (moment.0 - a.moment.0).max(0) as f64 / (b.moment.0 - a.moment.0) as f64;
                return a.position + share * (b.position - a.position);
            }
        }
        1.0
    }

    /// Whether the story goes by days at a moment, so that the hour says nothing.
    pub fn goes_by_days(&self, moment: Moment) -> bool {
        self.acts
            .get(self.act_at(moment))
            .is_some_and(|act| act.step >= DAY)
    }

    /// Index of the act at a moment.
    pub fn act_at(&self, moment: Moment) -> usize {
        self.acts
            .iter()
            .rposition(|act| act.start <= moment)
            .unwrap_or(0)
    }
}
