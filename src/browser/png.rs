//! A picture as PNG, drawn by the browser itself.

use wasm_bindgen::JsCast;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::once::once;
use super::picture::Picture;
use super::{download, window};
use crate::view::Page;

/// Pixels of the file per CSS pixel, so that it is sharp in print and on a dense screen.
const SCALE: f64 = 2.0;

/// Draws a picture and saves it under a name. That takes the browser a while: `failed` is called when it then cannot;
/// `None` says that it cannot even begin.
pub fn save_png(picture: &Picture, name: String, page: Page, failed: fn(Page)) -> Option<()> {
    let image = HtmlImageElement::new().ok()?;
    let size = (picture.width * SCALE, picture.height * SCALE);
    let source = image.clone();
    let loaded = once(move |_| {
        let encoded = once(move |blob| {
            // `null` when the browser could not make it, as when the picture is too large.
            let saved = (!blob.is_null())
                .then(|| blob.unchecked_into::<Blob>())
                .and_then(|blob| download::save_blob(&name, &blob));
            if saved.is_none() {
                failed(page);
            }
        });
        if encode(&source, size, &encoded).is_none() {
            failed(page);
        }
    });
    image.set_onload(Some(&loaded));
    image.set_onerror(Some(&once(move |_| failed(page))));
    // What a data address holds is the page's own, so the canvas may be read, on a disk too.
    let text = js_sys::encode_uri_component(&picture.text);
    image.set_src(&["data:image/svg+xml,", &String::from(text)].concat());
    Some(())
}

/// Draws an image at a size in pixels and hands on the PNG.
fn encode(
    image: &HtmlImageElement,
    (width, height): (f64, f64),
    done: &js_sys::Function,
) -> Option<()> {
    let canvas = window()?.document()?.create_element("canvas").ok()?;
    // What these are is known from what was asked for.
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    canvas.to_blob(done).ok()
}
