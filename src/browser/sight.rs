//! Whether the page is in sight: nothing runs when the tab is hidden or the frame is scrolled out of the window.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::{element, listen, window};
use crate::view::Page;

/// Follows the tab's visibility and the page's place in the window.
pub fn follow(page: Page) {
    let on_screen = Rc::new(Cell::new(true));
    let Some(document) = window().and_then(|w| w.document()) else {
        return;
    };
    let (seen, tab) = (Rc::clone(&on_screen), document.clone());
    listen(&document, "visibilitychange", move |_| {
        page.in_sight.set(seen.get() && !tab.hidden());
    });
    // Not the stage: with `view=reactions` there is none to see, and the clock goes all the same.
    let Some(whole) = element("page") else {
        return;
    };
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let last = entries.get(entries.length().saturating_sub(1));
        if let Ok(entry) = last.dyn_into::<web_sys::IntersectionObserverEntry>() {
            on_screen.set(entry.is_intersecting());
            page.in_sight
                .set(entry.is_intersecting() && !document.hidden());
        }
    });
    if let Ok(observer) = web_sys::IntersectionObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(&whole);
    }
    // The observer lives as long as the page does.
    callback.forget();
}
