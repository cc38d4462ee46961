//! The stage: the map, what moves on it, its buttons and the card of a column.

use leptos::prelude::*;

use super::adopted;
use super::columns::{ArmyNames, columns};
use super::live::{click, flag, live, memo, word};
#[cfg(feature = "ssr")]
use super::print;
use super::state::{Notice, Page};
use crate::camera::{Look, ZOOM_STEP};
use crate::labels::{FEW_WORDS, Labelled};
use crate::march::Phase;
use crate::moment::Precision;
use crate::scene::{column_at, landings_at, light_on};
use crate::story::{MapBox, STORY, point};
use crate::svg;
use crate::words::fill;

/// `viewBox` of the map: the part that every screen shows.
fn view_box(view: MapBox) -> String {
    let mut text = String::new();
    for value in [view.x, view.y, view.width, view.height] {
        svg::push_tenths(&mut text, value);
        text.push(' ');
    }
    text.pop();
    text
}

/// The map with everything on it. On the compact page the status line lies behind a tab, so the map says the same.
#[component]
pub fn Stage(page: Page) -> impl IntoView {
    let words = page.words();
    let light = memo(move || light_on(&STORY, page.at.get()));
    let world = || {
        live(move || {
            let camera = page.camera.get();
            svg::zoomed(camera.shift(STORY.view), camera.zoom)
        })
    };
    let (lines, heads) = columns(page);
    view! {
        <section
            class="stage"
            id="stage"
            data-testid="map"
            data-light=word(move || light.get().key())
            data-near=flag(move || page.camera.get().zoom > 1.5)
            aria-label=words.map()
            tabindex="0"
        >
            <svg class="base" viewBox=view_box(STORY.view) aria-hidden="true">
                <g transform=world()>{adopted!(print::base_map(page.words()))}</g>
            </svg>
            <svg class="live" viewBox=view_box(STORY.view) role="group" aria-label=words.map_label()>
                <g transform=world()>
                    <g class="columns" data-testid="routes">{lines}</g>
                    {adopted!(print::route_labels(page.words()))}
                    <g class="heads" aria-hidden="true">{heads}</g>
                    <Towns page/>
                    {adopted!(print::sights(page.words()))}
                    <Landings page/>
                    <ArmyNames page/>
                    <Mark page/>
                </g>
            </svg>
            <div class="zoom">
                <button type="button" aria-label=words.zoom_in() on:click=click(move || page.look(Look::ZoomMiddle(ZOOM_STEP)))>
                    "+"
                </button>
                <button
                    type="button"
                    aria-label=words.zoom_out()
                    on:click=click(move || page.look(Look::ZoomMiddle(1.0 / ZOOM_STEP)))
                >
                    "\u{2212}"
                </button>
                <button type="button" aria-label=words.zoom_whole() on:click=click(move || page.look(Look::Whole))>
                    "0"
                </button>
            </div>
            <Card page/>
            <p
                class="notice"
                role="status"
                data-testid="notice"
                data-shown=flag(move || page.framed.get() && page.notice.get() != Notice::None)
            >
                {live(move || page.notice_text())}
            </p>
        </section>
    }
}

/// Towns: dot and name, as far as there is room.
#[component]
fn Towns(page: Page) -> impl IntoView {
    let towns = STORY.places.iter().enumerate().filter(|(_, p)| p.rank < 5).filter_map(|(i, place)| {
        let at = point(place.at?);
        let side = word(move || {
            page.labels.with(|all| match all.get(i) {
                Some(Labelled::Named(side)) => side.key(),
                _ => "none",
            })
        });
        Some(view! {
            <g class="town" data-home=place.home.to_string() data-rank=place.rank.to_string() data-side=side transform=svg::translate(at)>
                {adopted!(print::town(i))}
            </g>
        })
    });
    view! { <g class="towns" aria-hidden="true">{towns.collect_view()}</g> }
}

