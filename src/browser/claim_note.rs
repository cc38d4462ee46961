//! The note at a mark: a copy of the claim's entry, opened under the paragraph that holds the mark.

use web_sys::Element;

use super::element;

/// What a note may stand under.
const BLOCKS: &str = "p,h3,h4,tr,li";

/// Opens the note of a mark, or closes it when it is open. `None` when the page has no such claim.
pub fn toggle(mark: &Element, claim: &str) -> Option<()> {
    let block = mark.closest(BLOCKS).ok()??;
    let open = block
        .next_element_sibling()
        .filter(|next| next.has_attribute("data-note"));
    let same = open
        .as_ref()
        .is_some_and(|note| note.get_attribute("data-note").as_deref() == Some(claim));
    if let Some(note) = open {
        note.remove();
    }
    for other in super::all("[data-mark][aria-expanded=true]") {
        if other.closest(BLOCKS).ok()? == Some(block.clone()) {
            let _ = other.set_attribute("aria-expanded", "false");
        }
    }
    if same {
        return Some(());
    }
    let entry = element(&["claim-", claim].concat())?;
    let note: Element =
        wasm_bindgen::JsCast::dyn_into(entry.clone_node_with_deep(true).ok()?).ok()?;
    note.remove_attribute("id").ok()?;
    note.set_class_name("claim-note");
    note.set_attribute("data-note", claim).ok()?;
    note.set_attribute("data-testid", "note").ok()?;
    let under = if block.local_name() == "tr" {
        row_of(&note, claim)?
    } else {
        note
    };
    mark.set_attribute("aria-expanded", "true").ok()?;
    block
        .insert_adjacent_element("afterend", &under)
        .ok()?
        .map(|_| ())
}

/// Closes the open notes, and returns the focus to the mark of the one it was in; `false` when there is none.
pub fn close_all(focused: &Element) -> bool {
    let marks = super::all("[data-mark][aria-expanded=true]");
    for mark in &marks {
        let claim = mark.get_attribute("data-mark").unwrap_or_default();
        let note = focused.closest("[data-note]").ok().flatten();
        let was_in = note.is_some_and(|n| n.get_attribute("data-note").as_ref() == Some(&claim));
        toggle(mark, &claim);
        if was_in {
            super::reveal::focus_on(mark);
        }
    }
    !marks.is_empty()
}

/// A row of its own for a note in a table.
fn row_of(note: &Element, claim: &str) -> Option<Element> {
    let document = note.owner_document()?;
    let row = document.create_element("tr").ok()?;
    let cell = document.create_element("td").ok()?;
    cell.set_attribute("colspan", "4").ok()?;
    cell.append_child(note).ok()?;
    row.append_child(&cell).ok()?;
    row.set_attribute("data-note", claim).ok()?;
    Some(row)
}
