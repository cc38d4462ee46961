//! Which town names fit on the map, and on which side of their dot.
//!
//! Greedy by rank: great cities choose first; a name that would touch one already placed tries the
//! other sides of its dot and is otherwise left out until the reader zooms in.

use crate::story::{ArmyLabel, Place, Vertex};

/// Height of a label in CSS pixels.
const HEIGHT: f64 = 15.0;
/// Space between a dot and its name, in CSS pixels.
const GAP: f64 = 6.0;

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
    const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Above, Self::Below];

    /// The name used in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Left => "left",
            Self::Above => "above",
            Self::Below => "below",
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
#[derive(Clone, Copy, Debug)]
struct Frame {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Frame {
    fn touches(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Chooses, for each place, whether and where it is named. `scale` is CSS pixels per map unit,
/// zoom included; `reserved` are the armies' names, which towns give way to.
pub fn place_labels<'a>(
    places: &[Place],
    reserved: impl Iterator<Item = (&'a ArmyLabel, &'a str)>,
    scale: f64,
) -> Vec<Labelled> {
    let mut taken: Vec<Frame> = reserved
        .map(|(label, text)| frame(label.at, text, Side::Right, scale))
        .collect();
    let mut result = vec![Labelled::Hidden; places.len()];
    let lowest = lowest_rank(scale);
    for rank in 1..=lowest {
        // Towns at home go before towns abroad: they are what the story is about.
        for home in [true, false] {
            for (i, place) in places.iter().enumerate() {
                let allowed = if home { lowest } else { lowest.saturating_sub(1).max(1) };
                if place.rank != rank || place.home != home || rank > allowed {
                    continue;
                }
                let Some(at) = place.at else { continue };
                let free = Side::ALL.into_iter().find(|&side| {
                    let wanted = frame(at, place.name, side, scale);
                    taken.iter().all(|t| !t.touches(&wanted))
                });
                if let (Some(side), Some(slot)) = (free, result.get_mut(i)) {
                    taken.push(frame(at, place.name, side, scale));
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

/// The rectangle of dot and name.
fn frame(at: Vertex, name: &str, side: Side, scale: f64) -> Frame {
    let (x, y) = (f64::from(at.0) * scale, f64::from(at.1) * scale);
    let width = text_width(name);
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
    Frame { left, top, right, bottom }
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
