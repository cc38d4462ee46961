//! What follows the clock in markup that the program has adopted: sights, ways out, states, the chosen entry.
//!
//! Each is an attribute on an element that the host has written. Only what changes is written.

use leptos::prelude::*;
use web_sys::Element;

use super::{all, element};
use crate::evidence::Telling;
use crate::labels::Labelled;
use crate::march::Phase;
use crate::scene::{column_at, has_appeared, sights_at};
use crate::story::STORY;
use crate::view::Page;

/// Keeps the adopted markup up to date.
pub fn follow(page: Page) {
    sights(page);
    ways_out(page);
    states(page);
}

/// Sets an attribute where it differs.
fn put(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Sights in their time, with their words under the town's name.
fn sights(page: Page) {
    let shown = Memo::new(move |_| sights_at(&STORY, page.at.get(), page.telling.get()));
    let elements: Vec<Option<Element>> = STORY
        .sights
        .iter()
        .map(|sight| element(&["sight-", sight.id].concat()))
        .collect();
    Effect::new(move |_| {
        let shown = shown.get();
        page.labels.with(|labels| {
            for (index, (sight, element)) in STORY.sights.iter().zip(&elements).enumerate() {
                let Some(element) = element else { continue };
                let is_shown = shown.contains(&index);
                put(element, "data-shown", flag(is_shown));
                if is_shown {
                    let side = match labels.get(sight.place) {
                        Some(Labelled::Named(side)) => side.key(),
                        _ => "none",
                    };
                    put(element, "data-side", side);
                }
            }
        });
    });
}

/// The names of the ways out, as long as these are on the map.
fn ways_out(page: Page) {
    let labels: Vec<(usize, Element)> = all("[data-label]")
        .into_iter()
        .filter_map(|element| {
            let id = element.get_attribute("data-label")?;
            Some((STORY.routes.iter().position(|r| r.id == id)?, element))
        })
        .collect();
    let present = Memo::new(move |_| -> Vec<bool> {
        let (at, telling) = (page.at.get(), page.telling.get());
        let there = |route| column_at(route, at, telling).phase != Phase::Absent;
        STORY.routes.iter().map(|r| !r.kind.enters() && there(r)).collect()
    });
    Effect::new(move |_| {
        present.with(|present| {
            for (route, element) in &labels {
                put(element, "data-shown", flag(present.get(*route) == Some(&true)));
            }
        });
    });
}

/// The states of the world map and of its table: shown from their day on, by the telling's stance.
fn states(page: Page) {
    let states: Vec<(usize, Element)> = all("[data-country]")
        .into_iter()
        .filter_map(|element| {
            let code = element.get_attribute("data-country")?;
            let found = STORY.reactions.iter().position(|r| r.state == Some(code.as_str()));
            Some((found?, element))
        })
        .collect();
    let appeared = Memo::new(move |_| -> Vec<bool> {
        let at = page.at.get();
        STORY.reactions.iter().map(|r| has_appeared(&STORY, r, at)).collect()
    });
    Effect::new(move |_| {
        let (telling, chosen) = (page.telling.get(), page.chosen.get());
        appeared.with(|appeared| {
            for (index, element) in &states {
                let Some(reaction) = STORY.reactions.get(*index) else {
                    continue;
                };
                let stance = match telling {
                    Telling::Record => reaction.stance.key(),
                    Telling::Article => reaction.article_stance.map_or("unmentioned", |s| s.key()),
                };
                put(element, "data-stance", stance);
                put(element, "data-shown", flag(appeared.get(*index) == Some(&true)));
                put(element, "data-chosen", flag(chosen == Some(*index)));
            }
        });
    });
}
