//! The long lists: a page on a site has only links to them and loads them when the reader comes near, follows one of
//! the links, opens what is copied from them, or prints. Where they cannot be loaded, the links lead to a page that
//! holds them.

use std::cell::RefCell;

use js_sys::Array;
use leptos::prelude::{GetUntracked, Set};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    DomParser, Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    SupportedType, XmlHttpRequest,
};

use super::once::once;
use super::{element, listen, window};
use crate::view::{Notice, Page};

/// On the place of the lists on a site: the file that holds them.
const FROM: &str = "data-from";
/// There too, once they have been loaded.
const THERE: &str = "data-there";
/// How far from the window they are loaded.
const NEAR: &str = "150%";

/// What is done once the lists are there, or once it is known that they will not come.
type Then = Box<dyn FnOnce(bool)>;

thread_local! {
    /// What waits for them while they are being loaded.
    static WAITING: RefCell<Option<Vec<Then>>> = const { RefCell::new(None) };
}

/// Loads the lists when the reader comes near, and without delay when the page is printed.
pub fn follow(page: Page) {
    if missing().is_none() {
        return;
    }
    watch(page);
    if let Some(window) = window() {
        listen(&window, "beforeprint", |_| {
            load_at_once();
        });
    }
}

/// Calls `then` when the lists are there: at once, or after they have been loaded. When they cannot be, it is called
/// with `false`, and the page says so.
pub fn when_there(page: Page, then: impl FnOnce(bool) + 'static) {
    if missing().is_none() {
        return then(true);
    }
    let first = WAITING.with_borrow_mut(|waiting| {
        let first = waiting.is_none();
        waiting.get_or_insert_default().push(Box::new(then));
        first
    });
    if first && load(page).is_none() {
        done(page);
    }
}

/// The file that holds them, on a site.
pub fn file() -> Option<String> {
    element("lists")?.get_attribute(FROM)
}

/// Leads to an entry on the page that holds all lists.
pub fn go_to(id: &str) -> Option<()> {
    let address = [&file()?, "#", id].concat();
    window()?.location().assign(&address).ok()
}

/// The place of the lists, while they are not there.
fn missing() -> Option<Element> {
    element("lists").filter(|place| place.has_attribute(FROM) && !place.has_attribute(THERE))
}

fn watch(page: Page) -> Option<()> {
    let seen = Closure::<dyn FnMut(Array, IntersectionObserver)>::new(
        move |entries: Array, observer: IntersectionObserver| {
            let near = entries.iter().any(|entry| {
                entry
                    .unchecked_into::<IntersectionObserverEntry>()
                    .is_intersecting()
            });
            if near {
                observer.disconnect();
                when_there(page, |_| {});
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let observer =
        IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
    seen.forget();
    observer.observe(&element("to-lists")?);
    observer.observe(&element("sources")?);
    Some(())
}

fn load(page: Page) -> Option<()> {
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", &file()?).ok()?;
    let answer = request.clone();
    // The answer is long: it is let go of with the function.
    let ended = once(move |_| {
        let _ = put_in(&answer);
        done(page);
    });
    request.set_onloadend(Some(&ended));
    request.send().ok()
}

/// A page about to be printed waits for no answer that comes later.
fn load_at_once() -> Option<()> {
    missing()?;
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("GET", &file()?, false).ok()?;
    request.send().ok()?;
    put_in(&request)
}

/// Puts the lists of an answer where the links to them stand; the section that the page only begins becomes whole. What
/// a file of the build holds is parsed as a document of its own, in which nothing runs.
fn put_in(request: &XmlHttpRequest) -> Option<()> {
    let text = request.response_text().ok()??;
    let parsed = DomParser::new().ok()?;
    let parsed = parsed
        .parse_from_string(&text, SupportedType::TextHtml)
        .ok()?;
    // The links to them are here already.
    parsed.get_element_by_id("to-lists")?.remove();
    let lists = parsed.get_element_by_id("lists")?;
    let place = missing()?;
    while let Some(list) = lists.first_element_child() {
        match element(&list.id()) {
            Some(begun) => begun.replace_with_with_node_1(&list).ok()?,
            None => place.append_child(&list).map(drop).ok()?,
        }
    }
    place.set_attribute(THERE, "").ok()
}

fn done(page: Page) {
    let there = missing().is_none();
    if !there {
        page.notice.set(Notice::NoLists);
    } else if page.notice.get_untracked() == Notice::NoLists {
        page.notice.set(Notice::None);
    }
    for then in WAITING.take().unwrap_or_default() {
        then(there);
    }
}
