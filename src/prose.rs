//! Texts and drawings that never change while the page is open.
//!
//! Only the host has them: it writes them into the page, where the browser finds them. So each
//! stands in what is sent to the reader once, and not a second time in the program.

use crate::evidence::{Basis, Confidence};
use crate::language::Text;
use crate::moment::{Moment, Precision};

/// What is told of a route beyond its line.
pub struct RouteProse {
    /// Where it was to go.
    pub objective: Option<Text>,
    /// What is doubtful about it.
    pub note: Option<Text>,
    /// Indices of its sources.
    pub sources: &'static [usize],
    /// All its waypoints.
    pub waypoints: &'static [WaypointProse],
}

/// What is told of a waypoint.
pub struct WaypointProse {
    /// Index of its place.
    pub place: usize,
    /// Its time on record.
    pub at: Option<(Moment, Precision)>,
    /// Whether no source names it for this axis.
    pub notional: bool,
    /// What happened there.
    pub what: Option<Text>,
}

/// What is told of an event beyond its title.
pub struct EventProse {
    /// The telling.
    pub text: Text,
    /// How far the sources bear it out.
    pub confidence: Confidence,
    /// Indices of its sources.
    pub sources: &'static [usize],
}

/// What is told of a reaction.
pub struct ReactionProse {
    /// Its date.
    pub at: Moment,
    /// How exactly that is known.
    pub precision: Precision,
    /// Whether a source gives the date; else it is the first day on which the entry fits.
    pub dated: bool,
    /// The telling it belongs to.
    pub basis: Basis,
    /// How far the sources bear it out.
    pub confidence: Confidence,
    /// Indices of its sources.
    pub sources: &'static [usize],
    /// People named.
    pub figures: &'static [&'static str],
    /// Title of the entry.
    pub name: Text,
    /// A state's official name in 1968.
    pub official: Option<Text>,
    /// What the record says.
    pub text: Text,
    /// What the article says, where that differs.
    pub article: Option<Text>,
}

/// A source.
pub struct SourceProse {
    /// Its name in the content and in the markup (`source-<id>`).
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Where it is.
    pub url: Option<&'static str>,
}

#[allow(missing_docs)]
mod compiled {
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/prose.rs"));
}
pub use compiled::*;
