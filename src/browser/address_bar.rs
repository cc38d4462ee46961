//! The address bar: read at the start and when it changes, written when the reader stops moving.

use super::{language, listen, rest, reveal, window};
use crate::address;
use crate::language::Language;
use crate::story::STORY;
use crate::view::Page;

/// Reads the address now and on every change, and keeps it written.
pub fn follow(page: Page) {
    read(page);
    if let Some(window) = window() {
        listen(&window, "hashchange", move |_| {
            let asked = read(page).filter(|l| *l != page.words().language);
            if let Some(language) = asked {
                language::change(page, language);
            }
        });
    }
    rest::when_still(page, |address| write(&address::write(address)));
}

/// Does what the address asks for, and returns the language it names: at the start the head of the page has seen
/// to that already.
fn read(page: Page) -> Option<Language> {
    let location = window()?.location();
    let (query, hash) = (location.search().ok()?, location.hash().ok()?);
    let (address, refused) = address::read(&query, &hash, &STORY.timeline);
    // A link to a source within the page is no request to go to another moment.
    let speaks = address != address::Address::default() || !refused.is_empty();
    if speaks || hash.is_empty() {
        page.go(&address, refused);
    }
    if let Some(part) = &address.show {
        reveal::asked(page, part);
    }
    address.language
}

/// Replaces the address without a new entry in the history. Sandboxed frames may refuse.
fn write(hash: &str) {
    let Some(history) = window().and_then(|w| w.history().ok()) else {
        return;
    };
    let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
}
