//! What a click on the adopted markup asks for.

use wasm_bindgen::JsCast;

/// A wish, as written in a button's `data-*` attribute.
pub enum Wish {
    /// Go to a moment.
    Seek(String),
    /// Show a place.
    Place(String),
    /// Open a column's card.
    Route(String),
}

/// The number in the input that an event comes from.
pub fn number_in(event: &web_sys::Event) -> Option<f64> {
    let input = event
        .target()?
        .dyn_into::<web_sys::HtmlInputElement>()
        .ok()?;
    Some(input.value_as_number())
}

/// The wish of the innermost button that was clicked. A click on a source's number scrolls to it
/// without touching the address, which belongs to the moment.
pub fn of(event: &web_sys::MouseEvent) -> Option<Wish> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    if let Some(link) = target.closest("a[href^='#']").ok()? {
        event.prevent_default();
        let id = link.get_attribute("href")?;
        let place = super::element(id.get(1..)?)?;
        place.scroll_into_view();
        let link = place
            .query_selector("a")
            .ok()??
            .dyn_into::<web_sys::HtmlElement>()
            .ok()?;
        link.focus().ok()?;
        return None;
    }
    let button = target
        .closest("[data-seek],[data-place],[data-route]")
        .ok()??;
    let seek = button.get_attribute("data-seek").map(Wish::Seek);
    let place = || button.get_attribute("data-place").map(Wish::Place);
    let route = || button.get_attribute("data-route").map(Wish::Route);
    seek.or_else(place).or_else(route)
}
