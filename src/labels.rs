//! Which town names fit on the map, and on which side of their dot.
//!
//! Greedy by rank: great cities choose first; a name that would touch one already placed tries the
//! other sides of its dot and is otherwise left out until the reader zooms in.

use crate::evidence::Telling;
use crate::story::{MapBox, Place, RegionKind, Route, Story, Vertex};
use crate::words::Words;

/// Height of a label in CSS pixels.
const HEIGHT: f64 = 15.0;
/// Space between a dot and its name, in CSS pixels.
const GAP: f64 = 6.0;

/// Below this scale, that of a telephone, the map speaks in few words: armies by their short names,
/// landings as bare numbers, no name across the country.
pub const FEW_WORDS: f64 = 0.19;
/// A count of landings ends so far to the left of its field, in CSS pixels.
const BEFORE_FIELD: f64 = 9.0;
/// Size of its letters, of that of towns' names.
const COUNT_SIZE: f64 = 0.92;
/// The letters of states' names stand apart: how much wider that makes them.
pub const LETTERS_APART: f64 = 1.5;
/// The zoom buttons in the window's upper right corner: width and height in CSS pixels, in a column
/// and, on a telephone, in a row.
const BUTTONS: [(f64, f64); 2] = [(64.0, 160.0), (136.0, 52.0)];

/// The side of the dot on which a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Beside it, to the right.
    Right,
    /// To the left.
    Left,
    /// Above.
    Above,
    /// Below.
    Below,
}

impl Side {
    /// In order of preference.
    pub const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Above, Self::Below];

    /// The name used in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Left => "left",
            Self::Above => "above",
            Self::Below => "below",
        }
    }

    /// How far from the dot the name begins, ends or has its middle: to the right and down, as lengths for SVG.
    pub const fn offset(self) -> (&'static str, &'static str) {
        match self {
            Self::Right => (".48em", ".32em"),
            Self::Left => ("-.48em", ".32em"),
            Self::Above => ("0", "-.56em"),
            Self::Below => ("0", "1.28em"),
        }
    }
}

