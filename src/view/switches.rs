//! The page's two switches: whose account is shown, and in which colours.

use leptos::prelude::*;

use super::live::{change, checked};
use super::state::Page;
use crate::address;
use crate::evidence;

/// 'As the article tells it' or 'As the record has it'.
#[component]
pub fn Telling(page: Page) -> impl IntoView {
    let words = page.words();
    let choice = move |telling: evidence::Telling, name: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="basis"
                    value=telling.key()
                    checked=telling == evidence::Telling::Record
                    prop:checked=checked(move || page.telling.get() == telling)
                    on:change=change(move || page.tell(telling))
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="switch" data-testid="basis">
            <legend>{words.telling()}</legend>
            {choice(evidence::Telling::Article, words.telling_article())}
            {choice(evidence::Telling::Record, words.telling_record())}
        </fieldset>
    }
}

/// The colours: as the system has them, light, dark.
#[component]
pub fn Theme(page: Page) -> impl IntoView {
    let words = page.words();
    let choice = move |theme: address::Theme, name: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="theme"
                    value=theme.key()
                    checked=theme == address::Theme::Auto
                    prop:checked=checked(move || page.theme.get() == theme)
                    on:change=change(move || page.paint(theme))
                />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="switch" data-testid="theme">
            <legend>{words.theme()}</legend>
            {choice(address::Theme::Auto, words.theme_auto())}
            {choice(address::Theme::Light, words.theme_light())}
            {choice(address::Theme::Dark, words.theme_dark())}
        </fieldset>
    }
}
