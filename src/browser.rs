//! The edge: what the page asks of the browser, and what the browser tells the page.
//!
//! The only modules that name `web_sys`, `js_sys` and `gloo`. Nothing here panics: what a browser
//! does not have or refuses is `None`, and the page goes on without it.

mod address_bar;
mod adopted;
mod card;
mod claim_note;
mod columns;
pub mod dialogs;
mod download;
mod focus;
mod frame;
mod frames;
mod host_page;
mod keyboard;
mod kiosk;
pub mod language;
mod layout;
mod lists;
mod map_gestures;
mod map_size;
mod map_tap;
mod map_towns;
mod map_walk;
pub mod memory;
mod offline;
mod once;
mod picture;
mod png;
mod preferences;
pub mod present;
pub mod print;
mod readiness;
pub mod reading;
mod rest;
pub mod reveal;
mod sight;
mod spoken;
pub mod take;
pub mod texts;
mod towns;
pub mod wish;

use std::time::Duration;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{Effect, Owner, set_timeout};

use crate::view::Page;

/// The element whose content the host has written.
pub fn host() -> Option<web_sys::HtmlElement> {
    wasm_bindgen::JsCast::dyn_into(element("page")?).ok()
}

/// What connects a hydrated page to the browser, in tasks: first what is drawn, then what the address asks for, so that
/// clock and map go to its moment in one frame, then what the reader does, and all that need not be there at once.
const TASKS: [fn(Page); 4] = [
    |page| {
        columns::follow(page);
        adopted::follow(page);
        frames::follow(page);
        card::follow(page);
    },
    |page| {
        preferences::follow(page);
        frame::notice(page);
        host_page::follow(page);
        address_bar::follow(page);
        map_size::follow(page);
    },
    |page| {
        lists::follow(page);
        reading::follow(page);
        map_gestures::follow(page);
        map_walk::follow(page);
        map_tap::follow(page);
        keyboard::follow(page);
        focus::follow();
        present::follow(page);
        kiosk::follow(page);
        sight::follow(page);
    },
    |page| {
        dialogs::follow(page);
        offline::follow(page);
        towns::follow(page);
        spoken::follow(page);
        print::follow();
        readiness::announce();
        layout::follow();
    },
];

/// Connects a hydrated page to the browser. Everything stays connected for the page's lifetime.
pub fn connect(owner: Owner, page: Page) {
    go_on(owner, page, &TASKS);
}

/// Lets the browser draw and answer between two tasks: on a slow machine all of them at once would keep it for a third
/// of a second.
fn go_on(owner: Owner, page: Page, tasks: &'static [fn(Page)]) {
    let Some((task, rest)) = tasks.split_first() else {
        return;
    };
    let next = move || {
        owner.with(|| task(page));
        go_on(owner, page, rest);
    };
    set_timeout(next, Duration::ZERO);
}

/// Lets a new version of the page take over.
pub fn renew() {
    offline::renew();
}

/// The window.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// Milliseconds since the page was opened.
fn now() -> Option<f64> {
    Some(window()?.performance()?.now())
}

/// The element of an id.
fn element(id: &str) -> Option<web_sys::Element> {
    window()?.document()?.get_element_by_id(id)
}

/// All elements that a CSS selector finds.
fn all(css: &str) -> Vec<web_sys::Element> {
    let found = window()
        .and_then(|w| w.document())
        .and_then(|d| d.query_selector_all(css).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|i| wasm_bindgen::JsCast::dyn_into(found.item(i)?).ok())
        .collect()
}

/// Sets an attribute where it differs: writing it costs style, even when it says the same.
fn put(element: &web_sys::Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

/// What an attribute says of yes or no.
fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Does something now, and again whenever a signal that it reads has changed. Boxed, as in `view::live`.
fn effect(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_| act());
}

/// What is done on an event.
type Act = Box<dyn FnMut(&web_sys::Event)>;

/// Calls `act` on every event of a name for as long as the page lives.
fn listen(
    target: &web_sys::EventTarget,
    name: &'static str,
    act: impl FnMut(&web_sys::Event) + 'static,
) {
    hear(target, name, EventListenerOptions::default(), Box::new(act));
}

/// The same, where `act` may prevent the browser's own answer.
fn listen_first(
    target: &web_sys::EventTarget,
    name: &'static str,
    act: impl FnMut(&web_sys::Event) + 'static,
) {
    let options = EventListenerOptions::enable_prevent_default();
    hear(target, name, options, Box::new(act));
}

/// Calls `act` before whatever else hears of an event inside of the target.
fn listen_before(
    target: &web_sys::EventTarget,
    name: &'static str,
    act: impl FnMut(&web_sys::Event) + 'static,
) {
    let options = EventListenerOptions::run_in_capture_phase();
    hear(target, name, options, Box::new(act));
}

fn hear(
    target: &web_sys::EventTarget,
    name: &'static str,
    options: EventListenerOptions,
    act: Act,
) {
    EventListener::new_with_options(target, name, options, act).forget();
}
