//! What follows the clock in markup that the program has adopted: sights, ways out, states, the chosen entry.
//!
//! Each is an attribute on an element that the host has written. Only what changes is written.

use leptos::prelude::*;
use web_sys::Element;

use super::{all, element};
use crate::evidence::Telling;
use crate::labels::text_width;
use crate::march::Phase;
use crate::notes::{Corner, Note};
use crate::scene::{column_at, has_appeared, sights_at};
use crate::story::{Route, STORY};
use crate::view::Page;

/// The words beside signs are smaller than towns' names: 11.5 px against 12.5.
const SMALLER: f64 = 0.92;

/// Keeps the adopted markup up to date.
pub fn follow(page: Page) {
    signs(page);
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

/// Words beside a sign on the map: of a way out or of a sight.
struct Sign {
    element: Element,
    note: Note,
    of: Of,
}

/// What a sign belongs to, by index.
#[derive(Clone, Copy)]
enum Of {
    Route(usize),
    Sight(usize),
}

/// Sights and the names of the ways out, in their time, where there is room.
fn signs(page: Page) {
    let labels = all("[data-label]").into_iter().filter_map(|element| {
        let id = element.get_attribute("data-label")?;
        let route = STORY.routes.iter().position(|r| r.id == id)?;
        let at = (int(&element, "data-x")?, int(&element, "data-y")?);
        Some((element, at, Of::Route(route)))
    });
    let sights = STORY.sights.iter().enumerate().filter_map(|(i, sight)| {
        let element = element(&["sight-", sight.id].concat())?;
        Some((element, STORY.places.get(sight.place)?.at?, Of::Sight(i)))
    });
    let signs: Vec<Sign> = labels
        .chain(sights)
        .map(|(element, at, of)| {
            let width = text_width(&element.text_content().unwrap_or_default()) * SMALLER;
            Sign {
                element,
                note: Note { at, width },
                of,
            }
        })
        .collect();
    let sights = Memo::new(move |_| sights_at(&STORY, page.at.get(), page.telling.get()));
    let ways_out = Memo::new(move |_| -> Vec<usize> {
        let (at, telling) = (page.at.get(), page.telling.get());
        let there = |route: &Route| column_at(route, at, telling).phase != Phase::Absent;
        let all = STORY.routes.iter().enumerate();
        all.filter(|(_, r)| !r.kind.enters() && there(r))
            .map(|(i, _)| i)
            .collect()
    });
    Effect::new(move |_| {
        let (sights, ways_out) = (sights.get(), ways_out.get());
        let (on, off): (Vec<&Sign>, Vec<&Sign>) = signs.iter().partition(|sign| match sign.of {
            Of::Route(i) => ways_out.contains(&i),
            Of::Sight(i) => sights.contains(&i),
        });
        let notes: Vec<Note> = on.iter().map(|sign| sign.note).collect();
        for (sign, corner) in on.iter().zip(page.room_for(&notes)) {
            put(&sign.element, "data-shown", "true");
            put(
                &sign.element,
                "data-side",
                corner.map_or("none", Corner::key),
            );
        }
        for sign in off {
            put(&sign.element, "data-shown", "false");
        }
    });
}

fn int(element: &Element, name: &str) -> Option<i16> {
    element.get_attribute(name)?.parse().ok()
}

/// The states of the world map and of its table: shown from their day on, by the telling's stance.
fn states(page: Page) {
    let states: Vec<(usize, Element)> = all("[data-country]")
        .into_iter()
        .filter_map(|element| {
            let code = element.get_attribute("data-country")?;
            let found = STORY
                .reactions
                .iter()
                .position(|r| r.state == Some(code.as_str()));
            Some((found?, element))
        })
        .collect();
    let appeared = Memo::new(move |_| -> Vec<bool> {
        let at = page.at.get();
        STORY
            .reactions
            .iter()
            .map(|r| has_appeared(&STORY, r, at))
            .collect()
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
                put(
                    element,
                    "data-shown",
                    flag(appeared.get(*index) == Some(&true)),
                );
                put(element, "data-chosen", flag(chosen == Some(*index)));
            }
        });
    });
}
