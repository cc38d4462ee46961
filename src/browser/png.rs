//! A picture as PNG, drawn by the browser itself.

use gloo_events::EventListener;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::picture::Picture;
use super::{download, window};

/// Pixels of the file per CSS pixel, so that it is sharp in print and on a dense screen.
const SCALE: f64 = 2.0;

/// Draws a picture and saves it under a name. That takes the browser a while: `failed` is called when it then cannot;
/// `None` says that it cannot even begin.
pub fn save_png(picture: &Picture, name: String, failed: impl Fn() + Copy + 'static) -> Option<()> {
    let image = HtmlImageElement::new().ok()?;
    let size = (picture.width * SCALE, picture.height * SCALE);
    let source = image.clone();
    let loaded = move |_: &web_sys::Event| {
        let done = move |blob: JsValue| {
            let blob = blob.dyn_into::<Blob>().ok();
            if blob.and_then(|b| download::save_blob(&name, &b)).is_none() {
                failed();
            }
        };
        if encode(&source, size, done).is_none() {
            failed();
        }
    };
    EventListener::once(&image, "load", loaded).forget();
    EventListener::once(&image, "error", move |_| failed()).forget();
    // What a data address holds is the page's own, so the canvas may be read, on a disk too.
    let text = js_sys::encode_uri_component(&picture.text);
    image.set_src(&["data:image/svg+xml,", &String::from(text)].concat());
    Some(())
}

/// Draws an image at a size in pixels and hands on the PNG: a `Blob`, or `null` when the browser could not make it.
fn encode(
    image: &HtmlImageElement,
    (width, height): (f64, f64),
    done: impl FnOnce(JsValue) + 'static,
) -> Option<()> {
    let canvas = window()?.document()?.create_element("canvas").ok()?;
    let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d").ok()??;
    context
        .dyn_into::<CanvasRenderingContext2d>()
        .ok()?
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    let done = Closure::once_into_js(done);
    canvas.to_blob(done.unchecked_ref()).ok()
}
