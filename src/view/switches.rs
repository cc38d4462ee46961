//! The page's switches: whose account is shown, in which colours, and how much moves.

use leptos::prelude::*;

use super::live::{Checked, change, checked};
use super::state::Page;
use crate::address;
use crate::evidence;
use crate::motion;

/// What a change of a switch does.
type Change = Box<dyn FnMut(leptos::ev::Event)>;

/// One choice of a switch: a radio button under its words. `first` is what the host shows as chosen.
fn choice(
    group: &'static str,
    value: &'static str,
    name: &'static str,
    first: bool,
    chosen: Checked,
    choose: Change,
) -> impl IntoView {
    view! {
        <label>
            <input type="radio" name=group value=value checked=first prop:checked=chosen on:change=choose/>
            <span>{name}</span>
        </label>
    }
}

/// 'As the article tells it' or 'As the record has it'.
#[component]
pub fn Telling(page: Page) -> impl IntoView {
    let words = page.words();
    let choice = move |telling: evidence::Telling, name: &'static str| {
        choice(
            "basis",
            telling.key(),
            name,
            telling == evidence::Telling::Record,
            checked(move || page.telling.get() == telling),
            change(move || page.tell(telling)),
        )
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
        choice(
            "theme",
            theme.key(),
            name,
            theme == address::Theme::Auto,
            checked(move || page.theme.get() == theme),
            change(move || page.paint(theme)),
        )
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

/// How much moves: as the system asks, less, all.
#[component]
pub fn Motion(page: Page) -> impl IntoView {
    let words = page.words();
    let choice = move |motion: motion::Motion, name: &'static str| {
        choice(
            "motion",
            motion.key(),
            name,
            motion == motion::Motion::Auto,
            checked(move || page.motion.get() == motion),
            change(move || page.move_by(motion)),
        )
    };
    view! {
        <fieldset class="switch" data-testid="motion">
            <legend>{words.motion()}</legend>
            {choice(motion::Motion::Auto, words.theme_auto())}
            {choice(motion::Motion::Less, words.motion_less())}
            {choice(motion::Motion::Full, words.motion_full())}
        </fieldset>
    }
}
