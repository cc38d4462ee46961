//! Animation frames, requested only while something moves: twenty or thirty pictures a second.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::{effect, window};
use crate::view::Page;

/// The shortest time between two pictures, in milliseconds: in a sixtieth of a second a column on the road goes a tenth
/// of a CSS pixel, and to draw that thrice as often costs thrice as much and looks the same.
const ON_ROADS_MS: f64 = 44.0;
/// The same while something flies, which is thirty times as fast, or the map is near.
const IN_THE_AIR_MS: f64 = 28.0;

/// The loop: the callback that the browser holds, and the frame it has been asked for.
struct Loop {
    callback: Option<Closure<dyn FnMut(f64)>>,
    requested: Option<i32>,
    /// Time of the last picture in milliseconds of the browser's clock.
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
            state.requested = state.request();
            let elapsed = state.last.map_or(0.0, |last| now - last);
            let between = if page.moves_fast() {
                IN_THE_AIR_MS
            } else {
                ON_ROADS_MS
            };
            // A clock that was set back would else have to catch up first.
            if state.last.is_some() && (0.0..between).contains(&elapsed) {
                return;
            }
            state.last = Some(now);
            elapsed
        };
        page.frame(elapsed);
    });
    if let Ok(mut state) = frames.try_borrow_mut() {
        state.callback = Some(callback);
    }
    let running = Memo::new(move |_| page.running());
    effect(move || {
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
