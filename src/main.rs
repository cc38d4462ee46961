//! Starts the page in the browser: takes over the markup the host has written.

use std::cell::Cell;
use std::rc::Rc;

use five_armies::browser;
use five_armies::view::{App, AppProps, Page};
use leptos::prelude::Owner;

fn main() {
    console_error_panic_hook::set_once();
    // The loader tells the reader when the program throws.
    let (Some(host), Some(words)) = (browser::host(), browser::texts::words()) else {
        wasm_bindgen::throw_str("the page does not hold this program's texts");
    };
    let made = Rc::new(Cell::new(None));
    let kept = Rc::clone(&made);
    let app = leptos::mount::hydrate_from(host, move || {
        let page = Page::new(words);
        kept.set(Owner::current().map(|owner| (owner, page)));
        App(AppProps { page })
    });
    app.forget();
    // Only now: what the address asks for must not differ from the host's markup while it is taken over.
    if let Some((owner, page)) = made.take() {
        browser::connect(owner, page);
    }
}
