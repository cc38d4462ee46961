//! The tabs of the compact page: map, story, reactions. The full page shows all three and has none.

use leptos::prelude::*;

use super::live::{click, flag};
use super::state::{Page, Tab};

/// One button for each part; the style sheet shows them in frames.
#[component]
pub fn Tabs(page: Page) -> impl IntoView {
    let words = page.words();
    let tab = move |tab: Tab, name: &'static str| {
        view! {
            <button
                type="button"
                data-testid=format!("tab-{}", tab.key())
                aria-pressed=flag(move || page.tab.get() == tab)
                on:click=click(move || page.tab.set(tab))
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="tabs" role="group" aria-label=words.tabs()>
            {tab(Tab::Map, words.map())}
            {tab(Tab::Story, words.tab_story())}
            {tab(Tab::Reactions, words.reactions())}
        </div>
    }
}
