//! Whether everything in the house leads somewhere: links of the documents to files and headings, rules of the style
//! sheets to markup, words and files to those who use them. What is named but missing is found, and what lies there but
//! is not named.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

mod content;
mod documents;
mod files;
mod leftovers;
mod modules;
mod program;
mod sheets;
mod styles;

/// Fails with everything that was found, a line each.
fn none<T: ToString>(found: impl IntoIterator<Item = T>, what: &str) {
    let lines: Vec<String> = found.into_iter().map(|it| it.to_string()).collect();
    assert!(lines.is_empty(), "{what}:\n{}", lines.join("\n"));
}
