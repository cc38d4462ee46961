//! The end of the page: whose map, typefaces and text it is.

use super::statement;
use crate::words::Words;

/// Credits, and where the page says how accessible it is.
pub fn credits(words: Words) -> String {
    format!(
        "<footer class=\"credits\"><h2>{}</h2><p>{}</p><p>{}</p><p>{}</p>{}</footer>",
        words.credits(),
        words.credits_map(),
        words.credits_fonts(),
        words.credits_text(),
        statement::place(words)
    )
}
