//! The clock: play and pause, speed, events, the scrubber, the moment in words.

use leptos::prelude::*;

use super::adopted;
use super::live::{change, checked, click, flag, live, memo, word};
#[cfg(feature = "ssr")]
use super::print;
use super::state::Page;
use crate::motion::Motion;
use crate::playback::{Command, Speed};
use crate::scene::current_event;
use crate::story::STORY;
use crate::svg;
use crate::words::ACT_SHORTS;

/// The clock and its controls.
#[component]
pub fn Clock(page: Page) -> impl IntoView {
    let words = page.words();
    let minute = memo(move || page.at.get().to_minute());
    let by_days = memo(move || STORY.timeline.goes_by_days(page.turn.get()));
    let current = memo(move || current_event(&STORY, page.turn.get(), page.telling.get()));
    let title = word(move || {
        let event = current.get().and_then(|i| STORY.events.get(i));
        event.map_or("", |e| words.say(e.title))
    });
    let position = live(move || svg::ten_thousandths(page.position.get()));
    let passed = live(move || svg::parts(page.position.get(), 10_000).to_string());
    view! {
        <section class="clock" aria-labelledby="clock-title" data-by-days=flag(move || by_days.get())>
            <h2 class="unseen" id="clock-title">{words.clock()}</h2>
            <button
                class="play"
                type="button"
                data-testid="play"
                aria-pressed=flag(move || page.playing.get())
                aria-label=word(move || if page.playing.get() { words.pause() } else { words.play() })
                on:click=click(move || page.send(Command::Toggle))
            >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path class="when-paused" d="M6 3v18l15-9z"></path>
                    <path class="when-playing" d="M5 3h5v18H5zM14 3h5v18h-5z"></path>
                </svg>
            </button>
            <div class="when">
                <time data-testid="clock" datetime=live(move || minute.get().iso())>
                    <span class="date">{live(move || words.long_date(minute.get()))}</span>
                    <span class="comma">", "</span>
                    <b class="hour">{live(move || minute.get().clock())}</b>
                </time>
                <p class="caption" data-testid="caption">{title}</p>
            </div>
            <div class="steps">
                <button type="button" data-testid="previous" on:click=click(move || page.send(Command::PreviousEvent))>
                    <span aria-hidden="true">"\u{2190} "</span>
                    <span class="word">{words.previous_event()}</span>
                </button>
                <button type="button" data-testid="next" on:click=click(move || page.send(Command::NextEvent))>
                    <span class="word">{words.next_event()}</span>
                    <span aria-hidden="true">" \u{2192}"</span>
                </button>
                <fieldset class="speed" data-testid="speed">
                    <legend>{words.speed()}</legend>
                    {Speed::ALL.map(|speed| speed_choice(page, speed)).collect_view()}
                </fieldset>
            </div>
            <div class="scale">
                {adopted!(print::ticks())}
                <svg class="track" viewBox="0 0 10000 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="10000" height="8"></rect>
                    <rect class="passed" width=passed height="8"></rect>
                    {STORY
                        .timeline
                        .acts
                        .iter()
                        .skip(1)
                        .map(|act| {
                            let x = svg::parts(act.from, 10_000).to_string();
                            view! { <rect class="gap" x=x width="30" height="8"></rect> }
                        })
                        .collect_view()}
                </svg>
                <input
                    type="range"
                    data-testid="scrubber"
                    min="0"
                    max="1"
                    step="0.0001"
                    aria-label=words.scrubber()
                    aria-valuetext=live(move || words.on_the_clock(minute.get(), by_days.get()))
                    prop:value=position
                    value=svg::ten_thousandths(page.position.get_untracked())
                    on:input=move |event| page.dragged(&event)
                />
                <div class="acts" role="group" aria-label=words.acts()>
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
                                    on:click=click(move || page.send(Command::Seek(act.start)))
                                >
                                    {words.say(*name)}
                                </button>
                            }
                        })
                        .collect_view()}
                </div>
            </div>
            <p class="calm" data-testid="calm" data-shown=flag(move || page.calm.get() || page.system_calm.get())>
                {word(move || if page.calm.get() { words.motion_reduced() } else { words.motion_moving() })}
                " "
                <button
                    type="button"
                    on:click=click(move || {
                        let calm = page.calm.get_untracked();
                        page.move_by(if calm { Motion::Full } else { Motion::Less });
                        if calm {
                            page.send(Command::Play);
                        }
                    })
                >
                    {word(move || if page.calm.get() { words.motion_anyway() } else { words.motion_step() })}
                </button>
            </p>
            {adopted!(print::status_line())}
        </section>
    }
}

/// One of the three speeds.
fn speed_choice(page: Page, speed: Speed) -> impl IntoView {
    let words = page.words();
    let (sign, name) = match speed {
        Speed::Slow => ("\u{bd}\u{d7}", words.speed_slow()),
        Speed::Normal => ("1\u{d7}", words.speed_normal()),
        Speed::Fast => ("3\u{d7}", words.speed_fast()),
    };
    view! {
        <label>
            <input
                type="radio"
                name="speed"
                value=speed.key()
                aria-label=name
                checked=speed == Speed::Normal
                prop:checked=checked(move || page.speed.get() == speed)
                on:change=change(move || page.send(Command::SetSpeed(speed)))
            />
            <span>{sign}</span>
        </label>
    }
}
