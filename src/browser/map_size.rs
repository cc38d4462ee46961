//! The size of the map in the window: how many CSS pixels a map unit takes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::{effect, element, window};
use crate::svg;
use crate::view::Page;

/// Height of a presented map, in CSS pixels, at which its names have their usual size; on a higher one they grow along.
const PRESENTED_HEIGHT: f64 = 385.0;

/// Map units in a CSS pixel, for the style sheet.
const PIXEL: &str = "--u";
/// By what share of it the style sheet's own reckoning may be off: it does not know of scroll bars.
const NEAR_ENOUGH: f64 = 0.02;

/// Follows the stage's size, and tells the stylesheet how many map units a CSS pixel is (`--u`), so
/// that names and arrowheads keep their size at every zoom.
pub fn follow(page: Page) {
    let Some(stage) = element("stage") else {
        return;
    };
    // Told for the first time in the next frame, once the page is laid out anyway: to ask now would lay it out twice.
    let watched = stage.clone();
    let callback = Closure::<dyn FnMut()>::new(move || measure(page, &watched));
    if let Ok(observer) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(&stage);
    }
    // The observer lives as long as the page does.
    callback.forget();
    let Ok(stage) = stage.dyn_into::<web_sys::HtmlElement>() else {
        return;
    };
    effect(move || {
        let pixel = 1.0 / (page.scale.get() * page.camera.get().zoom);
        if !is_reckoned(&stage, pixel) {
            let _ = stage.style().set_property(PIXEL, &svg::thousandths(pixel));
        }
    });
}

/// Whether the style sheet has reckoned the size of a pixel itself: then everything on the map keeps the style it has.
fn is_reckoned(stage: &web_sys::HtmlElement, pixel: f64) -> bool {
    let is_set = stage
        .style()
        .get_property_value(PIXEL)
        .is_ok_and(|v| !v.is_empty());
    let style = window().and_then(|w| w.get_computed_style(stage).ok().flatten());
    // Rust's own reading of such numbers would cost the page 13 kB.
    let reckoned = style.and_then(|style| style.get_property_value(PIXEL).ok());
    let reckoned = reckoned.map(|text| js_sys::parse_float(&text));
    !is_set && reckoned.is_some_and(|reckoned| (reckoned / pixel - 1.0).abs() < NEAR_ENOUGH)
}

/// CSS pixels of the window per map unit at zoom 1.
pub fn scale(page: Page, stage: &web_sys::Element) -> f64 {
    let drawn_for = page.size.get_untracked().0;
    page.scale.get_untracked() * f64::from(stage.client_width()) / drawn_for
}

fn measure(page: Page, stage: &web_sys::Element) {
    let (width, height) = (
        f64::from(stage.client_width()),
        f64::from(stage.client_height()),
    );
    // A frame shrunk to nothing keeps the size it had.
    if width > 1.0 && height > 1.0 {
        // Names, lines and arrowheads are drawn for a small stage, which is then shown large.
        let large = if page.presents() {
            (height / PRESENTED_HEIGHT).max(1.0)
        } else {
            1.0
        };
        page.size.set((width / large, height / large));
    }
}
