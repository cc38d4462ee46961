//! What keys mean. One table: the browser's edge acts by it, and the list that readers open with `?` is written from it.
//!
//! Keys with Ctrl, Alt or Meta are the browser's and the reader's. Shift counts as such a key only with letters and
//! named keys: on many keyboards digits and signs cannot be typed without it.

mod table;

use crate::camera::Look;
use crate::neighbours::Way;
use crate::playback::Command;

pub use table::{BINDINGS, Binding, Chapter, Line};

/// A key that goes down, as the browser tells of it.
#[derive(Clone, Copy, Debug)]
pub struct Pressed<'a> {
    /// Its name: `KeyboardEvent.key`.
    pub key: &'a str,
    /// Whether Shift is down.
    pub shift: bool,
    /// Whether Ctrl, Alt or Meta is down.
    pub modified: bool,
    /// Whether it has been down for a while and the browser repeats it.
    pub held: bool,
    /// Whether it belongs to a sign that is being put together, or somebody else has answered it.
    pub taken: bool,
}

/// The part of the page in which the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The map, its buttons, the card.
    Map,
    /// The clock and its controls.
    Clock,
    /// The text, and nowhere in particular.
    Text,
}

/// What the focus is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// Nothing that has keys of its own.
    Nothing,
    /// A button, a link, a summary: Space and Enter press it.
    Button,
    /// A radio button or tick box: all but Escape is its own.
    Choice,
    /// A field for text or a list to choose from: every key is its own.
    Field,
    /// The map as a whole.
    Stage,
    /// A town, a column or a sight on the map.
    Thing,
    /// The scrubber.
    Scrubber,
}

/// Where a key finds the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The part of the page.
    pub region: Region,
    /// What in it.
    pub on: On,
    /// Whether the page is presented.
    pub presenting: bool,
    /// Whether letters, digits and signs act: a reader may have turned that off.
    pub signs: bool,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Act {
    /// Something of the player.
    Send(Command),
    /// Go to the act of this index.
    GoToAct(usize),
    /// Something of the camera.
    Look(Look),
    /// Go to the next thing on the map.
    Walk(Way),
    /// Choose the thing on the map that has the focus.
    Choose,
    /// Put the focus on the map.
    Map,
    /// Put the focus on the reactions; while presenting, lay them over the map or take them away.
    Reactions,
    /// Show the keys.
    Help,
    /// Begin presenting.
    Present,
    /// While presenting: black screen, and back.
    Blank,
    /// Close the innermost that is open.
    Close,
}

impl Act {
    /// Whether a key that is held down does it again and again; what goes back and forth is done once.
    fn goes_on(&self) -> bool {
        match self {
            Self::Send(command) => *command != Command::Toggle,
            Self::Look(_) | Self::Walk(_) => true,
            _ => false,
        }
    }
}

/// What a key asks for there; `None` leaves it to the browser.
pub fn meaning(pressed: Pressed, focus: Focus) -> Option<Act> {
    let Pressed {
        key,
        shift,
        modified,
        held,
        taken,
    } = pressed;
    if modified || taken || focus.on == On::Field {
        return None;
    }
    if focus.on == On::Choice && key != "Escape" {
        return None;
    }
    // A single sign, and Space, which is none.
    let mut signs = key.chars();
    let sign = signs.next().filter(|c| signs.next().is_none() && *c != ' ');
    if sign.is_some() && !focus.signs {
        return None;
    }
    // Other letters are no keys of ours, and to know them all would take tables.
    if shift && sign.is_none_or(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    // With Caps Lock a letter is a capital.
    let small = sign.map(|c| c.to_ascii_lowercase());
    let is_it = |name: &&&str| **name == key || (small.is_some() && name.chars().eq(small));
    let found = BINDINGS
        .iter()
        .find(|b| b.keys.iter().any(|name| is_it(&name)) && b.holds.at(focus));
    let act = found.map(|binding| binding.act);
    act.filter(|act| !held || act.goes_on())
}
