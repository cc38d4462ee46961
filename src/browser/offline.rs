//! The service worker, which keeps the page for visits without a network: registered, asked whether the page is kept,
//! and told when the reader wants the new version. Where there is none, nothing is said.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlLinkElement, ServiceWorkerContainer, ServiceWorkerRegistration};

use super::once::settled;
use super::{all, element, frame, listen, lists, window};
use crate::view::{Notice, Page};

/// The worker's script, beside the page.
const WORKER: &str = "sw.js";

thread_local! {
    /// The worker's registration, once there is one.
    static REGISTRATION: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
    /// Whether the reader has asked for the new version.
    static RENEWING: Cell<bool> = const { Cell::new(false) };
}

/// Registers the worker of a release, and says when it has fetched a new version.
pub fn follow(page: Page) {
    // Only releases name a manifest, and only they have a worker. A page on other people's sites keeps nothing.
    if all("link[rel=manifest]").is_empty() || frame::is_framed() {
        return;
    }
    if let Some(workers) = workers() {
        settled(&workers.register(WORKER), move |registration| {
            // A browser that refuses is left in peace.
            if let Ok(registration) = registration.dyn_into() {
                watch(page, registration);
            }
        });
    }
}

/// The browser's workers; in some sandboxes already the question throws.
fn workers() -> Option<ServiceWorkerContainer> {
    let window = window().filter(web_sys::Window::is_secure_context)?;
    let workers = js_sys::Reflect::get(&window.navigator(), &"serviceWorker".into()).ok()?;
    workers.dyn_into().ok()
}

/// Follows the worker's versions.
fn watch(page: Page, registration: ServiceWorkerRegistration) {
    notice_waiting(page, &registration);
    // One that began to install before we listened will not be announced any more.
    await_installing(page, &registration);
    let found = registration.clone();
    listen(&registration, "updatefound", move |_| {
        await_installing(page, &found);
        // A small version on a fast line may be there before this is heard.
        notice_waiting(page, &found);
    });
    if let Some(workers) = workers() {
        listen(&workers, "controllerchange", |_| {
            // At the first visit a worker takes over what is already right.
            if RENEWING.get() {
                let _ = window().map(|w| w.location().reload());
            }
        });
    }
    // Not every browser looks for a new version when a page is opened. One that cannot now will at the next visit.
    let _ = registration.update().map(|looked| settled(&looked, |_| {}));
    REGISTRATION.set(Some(registration));
}

/// Follows the version that is being installed, if one is.
fn await_installing(page: Page, registration: &ServiceWorkerRegistration) {
    if let Some(installing) = registration.installing() {
        let registration = registration.clone();
        listen(&installing, "statechange", move |_| {
            notice_waiting(page, &registration);
        });
    }
}

/// Says that there is a new version when one waits for the old one's end.
fn notice_waiting(page: Page, registration: &ServiceWorkerRegistration) {
    let serves = workers().and_then(|w| w.controller()).is_some();
    if serves && registration.waiting().is_some() {
        page.notice.set(Notice::NewVersion);
    }
}

/// Lets the new version take over; the page is loaded anew when it has.
pub fn renew() -> Option<()> {
    let waiting = REGISTRATION.with_borrow(|registration| registration.as_ref()?.waiting());
    let message = js_sys::Object::new();
    js_sys::Reflect::set(&message, &"type".into(), &"five-armies:renew".into()).ok()?;
    RENEWING.set(true);
    waiting?.post_message(&message).ok()
}

/// Says in the dialog that the page is kept, if everything it needs is found in the cache at that moment.
pub fn say_whether_kept(page: Page) -> Option<()> {
    let line = element("kept")?;
    line.set_text_content(None);
    workers()?.controller()?;
    let caches = window()?.caches().ok()?;
    let links = all("link:is([rel=preload],[rel=modulepreload],[rel=icon])");
    let links = links
        .into_iter()
        .filter_map(|link| Some(link.dyn_into::<HtmlLinkElement>().ok()?.href()));
    let needed = links.chain(["index.html".to_owned()]).chain(lists::file());
    let answers: js_sys::Array = needed
        .map(|address| JsValue::from(caches.match_with_str(&address)))
        .collect();
    settled(&js_sys::Promise::all(&answers), move |found| {
        let found = found.dyn_into::<js_sys::Array>();
        if found.is_ok_and(|found| found.iter().all(|answer| !answer.is_undefined())) {
            line.set_text_content(Some(page.words().offline_kept()));
        }
    })
}
