//! A tap on the map, for those who cannot drag: zoomed in, the place that was tapped comes to the middle.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{element, listen};
use crate::camera::Look;
use crate::view::Page;

/// How far, in CSS pixels, a pointer may stray between down and up and still have tapped.
const STRAY: i32 = 6;
/// What answers a tap itself.
const OTHERS: &str = "button,a,.card,.route,.head,.sight,.notice";

/// Listens on the stage.
pub fn follow(page: Page) {
    let Some(stage) = element("stage") else {
        return;
    };
    let down = Rc::new(Cell::new((0, 0)));
    let begun = Rc::clone(&down);
    listen(&stage, "pointerdown", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::PointerEvent>() {
            begun.set((event.client_x(), event.client_y()));
        }
    });
    let target = stage.clone();
    listen(&stage, "click", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::MouseEvent>() else {
            return;
        };
        let ((x, y), (from_x, from_y)) = ((event.client_x(), event.client_y()), down.get());
        let strayed = (x - from_x).abs().max((y - from_y).abs()) > STRAY;
        let other = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
            .is_none_or(|t| t.closest(OTHERS).ok().flatten().is_some());
        if strayed || other || page.camera.get_untracked().zoom <= 1.0 {
            return;
        }
        let (frame, scale) = (
            target.get_bounding_client_rect(),
            page.scale.get_untracked(),
        );
        page.look(Look::Drag(
            (frame.left() + frame.width() / 2.0 - f64::from(x)) / scale,
            (frame.top() + frame.height() / 2.0 - f64::from(y)) / scale,
        ));
    });
}
