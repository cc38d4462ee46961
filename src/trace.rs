//! The drawing of a column in attributes: the host writes them for the story's opening, the browser whenever one differs.

use crate::march::Column;
use crate::story::{Kind, Leg, Route};
use crate::svg;

impl Route {
    /// Path data, in map units, of a stretch of the line as far as the column has come; empty before that.
    pub fn leg_path(&self, leg: &Leg, column: Column) -> String {
        let to = f64::from(leg.to).min(column.covered);
        svg::stretch(self.line, self.along, leg.from.into(), to)
    }

    /// Path data of the part behind the head that answers to a pointer. It ends at the last vertex that was passed,
    /// some 5 km or less behind the head, which answers for itself: so it changes seldom.
    pub fn reach_path(&self, column: Column) -> String {
        let passed = self.along.iter().copied().map(f64::from);
        let to = passed.take_while(|&length| length <= column.covered).last();
        svg::stretch(self.line, self.along, 0.0, to.unwrap_or(0.0))
    }

    /// The head's transform.
    pub fn head_transform(&self, column: Column) -> String {
        let head = self.head_at(column.covered);
        svg::placed(head.at, head.heading)
    }

    /// Share of the line that is covered, 0..=1, in thousandths.
    pub fn progress(&self, column: Column) -> String {
        svg::thousandths(column.covered / self.length().max(1.0))
    }

    /// Whether a stretch, by its number, was flown.
    pub fn is_flown(&self, leg: usize) -> bool {
        leg == 0 && matches!(self.kind, Kind::Airborne | Kind::Airlift)
    }
}
