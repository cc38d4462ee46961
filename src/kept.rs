//! What the browser has kept from the last visit: the colours, how much moves, and whether single signs act as keys.
//!
//! Two stages, as for the address: [`read`] takes what was written and refuses what it does not understand; what is
//! [`Kept`] cannot be wrong. Another version of this page, or another page of the same site, may have written anything.

use crate::address::Theme;
use crate::motion::Motion;

/// The names under which something is kept, all in one place; the head of the page reads the first two as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The colours.
    Theme,
    /// How much moves.
    Motion,
    /// That single signs do not act.
    NoSigns,
}

impl Key {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Theme, Self::Motion, Self::NoSigns];

    /// The name as written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "five-armies:theme",
            Self::Motion => "five-armies:motion",
            Self::NoSigns => "five-armies:no-sign-keys",
        }
    }
}

/// What was kept; the default is that of a first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Kept {
    /// The colours.
    pub theme: Option<Theme>,
    /// How much moves.
    pub motion: Option<Motion>,
    /// Whether single signs, letters and digits, are no keys.
    pub no_signs: bool,
}

/// What stands under [`Key::NoSigns`]; otherwise nothing does.
const NO_SIGNS: &str = "true";

/// Reads what is written under the keys. A value that cannot be used is as good as none: the reader has not asked for
/// it now, so nothing is said, and it stays where it is, because a newer version of the page may know it.
pub fn read(written: impl Fn(Key) -> Option<String>) -> Kept {
    Kept {
        theme: written(Key::Theme).and_then(|value| Theme::from_key(&value)),
        motion: written(Key::Motion).and_then(|value| Motion::from_key(&value)),
        no_signs: written(Key::NoSigns).is_some_and(|value| value == NO_SIGNS),
    }
}

impl Kept {
    /// What is to be written under a key; `None` when nothing is to stand there.
    pub fn value(&self, key: Key) -> Option<&'static str> {
        match key {
            Key::Theme => self.theme.map(Theme::key),
            Key::Motion => self.motion.map(Motion::key),
            Key::NoSigns => self.no_signs.then_some(NO_SIGNS),
        }
    }
}
