//! Brings a part of the page into view: an entry that a link, the address or a state on the map asks for.

use leptos::prelude::Set;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{element, layout, lists, reading};
use crate::story::STORY;
use crate::view::{Notice, Page, Tab};

/// Shows the part that a link leads to, and puts the focus there.
pub fn part(page: Page, id: &str) {
    let asked = id.to_owned();
    in_time(page, id, move |there| {
        let before = reading::scroll_y();
        let shown = shown(page, &asked).and_then(|part| focus(&part));
        reading::expect_word_of_scroll(before);
        if shown.is_none() && !there {
            lists::go_to(&asked);
        }
    });
}

/// Calls `then` at once when the page has a part, otherwise when the long lists are there or cannot be loaded.
fn in_time(page: Page, id: &str, then: impl FnOnce(bool) + 'static) {
    if element(id).is_some() {
        then(true);
    } else {
        lists::when_there(page, then);
    }
}

/// Shows a heading, on the compact page by its tab, and puts the focus on it.
pub fn heading(page: Page, id: &str) -> Option<()> {
    let heading = element(id)?;
    layout::all_now();
    open_tab_of(page, &heading);
    heading.scroll_into_view();
    focus_on(&heading)
}

/// Shows the part of an id.
fn shown(page: Page, id: &str) -> Option<Element> {
    let part = element(id)?;
    // A reaction whose day has not come is opened all the same.
    if let Some(reaction) = id.strip_prefix("reaction-") {
        page.chosen
            .set(STORY.reactions.iter().position(|r| r.id == reaction));
        // The attribute follows the signal only later, and what is not drawn cannot be scrolled to.
        let _ = part.set_attribute("data-chosen", "true");
    }
    unfold(&part);
    layout::all_now();
    open_tab_of(page, &part);
    part.scroll_into_view();
    Some(part)
}

/// On the compact page, the tab behind which a part lies is opened.
fn open_tab_of(page: Page, part: &Element) {
    let is_in = |css: &str| part.closest(css).is_ok_and(|found| found.is_some());
    let tab = match () {
        () if is_in(".reactions,.world") => Tab::Reactions,
        () if is_in(".panel") => Tab::Story,
        () => Tab::Map,
    };
    page.tab.set(tab);
    // The attribute follows the signal only later, and what is not drawn cannot be scrolled to.
    if let Ok(Some(whole)) = part.closest("[data-tab]") {
        let _ = whole.set_attribute("data-tab", tab.key());
    }
}

/// Shows the part that an address asks for, or says that there is none.
pub fn asked(page: Page, id: &str) {
    let asked = id.to_owned();
    in_time(page, id, move |there| {
        let before = reading::scroll_y();
        let found = shown(page, &asked);
        reading::expect_word_of_scroll(before);
        if found.is_none() && there {
            page.notice.set(Notice::NoPlace);
        }
    });
}

/// Shows the entry of a state chosen on the map, or the map when it was chosen in the panel.
pub fn state(page: Page, code: &str, in_panel: bool) {
    let Some(index) = page.choose_state(code) else {
        return;
    };
    let entry = STORY
        .reactions
        .get(index)
        .map(|r| ["reaction-", r.id].concat());
    let to = if in_panel {
        Some("world".to_owned())
    } else {
        entry
    };
    if let Some(part) = to.and_then(|id| element(&id)) {
        if !in_panel {
            let _ = part.set_attribute("data-chosen", "true");
        }
        open_tab_of(page, &part);
        part.scroll_into_view();
        focus(&part);
    }
}

/// A claim that the chosen verdict folds away is unfolded: its own verdict is chosen.
fn unfold(part: &Element) {
    let verdict = part
        .get_attribute("data-verdict")
        .filter(|_| part.class_name() == "claim-entry" && part.get_client_rects().length() == 0);
    let choice = verdict.and_then(|v| {
        let css = ["input[name=verdict][value=", &v, "]"].concat();
        part.parent_element()?.query_selector(&css).ok()?
    });
    if let Some(choice) = choice.and_then(|c| c.dyn_into::<HtmlInputElement>().ok()) {
        choice.set_checked(true);
    }
}

/// Puts the focus into a part: on its first link or button, so that keys go on from there.
fn focus(part: &Element) -> Option<()> {
    focus_on(&part.query_selector("a[href],button,input").ok()??)
}

/// Puts the focus on an element, where it stands. What is drawn takes the focus as what is written does, though the
/// types do not say so.
pub fn focus_on(element: &Element) -> Option<()> {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let element: &HtmlElement = element.unchecked_ref();
    element.focus_with_options(&options).ok()
}
