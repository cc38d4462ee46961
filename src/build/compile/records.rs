//! The content as written: one record per entry, texts and names not yet resolved.

use super::entry::Translated;
use super::mistake::Origin;
use crate::moment::Moment;

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
    /// Key and wording of each interface word, per language.
    pub words: Vec<Vec<(String, String)>>,
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
    pub exonym: Option<Translated>,
    pub today: Option<String>,
    pub lon: f64,
    pub lat: f64,
    pub rank: u8,
    pub country: String,
}

pub struct RegionRecord {
    pub origin: Origin,
    pub name: Translated,
    pub kind: &'static str,
    pub lon: f64,
    pub lat: f64,
    pub slope: f64,
}

pub struct SourceRecord {
    pub origin: Origin,
    pub id: String,
    pub title: String,
    pub url: Option<String>,
}

pub struct RouteRecord {
    pub origin: Origin,
    pub id: String,
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
    pub waypoints: Vec<WaypointRecord>,
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
    pub figures: Vec<String>,
    pub name: Translated,
    pub official: Option<Translated>,
    pub text: Translated,
    pub article: Option<Translated>,
}

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
