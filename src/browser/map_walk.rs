//! Arrow keys on the map: the focus goes from thing to thing. The Tab key knows the map as one stop.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{all, element, listen, reveal};
use crate::camera::Look;
use crate::moment::Moment;
use crate::neighbours::{Way, nearest, next};
use crate::playback::Command;
use crate::story::STORY;
use crate::view::{Page, Tab, Thing, column_now};

thread_local! {
    /// Where the focus was last: from there it goes on when it comes back to the map.
    static LAST: Cell<Option<Thing>> = const { Cell::new(None) };
}

/// Takes the ring away when the focus leaves a thing.
pub fn follow(page: Page) {
    let Some(stage) = element("stage") else {
        return;
    };
    listen(&stage, "focusout", move |event| {
        let left = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if let Some(left) = left {
            if let Some(Thing::Column(index)) = thing_of(&left) {
                let _ = left.set_attribute("aria-label", formation(page, index));
            }
            page.walked.set(None);
        }
    });
}

/// Puts the focus on the map, and shows it where it lies behind a tab.
pub fn to_map(page: Page) -> Option<()> {
    page.tab.set(Tab::Map);
    reveal::focus_on(&element("stage")?)
}

/// Goes on from the focused thing, or begins with the one where the focus was last, or in the middle of the window.
pub fn go(page: Page, focused: &Element, way: Way) -> Option<()> {
    let things = page.things();
    let spots: Vec<_> = things.iter().map(|(_, spot)| *spot).collect();
    let index = |thing: Thing| things.iter().position(|(other, _)| *other == thing);
    let to = match thing_of(focused).and_then(index) {
        Some(from) => next(&spots, from, way),
        None => LAST
            .get()
            .and_then(index)
            .or_else(|| nearest(&spots, page.camera.get_untracked().centre)),
    };
    let (thing, spot) = *things.get(to?)?;
    let element = element_of(thing)?;
    page.look(Look::Show(spot));
    if let Thing::Column(index) = thing {
        let now = untrack(|| column_now(page, index));
        let name = [formation(page, index), ", ", &now].concat();
        let _ = element.set_attribute("aria-label", &name);
    }
    // Only then the ring: the thing that loses the focus takes it away.
    reveal::focus_on(&element)?;
    LAST.set(Some(thing));
    page.walked.set(Some(thing));
    Some(())
}

/// Keeps the focused thing in view, whatever the camera has done.
pub fn keep_in_view(page: Page) {
    let spot = untrack(|| page.walked.get().and_then(|thing| page.spot(thing)));
    if let Some(spot) = spot {
        page.look(Look::Show(spot));
    }
}

/// Chooses the focused thing: a column's card, a town's mark, a sight's moment.
pub fn choose(page: Page, focused: &Element) -> Option<()> {
    match thing_of(focused)? {
        Thing::Town(index) => page.show_place(index),
        Thing::Column(index) => page.picked.set(Some(index)),
        Thing::Sight(_) => {
            let at = Moment::parse(&focused.get_attribute("data-seek")?)?;
            page.send(Command::Pause);
            page.send(Command::Seek(at));
        }
    }
    Some(())
}

fn formation(page: Page, index: usize) -> &'static str {
    let route = STORY.routes.get(index);
    route.map_or("", |route| page.words().say(route.formation))
}

/// The element that bears a thing's name and takes the focus.
fn element_of(thing: Thing) -> Option<Element> {
    let css = match thing {
        Thing::Town(index) => [".town[data-place=\"", STORY.places.get(index)?.id, "\"]"],
        Thing::Column(index) => ["[data-testid=\"route-", STORY.routes.get(index)?.id, "\"]"],
        Thing::Sight(index) => ["[id=\"sight-", STORY.sights.get(index)?.id, "\"]"],
    };
    all(&css.concat()).into_iter().next()
}

/// The thing to which an element belongs.
pub fn thing_of(element: &Element) -> Option<Thing> {
    if let Some(id) = element.get_attribute("data-place") {
        let town = element.class_list().contains("town");
        let index = STORY.places.iter().position(|p| p.id == id);
        return index.filter(|_| town).map(Thing::Town);
    }
    let id = element.get_attribute("data-testid")?;
    if let Some(id) = id.strip_prefix("route-") {
        return STORY
            .routes
            .iter()
            .position(|r| r.id == id)
            .map(Thing::Column);
    }
    let id = id.strip_prefix("sight-")?;
    let index = STORY.sights.iter().position(|s| s.id == id)?;
    Some(Thing::Sight(index))
}
