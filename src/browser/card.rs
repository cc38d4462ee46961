//! The card of a column shows a copy of its entry in the list, so that its text is sent once.

use leptos::prelude::*;

use super::{effect, element, lists};
use crate::story::STORY;
use crate::view::Page;

/// Keeps the card's copy up to date with the picked column.
pub fn follow(page: Page) {
    effect(move || {
        if let Some(route) = page.picked.get().and_then(|i| STORY.routes.get(i)) {
            lists::when_there(page, |_| {
                show(route.id);
            });
        }
    });
}

fn show(route: &str) -> Option<()> {
    let card = element("card-entry")?;
    let entry = element(&["column-", route].concat())?;
    let copy = entry.clone_node_with_deep(true).ok()?;
    while let Some(child) = card.first_child() {
        card.remove_child(&child).ok()?;
    }
    let copy = card.append_child(&copy).ok()?;
    // The copy must not answer to the original's id.
    let copy: web_sys::Element = wasm_bindgen::JsCast::dyn_into(copy).ok()?;
    copy.remove_attribute("id").ok()
}
