//! The towns on the map: dots and names of those that have room. The page brings those of its first size; others are
//! made when they find room, and those that lose it go.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{all, effect, flag, put};
use crate::labels::{Labelled, Side};
use crate::story::{Place, STORY};
use crate::view::Page;

/// The towns that are on the map.
pub struct Towns {
    group: Element,
    /// Any of them: new ones are made like it.
    pattern: Element,
    /// By index of the place: the side of its name, and its element.
    shown: RefCell<Vec<Option<(Side, Element)>>>,
    /// The places on whose dots a sign stands, by index: their names make room.
    signed: RefCell<Vec<usize>>,
}

/// Keeps them up to date.
pub fn follow(page: Page) -> Option<Rc<Towns>> {
    let towns = Rc::new(Towns::found()?);
    let kept = Rc::clone(&towns);
    effect(move || page.labels.with(|labels| towns.draw(labels)));
    Some(kept)
}

impl Towns {
    /// Those that the host has written, in the order of the content.
    fn found() -> Option<Self> {
        let written = all(".town");
        let pattern = written.first()?.clone();
        let mut written = written.into_iter().peekable();
        let shown = STORY.places.iter().map(|place| {
            let own =
                |town: &Element| town.get_attribute("data-place").as_deref() == Some(place.id);
            let town = written.next_if(own)?;
            let side = town.get_attribute("data-side");
            let side = Side::ALL
                .into_iter()
                .find(|s| side.as_deref() == Some(s.key()));
            Some((side?, town))
        });
        let shown = RefCell::new(shown.collect());
        Some(Self {
            group: pattern.parent_element()?,
            pattern,
            shown,
            signed: RefCell::default(),
        })
    }

    fn draw(&self, labels: &[Labelled]) {
        let mut shown = self.shown.borrow_mut();
        // From behind: a new one is put before the next that is there.
        let mut next: Option<Element> = None;
        let places = STORY.places.iter().enumerate().zip(shown.iter_mut());
        for ((index, place), slot) in places.rev() {
            let Some(&Labelled::Named(side)) = labels.get(index) else {
                if let Some((_, gone)) = slot.take() {
                    gone.remove();
                }
                continue;
            };
            let before = slot.take();
            let town = match &before {
                Some((_, town)) => Some(town.clone()),
                None => self.made(index, place, next.as_ref()),
            };
            let Some(town) = town else { continue };
            if before.is_none_or(|(was, _)| was != side) {
                put(&town, "data-side", side.key());
                if let Some(name) = town.last_element_child() {
                    let (dx, dy) = side.offset();
                    put(&name, "dx", dx);
                    put(&name, "dy", dy);
                }
            }
            next = Some(town.clone());
            *slot = Some((side, town));
        }
    }

    /// A town that was not there; its name has no side yet.
    fn made(&self, index: usize, place: &Place, next: Option<&Element>) -> Option<Element> {
        let (x, y) = place.at?;
        let town = self.pattern.clone_node_with_deep(true).ok()?;
        let town: Element = town.unchecked_into();
        put(&town, "data-home", flag(place.home));
        put(&town, "data-rank", &place.rank.to_string());
        put(&town, "data-place", place.id);
        let _ =
            town.toggle_attribute_with_force("data-sign", self.signed.borrow().contains(&index));
        let (dot, name) = (town.first_element_child()?, town.last_element_child()?);
        let (x, y) = (x.to_string(), y.to_string());
        put(&dot, "cx", &x);
        put(&dot, "cy", &y);
        put(&name, "x", &x);
        put(&name, "y", &y);
        name.set_text_content(Some(place.name));
        if place.language.is_empty() {
            let _ = name.remove_attribute("lang");
        } else {
            put(&name, "lang", place.language);
        }
        self.group
            .insert_before(&town, next.map(AsRef::as_ref))
            .ok()?;
        Some(town)
    }

    /// Notes on which places' dots signs stand now, by index.
    pub fn sign(&self, places: Vec<usize>) {
        for (index, shown) in self.shown.borrow().iter().enumerate() {
            if let Some((_, town)) = shown {
                let _ = town.toggle_attribute_with_force("data-sign", places.contains(&index));
            }
        }
        self.signed.replace(places);
    }
}
