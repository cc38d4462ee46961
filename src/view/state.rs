//! The page's state: a handful of signals, and what a reader may ask of them.

mod asked;
mod play;
mod show;
mod things;
mod wishes;

use leptos::prelude::*;

use super::live::memo;
pub use show::Show;
pub use things::Thing;

use crate::address::{Key, Theme, View};
use crate::camera::{Camera, Look};
use crate::changes::{changes, latest};
use crate::evidence::Telling;
use crate::labels::{Labelled, place_labels, reserved};
use crate::moment::Moment;
use crate::motion::Motion;
use crate::notes::{Corner, Note, place_notes, taken};
use crate::playback::{Command, Playback, Speed};
use crate::scene::{passage_at, passage_beside};
use crate::story::{MapBox, STORY, point};
use crate::words::Words;

/// The stage's size in CSS pixels that the host draws for: that of a window of 1440 by 900.
const HOST_SIZE: (f64, f64) = (864.0, 768.0);

/// What the status line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Nothing.
    None,
    /// The address named values that this page does not have.
    Refused(Vec<Key>),
    /// The choice of colours cannot be remembered.
    NotKept,
    /// The address asked for a part of the page that is not there.
    NoPlace,
    /// The long lists could not be loaded.
    NoLists,
    /// A new version of the page has been fetched and waits.
    NewVersion,
}

/// The part that the compact page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The map.
    Map,
    /// The story and all that is not about reactions.
    Story,
    /// The reactions and the world map.
    Reactions,
}

impl Tab {
    /// The name used in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Story => "story",
            Self::Reactions => "reactions",
        }
    }
}

/// The page's signals. `Copy`, so that every view can hold them all.
#[derive(Clone, Copy)]
pub struct Page {
    /// The texts, in the language the page was built in.
    words: Words,
    /// The player: no signal, so that a frame tells only what has changed.
    playback: StoredValue<Playback>,
    /// When anything but the columns under way changes.
    changes: StoredValue<Vec<Moment>>,
    /// Story position, 0..=1.
    pub position: RwSignal<f64>,
    /// Whether the story plays.
    pub playing: RwSignal<bool>,
    /// How fast.
    pub speed: RwSignal<Speed>,
    /// The telling.
    pub telling: RwSignal<Telling>,
    /// The colours.
    pub theme: RwSignal<Theme>,
    /// The parts shown.
    pub view: RwSignal<View>,
    /// What part of the map is in the window.
    pub camera: RwSignal<Camera>,
    /// Width and height of the stage, in CSS pixels.
    pub size: RwSignal<(f64, f64)>,
    /// CSS pixels per map unit at zoom 1.
    pub scale: Memo<f64>,
    /// The route whose card is open.
    pub picked: RwSignal<Option<usize>>,
    /// The reaction whose state is chosen, on the world map or in the panels.
    pub chosen: RwSignal<Option<usize>>,
    /// The passage that the reader has chosen: it holds until the clock moves on.
    pub read: RwSignal<Option<usize>>,
    /// Whether the story is kept in view while it plays: until the reader scrolls.
    pub following: RwSignal<bool>,
    /// Whether the address named the language.
    pub asked_language: RwSignal<bool>,
    /// Whether the page is the compact one, made for frames.
    pub framed: RwSignal<bool>,
    /// The part that the compact page shows.
    pub tab: RwSignal<Tab>,
    /// The address of the page around the frame, if that passes links on.
    pub host_address: RwSignal<Option<String>>,
    /// The place that is marked on the map.
    pub marked: RwSignal<Option<usize>>,
    /// The thing on the map to which arrow keys have brought the focus.
    pub walked: RwSignal<Option<Thing>>,
    /// The presentation.
    pub show: Show,
    /// What the status line says.
    pub notice: RwSignal<Notice>,
    /// Whether the reader has moved anything: only then is the address written.
    pub touched: RwSignal<bool>,
    /// Whether the map is in sight: the tab visible, the stage on screen.
    pub in_sight: RwSignal<bool>,
    /// How much the reader lets move.
    pub motion: RwSignal<Motion>,
    /// Whether the reader's system asks for less motion.
    pub system_calm: RwSignal<bool>,
    /// Whether the story steps from event to event.
    pub calm: Memo<bool>,
    /// The moment, to the second.
    pub at: RwSignal<Moment>,
    /// The moment of the latest change: whatever does not march asks for this, and then only when there is one.
    pub turn: RwSignal<Moment>,
    /// Index of the act.
    pub act: Memo<usize>,
    /// Index of the passage that the clock stands at.
    pub passage: Memo<Option<usize>>,
    /// Index of the passage beside the story's thread that belongs to the moment too.
    pub beside: Memo<Option<usize>>,
    /// The part of the map in the window, unless the reader has zoomed in.
    pub window: Memo<Option<MapBox>>,
    /// Which places are named on the map.
    pub labels: Memo<Vec<Labelled>>,
}

