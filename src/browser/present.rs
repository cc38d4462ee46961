//! The presentation: the whole screen where the browser gives it, the attribute by which the style sheet knows.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::once::settled;
use super::{all, effect, listen, map_walk, reveal, window};
use crate::address::Mode;
use crate::view::Page;

/// Keeps `data-mode` on the root, which the head of the page has set for the first paint. Who leaves the full screen
/// leaves the presentation: there Escape is the browser's.
pub fn follow(page: Page) {
    let Some(document) = window().and_then(|w| w.document()) else {
        return;
    };
    let root = document.document_element();
    effect(move || {
        let mode = page.show.mode.get();
        if let Some(root) = &root {
            let _ = match mode {
                Some(mode) => root.set_attribute("data-mode", mode.key()),
                None => root.remove_attribute("data-mode"),
            };
        }
    });
    let full = document.clone();
    listen(&document, "fullscreenchange", move |_| {
        if full.fullscreen_element().is_none() && page.presents() {
            leave(page);
        }
    });
    // Behind a black screen nobody sees what he clicks.
    listen(&document, "pointerdown", move |_| {
        if page.show.blank.get_untracked() {
            page.show.uncover();
        }
    });
}

/// Begins, and asks for the whole screen: a click or a key is what browsers want for that.
pub fn begin(page: Page) {
    page.present(Some(Mode::Present));
    fill_screen();
    map_walk::to_map(page);
}

/// Ends it, and puts the focus where it began.
pub fn leave(page: Page) {
    page.present(None);
    let document = window().and_then(|w| w.document());
    if let Some(document) = document.filter(|d| d.fullscreen_element().is_some()) {
        document.exit_fullscreen();
    }
    // The attribute follows the signal only later, and what is not drawn takes no focus.
    for root in all("[data-mode]") {
        let _ = root.remove_attribute("data-mode");
    }
    let button = all("[data-present=present]").into_iter().next();
    let drawn = button.filter(|button| button.get_client_rects().length() > 0);
    match drawn {
        Some(button) => reveal::focus_on(&button),
        None => map_walk::to_map(page),
    };
}

/// Asks for the whole screen; a browser that refuses is left in peace.
fn fill_screen() -> Option<()> {
    let root = window()?.document()?.document_element()?;
    // Not by the typed call: it drops the promise, and a refusal would stand on the console.
    let ask = js_sys::Reflect::get(&root, &"requestFullscreen".into()).ok()?;
    let asked = ask.dyn_into::<js_sys::Function>().ok()?.call0(&root).ok()?;
    settled(&asked, |_| {})
}
