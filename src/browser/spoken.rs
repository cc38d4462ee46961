//! What is read out: the map's description, kept up to date, and the one line that speaks, when the announcer lets it.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{all, effect, element, listen, listen_before, window};
use crate::announcer::{Announcer, Remark, Seen};
use crate::description::{clock_in_words, map_in_words};
use crate::scene::current_event;
use crate::story::STORY;
use crate::view::{Notice, Page};

thread_local! {
    static ANNOUNCER: Cell<Announcer> = Cell::new(Announcer::default());
    /// Whether a timer runs: only while something waits to be said.
    static TIMED: Cell<bool> = const { Cell::new(false) };
    /// The last answer to a reader's question.
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Describes the map and says what is new.
pub fn follow(page: Page) {
    let minute = Memo::new(move |_| page.at.get().to_minute());
    let event = Memo::new(move |_| current_event(&STORY, page.turn.get(), page.telling.get()));
    Effect::new(move |before: Option<Seen>| {
        let playing = page.playing.get();
        let seen = Seen {
            playing,
            event: event.get(),
            // While it plays, minutes pass many times a second, and nothing here asks for them.
            minute: (!playing).then(|| minute.get()),
            telling: page.telling.get(),
        };
        if !playing {
            describe(page);
        }
        if let Some(remark) = before.and_then(|before| seen.news_since(&before)) {
            hear(page, remark);
        }
        seen
    });
    effect(move || {
        if page.notice.get() != Notice::None {
            hear(page, Remark::Notice);
        }
    });
    scrubber(page);
}

/// An answer to the reader: said as soon as something may be said.
pub fn answer(page: Page, text: String) {
    ANSWER.set(text);
    hear(page, Remark::Answer);
}

/// The scrubber says its moment itself: while it is moved, the page is silent.
fn scrubber(page: Page) {
    let Some(scale) = all(".scale").into_iter().next() else {
        return;
    };
    for name in ["input", "keydown", "pointerdown"] {
        // Before the clock hears of it.
        listen_before(&scale, name, move |event| {
            let of_scrubber = event
                .target()
                .is_some_and(|t| t.dyn_into::<HtmlInputElement>().is_ok());
            if !of_scrubber {
                return;
            }
            let announcer = ANNOUNCER.get();
            ANNOUNCER.set(if name == "pointerdown" {
                announcer.hold(true, now())
            } else {
                announcer.scrub(now())
            });
        });
    }
    let Some(window) = window() else { return };
    for name in ["pointerup", "pointercancel"] {
        listen(&window, name, move |_| {
            if ANNOUNCER.get().is_held() {
                ANNOUNCER.set(ANNOUNCER.get().hold(false, now()));
                settle(page);
            }
        });
    }
}

fn now() -> f64 {
    window()
        .and_then(|w| w.performance())
        .map_or(0.0, |p| p.now())
}

fn hear(page: Page, remark: Remark) {
    ANNOUNCER.set(ANNOUNCER.get().hear(remark, now()));
    settle(page);
}

/// Says what is due, and comes back for what has to wait.
fn settle(page: Page) {
    let (announcer, remark) = ANNOUNCER.get().speak(now());
    ANNOUNCER.set(announcer);
    if let Some(remark) = remark {
        say(page, remark);
    }
    let Some(wait) = announcer.waits(now()) else {
        return;
    };
    if !TIMED.replace(true) {
        set_timeout(
            move || {
                TIMED.set(false);
                settle(page);
            },
            Duration::from_millis(wait as u64 + 1),
        );
    }
}

fn say(page: Page, remark: Remark) {
    let (words, at) = (page.words(), page.at.get_untracked());
    let telling = page.telling.get_untracked();
    let text = match remark {
        Remark::Event | Remark::Moved => clock_in_words(words, &STORY, at, telling),
        Remark::Map => map_in_words(words, &STORY, at, telling),
        Remark::Notice => untrack(|| page.notice_text()),
        Remark::Answer => ANSWER.with_borrow(String::clone),
    };
    put("spoken", text.trim_end());
    describe(page);
}

/// Writes the map's description.
fn describe(page: Page) {
    let (at, telling) = (page.at.get_untracked(), page.telling.get_untracked());
    put(
        "map-description",
        &map_in_words(page.words(), &STORY, at, telling),
    );
}

fn put(id: &str, text: &str) {
    element(id).inspect(|line| line.set_text_content(Some(text)));
}
