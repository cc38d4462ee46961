//! Lays the text out part by part. While the page is loading, the style sheet puts off what is out of sight
//! (`content-visibility`), so that the map comes first; but what is put off is kept from screen readers, so it is laid
//! out as soon as the browser has nothing else to do.

use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IdleRequestOptions};

use super::{all, frame, put, window};

/// The parts that are put off, as in the style sheet.
const PARTS: &str = ".panel > section:not(.stills, .story, .reactions), .chapter, .group";
/// Set on each part that is laid out, and on the root when all are.
const LAID: &str = "data-laid";
/// How long it is waited for, in milliseconds.
const PATIENCE_MS: u32 = 300;
/// Where a browser does not say when it is idle: how long it is left in peace between two parts.
const PAUSE: Duration = Duration::from_millis(30);

/// Begins once the page is ready. The compact page's text lies behind a tab, where it costs nothing.
pub fn follow() {
    if frame::is_compact() {
        return all_now();
    }
    let mut parts = all(PARTS);
    parts.reverse();
    when_idle(move || next(parts));
}

/// Lays out one part and comes back for the others.
fn next(mut parts: Vec<Element>) {
    match parts.pop() {
        Some(part) => {
            put(&part, LAID, "true");
            when_idle(move || next(parts));
        }
        None => all_now(),
    }
}

/// Lays out everything, for those who need to know where it stands.
pub fn all_now() {
    let root = window()
        .and_then(|w| w.document())
        .and_then(|d| d.document_element());
    if let Some(root) = root {
        put(&root, LAID, "true");
    }
}

fn when_idle(act: impl FnOnce() + 'static) {
    let mut act = Some(act);
    let callback = Closure::once_into_js(move || {
        if let Some(act) = act.take() {
            act();
        }
    });
    // A page behind others is never idle.
    let patience = IdleRequestOptions::new();
    patience.set_timeout(PATIENCE_MS);
    let asked =
        window().map(|w| w.request_idle_callback_with_options(callback.unchecked_ref(), &patience));
    if asked.is_none_or(|asked| asked.is_err()) {
        set_timeout(
            move || {
                let _ = callback
                    .unchecked_ref::<js_sys::Function>()
                    .call0(&wasm_bindgen::JsValue::NULL);
            },
            PAUSE,
        );
    }
}
