//! What a click on the adopted markup asks for.

use wasm_bindgen::JsCast;

use crate::view::Page;

/// A wish, as written in a button's `data-*` attribute.
pub enum Wish {
    /// Go to a moment.
    Seek(String),
    /// Show a place.
    Place(String),
    /// Open a column's card.
    Route(String),
    /// Choose a state; whether that was in the panels, and not on the world map.
    State {
        /// The state's code.
        code: String,
        /// Where it was chosen.
        in_panel: bool,
    },
    /// Change the language.
    Language(String),
    /// Go a passage on (or back).
    Passage(bool),
    /// Keep the story in view again.
    Follow,
    /// Open a dialog.
    Open(String),
    /// Begin a presentation, or `leave` it.
    Present(String),
    /// Close a dialog.
    Close(String),
    /// Copy the text of the element of an id.
    Copy(String),
    /// Show live what a way of embedding gives.
    Preview(String),
    /// Save the map or the data of this moment.
    Take(String),
    /// Print the page or the hand-out.
    Print(String),
}

/// An attribute, and the wish that is made of its value.
type Attribute = (&'static str, fn(String) -> Wish);

/// The attributes whose value is all that a wish needs.
const PLAIN: [Attribute; 10] = [
    ("data-seek", Wish::Seek),
    ("data-place", Wish::Place),
    ("data-route", Wish::Route),
    ("data-open", Wish::Open),
    ("data-present", Wish::Present),
    ("data-close", Wish::Close),
    ("data-copy", Wish::Copy),
    ("data-preview", Wish::Preview),
    ("data-take", Wish::Take),
    ("data-paper", Wish::Print),
];

/// What else a click may be meant for.
const OTHERS: &str = "a[href^='#'],a[href*='.html#']:not([target]),[data-language],[data-state],[data-passage],[data-follow]";

/// The number in the input that an event comes from.
pub fn number_in(event: &web_sys::Event) -> Option<f64> {
    let input = event
        .target()?
        .dyn_into::<web_sys::HtmlInputElement>()
        .ok()?;
    Some(input.value_as_number())
}

/// The wish of the innermost element that was clicked. A link within the page scrolls there without touching the
/// address, which belongs to the moment; a mark opens its note.
pub fn of(page: Page, event: &web_sys::MouseEvent) -> Option<Wish> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let named = PLAIN.map(|(name, _)| ["[", name, "],"].concat()).concat();
    let clicked = target.closest(&[&named, OTHERS].concat()).ok()??;
    let says = |name: &str| clicked.get_attribute(name);
    if let Some(claim) = says("data-mark") {
        event.prevent_default();
        let mark = clicked.clone();
        super::lists::when_there(page, move |_| {
            super::claim_note::toggle(&mark, &claim);
        });
        return None;
    }
    if let Some(tag) = says("data-language") {
        event.prevent_default();
        return Some(Wish::Language(tag));
    }
    if let Some(link) = says("href") {
        event.prevent_default();
        // On a site, links to entries of the long lists name the page that holds these.
        super::reveal::part(page, link.split_once('#')?.1);
        return None;
    }
    // Columns bear their army's name in the same attribute; they have handlers of their own.
    let state = || {
        let code = says("data-state").filter(|c| c.len() == 3)?;
        let in_panel = clicked.closest(".reactions").ok()?.is_some();
        super::reading::expect_own_scroll();
        Some(Wish::State { code, in_panel })
    };
    let passage = || says("data-passage").map(|way| Wish::Passage(way == "next"));
    let follow = || says("data-follow").map(|_| Wish::Follow);
    let plain = || {
        let said = PLAIN
            .iter()
            .find_map(|(name, wish)| Some((wish, says(name)?)));
        said.map(|(wish, value)| wish(value))
    };
    plain().or_else(state).or_else(passage).or_else(follow)
}
