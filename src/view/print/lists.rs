//! The long lists, which a site's page loads only when its reader comes near them.

use std::fmt::Write;

use super::{claims, columns, corrections, section};
use crate::words::Words;

/// All of them behind links to each. A release's pages hold the links alone.
pub fn lists(words: Words) -> String {
    let named = [
        ("claims", words.claims()),
        ("columns", words.columns()),
        ("corrections", words.corrections()),
    ];
    let begun = section::begun("to-lists", "to-lists", words.lists(), words.lists_lead());
    let mut out = format!("<div class=\"lists\" id=\"lists\">{begun}<ul>");
    for (id, name) in named {
        let _ = write!(out, "<li><a href=\"#{id}\">{name}</a></li>");
    }
    out.push_str("</ul></section>");
    for list in [claims, columns, corrections] {
        out.push_str(&list(words));
    }
    out.push_str("</div>");
    out
}
