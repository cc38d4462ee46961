//! The texts that the page carries for the program, and in which language they are.

use super::{element, window};
use crate::language::Language;
use crate::words::Words;

/// The texts; `None` when the page does not hold this program's.
pub fn words() -> Option<Words> {
    let root = window()?.document()?.document_element()?;
    let language = Language::from_tag(&root.get_attribute("lang")?)?;
    Words::from_table(language, &element("texts")?.text_content()?)
}
