//! Animation frames, requested only while something moves.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;
use crate::view::Page;

/// The loop: the callback that the browser holds, and the frame it has been asked for.
struct Loop {
    callback: Option<Closure<dyn FnMut(f64)>>,
    requested: Option<i32>,
    /// Time of the last frame in milliseconds of the browser's clock.
    last: Option<f64>,
}

/// Runs frames while the page is playing and in sight, and none otherwise.
pub fn follow(page: Page) {
    let frames = Rc::new(RefCell::new(Loop {
        callback: None,
        requested: None,
        last: None,
    }));
    let inner = Rc::clone(&frames);
    let callback = Closure::new(move |now: f64| {
        let elapsed = {
            let Ok(mut state) = inner.try_borrow_mut() else {
                return;
            };
            let elapsed = state.last.map_or(0.0, |last| now - last);
            state.last = Some(now);
            state.requested = state.request();
            elapsed
        };
        page.frame(elapsed);
    });
    if let Ok(mut state) = frames.try_borrow_mut() {
        state.callback = Some(callback);
    }
    let running = Memo::new(move |_| page.running());
    Effect::new(move |_| {
        let run = running.get();
        let Ok(mut state) = frames.try_borrow_mut() else {
            return;
        };
        if run && state.requested.is_none() {
            state.last = None;
            state.requested = state.request();
        } else if !run && let Some(id) = state.requested.take() {
            let _ = window().map(|w| w.cancel_animation_frame(id));
        }
    });
}

impl Loop {
    fn request(&self) -> Option<i32> {
        let callback = self.callback.as_ref()?.as_ref().unchecked_ref();
        window()?.request_animation_frame(callback).ok()
    }
}