/// What becomes of a place on the map at a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labelled {
    /// Neither dot nor name.
    Hidden,
    /// Dot and name.
    Named(Side),
}

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Frame {
    /// The rectangle between these edges.
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// A box of the map.
    pub fn around(map: MapBox, scale: f64) -> Self {
        Self {
            left: map.x * scale,
            top: map.y * scale,
            right: (map.x + map.width) * scale,
            bottom: (map.y + map.height) * scale,
        }
    }

    /// The rectangle of a dot and a name of some width beside it.
    pub fn of(at: Vertex, width: f64, side: Side, scale: f64) -> Self {
        let (x, y) = (f64::from(at.0) * scale, f64::from(at.1) * scale);
        let (left, right) = match side {
            Side::Right => (x - GAP, x + GAP + width),
            Side::Left => (x - GAP - width, x + GAP),
            Side::Above | Side::Below => (x - width / 2.0, x + width / 2.0),
        };
        let (top, bottom) = match side {
            Side::Right | Side::Left => (y - HEIGHT / 2.0, y + HEIGHT / 2.0),
            Side::Above => (y - GAP - HEIGHT, y + GAP),
            Side::Below => (y - GAP, y + GAP + HEIGHT),
        };
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// The same, its lower edge some pixels lower.
    fn lowered(self, by: f64) -> Self {
        Self {
            bottom: self.bottom + by,
            ..self
        }
    }

    /// Whether it lies within another.
    pub fn lies_in(&self, other: &Self) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }

    /// Whether it shares room with another.
    pub fn touches(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// What stands on the map whatever the towns do.
#[derive(Clone, Debug, PartialEq)]
pub struct Reserved {
    /// The armies' names: every town gives way to them.
    pub armies: Vec<Frame>,
    /// States' names and counts of landings: all but the great cities at home give way to them.
    pub others: Vec<Frame>,
}

/// What stands on the map whatever the towns do.
pub fn reserved(story: &Story, telling: Telling, words: Words, scale: f64) -> Reserved {
    let armies = story.armies.iter().flat_map(|army| {
        let told = army
            .labels
            .iter()
            .filter(move |l| telling.includes(l.basis));
        told.map(move |l| {
            let name = if scale < FEW_WORDS { army.name } else { l.text };
            Frame::of(l.at, text_width(words.say(name)) + GAP, Side::Right, scale)
        })
    });
    let few = scale < FEW_WORDS;
    // Room for the widest count: two lines under the field, or a number alone.
    let (width, top, bottom) = if few {
        (24.0, 6.0, 22.0)
    } else {
        (132.0, 3.0, 29.0)
    };
    let told = move |r: &&Route| telling.includes(r.basis);
    let fields = story.routes.iter().filter(told).filter_map(move |r| {
        let at = story.places.get(r.landings.as_ref()?.field)?.at?;
        let y = f64::from(at.1) * scale;
        let beside = Frame::of(at, width, Side::Left, scale);
        Some(Frame {
            top: y + top,
            bottom: y + bottom,
            right: beside.right - 2.0 * GAP,
            ..beside
        })
    });
    let shown = move |kind| kind == RegionKind::State || (kind == RegionKind::Home && !few);
    let states = story
        .regions
        .iter()
        .filter(move |r| shown(r.kind))
        .map(|r| {
            let width = text_width(words.say(r.name)) * LETTERS_APART;
            Frame::of(r.at, width, Side::Above, scale).lowered(GAP)
        });
    Reserved {
        armies: armies.collect(),
        others: fields.chain(states).collect(),
    }
}

/// Chooses, for each place, whether and where it is named. `scale` is CSS pixels per map unit,
/// zoom included; names give way to what is `reserved` and stay within `window`, if one is given.
pub fn place_labels(
    places: &[Place],
    reserved: Reserved,
    scale: f64,
    window: Option<MapBox>,
) -> Vec<Labelled> {
    let Reserved {
        armies: mut taken,
        mut others,
    } = reserved;
    let mut result = vec![Labelled::Hidden; places.len()];
    let lowest = lowest_rank(scale);
    let edge = window.map(|w| Frame::around(w, scale));
    let [column, row] = BUTTONS;
    let buttons = if scale < FEW_WORDS { row } else { column };
    if let Some(edge) = edge {
        taken.push(Frame {
            left: edge.right - buttons.0,
            bottom: edge.top + buttons.1,
            ..edge
        });
    }
    for rank in 1..=lowest {
        // Towns at home go before towns abroad: they are what the story is about.
        for home in [true, false] {
            if (rank, home) != (1, true) {
                taken.append(&mut others);
            }
            for (place, slot) in places.iter().zip(&mut result) {
                let allowed = if home {
                    lowest
                } else {
                    lowest.saturating_sub(1).max(1)
                };
                if place.rank != rank || place.home != home || rank > allowed {
                    continue;
                }
                let Some(at) = place.at else { continue };
                let wanted = Side::ALL
                    .map(|side| (side, Frame::of(at, text_width(place.name), side, scale)));
                let free = wanted.into_iter().find(|(_, frame)| {
                    edge.is_none_or(|edge| frame.lies_in(&edge))
                        && !taken.iter().any(|t| t.touches(frame))
                });
                if let Some((side, frame)) = free {
                    taken.push(frame);
                    *slot = Labelled::Named(side);
                }
            }
        }
    }
    result
}

/// The lowest rank of town shown at a scale in CSS pixels per map unit (250 m).
fn lowest_rank(scale: f64) -> u8 {
    match scale {
        s if s < 0.16 => 2,
        s if s < 0.45 => 3,
        _ => 4,
    }
}

/// Whether a count of landings can be said in words: whether there is room for them between the field and the left edge
/// of what every screen shows.
pub fn has_room_for_count(story: &Story, field: Vertex, count: &str, scale: f64) -> bool {
    let room = (f64::from(field.0) - story.view.x) * scale - BEFORE_FIELD;
    scale >= FEW_WORDS && text_width(count) * COUNT_SIZE <= room
}

/// Width of a name in CSS pixels at the map's 12.5 px, from the mean widths of the map's sans;
/// right to a tenth, which is what collisions need.
pub fn text_width(text: &str) -> f64 {
    let ems: f64 = text
        .chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 'í' | 'ľ' | 'I' | '.' | ',' | '-' | ' ' | '\'' => 0.29,
            'f' | 'r' | 't' | 'ř' | 'ť' | '(' | ')' => 0.39,
            'm' | 'w' | 'M' | 'W' => 0.87,
            c if c.is_uppercase() => 0.68,
            _ => 0.57,
        })
        .sum();
    ems * 12.5
}
