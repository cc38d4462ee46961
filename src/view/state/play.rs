//! The player in the page: commands and frames take it on, and the signals are told what that has changed.

use leptos::prelude::*;

use super::Page;
use crate::changes::latest;
use crate::playback::{Command, Playback};
use crate::scene::is_anything_flying;
use crate::story::STORY;

impl Page {
    /// Carries out a reader's command.
    pub fn send(&self, command: Command) {
        self.command(command);
        self.touched.set(true);
    }

    /// Carries out a command that is not the reader's.
    pub(super) fn command(&self, command: Command) {
        let telling = self.telling.get_untracked();
        self.advance(|p| p.after(command, &STORY, telling));
    }

    /// Lets a frame of `ms` milliseconds pass.
    pub fn frame(&self, ms: f64) {
        if let Some(telling) = self.telling.try_get_untracked() {
            self.advance(|p| p.after_frame(ms, &STORY, telling));
        }
    }

    /// Takes the player a step on, and tells what that has changed.
    fn advance(&self, step: impl FnOnce(Playback) -> Playback) {
        let Some(now) = self.playback.try_get_value().map(step) else {
            return;
        };
        self.playback.set_value(now);
        let at = now.at(&STORY);
        if at != self.at.get_untracked() {
            tell(self.read, None);
        }
        tell(self.position, now.position);
        tell(self.playing, now.playing);
        tell(self.speed, now.speed);
        tell(self.at, at);
        tell(self.turn, self.changes.with_value(|all| latest(all, at)));
    }

    /// Whether frames are wanted.
    pub fn running(&self) -> bool {
        self.playing.get() && self.in_sight.get()
    }

    /// Whether what moves on the map moves by more than a fraction of a CSS pixel in a frame.
    pub fn moves_fast(&self) -> bool {
        let (at, telling) = (self.at.get_untracked(), self.telling.get_untracked());
        self.camera.get_untracked().zoom > 1.5 || is_anything_flying(&STORY, at, telling)
    }
}

/// Sets a signal where its value differs.
fn tell<T>(signal: RwSignal<T>, value: T)
where
    T: PartialEq + Send + Sync + 'static,
{
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}
