//! The kinds of entries and their fields, as authors know them.

use Form::{Flag, Moment, Number, Position, Text, Texts, Translated, Word};
use Heading::{Many, One};
use Need::{May, Must};

/// A kind of entry: its file, the headings that lead to it, how it is headed itself, and its fields.
pub struct Kind(
    pub &'static str,
    pub &'static [&'static str],
    pub Heading,
    pub &'static [Field],
);

/// How entries are headed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// `[story]`, which must be there.
    One,
    /// `[[route]]`, of which there may be none.
    Many,
}

/// A field: its name, whether it must be there, what it holds.
pub struct Field(pub &'static str, pub Need, pub Form);

/// Whether a field must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Must,
    May,
}

/// What a field holds.
#[derive(Clone, Copy)]
pub enum Form {
    Text,
    /// One of these words.
    Word(&'static str),
    /// A number from the one to the other.
    Number(f64, f64),
    Flag,
    Moment,
    Texts,
    Position,
    /// A text in each language.
    Translated,
}

const BASIS: Field = Field("basis", Must, Word("article, record, both"));
const CONFIDENCE: Field = Field("confidence", Must, Word("high, medium, low"));
const ID: Field = Field("id", Must, Text);
const LAT: Field = Field("lat", Must, Number(-90.0, 90.0));
const LON: Field = Field("lon", Must, Number(-180.0, 180.0));
const PRECISIONS: Form = Word("minute, hour, part-of-day, day, month, year, unknown");
const SOURCES: Field = Field("sources", May, Texts);
const STANCES: Form = Word("invader, supporter, neutral, mixed, condemned, against");
const TONGUES: Form = Word("en, cs, sk, de, pl, hu, ru, uk, bg, ro, fr, it");

const WAYPOINT: &[Field] = &[
    Field("place", Must, Text),
    Field("time", May, Moment),
    Field("precision", May, PRECISIONS),
    Field("notional", May, Flag),
    Field("via", May, Flag),
    Field("what", May, Translated),
];

/// All kinds; one inside another stands behind it.
#[rustfmt::skip]
pub const KINDS: &[Kind] = &[
    Kind("story.toml", &["story"], One, &[
        Field("title", Must, Translated),
        Field("subtitle", Must, Translated),
        Field("description", Must, Translated),
        Field("opening", Must, Moment),
        Field("end", Must, Moment),
        Field("reactions_from", Must, Moment),
    ]),
    Kind("story.toml", &["story", "view"], One, &[
        Field("west", Must, Number(-180.0, 180.0)),
        Field("east", Must, Number(-180.0, 180.0)),
        Field("south", Must, Number(-80.0, 80.0)),
        Field("north", Must, Number(-80.0, 80.0)),
    ]),
    Kind("story.toml", &["act"], Many, &[
        ID,
        Field("name", Must, Translated),
        Field("short", Must, Translated),
        Field("from", Must, Number(0.0, 1.0)),
        Field("start", Must, Moment),
        Field("follows_hour", May, Flag),
        Field("step", Must, Number(1.0, 100_000.0)),
    ]),
    Kind("story.toml", &["knot"], Many, &[
        Field("position", Must, Number(0.0, 1.0)),
        Field("moment", Must, Moment),
    ]),
    Kind("armies.toml", &["army"], Many, &[
        ID,
        Field("name", Must, Translated),
        Field("arrowhead", Must, Text),
        Field("left", Must, Moment),
    ]),
    Kind("armies.toml", &["army", "label"], Many, &[
        Field("text", Must, Translated),
        BASIS,
        LON,
        LAT,
    ]),
    Kind("places.toml", &["place"], Many, &[
        ID,
        Field("kind", Must, Text),
        Field("name", Must, Text),
        Field("exonym", May, Translated),
        Field("today", May, Text),
        Field("language", May, TONGUES),
        LON,
        LAT,
        Field("rank", Must, Number(1.0, 5.0)),
        Field("country", Must, Text),
    ]),
    Kind("regions.toml", &["region"], Many, &[
        ID,
        Field("name", Must, Translated),
        Field("kind", Must, Word("home, state, mountains")),
        LON,
        LAT,
        Field("slope", Must, Number(-90.0, 90.0)),
    ]),
    Kind("sources.toml", &["source"], Many, &[
        ID,
        Field("title", Must, Translated),
        Field("url", May, Text),
    ]),
    Kind("routes.toml", &["route"], Many, &[
        ID,
        Field("army", Must, Text),
        Field("kind", Must, Word("ground, airborne, airlift, waiting")),
        BASIS,
        CONFIDENCE,
        SOURCES,
        Field("formation", Must, Translated),
        Field("objective", May, Translated),
        Field("note", May, Translated),
        Field("landings", May, Texts),
        Field("interval_seconds", May, Number(1.0, 3600.0)),
        Field("aircraft", May, Number(1.0, 1000.0)),
    ]),
    Kind("routes.toml", &["route", "waypoint"], Many, WAYPOINT),
    Kind("departures.toml", &["departure"], Many, &[
        ID,
        Field("army", May, Text),
        Field("kind", Must, Word("withdrawal, refugees")),
        BASIS,
        CONFIDENCE,
        SOURCES,
        Field("formation", Must, Translated),
        Field("note", May, Translated),
        Field("until", Must, Moment),
        Field("label", Must, Translated),
        Field("label_at", Must, Position),
    ]),
    Kind("departures.toml", &["departure", "waypoint"], Many, WAYPOINT),
    Kind("events.toml", &["event"], Many, &[
        ID,
        Field("when", Must, Moment),
        Field("precision", Must, PRECISIONS),
        Field("place", May, Text),
        Field("hand_out", May, Flag),
        BASIS,
        CONFIDENCE,
        SOURCES,
        Field("title", Must, Translated),
        Field("text", Must, Translated),
    ]),
    Kind("reactions.toml", &["reaction"], Many, &[
        ID,
        Field("group", Must, Word("home, states, invaders, organisations")),
        Field("stance", Must, STANCES),
        Field("article_stance", May, STANCES),
        Field("when", Must, Moment),
        Field("precision", Must, PRECISIONS),
        Field("dated", May, Flag),
        Field("place", May, Text),
        BASIS,
        CONFIDENCE,
        SOURCES,
        Field("state", May, Text),
        Field("figures", May, Translated),
        Field("name", Must, Translated),
        Field("official", May, Translated),
        Field("text", Must, Translated),
        Field("article", May, Translated),
    ]),
    Kind("chapters.toml", &["chapter"], Many, &[
        ID,
        Field("act", Must, Text),
        Field("title", Must, Translated),
    ]),
    Kind("chapters.toml", &["chapter", "passage"], Many, &[
        ID,
        Field("at", May, Moment),
        Field("aside", May, Flag),
        Field("text", Must, Translated),
    ]),
    Kind("claims.toml", &["claim"], Many, &[
        ID,
        Field("verdict", Must, Word("confirmed, imprecise, disputed, contradicted, unverified")),
        Field("told", May, Text),
        Field("housekeeping", May, Flag),
        SOURCES,
        Field("general_knowledge", May, Flag),
        Field("also", May, Texts),
        Field("article", Must, Translated),
        Field("record", Must, Translated),
    ]),
    Kind("sights.toml", &["sight"], Many, &[
        ID,
        Field("kind", Must, Word("meeting, exercise, troops, radio, protest, shooting, politics")),
        Field("place", Must, Text),
        Field("from", Must, Moment),
        Field("until", Must, Moment),
        BASIS,
        CONFIDENCE,
        SOURCES,
        Field("event", May, Text),
        Field("label", Must, Translated),
    ]),
    Kind("films.toml", &["film"], Many, &[
        ID,
        Field("original", Must, Text),
        Field("original_language", Must, TONGUES),
        Field("year", Must, Number(1968.0, 2100.0)),
        Field("director", Must, Text),
        Field("writer", May, Translated),
        Field("producer", May, Text),
        BASIS,
        SOURCES,
        Field("claims", May, Texts),
        Field("title", Must, Translated),
        Field("country", Must, Translated),
        Field("kind", Must, Translated),
        Field("text", Must, Translated),
        Field("shows", Must, Translated),
        Field("article", May, Translated),
    ]),
    Kind("then_and_now.toml", &["state"], Many, &[
        Field("army", Must, Text),
        SOURCES,
        Field("then", Must, Translated),
        Field("turn", Must, Translated),
        Field("today", Must, Translated),
    ]),
    Kind("corrections.toml", &["correction"], Many, &[
        Field("date", Must, Moment),
        SOURCES,
        Field("what", Must, Translated),
        Field("why", Must, Translated),
    ]),
    Kind("stills.toml", &["still"], Many, &[
        ID,
        Field("at", Must, Moment),
        Field("caption", Must, Translated),
    ]),
    Kind("questions.toml", &["question"], Many, &[
        ID,
        Field("answered_by", May, Texts),
        Field("text", Must, Translated),
    ]),
];
