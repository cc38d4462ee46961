//! What the reader sees: components that read signals, draw and send commands.
//!
//! No view knows history, holds arithmetic or calls the browser while it is built: the host renders
//! the same components into the page's opening markup.

mod army_names;
mod clock;
mod first;
mod live;
mod panels;
mod stage;
mod state;
mod switches;
mod tabs;

#[cfg(feature = "ssr")]
pub mod print;

use leptos::prelude::*;

pub use stage::column_now;
pub use state::{Notice, Page, Tab, Thing};

use live::{click, flag, live, word};

use crate::evidence::Telling;
use crate::story::STORY;
use crate::words::{SUBTITLE, TITLE};

/// Markup that never changes: the host writes it, the browser finds it in the page and keeps it.
/// The expression is compiled for the host alone, so that its text is sent to the reader once.
macro_rules! adopted {
    ($html:expr) => {{
        #[cfg(feature = "ssr")]
        let html: String = $html;
        #[cfg(not(feature = "ssr"))]
        let html = "";
        leptos::tachys::html::InertElement::new(html)
    }};
}
pub(crate) use adopted;

/// The whole page.
#[component]
pub fn App(
    /// The page's state.
    page: Page,
) -> impl IntoView {
    let words = page.words();
    view! {
        <div
            class="page"
            data-telling=word(move || page.telling.get().key())
            data-tab=word(move || page.tab.get().key())
            data-act=word(move || STORY.timeline.acts.get(page.act.get()).map_or("", |act| act.id))
            data-over=flag(move || page.show.over.get())
            data-blank=flag(move || page.show.blank.get())
            on:click=move |event| page.clicked(&event)
        >
            <first::First page/>
            <stage::Stage page/>
            <clock::Clock page/>
            <tabs::Tabs page/>
            <main class="panel" id="panel" aria-label=words.tab_story() tabindex="-1">
                <header class="masthead">
                    <h1>{words.say(TITLE)}</h1>
                    <p class="subtitle">{words.say(SUBTITLE)}</p>
                    {adopted!(print::languages(words))}
                    <switches::Telling page/>
                    <p class="telling-note">
                        {word(move || match page.telling.get() {
                            Telling::Article => words.telling_note_article(),
                            Telling::Record => words.telling_note_record(),
                        })}
                    </p>
                    <p
                        class="status"
                        id="status"
                        data-testid="status"
                        data-failed=words.status_failed()
                        data-stopped=words.status_stopped()
                    >
                        {live(move || page.notice_text())}
                    </p>
                    <button
                        class="renew"
                        type="button"
                        data-testid="renew"
                        data-shown=flag(move || page.notice.get() == Notice::NewVersion)
                        on:click=click(renew)
                    >
                        {words.reload()}
                    </button>
                    {adopted!(print::no_script(words))}
                    {adopted!(print::tools(words))}
                </header>
                {adopted!(print::stills(words))}
                {adopted!(print::towns(words))}
                {adopted!(print::story(words))}
                {adopted!(print::world(words))}
                <panels::Reactions page/>
                {adopted!(print::then_and_now(words))}
                {adopted!(print::films(words))}
                {adopted!(print::events(words))}
                {adopted!(print::hand_out(words))}
                {adopted!(print::lists(words))}
                {adopted!(print::sources(words))}
                <switches::Theme page/>
                <switches::Motion page/>
                {adopted!(print::credits(words))}
                {adopted!(print::share(words))}
                {adopted!(print::embed(words))}
                {adopted!(print::paper(words))}
            </main>
            {adopted!(print::keys(words))}
        </div>
    }
}

/// The reader wants the new version.
fn renew() {
    #[cfg(feature = "hydrate")]
    crate::browser::renew();
}
