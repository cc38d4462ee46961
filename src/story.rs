//! The story as data: what the content files say, checked and compiled in by the build script.
//!
//! Everything is `'static`; the page parses nothing. Lengths and positions are in map units (250 m).

mod route;

use crate::daylight::Light;
use crate::evidence::{Basis, Confidence, Stance};
use crate::moment::{Moment, Precision};
use crate::projection::MapPoint;
use crate::timeline::Timeline;
use crate::words::Text;

pub use route::{Kind, Landings, Leg, Route, Station};

/// All that the page knows.
#[derive(Debug)]
pub struct Story {
    /// The scrubber's scale.
    pub timeline: Timeline,
    /// The moment at which the page opens.
    pub opening: Moment,
    /// The part of the map that every screen shows.
    pub view: MapBox,
    /// The five armies.
    pub armies: &'static [Army],
    /// Towns, crossings, airfields, seats of government.
    pub places: &'static [Place],
    /// The axes of entry, by both tellings.
    pub routes: &'static [Route],
    /// What happened, in order.
    pub events: &'static [Event],
    /// Who said and did what about it, in the order of the panels.
    pub reactions: &'static [Reaction],
    /// The paragraphs of the story, in reading order.
    pub passages: &'static [Passage],
    /// What stands on the map for a while, in order of time.
    pub sights: &'static [Sight],
    /// The moments at which the light on the map changes; before the first it is day.
    pub lights: &'static [(Moment, Light)],
    /// Names of states and mountains on the map.
    pub regions: &'static [Region],
}

/// A rectangle of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapBox {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl MapBox {
    /// What a window of some CSS pixels shows when this box is centred in it.
    pub fn grown_to(&self, (width, height): (f64, f64), scale: f64) -> Self {
        let (w, h) = (width / scale, height / scale);
        Self {
            x: self.x + (self.width - w) / 2.0,
            y: self.y + (self.height - h) / 2.0,
            width: w,
            height: h,
        }
    }
}

/// One of the five armies.
#[derive(Debug)]
pub struct Army {
    /// Its name in the content; also the key of its colour, dash and arrowhead.
    pub id: &'static str,
    /// What it is called on the map.
    pub name: Text,
    /// Path data of its arrowhead: pointing right, about 14 CSS pixels long, its middle at 0,0.
    pub arrowhead: &'static str,
    /// From this moment its ways into the country are no longer drawn: ways out and garrisons take their place.
    pub left: Moment,
    /// Where its name stands on the map.
    pub labels: &'static [ArmyLabel],
}

/// An army's name beside its columns.
#[derive(Debug)]
pub struct ArmyLabel {
    /// Words beside the arrowhead.
    pub text: Text,
    /// Position of the arrowhead.
    pub at: Vertex,
    /// The telling it belongs to.
    pub basis: Basis,
}

/// A town, crossing, airfield or building.
#[derive(Debug)]
pub struct Place {
    /// Its name in the content.
    pub id: &'static str,
    /// Its official local name in 1968, in Latin letters.
    pub name: &'static str,
    /// Position on the map, if it lies there.
    pub at: Option<Vertex>,
    /// 1 (great city) to 4 (village); 5 is a building, never labelled.
    pub rank: u8,
    /// Whether it lies in Czechoslovakia.
    pub home: bool,
    /// The language of its local name as a BCP 47 tag; empty where that is not one.
    pub language: &'static str,
}

impl Place {
    /// Whether it may be named on the map.
    pub const fn is_town(&self) -> bool {
        self.rank < 5
    }
}

/// The name of a state, a land or mountains.
#[derive(Debug)]
pub struct Region {
    /// The name, in capitals when a state's.
    pub name: Text,
    /// Centre of the name.
    pub at: Vertex,
    /// What it names.
    pub kind: RegionKind,
    /// Slope of the letters in degrees, clockwise.
    pub slope: i16,
}

/// What a name on the map stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionKind {
    /// Czechoslovakia.
    Home,
    /// Another state.
    State,
    /// Mountains.
    Mountains,
}

/// A point of a line, in whole map units.
pub type Vertex = (i16, i16);

/// The vertex as a point.
pub fn point(vertex: Vertex) -> MapPoint {
    MapPoint {
        x: f64::from(vertex.0),
        y: f64::from(vertex.1),
    }
}

/// Something that happened.
#[derive(Debug)]
pub struct Event {
    /// Its name in the content and in the markup.
    pub id: &'static str,
    /// When; see `precision` for what may be shown of it.
    pub at: Moment,
    /// How exactly that is known.
    pub precision: Precision,
    /// Index of its place.
    pub place: Option<usize>,
    /// The telling it belongs to.
    pub basis: Basis,
    /// A short statement.
    pub title: Text,
}

/// What a state, a movement or people said and did.
#[derive(Debug)]
pub struct Reaction {
    /// Its name in the content and in the markup (`reaction-<id>`).
    pub id: &'static str,
    /// The panel it stands in.
    pub group: Group,
    /// Where the record has it stand.
    pub stance: Stance,
    /// Where the article has it stand, if the article speaks of it.
    pub article_stance: Option<Stance>,
    /// When the entry appears.
    pub appears: Moment,
    /// Index of its place.
    pub place: Option<usize>,
    /// The state's code on the world map, for a state that existed in 1968.
    pub state: Option<&'static str>,
}

/// A paragraph of the story.
#[derive(Debug)]
pub struct Passage {
    /// Its name in the content and in the markup (`passage-<id>`).
    pub id: &'static str,
    /// Its chapter's name (`chapter-<id>`).
    pub chapter: &'static str,
    /// The moment it belongs to, if to one.
    pub at: Option<Moment>,
    /// Whether it stands beside the thread that the clock follows through the story, as overviews and what is
    /// told by theme do: it is marked in its time, but the page does not go there by itself.
    pub aside: bool,
}

/// What stands on the map at a place for a while: a meeting, troops, a station on the air.
#[derive(Debug)]
pub struct Sight {
    /// Its name in the content and in the markup (`sight-<id>`).
    pub id: &'static str,
    /// Index of its place.
    pub place: usize,
    /// When it is first shown.
    pub from: Moment,
    /// From this moment it is no longer shown.
    pub until: Moment,
    /// The telling it belongs to.
    pub basis: Basis,
}

/// The four panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// People and institutions of Czechoslovakia.
    Home,
    /// Other states.
    States,
    /// Inside the invading countries.
    Invaders,
    /// The United Nations, parties, alliances.
    Organisations,
}

impl Group {
    /// The panels in order.
    pub const ALL: [Self; 4] = [
        Self::Home,
        Self::States,
        Self::Invaders,
        Self::Organisations,
    ];

    /// The name used in the content and in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::States => "states",
            Self::Invaders => "invaders",
            Self::Organisations => "organisations",
        }
    }
}

/// The story, written by the build script from `src/content/`.
#[allow(
    clippy::all,
    missing_docs,
    reason = "the build script writes it; what it holds is said at the types"
)]
mod compiled {
    use super::*;
    use crate::timeline::{Act, Knot};
    include!(concat!(env!("OUT_DIR"), "/story.rs"));
}
pub use compiled::STORY;
