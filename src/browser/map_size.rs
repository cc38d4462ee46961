//! The size of the map in the window: how many CSS pixels a map unit takes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::element;
use crate::svg;
use crate::view::Page;

/// Follows the stage's size, and tells the stylesheet how many map units a CSS pixel is (`--u`), so
/// that names and arrowheads keep their size at every zoom.
pub fn follow(page: Page) {
    let Some(stage) = element("stage") else {
        return;
    };
    measure(page, &stage);
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
    Effect::new(move |_| {
        let pixel = 1.0 / (page.scale.get() * page.camera.get().zoom);
        let _ = stage.style().set_property("--u", &svg::thousandths(pixel));
    });
}

fn measure(page: Page, stage: &web_sys::Element) {
    let (width, height) = (
        f64::from(stage.client_width()),
        f64::from(stage.client_height()),
    );
    // A frame shrunk to nothing keeps the size it had.
    if width > 1.0 && height > 1.0 {
        page.size.set((width, height));
    }
}
