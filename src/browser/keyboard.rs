//! Keys: asks the table what one means where the focus is, and does that.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use super::{
    all, claim_note, dialogs, element, flag, listen, listen_first, map_walk, memory, present,
    reading, reveal, window,
};
use crate::kept::{Kept, Key};
use crate::keys::{Act, Focus, On, Pressed, Region, meaning};
use crate::view::Page;

thread_local! {
    /// Whether letters, digits and signs act.
    static SIGNS: Cell<bool> = const { Cell::new(true) };
}

/// Listens on the whole page.
pub fn follow(page: Page) {
    let Some(document) = window().and_then(|w| w.document()) else {
        return;
    };
    choice_of_signs();
    listen_first(&document, "keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            pressed(page, event);
        }
    });
}

/// The reader's choice in the list of keys, kept for the next visit.
fn choice_of_signs() -> Option<()> {
    SIGNS.set(!memory::kept().no_signs);
    let choice = element("keys-signs")?.dyn_into::<HtmlInputElement>().ok()?;
    choice.set_checked(SIGNS.get());
    let chosen = choice.clone();
    listen(&choice, "change", move |_| {
        SIGNS.set(chosen.checked());
        let no_signs = !chosen.checked();
        memory::keep(
            Key::NoSigns,
            &Kept {
                no_signs,
                ..Kept::default()
            },
        );
    });
    Some(())
}

fn pressed(page: Page, event: &KeyboardEvent) -> Option<()> {
    // An open dialog is a page of its own: the browser knows its keys.
    if !all("dialog[open]").is_empty() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    if page.show.blank.get_untracked() && !modified {
        page.show.uncover();
        event.prevent_default();
        return None;
    }
    let key = event.key();
    let pressed = Pressed {
        key: &key,
        shift: event.shift_key(),
        modified,
        held: event.repeat(),
        taken: event.is_composing() || event.default_prevented(),
    };
    let act = meaning(pressed, focus(page, &target))?;
    if act != Act::Close {
        event.prevent_default();
    }
    carry_out(page, act, &target)
}

/// Where the focus is.
fn focus(page: Page, target: &Element) -> Focus {
    let is_in = |css: &str| target.closest(css).is_ok_and(|found| found.is_some());
    let presenting = page.presents();
    let region = match () {
        () if is_in(".clock") => Region::Clock,
        () if is_in(".stage") || (presenting && !is_in(".panel")) => Region::Map,
        () => Region::Text,
    };
    let input = target.dyn_ref::<HtmlInputElement>();
    let on = match input.map(HtmlInputElement::type_).as_deref() {
        Some("range") if region == Region::Clock => On::Scrubber,
        Some("radio" | "checkbox") => On::Choice,
        Some(_) => On::Field,
        None if is_in("textarea,select,[contenteditable]") => On::Field,
        None if map_walk::thing_of(target).is_some() => On::Thing,
        None if is_in("button,a[href],summary,[role=button]") => On::Button,
        None if target.id() == "stage" => On::Stage,
        None => On::Nothing,
    };
    Focus {
        region,
        on,
        presenting,
        signs: SIGNS.get(),
    }
}

fn carry_out(page: Page, act: Act, target: &Element) -> Option<()> {
    match act {
        Act::Send(command) => page.send(command),
        Act::GoToAct(index) => page.go_to_act(index),
        Act::Look(look) => {
            page.look(look);
            map_walk::keep_in_view(page);
        }
        Act::Walk(way) => return map_walk::go(page, target, way),
        Act::Choose => return map_walk::choose(page, target),
        Act::Map => return map_walk::to_map(page),
        Act::Reactions => return reactions(page),
        Act::Help => return dialogs::open(page, "keys"),
        Act::Present if page.presents() => present::leave(page),
        Act::Present => present::begin(page),
        Act::Blank => page.show.blank.set(true),
        Act::Close => return close(page, target),
    }
    Some(())
}

/// To the reactions; while presenting they come and go over the map.
fn reactions(page: Page) -> Option<()> {
    if !page.presents() {
        reading::expect_own_scroll();
        return reveal::heading(page, "reactions-title");
    }
    let over = !page.show.over.get_untracked();
    page.show.over.set(over);
    // The attribute follows the signal only later, and what is not drawn takes no focus.
    let whole = element("panel")?.closest("[data-over]").ok()??;
    let _ = whole.set_attribute("data-over", flag(over));
    reveal::focus_on(&element(if over { "panel" } else { "stage" })?)
}

/// Closes the innermost that is open; at last the presentation, or the walk over the map.
fn close(page: Page, target: &Element) -> Option<()> {
    if page.show.uncover() {
        return map_walk::to_map(page);
    }
    let inner = target.closest(".card").ok()?.is_some();
    if claim_note::close_all(target) {
        return Some(());
    }
    if page.close_on_map() {
        // The card takes a focus within it along.
        return if inner { map_walk::to_map(page) } else { None };
    }
    if page.presents() {
        present::leave(page);
        return Some(());
    }
    map_walk::thing_of(target)?;
    map_walk::to_map(page)
}
