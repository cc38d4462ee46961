//! The edge: what the page asks of the browser, and what the browser tells the page.
//!
//! The only modules that name `web_sys`, `js_sys` and `gloo`. Nothing here panics: what a browser
//! does not have or refuses is `None`, and the page goes on without it.

mod address_bar;
mod adopted;
mod card;
mod claim_note;
pub mod dialogs;
mod download;
mod frame;
mod frames;
mod host_page;
pub mod language;
mod map_gestures;
mod map_size;
pub mod memory;
mod offline;
mod picture;
mod png;
mod preferences;
mod readiness;
pub mod reading;
mod rest;
pub mod reveal;
mod sight;
pub mod take;
pub mod texts;
pub mod wish;

use crate::view::Page;

/// The element whose content the host has written.
pub fn host() -> Option<web_sys::HtmlElement> {
    wasm_bindgen::JsCast::dyn_into(element("page")?).ok()
}

/// Connects a hydrated page to the browser. Everything stays connected for the page's lifetime.
pub fn connect(page: Page) {
    preferences::follow(page);
    frame::notice(page);
    host_page::follow(page);
    address_bar::follow(page);
    map_size::follow(page);
    adopted::follow(page);
    reading::follow(page);
    map_gestures::follow(page);
    sight::follow(page);
    frames::follow(page);
    card::follow(page);
    dialogs::follow(page);
    offline::follow(page);
    readiness::announce();
}

/// Lets a new version of the page take over.
pub fn renew() {
    offline::renew();
}

/// The window.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
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

/// Calls `act` on every event of a name for as long as the page lives.
fn listen(
    target: &web_sys::EventTarget,
    name: &'static str,
    act: impl FnMut(&web_sys::Event) + 'static,
) {
    gloo_events::EventListener::new(target, name, act).forget();
}

/// The same, where `act` may prevent the browser's own answer.
fn listen_first(
    target: &web_sys::EventTarget,
    name: &'static str,
    act: impl FnMut(&web_sys::Event) + 'static,
) {
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    gloo_events::EventListener::new_with_options(target, name, options, act).forget();
}
