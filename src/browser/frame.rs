//! Whether the page stands in a frame, and whether it is the compact one that is made for frames.

use leptos::prelude::Set;

use super::window;
use crate::view::Page;

/// Notes it once: a page is not moved in and out of frames.
pub fn notice(page: Page) {
    if is_compact() {
        page.framed.set(true);
    }
}

/// Whether the page is the compact one: the head of the page has decided that.
pub fn is_compact() -> bool {
    let root = window()
        .and_then(|w| w.document())
        .and_then(|d| d.document_element());
    root.is_some_and(|root| root.class_list().contains("embed"))
}

/// The page around the frame, if there is one.
pub fn parent() -> Option<web_sys::Window> {
    let own = window()?;
    own.parent().ok().flatten().filter(|parent| *parent != own)
}

/// Whether the page stands in a frame.
pub fn is_framed() -> bool {
    parent().is_some()
}
