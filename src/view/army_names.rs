//! The names of the armies on the map, while they are there.

use leptos::prelude::*;

use super::live::{flag, memo, word};
use super::state::Page;
use crate::labels::FEW_WORDS;
use crate::march::Phase;
use crate::scene::column_at;
use crate::story::{STORY, point};
use crate::svg;

/// The armies' names, beside their columns while any of them is on the map.
#[component]
pub fn ArmyNames(page: Page) -> impl IntoView {
    let mut names = Vec::new();
    for (index, army) in STORY.armies.iter().enumerate() {
        let present = memo(move || {
            let (at, telling) = (page.turn.get(), page.telling.get());
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
