//! The kiosk's clock and visitors. Its timer is the only one that the page has at rest, and runs in no other mode.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{effect, listen, now, window};
use crate::address::Mode;
use crate::kiosk::Kiosk;
use crate::playback::Command;
use crate::view::Page;

/// How often it is looked whether somebody is there.
const EVERY: Duration = Duration::from_secs(1);

thread_local! {
    /// The kiosk, once it has begun.
    static KIOSK: Cell<Option<Kiosk>> = const { Cell::new(None) };
}

/// Looks after the kiosk while the page is one and in sight.
pub fn follow(page: Page) {
    let timer: StoredValue<Option<IntervalHandle>> = StoredValue::new(None);
    effect(move || {
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        let is_kiosk = page.show.mode.get() == Some(Mode::Kiosk);
        if !is_kiosk {
            KIOSK.set(None);
        }
        let runs = is_kiosk && page.in_sight.get();
        let begun = runs.then(|| set_interval_with_handle(move || look(page), EVERY));
        timer.set_value(begun.and_then(Result::ok));
    });
    let Some(window) = window() else { return };
    for name in ["pointerdown", "keydown", "wheel"] {
        listen(&window, name, move |event| touched(page, event));
    }
}

fn look(page: Page) {
    let Some(now) = now() else { return };
    let Some(kiosk) = KIOSK.get() else {
        KIOSK.set(Some(Kiosk::begun(now)));
        return page.send(Command::Play);
    };
    let playing = page.playing.get_untracked();
    let (kiosk, begins) = kiosk.after(now, playing);
    KIOSK.set(Some(kiosk));
    if begins {
        super::dialogs::close_all();
        page.begin_anew();
    }
}

/// Somebody is there. Who touches anything but the clock's own controls stops the story.
fn touched(page: Page, event: &web_sys::Event) {
    let (Some(kiosk), Some(now)) = (KIOSK.get(), now()) else {
        return;
    };
    KIOSK.set(Some(kiosk.touched(now)));
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let own = target.is_some_and(|t| t.closest(".clock,.first").is_ok_and(|c| c.is_some()));
    if event.type_() == "pointerdown" && !own {
        page.send(Command::Pause);
    }
}
