//! The ways of the columns: into the country, and out of it.

use super::Vertex;
use crate::evidence::{Basis, Confidence};
use crate::moment::{Moment, Precision};
use crate::words::Text;

/// How a formation came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By road.
    Ground,
    /// A single aircraft or a few.
    Airborne,
    /// A stream of transports.
    Airlift,
    /// It stood ready and never crossed.
    Waiting,
    /// An army on its way home.
    Withdrawal,
    /// People leaving the country.
    Refugees,
}

impl Kind {
    /// The name used in the content and in what readers take along.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ground => "ground",
            Self::Airborne => "airborne",
            Self::Airlift => "airlift",
            Self::Waiting => "waiting",
            Self::Withdrawal => "withdrawal",
            Self::Refugees => "refugees",
        }
    }

    /// Whether it is a way into the country.
    pub const fn enters(self) -> bool {
        !matches!(self, Self::Withdrawal | Self::Refugees)
    }
}

/// An axis of entry, or a way out of the country.
#[derive(Debug)]
pub struct Route {
    /// Its name in the content and in the markup (`route-<id>`).
    pub id: &'static str,
    /// Index of its army, if it is an army that goes this way.
    pub army: Option<usize>,
    /// How it came.
    pub kind: Kind,
    /// The telling it belongs to.
    pub basis: Basis,
    /// How far the sources bear it out.
    pub confidence: Confidence,
    /// Name of the formation.
    pub formation: Text,
    /// When its column is first drawn.
    pub appears: Moment,
    /// From this moment it is no longer drawn.
    pub until: Moment,
    /// The smooth line it took.
    pub line: &'static [Vertex],
    /// Length of the line up to each vertex.
    pub along: &'static [u16],
    /// The waypoints on the line, in order of length and time; at least one.
    pub stations: &'static [Station],
    /// Where the line is certain and where it is not, in order, covering all of it.
    pub legs: &'static [Leg],
    /// The rest of the way that was planned and never gone.
    pub planned: &'static [Vertex],
    /// Aircraft landed, if it came by air.
    pub landings: Option<Landings>,
}

/// A waypoint.
#[derive(Debug)]
pub struct Station {
    /// Index of its place.
    pub place: usize,
    /// Length of the line up to it.
    pub along: u16,
    /// When the head of the column was there.
    pub at: Moment,
    /// How exactly that is known; `Unknown` when the time was reckoned from its neighbours.
    pub precision: Precision,
    /// Whether no source names this waypoint for this axis.
    pub notional: bool,
    /// Whether the road to it is our guess, though both its ends are named.
    pub guessed_way: bool,
}

/// A stretch of a line.
#[derive(Debug)]
pub struct Leg {
    /// Length at its start.
    pub from: u16,
    /// Length at its end.
    pub to: u16,
    /// Whether the sources name both ends.
    pub certain: bool,
}

/// Aircraft landed at a field.
#[derive(Debug)]
pub struct Landings {
    /// Index of the field's place.
    pub field: usize,
    /// Times of the landings that are on record one by one.
    pub known: &'static [Moment],
    /// From when a stream followed whose count is not on record.
    pub stream: Option<Moment>,
    /// About how many came in all, and by when.
    pub total: Option<(u16, Moment)>,
}
