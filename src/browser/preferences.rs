//! The reader's preferences: colours and motion.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{listen, memory, window};
use crate::playback::Command;
use crate::story::STORY;
use crate::view::Page;

/// Applies the kept colours, follows the system's wish for less motion, and sets `data-theme`.
pub fn follow(page: Page) {
    if let Some(theme) = memory::kept_theme() {
        page.theme.set(theme);
    }
    let motion = window().and_then(|w| {
        w.match_media("(prefers-reduced-motion: reduce)")
            .ok()
            .flatten()
    });
    if let Some(query) = motion {
        step(page, query.matches());
        listen(&query, "change", move |event| {
            let query = event
                .target()
                .and_then(|t| t.dyn_into::<web_sys::MediaQueryList>().ok());
            if let Some(query) = query {
                step(page, query.matches());
            }
        });
    }
    let root = window()
        .and_then(|w| w.document())
        .and_then(|d| d.document_element());
    Effect::new(move |_| {
        let theme = page.theme.get();
        let _ = root
            .as_ref()
            .map(|r| r.set_attribute("data-theme", theme.key()));
    });
}

/// With less motion the story goes from event to event.
fn step(page: Page, calm: bool) {
    page.calm.set(calm);
    let telling = page.telling.get_untracked();
    page.playback
        .update(|p| *p = p.after(Command::SetStepping(calm), &STORY, telling));
}
