//! The dialogs: opened and closed, their links and codes written, their texts copied.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement, HtmlSelectElement};

use super::once::settled;
use super::{all, element, listen, offline, window};
use crate::address::{self, Address, View};
use crate::embed_code::{Way, code};
use crate::view::Page;

/// Where links lead when the page has no address of its own that others could open.
const NOWHERE: &str = "ADDRESS/";

/// What an embedder chooses changes the code, and previews end with their dialog.
pub fn follow(page: Page) {
    if let Some(dialog) = element("embed-dialog") {
        listen(&dialog, "change", move |_| {
            write_codes(page);
        });
        // Whether by its button or by a key.
        listen(&dialog, "close", |_| {
            for way in Way::ALL {
                let preview = element(&["preview-", way.key()].concat());
                preview.inspect(|preview| preview.set_text_content(None));
            }
        });
    }
}

fn dialog(name: &str) -> Option<HtmlDialogElement> {
    element(&[name, "-dialog"].concat())?.dyn_into().ok()
}

/// Opens a dialog with what belongs to this moment.
pub fn open(page: Page, name: &str) -> Option<()> {
    let dialog = dialog(name)?;
    say(name, "");
    if name == "embed" {
        write_codes(page);
    } else if name == "share" {
        let link = element("share-link")?.dyn_into::<HtmlInputElement>().ok()?;
        link.set_value(&link_to_moment(page));
        offline::say_whether_kept(page);
    }
    dialog.show_modal().ok()
}

/// Closes a dialog.
pub fn close(name: &str) {
    dialog(name).inspect(HtmlDialogElement::close);
}

/// Closes whatever dialog is open.
pub fn close_all() {
    for open in all("dialog[open]") {
        if let Ok(dialog) = open.dyn_into::<HtmlDialogElement>() {
            dialog.close();
        }
    }
}

/// A line under the dialog's content.
pub fn say(name: &str, text: &str) {
    let line = dialog(name).and_then(|d| d.query_selector(".said").ok().flatten());
    line.inspect(|line| line.set_text_content(Some(text)));
}

/// The link to this moment, in this telling and language: to the page around the frame if that passes it on.
fn link_to_moment(page: Page) -> String {
    let shown = page.address();
    let address = Address {
        telling: Some(page.telling.get_untracked()),
        language: Some(page.words().language),
        theme: None,
        mode: None,
        ..shown
    };
    let hash = address::write(&address);
    if let Some(host) = page.host_address.get_untracked() {
        let asks = hash.strip_prefix('#').unwrap_or("");
        return [&host, "#fa=", asks].concat();
    }
    [own_address().unwrap_or_default(), hash].concat()
}

/// The address of this page without what stands behind `?` and `#`.
fn own_address() -> Option<String> {
    let href = window()?.location().href().ok()?;
    let end = href.find(['?', '#']).unwrap_or(href.len());
    href.get(..end).map(str::to_owned)
}

fn write_codes(page: Page) -> Option<()> {
    let view = element("embed-view")?
        .dyn_into::<HtmlSelectElement>()
        .ok()?
        .value();
    let from_here = element("embed-at")?
        .dyn_into::<HtmlInputElement>()
        .ok()?
        .checked();
    let shown = page.address();
    let asks = Address {
        at: shown.at.filter(|_| from_here),
        view: View::ALL
            .into_iter()
            .find(|v| v.key() == view && *v != View::Full),
        language: Some(page.words().language),
        theme: None,
        mode: None,
        ..shown
    };
    let (folder, file) = place();
    for way in Way::ALL {
        let code = code(way, &folder, &file, page.words().frame_title(), &asks);
        element(&["code-", way.key()].concat())?.set_text_content(Some(&code));
    }
    Some(())
}

/// Folder and file name of this page on the web; on a disk, a word in place of the folder.
fn place() -> (String, String) {
    let own = own_address().unwrap_or_default();
    let (folder, file) = own.split_at(own.rfind('/').map_or(0, |slash| slash + 1));
    let folder = if folder.starts_with("http") {
        folder
    } else {
        NOWHERE
    };
    (folder.to_owned(), file.to_owned())
}

/// Shows live what a way's code gives: the page in a frame, or the demonstration that uses the script.
pub fn preview(way: &str) -> Option<()> {
    let place = element(&["preview-", way].concat())?;
    if place.first_child().is_some() {
        place.set_text_content(None);
        return None;
    }
    let frame = window()?.document()?.create_element("iframe").ok()?;
    let address = if way == Way::Frame.key() {
        "?embed=1".to_owned()
    } else {
        ["demo/index.html#", way].concat()
    };
    frame.set_attribute("src", &address).ok()?;
    frame
        .set_attribute(
            "title",
            &element(&["code-", way].concat())?
                .parent_element()?
                .get_attribute("aria-label")?,
        )
        .ok()?;
    place.append_child(&frame).ok().map(|_| ())
}

/// Copies the text of a link or code, and says whether that went well.
pub fn copy(page: Page, id: &str) -> Option<()> {
    let source = element(id)?;
    let name = source.closest("dialog").ok()??.id();
    let name = name.strip_suffix("-dialog")?.to_owned();
    let text = match source.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => source.text_content()?,
    };
    let (done, failed) = (name.clone(), name);
    let words = page.words();
    let by_hand = move || {
        select(&source);
        say(&failed, words.copy_by_hand());
    };
    let clipboard = window()?.navigator().clipboard();
    // Where pages are not trusted with it there is none, whatever the types say.
    if clipboard.is_undefined() {
        by_hand();
        return None;
    }
    settled(&clipboard.write_text(&text), move |answer| {
        // A refusal comes with its reason.
        if answer.is_undefined() {
            say(&done, words.copied());
        } else {
            by_hand();
        }
    })
}

/// Selects a text for copying by hand.
fn select(source: &web_sys::Element) -> Option<()> {
    if let Some(input) = source.dyn_ref::<HtmlInputElement>() {
        input.select();
        return Some(());
    }
    window()?
        .get_selection()
        .ok()??
        .select_all_children(source)
        .ok()
}
