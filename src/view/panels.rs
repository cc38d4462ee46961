//! The reaction panels: four groups of entries that appear as the clock reaches their day.

use leptos::prelude::*;

use super::adopted;
use super::live::{flag, live, memo, word};
#[cfg(feature = "ssr")]
use super::print;
use super::state::Page;
use crate::evidence::Telling;
use crate::scene::has_appeared;
use crate::story::{Group, Reaction, STORY};

/// All four panels.
#[component]
pub fn Reactions(page: Page) -> impl IntoView {
    let words = page.words();
    view! {
        <section class="reactions" data-testid="reactions" aria-labelledby="reactions-title">
            <h2 id="reactions-title">{words.reactions()}</h2>
            <p class="lead">{words.reactions_lead()}</p>
            {Group::ALL.map(|group| panel(page, group)).collect_view()}
        </section>
    }
}

/// One panel.
fn panel(page: Page, group: Group) -> impl IntoView {
    let words = page.words();
    let title = match group {
        Group::Home => words.group_home(),
        Group::States => words.group_states(),
        Group::Invaders => words.group_invaders(),
        Group::Organisations => words.group_organisations(),
    };
    let members = move || {
        STORY
            .reactions
            .iter()
            .enumerate()
            .filter(move |(_, r)| r.group == group)
    };
    let to_come = memo(move || {
        let at = page.at.get();
        members()
            .filter(|(_, r)| !has_appeared(&STORY, r, at))
            .count()
    });
    let entries = members().map(|(i, reaction)| entry(page, i, reaction));
    view! {
        <section class="group" data-group=group.key()>
            <h3>{title}</h3>
            <ul>{entries.collect_view()}</ul>
            <p class="to-come">{live(move || words.to_come(to_come.get()))}</p>
        </section>
    }
}

/// One entry. Its text is adopted; the clock and the switch set its attributes.
fn entry(page: Page, index: usize, reaction: &'static Reaction) -> impl IntoView {
    let shown = memo(move || has_appeared(&STORY, reaction, page.at.get()));
    let stance = word(move || match page.telling.get() {
        Telling::Record => reaction.stance.key(),
        Telling::Article => reaction.article_stance.map_or("unmentioned", |s| s.key()),
    });
    view! {
        <li
            class="reaction"
            id=format!("reaction-{}", reaction.id)
            data-testid=format!("reaction-{}", reaction.id)
            data-stance=stance
            data-shown=flag(move || shown.get())
            data-chosen=flag(move || page.chosen.get() == Some(index))
        >
            {adopted!(print::reaction(page.words(), index, reaction))}
        </li>
    }
}
