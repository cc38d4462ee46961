//! How much may move while the story plays.

/// What the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Motion {
    /// As the reader's system asks.
    #[default]
    Auto,
    /// The story steps from event to event.
    Less,
    /// The story flows, whatever the system asks.
    Full,
}

impl Motion {
    /// The choices in order.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Less, Self::Full];

    /// The name used in the markup and in the browser's memory.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Less => "less",
            Self::Full => "full",
        }
    }

    /// The choice of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.key() == key)
    }

    /// Whether the story steps, when the system does or does not ask for less motion.
    pub const fn steps(self, system_asks: bool) -> bool {
        match self {
            Self::Auto => system_asks,
            Self::Less => true,
            Self::Full => false,
        }
    }
}
