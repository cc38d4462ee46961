//! Keeps what has the focus out from under the map and the clock, which stay while the text scrolls.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollToOptions};

use super::{listen, reading, window};

/// Room for the ring around what has the focus, in CSS pixels.
const RING: f64 = 8.0;

/// Looks, one frame after the focus has moved, whether it can be seen: the browser scrolls by itself before.
pub fn follow() {
    let Some(document) = window().and_then(|w| w.document()) else {
        return;
    };
    listen(&document, "focusin", |event| {
        let focused = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        if let Some(focused) = focused {
            request_animation_frame(move || {
                uncover(&focused);
            });
        }
    });
}

/// Scrolls what is covered into the part of the window in which text is seen, if it has the focus by the keyboard: what
/// is pressed by a pointer is in sight, and may lead elsewhere.
fn uncover(focused: &Element) -> Option<()> {
    if !focused.matches(":focus-visible").ok()? {
        return None;
    }
    let in_text = focused.closest(".panel").ok()?.is_some();
    if !in_text || focused.closest("dialog,[id=panel]:focus").ok()?.is_some() {
        return None;
    }
    let (top, bottom) = reading::visible()?;
    let frame = focused.get_bounding_client_rect();
    let (above, below) = (frame.top() - RING - top, frame.bottom() + RING - bottom);
    // What is higher than the window is shown from its beginning.
    let by = match () {
        () if above < 0.0 => above,
        () if below > 0.0 => below.min(above),
        () => return None,
    };
    let options = ScrollToOptions::new();
    options.set_top(by);
    options.set_behavior(ScrollBehavior::Instant);
    reading::expect_own_scroll();
    reading::scroller()?.scroll_by_with_scroll_to_options(&options);
    Some(())
}
