//! Binds the story's text and the clock: the paragraph of the moment is marked and, while playing, kept in view;
//! scrolling through the story moves the clock.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollToOptions};

use super::{all, effect, element, frame, layout, listen, now, window};
use crate::address::View;
use crate::story::STORY;
use crate::view::Page;

/// How far down in the visible part of the text one reads: a share of its height.
const READING_LINE: f64 = 0.3;
/// How long a scroll of ours may take, in milliseconds; after that it is the reader's.
const OWN_SCROLL_MS: f64 = 1_200.0;
/// How long after one step of it the next may come, in milliseconds.
const STILL_GOING_MS: f64 = 300.0;

thread_local! {
    /// The scroll that we have begun: until when it counts as ours, and between which positions.
    static OURS: Cell<Option<(f64, f64, f64)>> = const { Cell::new(None) };
}

/// Marks the passage of the moment, follows it while playing, and lets scrolling move the clock.
pub fn follow(page: Page) {
    mark(page);
    offer_to_follow(page);
    let Some(window) = window() else { return };
    // The page scrolls into place by itself when it is opened with a part to show.
    let last: Rc<Cell<Option<usize>>> = Rc::new(Cell::new(None));
    let seen = Rc::clone(&last);
    let scrolled = move |_: &web_sys::Event| {
        if is_ours() {
            go_on_as_ours();
        } else {
            reader_scrolled(page, &seen);
        }
    };
    match element("panel").filter(|_| frame::is_compact()) {
        Some(panel) => listen(&panel, "scroll", scrolled),
        None => listen(&window, "scroll", scrolled),
    }
    // These are the reader's even while a scroll of ours is under way.
    for name in ["wheel", "touchmove", "keydown"] {
        listen(&window, name, move |event| {
            if scrolls(event) {
                OURS.set(None);
            }
        });
    }
}

/// Whether what the reader does scrolls the page: Ctrl with the wheel zooms, most keys do something else, and those
/// that somebody has answered already do too.
fn scrolls(event: &web_sys::Event) -> bool {
    if event.default_prevented() {
        return false;
    }
    if let Some(wheel) = event.dyn_ref::<web_sys::WheelEvent>() {
        return !wheel.ctrl_key();
    }
    match event.dyn_ref::<web_sys::KeyboardEvent>() {
        Some(key) => matches!(
            key.key().as_str(),
            "PageUp" | "PageDown" | "Home" | "End" | "ArrowUp" | "ArrowDown" | " "
        ),
        None => true,
    }
}

fn passage_element(index: usize) -> Option<Element> {
    let passage = STORY.passages.get(index)?;
    element(&["passage-", passage.id].concat())
}

/// Marks the current passage, and brings it into view while the story plays and is being read. A passage beside the
/// story's thread is marked too, and left where it is.
fn mark(page: Page) {
    let follow = move |passage: &Element| {
        let plays = page.playing.get_untracked();
        if plays && page.following.get_untracked() && is_being_read() {
            bring(page, passage);
        }
    };
    mark_as("data-current", page.passage, follow);
    mark_as("data-beside", page.beside, |_| {});
}

/// Keeps an attribute on one passage at a time.
fn mark_as(name: &'static str, passage: Memo<Option<usize>>, then: impl Fn(&Element) + 'static) {
    let marked: Cell<Option<usize>> = Cell::new(None);
    effect(move || {
        let current = passage.get();
        let before = marked.replace(current).and_then(passage_element);
        if let Some(before) = before {
            let _ = before.remove_attribute(name);
        }
        if let Some(now) = current.and_then(passage_element) {
            let _ = now.set_attribute(name, "true");
            then(&now);
        }
    });
}

/// The button with which a reader who has scrolled away asks to be taken along again.
fn offer_to_follow(page: Page) {
    let Some(button) = element("follow") else {
        return;
    };
    effect(move || {
        let wanted = !page.following.get();
        let _ = if wanted {
            button.remove_attribute("hidden")
        } else {
            button.set_attribute("hidden", "")
        };
    });
}

/// Brings the current passage into view.
pub fn show_current(page: Page) {
    if let Some(passage) = page.passage.get_untracked().and_then(passage_element) {
        bring(page, &passage);
    }
}

/// Says that the next scrolling is the page's own: to the part that the address asks for.
pub fn expect_own_scroll() {
    OURS.set(now().map(|now| (now + OWN_SCROLL_MS, f64::MIN, f64::MAX)));
}

/// The same, once the page has been scrolled from where it stood before. If it stands elsewhere now, word of that is
/// sure to come, however long the browser takes to lay out a page just opened.
pub fn expect_word_of_scroll(before: f64) {
    if scroll_y() == before {
        expect_own_scroll();
    } else {
        OURS.set(Some((f64::INFINITY, f64::MIN, f64::MAX)));
    }
}

