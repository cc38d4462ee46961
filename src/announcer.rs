//! When the page speaks through its one live region, and about what.
//!
//! A reader who listens hears one thing at a time: no sooner than three seconds after the last, the newest of what has
//! come up meanwhile, and nothing while the scrubber is moved, which speaks for itself. Pure: time is an argument.

use crate::evidence::Telling;
use crate::moment::Moment;

/// The least time between two remarks, in milliseconds; as long must the scrubber be still.
pub const APART_MS: f64 = 3_000.0;

/// What is worth saying. The words are found only when it is said, so that they are those of that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The clock has come to an event by itself.
    Event,
    /// The reader has moved the clock.
    Moved,
    /// The clock stands: a summary of the map.
    Map,
    /// The status line has something to say.
    Notice,
    /// The answer to a reader's question.
    Answer,
}

impl Remark {
    /// Whether the page owes it to what the reader has done: the mere passing of time does not drop that.
    const fn is_owed(self) -> bool {
        matches!(self, Self::Notice | Self::Answer)
    }
}

/// What of the page can be worth a remark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// Whether the story plays.
    pub playing: bool,
    /// Index of the current event.
    pub event: Option<usize>,
    /// The minute at which the clock stands; `None` while it runs.
    pub minute: Option<Moment>,
    /// The telling.
    pub telling: Telling,
}

impl Seen {
    /// What has come up since `before`: when the clock comes to stand, or the telling changes, the whole map; while it
    /// runs, each event; when it stood and stands elsewhere, where.
    pub fn news_since(&self, before: &Self) -> Option<Remark> {
        if (before.playing && !self.playing) || before.telling != self.telling {
            return Some(Remark::Map);
        }
        if self.playing {
            return (before.event != self.event).then_some(Remark::Event);
        }
        (before.minute != self.minute).then_some(Remark::Moved)
    }
}

/// What has been said and what waits. Times are milliseconds of any one clock.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Announcer {
    /// Before this nothing is said.
    silent_until: f64,
    /// Until this a change of the moment is the scrubber's.
    scrubbing_until: f64,
    /// Whether the scrubber is held.
    held: bool,
    waiting: Option<Remark>,
}

impl Announcer {
    /// Something has come up. It takes the place of what waits.
    #[must_use]
    pub fn hear(self, remark: Remark, now: f64) -> Self {
        let of_the_scrubber = self.held || now < self.scrubbing_until;
        let waiting = match (self.waiting, remark) {
            (Some(owed), Remark::Event | Remark::Moved) if owed.is_owed() => owed,
            // The scrubber has said the moment itself; once it rests, the map is what remains to be told.
            (_, Remark::Moved) if of_the_scrubber => Remark::Map,
            _ => remark,
        };
        Self {
            waiting: Some(waiting),
            ..self
        }
    }

    /// The scrubber was moved: what waited about the clock is out of date.
    #[must_use]
    pub fn scrub(self, now: f64) -> Self {
        Self {
            silent_until: self.silent_until.max(now + APART_MS),
            scrubbing_until: now + APART_MS,
            waiting: self.waiting.filter(|remark| remark.is_owed()),
            ..self
        }
    }

    /// The scrubber was taken hold of, or let go.
    #[must_use]
    pub fn hold(self, held: bool, now: f64) -> Self {
        let waiting = self.waiting;
        Self {
            held,
            waiting,
            ..self.scrub(now)
        }
    }

    /// What is to be said now, and the announcer that has said it.
    #[must_use]
    pub fn speak(self, now: f64) -> (Self, Option<Remark>) {
        if self.held || now < self.silent_until || self.waiting.is_none() {
            return (self, None);
        }
        let after = Self {
            silent_until: now + APART_MS,
            waiting: None,
            ..self
        };
        (after, self.waiting)
    }

    /// Whether the scrubber is held.
    pub const fn is_held(&self) -> bool {
        self.held
    }

    /// In how many milliseconds something is to be said; `None` when nothing waits, or the scrubber is held.
    pub fn waits(&self, now: f64) -> Option<f64> {
        (self.waiting.is_some() && !self.held).then(|| (self.silent_until - now).max(0.0))
    }
}
