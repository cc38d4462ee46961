//! What an address asks of the page, the address of what is shown, and what is said when that cannot be.

use leptos::prelude::*;

use super::{Notice, Page};
use crate::address::{Address, Key, Theme, View};
use crate::evidence::Telling;
use crate::moment::{MINUTE, Moment};
use crate::playback::Command;
use crate::story::STORY;
use crate::words::fill;

impl Page {
    /// Goes where an address asks; what it says nothing about becomes the default.
    pub fn go(&self, address: &Address, refused: Vec<Key>) {
        self.telling.set(address.telling.unwrap_or(Telling::Record));
        self.view.set(address.view.unwrap_or_default());
        self.show.mode.set(address.mode);
        // A refused theme is the default one; an address that names none keeps the reader's.
        if address.theme.is_some() || refused.contains(&Key::Theme) {
            self.theme.set(address.theme.unwrap_or_default());
        }
        let act = address.act.and_then(|act| STORY.timeline.acts.get(act));
        let start = act.map_or(STORY.opening, |act| act.start);
        let to = Command::Seek(address.at.unwrap_or(start));
        self.asked_language.set(address.language.is_some());
        self.command(to);
        self.command(Command::Pause);
        self.notice.set(if refused.is_empty() {
            Notice::None
        } else {
            Notice::Refused(refused)
        });
    }

    /// The address of what is shown; defaults are left out, but not the moment.
    pub fn address(&self) -> Address {
        let (view, theme, telling) = (self.view.get(), self.theme.get(), self.telling.get());
        Address {
            at: Some(Moment(self.at.get().0 / MINUTE * MINUTE)),
            telling: (telling != Telling::Record).then_some(telling),
            theme: (theme != Theme::Auto).then_some(theme),
            view: (view != View::Full).then_some(view),
            // A page that was asked for in a language is asked for in it again.
            language: self.asked_language.get().then_some(self.words.language),
            act: None,
            show: None,
            mode: self.show.mode.get(),
        }
    }

    /// The status line's text.
    pub fn notice_text(&self) -> String {
        let words = self.words();
        match self.notice.get() {
            Notice::None => String::new(),
            Notice::NoPlace => words.status_no_place().to_owned(),
            Notice::NoLists => words.status_no_lists().to_owned(),
            Notice::NewVersion => words.new_version().to_owned(),
            Notice::NotKept => words.status_not_kept().to_owned(),
            Notice::Refused(keys) => {
                let names: Vec<&str> = keys.iter().map(|k| k.name()).collect();
                fill(words.status_refused(), "names", &names.join(", "))
            }
        }
    }
}
