//! What clicks on the adopted markup ask for, and how it is carried out.

#[cfg(feature = "hydrate")]
use leptos::prelude::*;

use super::Page;
#[cfg(feature = "hydrate")]
use crate::language::Language;
#[cfg(feature = "hydrate")]
use crate::moment::Moment;
#[cfg(feature = "hydrate")]
use crate::playback::Command;
#[cfg(feature = "hydrate")]
use crate::story::STORY;

impl Page {
    /// A click anywhere on the page: the adopted markup has no handlers of its own, its buttons
    /// carry what they ask for in `data-seek` and `data-place`.
    pub fn clicked(&self, event: &leptos::ev::MouseEvent) {
        #[cfg(feature = "hydrate")]
        if let Some(wish) = crate::browser::wish::of(*self, event) {
            self.grant(wish);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = event;
    }

    /// Carries out what a button of the adopted markup asked for.
    #[cfg(feature = "hydrate")]
    fn grant(&self, wish: crate::browser::wish::Wish) {
        use crate::browser::{
            dialogs, language, present, print, reading, reveal, take, wish::Wish,
        };
        match wish {
            Wish::Seek(text) => {
                if let Some(at) = Moment::parse(&text) {
                    self.send(Command::Pause);
                    self.send(Command::Seek(at));
                }
            }
            Wish::Place(id) => {
                if let Some(index) = STORY.places.iter().position(|p| p.id == id) {
                    self.show_place(index);
                }
            }
            Wish::Route(id) => {
                if let Some(index) = STORY.routes.iter().position(|r| r.id == id) {
                    self.picked.set(Some(index));
                }
            }
            Wish::State { code, in_panel } => reveal::state(*self, &code, in_panel),
            Wish::Language(tag) => {
                if let Some(wanted) = Language::from_tag(&tag) {
                    language::change(*self, wanted);
                }
            }
            Wish::Passage(forward) => {
                self.step_passage(forward);
                reading::show_current(*self);
            }
            Wish::Follow => {
                self.following.set(true);
                reading::show_current(*self);
            }
            Wish::Open(dialog) => {
                dialogs::open(*self, &dialog);
            }
            Wish::Present(how) => {
                if how == "leave" {
                    present::leave(*self);
                } else {
                    present::begin(*self);
                }
            }
            Wish::Close(dialog) => dialogs::close(&dialog),
            Wish::Copy(id) => {
                dialogs::copy(*self, &id);
            }
            Wish::Preview(way) => {
                dialogs::preview(&way);
            }
            Wish::Print(what) => {
                print::print(&what);
            }
            Wish::Take(what) => {
                dialogs::say("share", "");
                take::take(*self, &what, |page| {
                    dialogs::say("share", page.words().take_failed());
                });
            }
        }
    }
}
