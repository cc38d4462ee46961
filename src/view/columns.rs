//! The columns of the five armies: their lines, their heads, their names.

use leptos::prelude::*;

use super::state::Page;
use crate::march::Phase;
use crate::scene::column_at;
use crate::story::{Kind, Route, STORY, point};
use crate::svg;

/// All columns.
#[component]
pub fn Columns(page: Page) -> impl IntoView {
    let columns = STORY.routes.iter().enumerate().map(|(i, route)| column(page, i, route));
    view! { <g class="columns" data-testid="routes">{columns.collect_view()}</g> }
}

/// One column. Only what changes with the clock is a closure; a column that stands costs nothing.
fn column(page: Page, index: usize, route: &'static Route) -> impl IntoView {
    let army = STORY.armies.get(route.army);
    let state = Memo::new(move |_| column_at(&STORY, route, page.at.get(), page.telling.get()));
    let length = route.length().max(1.0);
    let progress = move || svg::thousandths(state.get().covered / length);
    let head = move || {
        let head = route.head_at(state.get().covered);
        svg::placed(head.at, head.heading)
    };
    let flies = matches!(route.kind, Kind::Airborne | Kind::Airlift);
    let legs = route.legs.iter().enumerate().map(|(i, leg)| {
        let (from, to) = (f64::from(leg.from), f64::from(leg.to));
        let drawn = move || svg::stretch(route.line, route.along, from, to.min(state.get().covered));
        let by_air = flies && i == 0;
        view! {
            <path class="casing" data-air=by_air.to_string() d=drawn></path>
            <path class="leg" data-certain=leg.certain.to_string() data-air=by_air.to_string() d=drawn></path>
            <path class="core" data-certain=leg.certain.to_string() data-air=by_air.to_string() d=drawn></path>
        }
    });
    let name = route.formation.in_language(page.language);
    view! {
        <g
            class="route"
            data-testid=format!("route-{}", route.id)
            data-state=army.map_or("", |a| a.id)
            data-basis=match route.basis {
                crate::evidence::Basis::Article => "article",
                crate::evidence::Basis::Record => "record",
                crate::evidence::Basis::Both => "both",
            }
            data-kind=match route.kind {
                Kind::Ground => "ground",
                Kind::Airborne | Kind::Airlift => "air",
                Kind::Waiting => "waiting",
            }
            data-phase=move || state.get().phase.key()
            data-certain=move || state.get().certain.to_string()
            data-progress=progress
            tabindex="0"
            role="button"
            aria-label=name
            on:click=move |_| page.picked.set(Some(index))
            on:focus=move |_| page.picked.set(Some(index))
            on:pointerenter=move |event| page.hovered(index, &event.pointer_type())
        >
            <path class="planned" d=svg::polyline(route.planned)></path>
            {legs.collect_view()}
            <path class="reach" d=move || svg::stretch(route.line, route.along, 0.0, state.get().covered)></path>
            <g class="head" transform=head>
                <g class="upright">
                    <circle class="reach" r="14"></circle>
                    <path class="glyph" d=army.map_or("", |a| a.arrowhead)></path>
                </g>
            </g>
        </g>
    }
}

/// The armies' names, beside their columns while any of them is on the map.
#[component]
pub fn ArmyNames(page: Page) -> impl IntoView {
    let names = STORY.armies.iter().enumerate().flat_map(|(index, army)| {
        let present = Memo::new(move |_| {
            let (at, telling) = (page.at.get(), page.telling.get());
            let mut routes = STORY.routes.iter().filter(|r| r.army == index);
            routes.any(|r| column_at(&STORY, r, at, telling).phase != Phase::Absent)
        });
        army.labels.iter().map(move |label| {
            let shown = move || present.get() && page.telling.get().includes(label.basis);
            view! {
                <g class="army-name" data-state=army.id data-shown=move || shown().to_string() transform=svg::translate(point(label.at))>
                    <g class="upright">
                        <path class="glyph" d=army.arrowhead></path>
                        <text x="13" y="4.5">{label.text.in_language(page.language)}</text>
                    </g>
                </g>
            }
        })
    });
    view! { <g class="army-names">{names.collect_view()}</g> }
}