/// Aircraft landed, beside their fields.
#[component]
fn Landings(page: Page) -> impl IntoView {
    let words = page.words();
    let counts = memo(move || landings_at(&STORY, page.at.get(), page.telling.get()));
    let mut fields: Vec<usize> = Vec::new();
    for field in STORY
        .routes
        .iter()
        .filter_map(|r| Some(r.landings.as_ref()?.field))
    {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let labels = fields.into_iter().filter_map(|field| {
        let place = STORY.places.get(field)?;
        let at = point(place.at?);
        let count = memo(move || counts.with(|all| all.iter().find(|c| c.field == field).copied()));
        let text = live(move || {
            let few = page.scale.get() < FEW_WORDS;
            count.get().map_or_else(String::new, |c| if few { c.sign() } else { words.landed(&c) })
        });
        Some(view! {
            <g class="landed" data-testid=format!("landed-{}", place.id) data-shown=flag(move || count.get().is_some()) transform=svg::translate(at)>
                <g class="upright">
                    <text class="field" y="11" translate="no">{place.name}</text>
                    <text class="count" y="24">{text}</text>
                </g>
            </g>
        })
    });
    view! { <g class="landings">{labels.collect_view()}</g> }
}

/// The ring around the place a reader asked for.
#[component]
fn Mark(page: Page) -> impl IntoView {
    let place = move || page.marked.get().and_then(|i| STORY.places.get(i));
    let at = live(move || {
        place()
            .and_then(|p| p.at)
            .map_or_else(String::new, |v| svg::translate(point(v)))
    });
    view! {
        <g class="place-mark" data-shown=flag(move || place().is_some()) transform=at>
            <g class="upright">
                <circle r="11"></circle>
                <text y="-17" translate="no">{word(move || place().map_or("", |p| p.name))}</text>
            </g>
        </g>
    }
}

/// The card of a column: what it is doing now, and its entry from the list of columns.
#[component]
fn Card(page: Page) -> impl IntoView {
    let words = page.words();
    view! {
        <aside class="card" data-testid="card" data-shown=flag(move || page.picked.get().is_some()) data-army=word(move || army_key(page))>
            <button class="close" type="button" on:click=click(move || page.picked.set(None))>
                {words.close()}
            </button>
            <p class="now">
                <b>{words.column_now()}</b>
                " "
                <span>{live(move || now_in_words(page))}</span>
            </p>
            <div id="card-entry"></div>
        </aside>
    }
}

/// Key of the army of the picked column.
fn army_key(page: Page) -> &'static str {
    let route = page.picked.get().and_then(|i| STORY.routes.get(i));
    route
        .and_then(|r| r.army.and_then(|a| STORY.armies.get(a)))
        .map_or("", |a| a.id)
}

/// Where the picked column is at this moment, in words.
fn now_in_words(page: Page) -> String {
    let words = page.words();
    let Some(route) = page.picked.get().and_then(|i| STORY.routes.get(i)) else {
        return String::new();
    };
    let column = column_at(route, page.at.get(), page.telling.get());
    let reached = route.station_reached(column.covered);
    let station = |i: usize| route.stations.get(i);
    let name = |i: usize| {
        station(i)
            .and_then(|s| STORY.places.get(s.place))
            .map_or("", |p| p.name)
    };
    let mut text = match column.phase {
        Phase::Absent => String::new(),
        Phase::Waiting => fill(words.column_waiting(), "place", name(0)),
        Phase::Held => fill(words.column_held(), "place", name(reached)),
        Phase::Moving => {
            let text = fill(words.column_moving(), "from", name(reached));
            fill(&text, "to", name(reached + 1))
        }
        Phase::Arrived => {
            let time = station(reached).map_or_else(String::new, |s| {
                if s.precision == Precision::Unknown {
                    words.column_no_time().to_owned()
                } else {
                    words.dated(s.at, s.precision)
                }
            });
            fill(
                &fill(words.column_arrived(), "place", name(reached)),
                "time",
                &time,
            )
        }
    };
    if column.phase != Phase::Absent && !column.certain {
        text.push_str("; ");
        text.push_str(words.column_uncertain());
    }
    text
}
