//! The reader's preferences: colours, motion, and which parts of the page to see.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{listen, memory, window};
use crate::playback::Command;
use crate::story::STORY;
use crate::view::Page;

/// Applies the kept colours, follows the system's wish for less motion, and sets `data-theme` and
/// `data-view`, which the head of the page has set for the first paint.
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
        let (theme, view) = (page.theme.get(), page.view.get());
        if let Some(root) = &root {
            let _ = root.set_attribute("data-theme", theme.key());
            let _ = root.set_attribute("data-view", view.key());
        }
    });
}

/// With less motion the story goes from event to event.
fn step(page: Page, calm: bool) {
    page.calm.set(calm);
    let telling = page.telling.get_untracked();
    page.playback
        .update(|p| *p = p.after(Command::SetStepping(calm), &STORY, telling));
}
