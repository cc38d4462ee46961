//! The columns of the five armies: their lines, their heads, their names.

use leptos::prelude::*;

use super::live::{click, flag, live, memo, word};
use super::state::Page;
use crate::evidence::Basis;
use crate::labels::FEW_WORDS;
use crate::march::{Column, Phase};
use crate::scene::column_at;
use crate::story::{Kind, Leg, Route, STORY, point};
use crate::svg;

/// All columns: their lines, and apart from them their heads, because these stand over all lines, and under the
/// towns' names.
pub fn columns(page: Page) -> (Vec<AnyView>, Vec<AnyView>) {
    let each = STORY.routes.iter().enumerate().map(|(index, route)| {
        // Only what changes with the clock follows this: a column that stands costs nothing.
        let state = memo(move || column_at(route, page.at.get(), page.telling.get()));
        (
            line(page, index, route, state).into_any(),
            head(page, index, route, state).into_any(),
        )
    });
    each.unzip()
}

/// What a column's army is called in the markup.
pub(super) fn army_key(route: &Route) -> &'static str {
    route
        .army
        .and_then(|army| STORY.armies.get(army))
        .map_or("refugees", |army| army.id)
}

/// The line of one column, with all that tests and readers ask of it.
fn line(page: Page, index: usize, route: &'static Route, state: Memo<Column>) -> impl IntoView {
    let length = route.length().max(1.0);
    let basis = match route.basis {
        Basis::Article => "article",
        Basis::Record => "record",
        Basis::Both => "both",
    };
    let open = move || page.picked.set(Some(index));
    let legs: Vec<_> = route
        .legs
        .iter()
        .enumerate()
        .map(|(i, leg)| stretch(route, i, leg, state))
        .collect();
    view! {
        <g
            class="route"
            data-testid=format!("route-{}", route.id)
            data-state=army_key(route)
            data-basis=basis
            data-phase=word(move || state.get().phase.key())
            data-certain=flag(move || state.get().certain)
            data-progress=live(move || svg::thousandths(state.get().covered / length))
            tabindex="0"
            role="button"
            aria-label=page.words().say(route.formation)
            on:click=click(open)
            on:focus=move |_| open()
            on:pointerenter=move |event| page.hovered(index, &event.pointer_type())
        >
            <path class="planned" d=svg::polyline(route.planned)></path>
            {legs}
            <path
                class="reach"
                d=live(move || svg::stretch(route.line, route.along, 0.0, state.get().covered))
            ></path>
        </g>
    }
}

/// One stretch of a line, as far as the column has come: a casing, the line, and the core that
/// makes it hollow where it is not certain.
fn stretch(
    route: &'static Route,
    number: usize,
    leg: &'static Leg,
    state: Memo<Column>,
) -> impl IntoView + use<> {
    let (from, to) = (f64::from(leg.from), f64::from(leg.to));
    let drawn =
        || live(move || svg::stretch(route.line, route.along, from, to.min(state.get().covered)));
    let air = (matches!(route.kind, Kind::Airborne | Kind::Airlift) && number == 0).to_string();
    let certain = leg.certain.to_string();
    view! {
        <path class="casing" data-air=air.clone() d=drawn()></path>
        <path class="leg" data-certain=certain.clone() data-air=air.clone() d=drawn()></path>
        <path class="core" data-certain=certain data-air=air d=drawn()></path>
    }
}

/// Path data of a column's head; who flees has a plain dot.
pub(super) fn arrowhead(route: &Route) -> &'static str {
    let army = route.army.and_then(|army| STORY.armies.get(army));
    army.map_or("M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0z", |army| army.arrowhead)
}

/// The head of one column.
fn head(page: Page, index: usize, route: &'static Route, state: Memo<Column>) -> impl IntoView {
    let arrowhead = arrowhead(route);
    let placed = live(move || {
        let head = route.head_at(state.get().covered);
        svg::placed(head.at, head.heading)
    });
    view! {
        <g
            class="head"
            data-state=army_key(route)
            data-phase=word(move || state.get().phase.key())
            data-certain=flag(move || state.get().certain)
            transform=placed
            on:click=click(move || page.picked.set(Some(index)))
            on:pointerenter=move |event| page.hovered(index, &event.pointer_type())
        >
            <g class="upright">
                <circle class="reach" r="14"></circle>
                <path class="glyph" d=arrowhead></path>
            </g>
        </g>
    }
}

/// The armies' names, beside their columns while any of them is on the map.
#[component]
pub fn ArmyNames(page: Page) -> impl IntoView {
    let mut names = Vec::new();
    for (index, army) in STORY.armies.iter().enumerate() {
        let present = memo(move || {
            let (at, telling) = (page.at.get(), page.telling.get());
            let mut routes = STORY
                .routes
                .iter()
                .filter(|r| r.army == Some(index) && r.kind.enters());
            routes.any(|r| column_at(r, at, telling).phase != Phase::Absent)
        });
        for label in army.labels {
            let shown = flag(move || present.get() && page.telling.get().includes(label.basis));
            let words = word(move || {
                let few = page.scale.get() < FEW_WORDS;
                page.words().say(if few { army.name } else { label.text })
            });
            names.push(view! {
                <g
                    class="army-name"
                    data-state=army.id
                    data-shown=shown
                    transform=svg::translate(point(label.at))
                >
                    <g class="upright">
                        <path class="glyph" d=army.arrowhead></path>
                        <text x="13" y="4.5">{words}</text>
                    </g>
                </g>
            });
        }
    }
    view! { <g class="army-names">{names}</g> }
}
