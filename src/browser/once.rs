//! What the browser calls once and then lets go of, so that nothing stays behind however often it is asked for.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// A function for the browser to call once. One that is never called is never let go of.
pub fn once(act: impl FnOnce(JsValue) + 'static) -> Function {
    // Boxed: each type of function would be a piece of program of its own.
    let act: Box<dyn FnOnce(JsValue)> = Box::new(act);
    Closure::once_into_js(act).unchecked_into()
}

/// Calls `act` when a promise is settled: with its value, or with the reason for which it is not kept. `None` if this
/// is no promise.
pub fn settled(promise: &JsValue, act: impl FnOnce(JsValue) + 'static) -> Option<()> {
    let then = Reflect::get(promise, &"then".into()).ok()?;
    let then: Function = then.dyn_into().ok()?;
    let act = once(act);
    then.call2(promise, &act, &act).ok().map(drop)
}
