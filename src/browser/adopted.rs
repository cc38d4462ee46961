//! What follows the clock in markup that the program has adopted: sights, ways out, states, reactions.
//!
//! Each is an attribute on an element that the host has written. Only what changes is written.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Element;

use super::map_towns::{self, Towns};
use super::{all, effect, element, flag, put};
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
    signs(page, map_towns::follow(page));
    states(page);
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
fn signs(page: Page, towns: Option<Rc<Towns>>) {
    let labels = all("[data-label]").into_iter().filter_map(|element| {
        let id = element.get_attribute("data-label")?;
        let route = STORY.routes.iter().position(|r| r.id == id)?;
        let at = (int(&element, "data-x")?, int(&element, "data-y")?);
        Some((element, at, Of::Route(route)))
    });
    let sights = STORY.sights.iter().enumerate().filter_map(|(i, sight)| {
        let element = element(&["sight-", sight.id].concat())?;
        let at = STORY.places.get(sight.place)?.at?;
        Some((element, at, Of::Sight(i)))
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
    let sights = Memo::new(move |_| sights_at(&STORY, page.turn.get(), page.telling.get()));
    let ways_out = Memo::new(move |_| -> Vec<usize> {
        let (at, telling) = (page.turn.get(), page.telling.get());
        let there = |route: &Route| column_at(route, at, telling).phase != Phase::Absent;
        let all = STORY.routes.iter().enumerate();
        all.filter(|(_, r)| !r.kind.enters() && there(r))
            .map(|(i, _)| i)
            .collect()
    });
    effect(move || {
        let (sights, ways_out) = (sights.get(), ways_out.get());
        let (on, off): (Vec<&Sign>, Vec<&Sign>) = signs.iter().partition(|sign| match sign.of {
            Of::Route(i) => ways_out.contains(&i),
            Of::Sight(i) => sights.contains(&i),
        });
        let notes: Vec<Note> = on.iter().map(|sign| sign.note).collect();
        for sign in off {
            put(&sign.element, "data-shown", "false");
        }
        for (sign, corner) in on.iter().zip(page.room_for(&notes)) {
            put(&sign.element, "data-shown", "true");
            put(
                &sign.element,
                "data-side",
                corner.map_or("none", Corner::key),
            );
        }
        if let Some(towns) = &towns {
            let sights = sights.iter().filter_map(|i| STORY.sights.get(*i));
            towns.sign(sights.map(|sight| sight.place).collect());
        }
    });
}

fn int(element: &Element, name: &str) -> Option<i16> {
    element.get_attribute(name)?.parse().ok()
}

/// The entries of reactions, and the states of the world map and of its table: shown from their day on, by the telling's
/// stance.
fn states(page: Page) {
    let entries = STORY.reactions.iter().enumerate();
    let entries = entries.filter_map(|(i, r)| Some((i, element(&["reaction-", r.id].concat())?)));
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
        .chain(entries)
        .collect();
    let appeared = Memo::new(move |_| -> Vec<bool> {
        let at = page.turn.get();
        STORY
            .reactions
            .iter()
            .map(|r| has_appeared(&STORY, r, at))
            .collect()
    });
    effect(move || {
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