impl Page {
    /// A page at the story's opening.
    pub fn new(words: Words) -> Self {
        let playback = Playback::opening(&STORY);
        let changes = changes(&STORY);
        let turn = RwSignal::new(latest(&changes, playback.at(&STORY)));
        let camera = RwSignal::new(Camera::whole(STORY.view));
        let size = RwSignal::new(HOST_SIZE);
        let scale = memo(move || {
            let (width, height) = size.get();
            (width / STORY.view.width).min(height / STORY.view.height)
        });
        let telling = RwSignal::new(Telling::Record);
        let (motion, system_calm) = (RwSignal::new(Motion::Auto), RwSignal::new(false));
        let read: RwSignal<Option<usize>> = RwSignal::new(None);
        let passage = memo(move || read.get().or_else(|| passage_at(&STORY, turn.get())));
        // Zoomed in, names may run out of the window: the reader can move it.
        let window = memo(move || {
            let whole = camera.get().zoom <= 1.0;
            whole.then(|| {
                STORY
                    .view
                    .grown_to(size.get(), scale.get() * camera.get().zoom)
            })
        });
        let labels = memo(move || {
            let scale = scale.get() * camera.get().zoom;
            let reserved = reserved(&STORY, telling.get(), words, scale);
            place_labels(STORY.places, reserved, scale, window.get())
        });
        Self {
            words,
            playback: StoredValue::new(playback),
            changes: StoredValue::new(changes),
            position: RwSignal::new(playback.position),
            playing: RwSignal::new(playback.playing),
            speed: RwSignal::new(playback.speed),
            telling,
            theme: RwSignal::new(Theme::Auto),
            view: RwSignal::new(View::Full),
            camera,
            size,
            scale,
            picked: RwSignal::new(None),
            chosen: RwSignal::new(None),
            read,
            following: RwSignal::new(true),
            asked_language: RwSignal::new(false),
            framed: RwSignal::new(false),
            tab: RwSignal::new(Tab::Map),
            host_address: RwSignal::new(None),
            marked: RwSignal::new(None),
            walked: RwSignal::new(None),
            show: Show::none(),
            notice: RwSignal::new(Notice::None),
            touched: RwSignal::new(false),
            in_sight: RwSignal::new(true),
            motion,
            system_calm,
            calm: memo(move || motion.get().steps(system_calm.get())),
            at: RwSignal::new(playback.at(&STORY)),
            turn,
            act: memo(move || STORY.timeline.act_at(turn.get())),
            passage,
            beside: memo(move || passage_beside(&STORY, turn.get())),
            window,
            labels,
        }
    }

    /// The texts of the page's language.
    pub fn words(&self) -> Words {
        self.words
    }

    /// Moves the camera.
    pub fn look(&self, look: Look) {
        self.camera.update(|c| *c = c.after(look, STORY.view));
    }

    /// Chooses a telling.
    pub fn tell(&self, telling: Telling) {
        self.telling.set(telling);
        self.picked.set(None);
        self.touched.set(true);
    }

    /// Chooses colours, and keeps the choice for the next visit.
    pub fn paint(&self, theme: Theme) {
        self.theme.set(theme);
        self.touched.set(true);
        #[cfg(feature = "hydrate")]
        self.keep(crate::kept::Key::Theme);
    }

    /// Chooses how much moves, and keeps the choice for the next visit.
    pub fn move_by(&self, motion: Motion) {
        self.motion.set(motion);
        self.step();
        #[cfg(feature = "hydrate")]
        self.keep(crate::kept::Key::Motion);
    }

    /// Keeps a choice for the next visit, or says that the browser does not.
    #[cfg(feature = "hydrate")]
    fn keep(&self, key: crate::kept::Key) {
        let chosen = crate::kept::Kept {
            theme: Some(self.theme.get_untracked()),
            motion: Some(self.motion.get_untracked()),
            ..Default::default()
        };
        if crate::browser::memory::keep(key, &chosen).is_none() {
            self.notice.set(Notice::NotKept);
        }
    }

    /// Tells the player whether to step: the reader's choice or the system's wish has changed.
    pub fn step(&self) {
        self.command(Command::SetStepping(self.calm.get_untracked()));
    }

    /// The scrubber was moved.
    pub fn dragged(&self, event: &leptos::ev::Event) {
        #[cfg(feature = "hydrate")]
        if let Some(position) = crate::browser::wish::number_in(event) {
            self.send(Command::Drag(position));
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = event;
    }

    /// Marks a place and brings it into view; places off the map do nothing.
    pub fn show_place(&self, index: usize) {
        if self.mark_place(index).is_some() {
            self.tab.set(Tab::Map);
        }
    }

    /// Marks a place and moves the map to it, behind whichever tab is open; `None` for places off the map.
    pub fn mark_place(&self, index: usize) -> Option<()> {
        let at = STORY.places.get(index)?.at?;
        self.marked.set(Some(index));
        self.look(Look::Show(point(at)));
        Some(())
    }

    /// Where words beside signs on the map have room.
    pub fn room_for(&self, notes: &[Note]) -> Vec<Option<Corner>> {
        let scale = self.scale.get() * self.camera.get().zoom;
        let reserved = reserved(&STORY, self.telling.get(), self.words, scale);
        let taken = self
            .labels
            .with(|labels| taken(STORY.places, labels, reserved, scale));
        place_notes(notes, taken, scale, self.window.get())
    }

    /// The reader has come to a passage: the clock goes to its moment, if it has one.
    pub fn read_on(&self, passage: usize) {
        let at = STORY.passages.get(passage).and_then(|p| p.at);
        if let Some(at) = at {
            self.send(Command::Seek(at));
        }
        self.read.set(Some(passage));
    }

    /// Goes a passage on or back.
    pub fn step_passage(&self, forward: bool) {
        let last = STORY.passages.len().saturating_sub(1);
        let here = self.passage.get_untracked();
        let to = match (here, forward) {
            (None, _) => 0,
            (Some(here), true) => (here + 1).min(last),
            (Some(here), false) => here.saturating_sub(1),
        };
        self.send(Command::Pause);
        self.read_on(to);
    }

    /// Chooses the state of a code, and returns its reaction.
    pub fn choose_state(&self, code: &str) -> Option<usize> {
        let found = STORY.reactions.iter().position(|r| r.state == Some(code));
        self.chosen.set(found);
        found
    }
}
