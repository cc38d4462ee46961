//! What is told beside the map, as written.

use super::super::entry::Translated;
use super::super::mistake::Origin;
use crate::moment::Moment;

/// A chapter of the story.
pub struct ChapterRecord {
    pub origin: Origin,
    pub id: String,
    pub act: String,
    pub title: Translated,
    pub passages: Vec<PassageRecord>,
}

/// A paragraph of the story, and the moment it belongs to.
pub struct PassageRecord {
    pub origin: Origin,
    pub id: String,
    pub at: Option<Moment>,
    /// The clock does not lead to it; scrolling to it still moves the clock.
    pub aside: bool,
    pub text: Translated,
}

/// What the article claims, and what the record says of it.
pub struct ClaimRecord {
    pub origin: Origin,
    pub id: String,
    pub verdict: &'static str,
    /// The chapter that tells it; none for the blog's own housekeeping.
    pub told: Option<String>,
    pub housekeeping: bool,
    pub sources: Vec<String>,
    pub general_knowledge: bool,
    /// Other entries in which the difference shows, as `reaction-gdr`.
    pub also: Vec<String>,
    pub article: Translated,
    pub record: Translated,
}

/// What stands at a place for a while.
pub struct SightRecord {
    pub origin: Origin,
    pub id: String,
    pub kind: &'static str,
    pub place: String,
    pub from: Option<Moment>,
    pub until: Option<Moment>,
    pub basis: &'static str,
    pub confidence: &'static str,
    pub sources: Vec<String>,
    pub event: Option<String>,
    pub label: Translated,
}

pub struct FilmRecord {
    pub origin: Origin,
    pub id: String,
    pub original: String,
    pub original_language: &'static str,
    pub year: u16,
    pub director: String,
    pub writer: Option<Translated>,
    pub producer: Option<String>,
    pub basis: &'static str,
    pub sources: Vec<String>,
    pub claims: Vec<String>,
    pub title: Translated,
    pub country: Translated,
    pub kind: Translated,
    pub text: Translated,
    pub shows: Translated,
    pub article: Option<Translated>,
}

/// One of the five states in 1968, in 1989 and today.
pub struct ThenAndNowRecord {
    pub origin: Origin,
    pub army: String,
    pub sources: Vec<String>,
    pub then: Translated,
    pub turn: Translated,
    pub today: Translated,
}

/// A change of what this page says.
pub struct CorrectionRecord {
    pub origin: Origin,
    pub date: Option<Moment>,
    pub sources: Vec<String>,
    pub what: Translated,
    pub why: Translated,
}

/// A picture of the map at a moment.
pub struct StillRecord {
    pub origin: Origin,
    pub id: String,
    pub at: Option<Moment>,
    pub caption: Translated,
}

/// A question that a teacher can ask.
pub struct QuestionRecord {
    pub origin: Origin,
    pub id: String,
    /// Entries from which it can be answered, as `claim-c30`.
    pub answered_by: Vec<String>,
    pub text: Translated,
}
