//! Printing: the whole page or the hand-out, and what must be unfolded on paper.

use super::{all, dialogs, layout, listen, window};

/// Bears what is printed, for the style sheet.
const PRINT: &str = "data-print";
/// Marks what was unfolded for printing alone.
const FOLDED: &str = "data-folded";

/// Unfolds what is folded away while the page is printed, however that was asked for: not every engine lets a style
/// sheet do it. Afterwards the page is what it was, and the next print the whole page again.
pub fn follow() {
    let Some(window) = window() else { return };
    listen(&window, "beforeprint", |_| {
        layout::all_now();
        for details in all("details:not([open])") {
            let _ = details.set_attribute("open", "");
            let _ = details.set_attribute(FOLDED, "");
        }
    });
    listen(&window, "afterprint", |_| {
        for details in all("[data-folded]") {
            let _ = details.remove_attribute("open");
            let _ = details.remove_attribute(FOLDED);
        }
        root().and_then(|root| root.remove_attribute(PRINT).ok());
    });
}

/// Prints what was chosen in the dialog. In a frame that may not, browsers do nothing.
pub fn print(what: &str) -> Option<()> {
    dialogs::close("print");
    root()?.set_attribute(PRINT, what).ok()?;
    window()?.print().ok()
}

fn root() -> Option<web_sys::Element> {
    window()?.document()?.document_element()
}
