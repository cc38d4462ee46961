//! Says that the page is ready: `<html data-ready="true">` and the mark `map-ready`.

use wasm_bindgen::closure::Closure;

use super::window;

/// Announces readiness in the first frame that shows the live map.
pub fn announce() {
    let ready = Closure::once_into_js(move || {
        let Some(window) = window() else { return };
        if let Some(root) = window.document().and_then(|d| d.document_element()) {
            let _ = root.set_attribute("data-ready", "true");
        }
        if let Some(performance) = window.performance() {
            let _ = performance.mark("map-ready");
        }
    });
    if let Some(window) = window() {
        let _ = window.request_animation_frame(wasm_bindgen::JsCast::unchecked_ref(&ready));
    }
}
