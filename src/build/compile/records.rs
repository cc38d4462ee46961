//! The content as written: one record per entry, texts and names not yet resolved.

mod told;

use super::entry::Translated;
use super::mistake::Origin;
use crate::moment::Moment;

pub use told::*;

/// All content.
#[derive(Default)]
pub struct Content {
    pub frame: Frame,
    pub acts: Vec<ActRecord>,
    pub knots: Vec<(f64, Moment)>,
    pub armies: Vec<ArmyRecord>,
    pub places: Vec<PlaceRecord>,
    pub regions: Vec<RegionRecord>,
    pub sources: Vec<SourceRecord>,
    pub routes: Vec<RouteRecord>,
    pub events: Vec<EventRecord>,
    pub reactions: Vec<ReactionRecord>,
    pub chapters: Vec<ChapterRecord>,
    pub claims: Vec<ClaimRecord>,
    pub sights: Vec<SightRecord>,
    pub films: Vec<FilmRecord>,
    pub then_and_now: Vec<ThenAndNowRecord>,
    pub corrections: Vec<CorrectionRecord>,
    pub stills: Vec<StillRecord>,
    pub questions: Vec<QuestionRecord>,
    /// Name and wording of each interface word.
    pub words: Vec<(&'static str, Translated)>,
}

#[derive(Default)]
pub struct Frame {
    pub title: Translated,
    pub subtitle: Translated,
    pub description: Translated,
    pub opening: Option<Moment>,
    pub end: Option<Moment>,
    pub reactions_from: Option<Moment>,
    pub west: f64,
    pub east: f64,
    pub south: f64,
    pub north: f64,
}

pub struct ActRecord {
    pub origin: Origin,
    pub id: String,
    pub name: Translated,
    pub short: Translated,
    pub from: f64,
    pub start: Option<Moment>,
    pub follows_hour: bool,
    pub step_minutes: f64,
}

pub struct ArmyRecord {
    pub origin: Origin,
    pub id: String,
    pub name: Translated,
    pub arrowhead: String,
    pub left: Option<Moment>,
    pub labels: Vec<ArmyLabelRecord>,
}

pub struct ArmyLabelRecord {
    pub origin: Origin,
    pub text: Translated,
    pub basis: &'static str,
    pub lon: f64,
    pub lat: f64,
}

pub struct PlaceRecord {
    pub origin: Origin,
    pub id: String,
    pub name: String,
    /// What each language calls it; empty where that is the local name.
    pub exonym: Translated,
    pub today: Option<String>,
    /// The language of its name, where the country does not say it.
    pub language: Option<&'static str>,
    pub lon: f64,
    pub lat: f64,
    pub rank: u8,
    pub country: String,
}

pub struct RegionRecord {
    pub origin: Origin,
    pub id: String,
    pub name: Translated,
    pub kind: &'static str,
    pub lon: f64,
    pub lat: f64,
    pub slope: f64,
}

pub struct SourceRecord {
    pub origin: Origin,
    pub id: String,
    pub title: Translated,
    pub url: Option<String>,
}

/// A way into the country, or out of it.
pub struct RouteRecord {
    pub origin: Origin,
    pub id: String,
    /// Empty when no army goes this way.
    pub army: String,
    pub kind: &'static str,
    pub basis: &'static str,
    pub confidence: &'static str,
    pub sources: Vec<String>,
    pub formation: Translated,
    pub objective: Option<Translated>,
    pub note: Option<Translated>,
    pub landings: Vec<Moment>,
    pub interval_seconds: Option<f64>,
    pub aircraft: Option<f64>,
    /// The first moment at which a way out is no longer drawn.
    pub until: Option<Moment>,
    /// Words beside a way out, and their place in degrees.
    pub label: Option<(Translated, f64, f64)>,
    pub waypoints: Vec<WaypointRecord>,
}

impl RouteRecord {
    /// Whether it leads into the country.
    pub fn enters(&self) -> bool {
        !OUT_KINDS.contains(&self.kind)
    }
}

pub struct WaypointRecord {
    pub origin: Origin,
    pub place: String,
    pub time: Option<Moment>,
    pub precision: Option<&'static str>,
    pub notional: bool,
    /// Shapes the line and is not told.
    pub via: bool,
    pub what: Option<Translated>,
}

pub struct EventRecord {
    pub origin: Origin,
    pub id: String,
    pub when: Option<Moment>,
    pub precision: &'static str,
    pub place: Option<String>,
    /// Whether it stands on the hand-out.
    pub hand_out: bool,
    pub basis: &'static str,
    pub confidence: &'static str,
    pub sources: Vec<String>,
    pub title: Translated,
    pub text: Translated,
}

pub struct ReactionRecord {
    pub origin: Origin,
    pub id: String,
    pub group: &'static str,
    pub stance: &'static str,
    pub article_stance: Option<&'static str>,
    pub when: Option<Moment>,
    pub precision: &'static str,
    pub dated: bool,
    pub place: Option<String>,
    pub basis: &'static str,
    pub confidence: &'static str,
    pub sources: Vec<String>,
    /// The state's code on the world map.
    pub state: Option<String>,
    /// People named.
    pub figures: Option<Translated>,
    pub name: Translated,
    pub official: Option<Translated>,
    pub text: Translated,
    pub article: Option<Translated>,
}

pub const VERDICTS: [&str; 5] = [
    "confirmed",
    "imprecise",
    "disputed",
    "contradicted",
    "unverified",
];
pub const SIGHT_KINDS: [&str; 7] = [
    "meeting", "exercise", "troops", "radio", "protest", "shooting", "politics",
];
/// Ways out of the country.
pub const OUT_KINDS: [&str; 2] = ["withdrawal", "refugees"];
/// Languages in which names and words of the content are written.
pub const TONGUES: [&str; 12] = [
    "en", "cs", "sk", "de", "pl", "hu", "ru", "uk", "bg", "ro", "fr", "it",
];
pub const BASES: [&str; 3] = ["article", "record", "both"];
pub const CONFIDENCES: [&str; 3] = ["high", "medium", "low"];
pub const PRECISIONS: [&str; 7] = [
    "minute",
    "hour",
    "part-of-day",
    "day",
    "month",
    "year",
    "unknown",
];
pub const STANCES: [&str; 6] = [
    "invader",
    "supporter",
    "neutral",
    "mixed",
    "condemned",
    "against",
];
pub const GROUPS: [&str; 4] = ["home", "states", "invaders", "organisations"];
pub const KINDS: [&str; 4] = ["ground", "airborne", "airlift", "waiting"];
pub const REGION_KINDS: [&str; 3] = ["home", "state", "mountains"];