/// A scroll of ours that is still under way: browsers take longer for longer ways.
fn go_on_as_ours() {
    if let (Some((until, low, high)), Some(now)) = (OURS.get(), now()) {
        let until = if until.is_finite() {
            until.max(now + STILL_GOING_MS)
        } else {
            now + OWN_SCROLL_MS
        };
        OURS.set(Some((until, low, high)));
    }
}

/// What scrolls: the compact page's text in its own box, else the whole page.
pub fn scroller() -> Option<Element> {
    if frame::is_compact() {
        element("panel")
    } else {
        window()?.document()?.document_element()
    }
}

/// How far that is scrolled, in CSS pixels.
pub fn scroll_y() -> f64 {
    scroller().map_or(0.0, |s| f64::from(s.scroll_top()))
}

/// Whether the scrolling that goes on is the one that we have begun.
fn is_ours() -> bool {
    let here = scroll_y();
    match (OURS.get(), now()) {
        (Some((until, low, high)), Some(now)) => now < until && (low..=high).contains(&here),
        _ => false,
    }
}

/// The part of the window in which text is seen, top and bottom in CSS pixels: on narrow screens map and clock
/// stand above it, on wide ones the clock below; on the compact page it has its own box.
pub fn visible() -> Option<(f64, f64)> {
    if frame::is_compact() {
        let frame = scroller()?.get_bounding_client_rect();
        return Some((frame.top(), frame.bottom()));
    }
    let height = window()?.inner_height().ok()?.as_f64()?;
    let frame = |css: &str| Some(all(css).into_iter().next()?.get_bounding_client_rect());
    let (stage, clock, panel) = (frame(".stage")?, frame(".clock")?, frame(".panel")?);
    Some(if panel.left() < stage.right() {
        (clock.bottom().max(0.0), height)
    } else {
        (0.0, clock.top().min(height))
    })
}

/// The height at which one reads, in CSS pixels from the window's top.
fn reading_line() -> Option<f64> {
    let (top, bottom) = visible()?;
    Some(top + READING_LINE * (bottom - top))
}

/// Whether the story is on screen: who reads something else is left in peace.
fn is_being_read() -> bool {
    let story = element("story").map(|s| s.get_bounding_client_rect());
    match (story, visible()) {
        (Some(story), Some((top, bottom))) => story.top() < bottom && story.bottom() > top,
        _ => false,
    }
}

/// Scrolls until a passage stands at the reading line, unless it is in full view already.
fn bring(page: Page, passage: &Element) -> Option<()> {
    layout::all_now();
    let (top, bottom) = visible()?;
    let frame = passage.get_bounding_client_rect();
    if frame.top() >= top && frame.bottom() <= bottom {
        return None;
    }
    let here = scroll_y();
    let to = (here + frame.top() - reading_line()? + 0.1 * (bottom - top)).max(0.0);
    OURS.set(Some((
        now()? + OWN_SCROLL_MS,
        here.min(to) - 2.0,
        here.max(to) + 2.0,
    )));
    let options = ScrollToOptions::new();
    options.set_top(to);
    options.set_behavior(if page.calm.get_untracked() {
        ScrollBehavior::Instant
    } else {
        ScrollBehavior::Smooth
    });
    scroller()?.scroll_to_with_scroll_to_options(&options);
    Some(())
}

/// The reader has scrolled: while playing that ends the following, otherwise the clock goes to the passage at the
/// reading line. A frame's story goes by its buttons, and a scrolled page without story moves nothing.
fn reader_scrolled(page: Page, last: &Cell<Option<usize>>) -> Option<()> {
    if page.playing.get_untracked() {
        if page.following.get_untracked() {
            page.following.set(false);
        }
        return None;
    }
    if page.framed.get_untracked() || page.view.get_untracked() != View::Full {
        return None;
    }
    let line = reading_line()?;
    let at_line = STORY.passages.iter().enumerate().position(|(i, _)| {
        passage_element(i).is_some_and(|p| {
            let frame = p.get_bounding_client_rect();
            frame.top() <= line && line < frame.bottom()
        })
    });
    // Only a passage that comes to the line moves the clock: who scrubs and then scrolls a little stays there.
    if at_line.is_some() && last.replace(at_line.or(last.get())) != at_line {
        page.read_on(at_line?);
    }
    Some(())
}

/// The id of the part of the text that is being read: the last that begins above the reading line.
pub fn place_in_text() -> Option<String> {
    let line = reading_line()?;
    let parts = all("#panel :is(p.passage,section[id],article[id],tr[id],li[id])");
    let begun = parts.into_iter().rfind(|part| {
        let frame = part.get_bounding_client_rect();
        frame.height() > 0.0 && frame.top() <= line
    });
    begun.map(|part| part.id())
}
