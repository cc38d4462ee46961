//! Where the words beside signs on the map have room: those of sights and of the ways out.
//!
//! Unlike towns' names they come and go with the clock. They give way to every name that stands, and to each other
//! in the order in which they are given; one that finds no room is left out, its sign stays.

use crate::labels::{Frame, Labelled, Reserved, text_width};
use crate::story::{MapBox, Place, Vertex};

/// Height of the words in CSS pixels.
const HEIGHT: f64 = 14.0;
/// Space between the spot and its words beside it, and how far they rise or sink, in CSS pixels.
const ASIDE: f64 = 11.0;
const RISE: f64 = 15.0;

/// Words that look for room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// The spot.
    pub at: Vertex,
    /// Width of the words in CSS pixels.
    pub width: f64,
}

/// Where words stand, seen from their spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    /// To the right.
    Right,
    /// To the right and lower: under a town's name.
    LowerRight,
    /// To the right and higher.
    UpperRight,
    /// To the left.
    Left,
    /// To the left and lower.
    LowerLeft,
    /// To the left and higher.
    UpperLeft,
}

impl Corner {
    /// In order of preference.
    const ALL: [Self; 6] = [
        Self::Right,
        Self::LowerRight,
        Self::UpperRight,
        Self::Left,
        Self::LowerLeft,
        Self::UpperLeft,
    ];

    /// The name used in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::LowerRight => "lower-right",
            Self::UpperRight => "upper-right",
            Self::Left => "left",
            Self::LowerLeft => "lower-left",
            Self::UpperLeft => "upper-left",
        }
    }

    /// The rectangle of words of some width.
    fn frame(self, note: &Note, scale: f64) -> Frame {
        let (x, y) = (f64::from(note.at.0) * scale, f64::from(note.at.1) * scale);
        let left = match self {
            Self::Right | Self::LowerRight | Self::UpperRight => x + ASIDE,
            _ => x - ASIDE - note.width,
        };
        let middle = match self {
            Self::LowerRight | Self::LowerLeft => y + RISE,
            Self::UpperRight | Self::UpperLeft => y - RISE,
            _ => y,
        };
        Frame::new(
            left,
            middle - HEIGHT / 2.0,
            left + note.width,
            middle + HEIGHT / 2.0,
        )
    }
}

/// The rectangles that stand already: names of armies and states, counts of landings, towns with dot and name.
pub fn taken(places: &[Place], labels: &[Labelled], reserved: Reserved, scale: f64) -> Vec<Frame> {
    let named = places
        .iter()
        .zip(labels)
        .filter_map(|(place, label)| match label {
            Labelled::Named(side) => {
                Some(Frame::of(place.at?, text_width(place.name), *side, scale))
            }
            Labelled::Hidden => None,
        });
    let Reserved { armies, others } = reserved;
    armies.into_iter().chain(others).chain(named).collect()
}

/// Finds room for each note, `None` where there is none. `scale` is CSS pixels per map unit, zoom included.
pub fn place_notes(
    notes: &[Note],
    mut taken: Vec<Frame>,
    scale: f64,
    window: Option<MapBox>,
) -> Vec<Option<Corner>> {
    let edge = window.map(|w| Frame::around(w, scale));
    notes
        .iter()
        .map(|note| {
            let free = |frame: &Frame| {
                edge.is_none_or(|edge| frame.lies_in(&edge))
                    && !taken.iter().any(|t| t.touches(frame))
            };
            let found = Corner::ALL
                .into_iter()
                .map(|corner| (corner, corner.frame(note, scale)))
                .find(|(_, frame)| free(frame));
            found.map(|(corner, frame)| {
                taken.push(frame);
                corner
            })
        })
        .collect()
}
