//! The reader's preferences: colours, motion, and which parts of the page to see.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{effect, listen, memory, put, window};
use crate::view::Page;

/// Applies what was kept, follows the system's wish for less motion, and sets `data-theme`, `data-view` and
/// `data-motion`, which the head of the page has set for the first paint.
pub fn follow(page: Page) {
    let kept = memory::kept();
    if let Some(theme) = kept.theme {
        page.theme.set(theme);
    }
    if let Some(motion) = kept.motion {
        page.motion.set(motion);
        page.step();
    }
    let motion = window().and_then(|w| {
        w.match_media("(prefers-reduced-motion: reduce)")
            .ok()
            .flatten()
    });
    if let Some(query) = motion {
        asked(page, query.matches());
        listen(&query, "change", move |event| {
            let query = event
                .target()
                .and_then(|t| t.dyn_into::<web_sys::MediaQueryList>().ok());
            if let Some(query) = query {
                asked(page, query.matches());
            }
        });
    }
    let root = window()
        .and_then(|w| w.document())
        .and_then(|d| d.document_element());
    effect(move || {
        let (theme, view) = (page.theme.get(), page.view.get());
        let motion = if page.calm.get() { "less" } else { "full" };
        if let Some(root) = &root {
            // A style sheet that asks for one of them is asked anew for the whole page.
            put(root, "data-theme", theme.key());
            put(root, "data-view", view.key());
            put(root, "data-motion", motion);
        }
    });
}

/// The system asks for less motion, or no longer does.
fn asked(page: Page, calm: bool) {
    page.system_calm.set(calm);
    page.step();
}
