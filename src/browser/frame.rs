//! Whether the page stands in a frame on another page.

use super::window;
use crate::view::Page;
use leptos::prelude::Set;

/// Notes it once: a page is not moved in and out of frames.
pub fn notice(page: Page) {
    let framed = window().is_some_and(|w| match w.parent() {
        Ok(Some(parent)) => parent != w,
        _ => false,
    });
    if framed {
        page.framed.set(true);
    }
}
