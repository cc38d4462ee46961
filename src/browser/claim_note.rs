//! The note at a mark: a copy of the claim's entry, opened under the paragraph that holds the mark.

use web_sys::Element;

use super::element;

/// Opens the note of a mark, or closes it when it is open. `None` when the page has no such claim.
pub fn toggle(mark: &Element, claim: &str) -> Option<()> {
    let block = mark.closest("p,h3,h4,th,li").ok()??;
    let open = block
        .next_element_sibling()
        .filter(|next| next.class_name() == "claim-note");
    let same = open
        .as_ref()
        .is_some_and(|note| note.get_attribute("data-note").as_deref() == Some(claim));
    if let Some(note) = open {
        note.remove();
    }
    for other in super::all("[data-mark][aria-expanded=true]") {
        if other.closest("p,h3,h4,th,li").ok()? == Some(block.clone()) {
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
    mark.set_attribute("aria-expanded", "true").ok()?;
    block
        .insert_adjacent_element("afterend", &note)
        .ok()?
        .map(|_| ())
}
