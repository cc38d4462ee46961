//! The page around the frame: what it asks for, and what it is told.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::{frame, listen, rest, window};
use crate::host_message::{LONGEST, Request, read, wanted_height, wordpress_secret};
use crate::moment::Moment;
use crate::playback::Command;
use crate::story::STORY;
use crate::view::Page;

thread_local! {
    /// WordPress's secret, if it has given one.
    static SECRET: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The height that was last asked for.
    static HEIGHT: Cell<f64> = const { Cell::new(0.0) };
}

/// Listens to the page around the frame, and asks it for a height. Without one there is nothing to do.
pub fn follow(page: Page) {
    let (Some(window), Some(parent)) = (window(), frame::parent()) else {
        return;
    };
    let secret = window.location().hash().ok();
    SECRET.set(secret.and_then(|hash| wordpress_secret(&hash).map(str::to_owned)));
    listen(&window, "message", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::MessageEvent>() else {
            return;
        };
        if event.source().is_some_and(|from| from == *parent.as_ref()) {
            obey(page, &event.data());
        }
    });
    ask_for_height();
    listen(&window, "resize", |_| {
        ask_for_height();
    });
    rest::when_still(page, |address| {
        address.at.and_then(tell_moment);
    });
}

/// Does what a message asks for; anything that is no request of ours is left alone.
fn obey(page: Page, data: &JsValue) -> Option<()> {
    let value = ["t", "address"]
        .into_iter()
        .find_map(|name| text(data, name));
    match read(&text(data, "type")?, value.as_deref(), &STORY.timeline)? {
        Request::Seek(at) => {
            page.send(Command::Pause);
            page.send(Command::Seek(at));
        }
        Request::Play => page.send(Command::Play),
        Request::Pause => page.send(Command::Pause),
        Request::Address(address) => {
            // The script that passes links on may have come after the height was said.
            if page.host_address.get_untracked().is_none() {
                HEIGHT.set(0.0);
                ask_for_height();
            }
            page.host_address.set(Some(address));
        }
    }
    Some(())
}

/// A text of a message. Long ones are not copied into the program at all.
fn text(data: &JsValue, name: &str) -> Option<String> {
    if !data.is_object() {
        return None;
    }
    let value = js_sys::Reflect::get(data, &name.into()).ok()?;
    let text = value.dyn_ref::<js_sys::JsString>()?;
    (text.length() <= LONGEST).then(|| text.into())
}

/// Tells the page around the frame at which moment the clock has come to rest.
fn tell_moment(at: Moment) -> Option<()> {
    post(&[
        ("type", "five-armies:moment".into()),
        ("t", at.iso().into()),
    ])
}

/// Asks for the height that fits the width, in every protocol that pages around frames speak; once for each height.
fn ask_for_height() -> Option<()> {
    let width = window()?.inner_width().ok()?.as_f64()?;
    let height = wanted_height(width);
    if HEIGHT.replace(height) == height {
        return None;
    }
    post(&[
        ("type", "five-armies:height".into()),
        ("height", height.into()),
    ])?;
    post(&[
        ("sentinel", "amp".into()),
        ("type", "embed-size".into()),
        ("height", height.into()),
    ])?;
    let href = window()?.location().href().ok()?;
    let for_medium = object(&[
        ("src", href.into()),
        ("context", "iframe.resize".into()),
        ("height", height.into()),
    ])?;
    // Medium alone wants the message as a text.
    let for_medium = js_sys::JSON::stringify(&for_medium).ok()?;
    frame::parent()?.post_message(&for_medium, "*").ok()?;
    let secret = SECRET.with_borrow(Clone::clone)?;
    post(&[
        ("message", "height".into()),
        ("value", height.into()),
        ("secret", secret.into()),
    ])
}

/// Posts an object. Nothing in it is secret, and a sandboxed page around the frame has no origin to name.
fn post(fields: &[(&str, JsValue)]) -> Option<()> {
    frame::parent()?.post_message(&object(fields)?, "*").ok()
}

fn object(fields: &[(&str, JsValue)]) -> Option<JsValue> {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        js_sys::Reflect::set(&object, &(*name).into(), value).ok()?;
    }
    Some(object.into())
}
