//! The page left alone in a museum or a school: it plays, begins again at its end, and leaves the clock to whoever
//! comes, until nobody has touched anything for a while.
//!
//! Pure steps: time is an argument, in milliseconds of any clock that only goes forward.

/// How long the end of the story stands before it begins again.
pub const STAND_AT_END_MS: f64 = 6_000.0;
/// How long the clock may stand untouched until the page begins again for the next visitor.
pub const IDLE_MS: f64 = 90_000.0;

/// Who has the clock, and since when nothing has happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kiosk {
    /// Whether somebody has touched the page since it last began.
    visited: bool,
    /// When the clock last moved or was touched.
    since: f64,
}

impl Kiosk {
    /// A page that has just begun.
    pub fn begun(now: f64) -> Self {
        Self {
            visited: false,
            since: now,
        }
    }

    /// Somebody has touched it.
    pub fn touched(self, now: f64) -> Self {
        Self {
            visited: true,
            since: now,
        }
    }

    /// The kiosk at a later moment, and whether the story is to begin anew. Who started it himself is not
    /// interrupted: while it plays, nobody is idle.
    pub fn after(self, now: f64, playing: bool) -> (Self, bool) {
        if playing {
            return (Self { since: now, ..self }, false);
        }
        let patience = if self.visited {
            IDLE_MS
        } else {
            STAND_AT_END_MS
        };
        if now - self.since >= patience {
            (Self::begun(now), true)
        } else {
            (self, false)
        }
    }
}
