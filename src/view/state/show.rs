//! The presentation: how the page is shown to a room, and what lies over its map.

use leptos::prelude::*;

use super::Page;
use crate::address::Mode;
use crate::camera::Camera;
use crate::playback::Command;
use crate::story::STORY;

/// The presentation's signals.
#[derive(Clone, Copy)]
pub struct Show {
    /// How the page is shown to a room, if it is.
    pub mode: RwSignal<Option<Mode>>,
    /// Whether the reactions lie over the map.
    pub over: RwSignal<bool>,
    /// Whether the screen is black.
    pub blank: RwSignal<bool>,
}

impl Show {
    /// A page to read.
    pub fn none() -> Self {
        Self {
            mode: RwSignal::new(None),
            over: RwSignal::new(false),
            blank: RwSignal::new(false),
        }
    }

    /// Takes away what lies over the map; `false` when nothing does.
    pub fn uncover(&self) -> bool {
        let covered = self.over.get_untracked() || self.blank.get_untracked();
        self.over.set(false);
        self.blank.set(false);
        covered
    }
}

impl Page {
    /// Whether the page is shown to a room.
    pub fn presents(&self) -> bool {
        self.show.mode.with_untracked(Option::is_some)
    }

    /// Begins a presentation, or ends it.
    pub fn present(&self, mode: Option<Mode>) {
        self.send(Command::Pause);
        self.show.uncover();
        self.show.mode.set(mode);
    }

    /// Begins anew for the next visitor: the story from its opening, the whole map, nothing chosen.
    pub fn begin_anew(&self) {
        self.show.uncover();
        self.picked.set(None);
        self.marked.set(None);
        self.camera.set(Camera::whole(STORY.view));
        self.send(Command::Seek(STORY.opening));
        self.send(Command::Play);
    }

    /// Closes the innermost that is open on the map; `false` when nothing is.
    pub fn close_on_map(&self) -> bool {
        let open = self.picked.with_untracked(Option::is_some)
            || self.marked.with_untracked(Option::is_some);
        self.picked.set(None);
        self.marked.set(None);
        open
    }

    /// Goes to an act.
    pub fn go_to_act(&self, index: usize) {
        if let Some(act) = STORY.timeline.acts.get(index) {
            self.send(Command::Seek(act.start));
        }
    }
}
