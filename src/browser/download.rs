//! Hands the reader a file that was made in the page.
//!
//! A browser says nothing about what became of it: a frame that may not download drops it in silence.

use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use super::window;

/// How long the file stays at hand: some browsers fetch it only once the reader has said where to.
const KEPT: Duration = Duration::from_secs(60);

/// Saves a text under a name, as a file of a media type; `None` when the browser cannot.
pub fn save(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    save_blob(name, &blob)
}

/// The same of bytes.
pub fn save_blob(name: &str, blob: &Blob) -> Option<()> {
    let link = window()?.document()?.create_element("a").ok()?;
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", name);
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        KEPT,
    );
    link.unchecked_into::<HtmlElement>().click();
    Some(())
}
