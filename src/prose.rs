//! Texts and drawings that never change while the page is open.
//!
//! Only the host has them: it writes them into the page, where the browser finds them. So each
//! stands in what is sent to the reader once, and not a second time in the program.

use crate::evidence::{Basis, Confidence, Verdict};
use crate::moment::{Moment, Precision};
use crate::story::Vertex;
use crate::words::Text;

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
    /// Words beside a way out, and where they stand.
    pub label: Option<(Text, Vertex)>,
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
    /// Whether it stands on the hand-out.
    pub hand_out: bool,
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
    pub figures: Option<Text>,
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
    /// What it is.
    pub title: Text,
    /// Where it is.
    pub url: Option<&'static str>,
}

/// A chapter of the story.
pub struct ChapterProse {
    /// Its name in the content and in the markup (`chapter-<id>`).
    pub id: &'static str,
    /// Index of the act it mainly belongs to.
    pub act: usize,
    /// Its heading.
    pub title: Text,
    /// Its paragraphs, in the order of the story's passages.
    pub passages: &'static [Text],
}

/// What the article claims, and what the record says of it.
pub struct ClaimProse {
    /// Its name in the content and in the markup (`claim-<id>`).
    pub id: &'static str,
    /// Whether the record agrees.
    pub verdict: Verdict,
    /// Index of the chapter that tells it.
    pub chapter: usize,
    /// Indices of its sources.
    pub sources: &'static [usize],
    /// Whether it was checked against general knowledge, no page seen.
    pub general_knowledge: bool,
    /// Other entries in which the difference shows, as `reaction-gdr`.
    pub also: &'static [&'static str],
    /// The article's version.
    pub article: Text,
    /// The record's version.
    pub record: Text,
}

/// What the names of a place are.
pub struct PlaceNames {
    /// What the page's language calls it; empty where that is the local name.
    pub exonym: Text,
    /// Its local name today, where that has changed.
    pub today: Option<&'static str>,
}

/// What is known of a sight.
pub struct SightProse {
    /// What it is; each kind has its sign in the style sheet.
    pub kind: &'static str,
    /// Where a click on it leads.
    pub at: Moment,
    /// Words beside it.
    pub label: Text,
    /// How far the sources bear it out.
    pub confidence: Confidence,
    /// Indices of its sources.
    pub sources: &'static [usize],
}

/// The world map of 1968. Boxes are x, y, width, height in its units.
pub struct World {
    /// The box of all that is drawn.
    pub view: [i32; 4],
    /// The box around Europe.
    pub europe: [i32; 4],
    /// The states that have a reaction.
    pub states: &'static [WorldState],
    /// Path data of all other land.
    pub others: &'static str,
    /// Path data of the borders of other states.
    pub borders: &'static str,
    /// Path data of the outline of the sphere.
    pub graticule: &'static str,
}

/// A state on the world map.
pub struct WorldState {
    /// Its code.
    pub code: &'static str,
    /// Path data of its area.
    pub path: &'static str,
    /// Its middle.
    pub anchor: (i32, i32),
    /// Whether it is too small to be seen as an area.
    pub tiny: bool,
}

/// A film.
pub struct FilmProse {
    /// Its name in the content and in the markup (`film-<id>`).
    pub id: &'static str,
    /// Its own title.
    pub original: &'static str,
    /// The language of that.
    pub language: &'static str,
    /// The year it was first shown.
    pub year: u16,
    /// Who made it.
    pub director: &'static str,
    /// Who wrote it.
    pub writer: Option<Text>,
    /// Who produced it, where that says more.
    pub producer: Option<&'static str>,
    /// `Both` when the article names it, `Record` when it was added.
    pub basis: Basis,
    /// Indices of its sources.
    pub sources: &'static [usize],
    /// Its title in the page's language.
    pub title: Text,
    /// Where it was made.
    pub country: Text,
    /// What kind of film it is.
    pub kind: Text,
    /// What it tells.
    pub text: Text,
    /// What it shows of 1968.
    pub shows: Text,
    /// What the article says of it.
    pub article: Option<Text>,
    /// The article's claims about it.
    pub claims: &'static [&'static str],
}

/// One of the five states in 1968, in 1989 and today.
pub struct ThenAndNowProse {
    /// Index of its army.
    pub army: usize,
    /// Indices of its sources.
    pub sources: &'static [usize],
    /// What it did in 1968.
    pub then: Text,
    /// What it said of that when communist rule ended.
    pub turn: Text,
    /// What it says today.
    pub today: Text,
}

/// A change of what this page says.
pub struct CorrectionProse {
    /// The day of it, of our own calendar.
    pub date: Moment,
    /// What was changed.
    pub what: Text,
    /// Why.
    pub why: Text,
    /// Indices of its sources.
    pub sources: &'static [usize],
}

/// A picture of the map at a moment.
pub struct StillProse {
    /// Its name in the content and in addresses.
    pub id: &'static str,
    /// The moment.
    pub at: Moment,
    /// What has happened by then.
    pub caption: Text,
}

#[allow(
    missing_docs,
    reason = "the build script writes it; what it holds is said at the types"
)]
mod compiled {
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/prose.rs"));
}
pub use compiled::*;
