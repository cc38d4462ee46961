//! What the address says: `#t=1968-08-20T23:00&basis=article&theme=dark`.
//!
//! Two stages: [`read`] takes what was written and refuses what it does not understand; the
//! [`Address`] that comes out cannot be wrong.

use crate::evidence::Telling;
use crate::language::Language;
use crate::moment::Moment;
use crate::timeline::Timeline;
use crate::words::replaced;

/// Longest address that is looked at, in bytes; what follows is noise.
const LONGEST: usize = 1_000;

/// The page's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Paper.
    Light,
    /// Slate.
    Dark,
}

impl Theme {
    /// The themes in order.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The name used in the address and in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.key() == key)
    }
}

/// Which parts of the page are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// All.
    #[default]
    Full,
    /// Map and clock.
    Map,
    /// Clock and panels.
    Reactions,
}

impl View {
    /// The views in order.
    pub const ALL: [Self; 3] = [Self::Full, Self::Map, Self::Reactions];

    /// The name used in the address and in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Map => "map",
            Self::Reactions => "reactions",
        }
    }
}

/// How the page is shown to a room; a page to read has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Map and clock alone, in large type, led by somebody.
    Present,
    /// The same, left alone: it plays, begins again, and forgets who was there.
    Kiosk,
}

impl Mode {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Present, Self::Kiosk];

    /// The name used in the address and in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Kiosk => "kiosk",
        }
    }
}

/// The names of the address, all in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The moment.
    Moment,
    /// The telling.
    Basis,
    /// The colours.
    Theme,
    /// The parts shown.
    View,
    /// The language.
    Language,
    /// An act, whose first moment is meant.
    Act,
    /// A part of the page.
    Show,
    /// How it is shown to a room.
    Mode,
}

impl Key {
    const ALL: [Self; 8] = [
        Self::Act,
        Self::Show,
        Self::Mode,
        Self::Moment,
        Self::Basis,
        Self::Theme,
        Self::View,
        Self::Language,
    ];

    /// The name as written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moment => "t",
            Self::Basis => "basis",
            Self::Theme => "theme",
            Self::View => "view",
            Self::Language => "lang",
            Self::Act => "act",
            Self::Show => "show",
            Self::Mode => "mode",
        }
    }
}

/// What an address asks for; `None` where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Address {
    /// The moment, within the story.
    pub at: Option<Moment>,
    /// The telling.
    pub telling: Option<Telling>,
    /// The colours.
    pub theme: Option<Theme>,
    /// The parts shown.
    pub view: Option<View>,
    /// The language.
    pub language: Option<Language>,
    /// Index of the act.
    pub act: Option<usize>,
    /// The id of a part of the page: small letters and capitals, digits, hyphens. Whether there is such a part
    /// only the page knows.
    pub show: Option<String>,
    /// How the page is shown to a room.
    pub mode: Option<Mode>,
}

/// Reads what an address asks for: behind the `#` and, for frames, behind the `?`, where the former overrules the latter.
/// Unknown names are ignored; known names with a value that cannot be used are returned beside what could be. A `#?` is
/// WordPress's, which keeps a secret of its own there.
pub fn read(query: &str, hash: &str, timeline: &Timeline) -> (Address, Vec<Key>) {
    let mut address = Address::default();
    let mut refused = Vec::new();
    let query = within_reach(query.trim_start_matches('?'));
    let hash = match hash.trim_start_matches('#') {
        secret if secret.starts_with('?') => "",
        hash => within_reach(hash),
    };
    for pair in query.split('&').chain(hash.split('&')) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(key) = Key::ALL.into_iter().find(|k| k.name() == name) else {
            continue;
        };
        let understood = match key {
            Key::Moment => {
                // Browsers may write the colon as %3A.
                let value = replaced(&replaced(value, '%', "3A", ":"), '%', "3a", ":");
                let moment = Moment::parse(&value);
                address.at = moment.filter(|&m| m == timeline.clamp(m));
                address.at.is_some()
            }
            Key::Basis => {
                address.telling = Telling::from_key(value);
                address.telling.is_some()
            }
            Key::Theme => {
                address.theme = Theme::from_key(value);
                address.theme.is_some()
            }
            Key::View => {
                address.view = View::ALL.into_iter().find(|v| v.key() == value);
                address.view.is_some()
            }
            Key::Act => {
                address.act = timeline.acts.iter().position(|act| act.id == value);
                address.act.is_some()
            }
            Key::Show => {
                address.show = is_id(value).then(|| value.to_owned());
                address.show.is_some()
            }
            Key::Mode => {
                address.mode = Mode::ALL.into_iter().find(|m| m.key() == value);
                address.mode.is_some()
            }
            Key::Language => {
                address.language = Language::from_tag(value);
                address.language.is_some()
            }
        };
        if !understood && !refused.contains(&key) {
            refused.push(key);
        }
    }
    (address, refused)
}

/// Whether a part of the page can bear this id.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The pairs that fit into [`LONGEST`] bytes; one that does not fit whole might say something else.
fn within_reach(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let cut = text.bytes().take(LONGEST).rposition(|b| b == b'&');
    cut.and_then(|end| text.get(..end)).unwrap_or("")
}

/// Writes an address, with its `#`; [`read`] gives the same back, to the minute.
pub fn write(address: &Address) -> String {
    let mut text = String::from("#");
    let mut add = |key: Key, value: &str| {
        if text.len() > 1 {
            text.push('&');
        }
        text.push_str(key.name());
        text.push('=');
        text.push_str(value);
    };
    if let Some(at) = address.at {
        add(Key::Moment, &at.iso());
    }
    if let Some(view) = address.view {
        add(Key::View, view.key());
    }
    if let Some(language) = address.language {
        add(Key::Language, language.tag());
    }
    if let Some(theme) = address.theme {
        add(Key::Theme, theme.key());
    }
    if let Some(telling) = address.telling {
        add(Key::Basis, telling.key());
    }
    if let Some(mode) = address.mode {
        add(Key::Mode, mode.key());
    }
    if let Some(show) = &address.show {
        add(Key::Show, show);
    }
    text
}
