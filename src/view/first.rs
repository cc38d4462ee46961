//! The first stops of the Tab key: pause whatever moves, go past the map. Seen only while the focus is there.

use leptos::prelude::*;

use super::adopted;
use super::live::{click, word};
#[cfg(feature = "ssr")]
use super::print;
use super::state::Page;
use crate::playback::Command;

/// The bar with the two of them.
#[component]
pub fn First(page: Page) -> impl IntoView {
    let words = page.words();
    view! {
        <div class="first">
            <button type="button" data-testid="first" on:click=click(move || page.send(Command::Toggle))>
                {word(move || if page.playing.get() { words.pause() } else { words.play() })}
            </button>
            {adopted!(print::skip(words))}
        </div>
    }
}
