//! The clock: play and pause, speed, events, the scrubber, the moment in words.

use leptos::prelude::*;

use super::adopted;
#[cfg(feature = "ssr")]
use super::print;
use super::state::Page;
use crate::playback::{Command, Speed};
use crate::scene::current_event;
use crate::story::STORY;
use crate::svg;
use crate::words::ACT_SHORTS;

/// The clock and its controls.
#[component]
pub fn Clock(page: Page) -> impl IntoView {
    let words = page.words();
    let playing = Memo::new(move |_| page.playback.get().playing);
    let minute = Memo::new(move |_| page.at.get().to_minute());
    let current = Memo::new(move |_| current_event(&STORY, page.at.get(), page.telling.get()));
    let title = move || {
        let event = current.get().and_then(|i| STORY.events.get(i));
        event.map_or("", |e| e.title.in_language(page.language))
    };
    let position = move || svg::ten_thousandths(page.playback.get().position);
    view! {
        <section class="clock" aria-label=words.clock>
            <button
                class="play"
                type="button"
                data-testid="play"
                aria-pressed=move || playing.get().to_string()
                aria-label=move || if playing.get() { words.pause } else { words.play }
                on:click=move |_| page.send(Command::Toggle)
            >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path class="when-paused" d="M6 3v18l15-9z"></path>
                    <path class="when-playing" d="M5 3h5v18H5zM14 3h5v18h-5z"></path>
                </svg>
            </button>
            <div class="when">
                <time data-testid="clock" datetime=move || minute.get().iso()>
                    <span class="date">{move || words.long_date(minute.get())}</span>
                    <span class="comma">", "</span>
                    <b class="hour">{move || minute.get().clock()}</b>
                </time>
                <p class="caption" data-testid="caption">{title}</p>
            </div>
            <div class="steps">
                <button type="button" data-testid="previous" on:click=move |_| page.send(Command::PreviousEvent)>
                    <span aria-hidden="true">"\u{2190} "</span>
                    <span class="word">{words.previous_event}</span>
                </button>
                <button type="button" data-testid="next" on:click=move |_| page.send(Command::NextEvent)>
                    <span class="word">{words.next_event}</span>
                    <span aria-hidden="true">" \u{2192}"</span>
                </button>
                <fieldset class="speed" data-testid="speed">
                    <legend>{words.speed}</legend>
                    {Speed::ALL.map(|speed| speed_choice(page, speed)).collect_view()}
                </fieldset>
            </div>
            <div class="scale">
                {adopted!(print::ticks())}
                <input
                    type="range"
                    data-testid="scrubber"
                    min="0"
                    max="1"
                    step="0.0001"
                    aria-label=words.scrubber
                    aria-valuetext=move || words.moment_in_full(minute.get())
                    prop:value=position
                    value=svg::ten_thousandths(page.playback.get_untracked().position)
                    on:input=move |event| {
                        if let Ok(position) = event_target_value(&event).parse() {
                            page.send(Command::Drag(position));
                        }
                    }
                    on:keydown=move |event| {
                        if let Some(command) = scrubber_key(&event.key()) {
                            event.prevent_default();
                            page.send(command);
                        }
                    }
                />
                <div class="acts" role="group" aria-label=words.acts>
                    {STORY
                        .timeline
                        .acts
                        .iter()
                        .zip(ACT_SHORTS)
                        .map(|(act, name)| {
                            view! {
                                <button
                                    type="button"
                                    data-testid=format!("act-{}", act.id)
                                    on:click=move |_| page.send(Command::Seek(act.start))
                                >
                                    {name.in_language(page.language)}
                                </button>
                            }
                        })
                        .collect_view()}
                </div>
            </div>
            <p class="calm" data-shown=move || page.calm.get().to_string()>
                {words.motion_reduced}
                " "
                <button
                    type="button"
                    on:click=move |_| {
                        page.calm.set(false);
                        page.send(Command::SetStepping(false));
                        page.send(Command::Play);
                    }
                >
                    {words.motion_anyway}
                </button>
            </p>
        </section>
    }
}

/// One of the three speeds.
fn speed_choice(page: Page, speed: Speed) -> impl IntoView {
    let words = page.words();
    let (sign, name) = match speed {
        Speed::Slow => ("\u{bd}\u{d7}", words.speed_slow),
        Speed::Normal => ("1\u{d7}", words.speed_normal),
        Speed::Fast => ("3\u{d7}", words.speed_fast),
    };
    view! {
        <label>
            <input
                type="radio"
                name="speed"
                value=speed.key()
                aria-label=name
                checked=speed == Speed::Normal
                prop:checked=move || page.playback.get().speed == speed
                on:change=move |_| page.send(Command::SetSpeed(speed))
            />
            <span>{sign}</span>
        </label>
    }
}

/// What a key means on the scrubber, where the browser's own step would be too fine.
fn scrubber_key(key: &str) -> Option<Command> {
    match key {
        "ArrowRight" | "ArrowUp" => Some(Command::Nudge(1)),
        "ArrowLeft" | "ArrowDown" => Some(Command::Nudge(-1)),
        "PageUp" => Some(Command::NextEvent),
        "PageDown" => Some(Command::PreviousEvent),
        "Home" => Some(Command::Drag(0.0)),
        "End" => Some(Command::Drag(1.0)),
        _ => None,
    }
}
