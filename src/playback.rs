//! The player: a position on the story's scale and whether it runs.
//!
//! Pure steps: what the reader asks for is a [`Command`], time is an argument.

use crate::evidence::Telling;
use crate::moment::Moment;
use crate::scene::neighbour_event;
use crate::story::Story;

/// Milliseconds the whole story takes at [`Speed::Normal`].
const STORY_MS: f64 = 160_000.0;
/// Longest step of one frame in milliseconds: a tab that slept must not jump a day.
const LONGEST_FRAME_MS: f64 = 100.0;
/// How long one event stands when the story is stepped, in milliseconds at [`Speed::Normal`].
const STANDING_MS: f64 = 3_000.0;

/// How fast the story plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// Half as fast.
    Slow,
    /// The night in a minute and a half.
    Normal,
    /// Three times as fast.
    Fast,
}

impl Speed {
    /// The speeds in order.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    /// The name used in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Normal => "normal",
            Self::Fast => "fast",
        }
    }

    /// The speed of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    const fn factor(self) -> f64 {
        match self {
            Self::Slow => 0.5,
            Self::Normal => 1.0,
            Self::Fast => 3.0,
        }
    }
}

/// What a reader, a host page or a link asks of the player.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// Start if paused, pause if playing.
    Toggle,
    /// Start; from the opening when the story is at its end.
    Play,
    /// Stop where it is.
    Pause,
    /// Go to a moment.
    Seek(Moment),
    /// Go to a position, 0..=1.
    Drag(f64),
    /// Go to the next event of the telling and pause.
    NextEvent,
    /// Go to the previous event of the telling and pause.
    PreviousEvent,
    /// Go on (or back) by the act's small step, this many times.
    Nudge(i64),
    /// Choose a speed.
    SetSpeed(Speed),
    /// Move from event to event instead of flowing.
    SetStepping(bool),
}

/// The player's state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// Position on the scale, 0..=1.
    pub position: f64,
    /// Whether it runs.
    pub playing: bool,
    /// How fast.
    pub speed: Speed,
    /// Whether it steps from event to event (reduced motion).
    pub stepping: bool,
    /// Milliseconds the current event has stood, while stepping.
    stood: f64,
}

impl Playback {
    /// Paused at the story's opening.
    pub fn opening(story: &Story) -> Self {
        Self {
            position: story.timeline.position_of(story.opening),
            playing: false,
            speed: Speed::Normal,
            stepping: false,
            stood: 0.0,
        }
    }

    /// The moment it stands at.
    pub fn at(&self, story: &Story) -> Moment {
        story.timeline.moment_at(self.position)
    }

    /// The player after a command.
    pub fn after(self, command: Command, story: &Story, telling: Telling) -> Self {
        let here = self.at(story);
        let to = |moment: Moment| story.timeline.position_of(story.timeline.clamp(moment));
        match command {
            Command::Toggle if self.playing => Self {
                playing: false,
                ..self
            },
            Command::Toggle | Command::Play => {
                let position = if self.position >= 1.0 {
                    to(story.opening)
                } else {
                    self.position
                };
                Self {
                    position,
                    playing: true,
                    stood: 0.0,
                    ..self
                }
            }
            Command::Pause => Self {
                playing: false,
                ..self
            },
            Command::Seek(moment) => Self {
                position: to(moment),
                stood: 0.0,
                ..self
            },
            Command::Drag(position) => {
                let position = if position.is_nan() {
                    0.0
                } else {
                    position.clamp(0.0, 1.0)
                };
                Self {
                    position,
                    stood: 0.0,
                    ..self
                }
            }
            Command::NextEvent | Command::PreviousEvent => {
                let forward = command == Command::NextEvent;
                let found = neighbour_event(story, here, telling, forward);
                let target = found.and_then(|i| story.events.get(i)).map(|e| e.at);
                let end = if forward {
                    story.timeline.end()
                } else {
                    story.timeline.start()
                };
                Self {
                    position: to(target.unwrap_or(end)),
                    playing: false,
                    ..self
                }
            }
            Command::Nudge(times) => {
                let act = story.timeline.acts.get(story.timeline.act_at(here));
                let step = act.map_or(0, |a| a.step);
                Self {
                    position: to(Moment(here.0 + times * step)),
                    stood: 0.0,
                    ..self
                }
            }
            Command::SetSpeed(speed) => Self { speed, ..self },
            Command::SetStepping(stepping) => Self {
                stepping,
                stood: 0.0,
                ..self
            },
        }
    }

    /// The player after a frame of `ms` milliseconds.
    pub fn after_frame(self, ms: f64, story: &Story, telling: Telling) -> Self {
        if !self.playing {
            return self;
        }
        if self.position >= 1.0 {
            return Self {
                playing: false,
                ..self
            };
        }
        // What is no number counts as nothing.
        let ms = if ms.is_nan() { 0.0 } else { ms };
        let ms = ms.clamp(0.0, LONGEST_FRAME_MS) * self.speed.factor();
        if self.stepping {
            return self.after_standing(ms, story, telling);
        }
        let position = (self.position + ms / STORY_MS).min(1.0);
        Self {
            position,
            playing: position < 1.0,
            ..self
        }
    }

    /// While stepping: stands at an event, then goes to the next.
    fn after_standing(self, ms: f64, story: &Story, telling: Telling) -> Self {
        let stood = self.stood + ms;
        if stood < STANDING_MS {
            return Self { stood, ..self };
        }
        let next = self.after(Command::NextEvent, story, telling);
        Self {
            playing: next.position < 1.0,
            stood: 0.0,
            ..next
        }
    }
}
