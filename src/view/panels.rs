//! The reaction panels: four groups of entries that appear as the clock reaches their day. The entries are adopted.

use leptos::prelude::*;

use super::adopted;
use super::live::{live, memo};
#[cfg(feature = "ssr")]
use super::print;
use super::state::Page;
use crate::scene::has_appeared;
use crate::story::{Group, STORY};

/// All four panels.
#[component]
pub fn Reactions(page: Page) -> impl IntoView {
    let words = page.words();
    view! {
        <section class="reactions" data-testid="reactions" aria-labelledby="reactions-title">
            <h2 id="reactions-title" tabindex="-1">{words.reactions()}</h2>
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
    let to_come = memo(move || {
        let at = page.turn.get();
        let members = STORY.reactions.iter().filter(|r| r.group == group);
        members.filter(|r| !has_appeared(&STORY, r, at)).count()
    });
    view! {
        <section class="group" data-group=group.key()>
            <h3>{title}</h3>
            {adopted!(print::reactions(words, group))}
            <p class="to-come">{live(move || words.to_come(to_come.get()))}</p>
        </section>
    }
}
