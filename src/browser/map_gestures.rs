//! Fingers, mouse and wheel on the map. One finger and the plain wheel scroll the page; two fingers, Ctrl+wheel and
//! the mouse button move the map.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;

use super::{element, listen, listen_first, map_size};
use crate::camera::Look;
use crate::projection::MapPoint;
use crate::story::STORY;
use crate::view::Page;

/// Zoom per CSS pixel of wheel: a usual notch of 100 is a third.
const WHEEL: f64 = 0.003;

/// A pointer that is down: its id and where it was last, in CSS pixels of the window.
type Finger = (i32, f64, f64);

/// Listens on the stage.
pub fn follow(page: Page) {
    let Some(stage) = element("stage") else {
        return;
    };
    wheel(page, &stage);
    pointers(page, &stage);
}

/// A point of the window in the map's units at zoom 1.
fn on_stage(page: Page, stage: &web_sys::Element, x: f64, y: f64) -> MapPoint {
    let frame = stage.get_bounding_client_rect();
    let (view, scale) = (STORY.view, map_size::scale(page, stage));
    MapPoint {
        x: view.x + view.width / 2.0 + (x - frame.left() - frame.width() / 2.0) / scale,
        y: view.y + view.height / 2.0 + (y - frame.top() - frame.height() / 2.0) / scale,
    }
}

fn wheel(page: Page, stage: &web_sys::Element) {
    let target = stage.clone();
    listen_first(stage, "wheel", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::WheelEvent>() else {
            return;
        };
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        // Lines and pages are about 33 and 800 pixels.
        let unit = match event.delta_mode() {
            web_sys::WheelEvent::DOM_DELTA_LINE => 33.0,
            web_sys::WheelEvent::DOM_DELTA_PAGE => 800.0,
            _ => 1.0,
        };
        let at = on_stage(
            page,
            &target,
            f64::from(event.client_x()),
            f64::from(event.client_y()),
        );
        let factor = (1.0 - event.delta_y() * unit * WHEEL).clamp(0.5, 2.0);
        page.look(Look::Zoom(factor, at));
    });
}

fn pointers(page: Page, stage: &web_sys::Element) {
    let down: Rc<RefCell<Vec<Finger>>> = Rc::default();
    let fingers = Rc::clone(&down);
    listen(stage, "pointerdown", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::PointerEvent>() else {
            return;
        };
        let finger = (
            event.pointer_id(),
            f64::from(event.client_x()),
            f64::from(event.client_y()),
        );
        if let Ok(mut fingers) = fingers.try_borrow_mut() {
            fingers.retain(|f| f.0 != finger.0);
            fingers.push(finger);
        }
    });
    for name in ["pointerup", "pointercancel", "pointerleave"] {
        let fingers = Rc::clone(&down);
        listen(stage, name, move |event| {
            let Some(event) = event.dyn_ref::<web_sys::PointerEvent>() else {
                return;
            };
            if let Ok(mut fingers) = fingers.try_borrow_mut() {
                fingers.retain(|f| f.0 != event.pointer_id());
            }
        });
    }
    let target = stage.clone();
    listen(stage, "pointermove", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::PointerEvent>() else {
            return;
        };
        let now = (
            event.pointer_id(),
            f64::from(event.client_x()),
            f64::from(event.client_y()),
        );
        let Ok(mut fingers) = down.try_borrow_mut() else {
            return;
        };
        let Some(index) = fingers.iter().position(|f| f.0 == now.0) else {
            return;
        };
        let before = std::mem::take(&mut *fingers);
        let mut after = before.clone();
        if let Some(finger) = after.get_mut(index) {
            *finger = now;
        }
        let scale = map_size::scale(page, &target);
        match (before.as_slice(), after.as_slice()) {
            ([a], [b]) if event.pointer_type() == "mouse" => {
                page.look(Look::Drag((b.1 - a.1) / scale, (b.2 - a.2) / scale));
            }
            ([a1, a2], [b1, b2]) => {
                let span = |p: &Finger, q: &Finger| (p.1 - q.1).hypot(p.2 - q.2).max(1.0);
                let middle = |p: &Finger, q: &Finger| ((p.1 + q.1) / 2.0, (p.2 + q.2) / 2.0);
                let (m1, m2) = (middle(a1, a2), middle(b1, b2));
                page.look(Look::Drag((m2.0 - m1.0) / scale, (m2.1 - m1.1) / scale));
                page.look(Look::Zoom(
                    span(b1, b2) / span(a1, a2),
                    on_stage(page, &target, m2.0, m2.1),
                ));
            }
            _ => {}
        }
        *fingers = after;
    });
}
