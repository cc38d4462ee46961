//! The stage: the map, what moves on it, its buttons and the card of a column.

use leptos::prelude::*;

use super::adopted;
use super::army_names::ArmyNames;
use super::live::{click, flag, live, memo, word};
#[cfg(feature = "ssr")]
use super::print;
use super::state::{Notice, Page};
use crate::camera::{Look, ZOOM_STEP};
use crate::description::column_in_words;
use crate::labels::has_room_for_count;
use crate::scene::{column_at, landings_at, light_on};
use crate::story::{MapBox, STORY, point};
use crate::svg;

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

/// The map with everything on it. On the compact page the status line lies behind a tab, so the map shows the same.
#[component]
pub fn Stage(page: Page) -> impl IntoView {
    let words = page.words();
    let light = memo(move || light_on(&STORY, page.turn.get()));
    let world = || {
        live(move || {
            let camera = page.camera.get();
            svg::zoomed(camera.shift(STORY.view), camera.zoom)
        })
    };
    view! {
        <section
            class="stage"
            id="stage"
            data-testid="map"
            data-light=word(move || light.get().key())
            data-near=flag(move || page.camera.get().zoom > 1.5)
            aria-labelledby="map-title"
            aria-describedby="map-description"
            tabindex="0"
        >
            <h2 class="unseen" id="map-title">{words.map()}</h2>
            {adopted!(print::map_in_words(words))}
            <svg class="base" viewBox=view_box(STORY.view) aria-hidden="true">
                <g transform=world()>{adopted!(print::base_map(page.words()))}</g>
            </svg>
            <div role="group" aria-label=words.map_label()>
                <svg class="live" viewBox=view_box(STORY.view) role="presentation">
                    <g transform=world()>
                        {adopted!(print::lines(page.words()))}
                        {adopted!(print::heads())}
                    </g>
                </svg>
                <svg class="names" viewBox=view_box(STORY.view) role="presentation">
                    <g transform=world()>
                        {adopted!(print::route_labels(page.words()))}
                        {adopted!(print::towns_on_map(&page.labels.get_untracked()))}
                        {adopted!(print::sights(page.words()))}
                        <Landings page/>
                        <ArmyNames page/>
                        <Mark page/>
                        <Ring page/>
                    </g>
                </svg>
            </div>
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
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M1 5V1h4M11 1h4v4M15 11v4h-4M5 15H1v-4"></path></svg>
                </button>
            </div>
            <Card page/>
            {adopted!(print::leave(page.words()))}
            <p
                class="notice"
                data-testid="notice"
                data-shown=flag(move || page.framed.get() && page.notice.get() != Notice::None)
            >
                {live(move || page.notice_text())}
            </p>
        </section>
    }
}

/// Aircraft landed, beside their fields.
#[component]
fn Landings(page: Page) -> impl IntoView {
    let words = page.words();
    let counts = memo(move || landings_at(&STORY, page.turn.get(), page.telling.get()));
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
        let vertex = place.at?;
        let at = point(vertex);
        let count = memo(move || counts.with(|all| all.iter().find(|c| c.field == field).copied()));
        let text = live(move || {
            let scale = page.scale.get();
            count.get().map_or_else(String::new, |c| {
                let told = words.landed(&c);
                if has_room_for_count(&STORY, vertex, &told, scale) { told } else { c.sign() }
            })
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

/// The ring around the thing on the map that has the focus, where arrow keys have brought it: it goes along with a
/// column that moves.
#[component]
fn Ring(page: Page) -> impl IntoView {
    let spot = memo(move || page.walked.get().and_then(|thing| page.spot(thing)));
    let at = live(move || spot.get().map_or_else(String::new, svg::translate));
    view! {
        <g class="ring" data-shown=flag(move || spot.get().is_some()) transform=at>
            <g class="upright">
                <circle class="halo" r="15"></circle>
                <circle r="15"></circle>
            </g>
        </g>
    }
}

/// The card of a column: what it is doing now, and its entry from the list of columns.
#[component]
fn Card(page: Page) -> impl IntoView {
    let words = page.words();
    view! {
        <div
            class="card"
            role="group"
            aria-label=words.card_label()
            data-testid="card"
            data-shown=flag(move || page.picked.get().is_some())
            data-army=word(move || army_key(page))
            data-side=word(move || page.free_side())
        >
            <button class="close" type="button" on:click=click(move || page.picked.set(None))>
                {words.close()}
            </button>
            <p class="now">
                <b>{words.column_now()}</b>
                " "
                <span>{live(move || page.picked.get().map_or_else(String::new, |i| column_now(page, i)))}</span>
            </p>
            <div id="card-entry"></div>
        </div>
    }
}

/// Key of the army of the picked column.
fn army_key(page: Page) -> &'static str {
    let route = page.picked.get().and_then(|i| STORY.routes.get(i));
    route
        .and_then(|r| r.army.and_then(|a| STORY.armies.get(a)))
        .map_or("", |a| a.id)
}

/// Where a column is at this moment, in words.
pub fn column_now(page: Page, index: usize) -> String {
    let words = page.words();
    let Some(route) = STORY.routes.get(index) else {
        return String::new();
    };
    let column = column_at(route, page.at.get(), page.telling.get());
    column_in_words(words, &STORY, route, column)
}
