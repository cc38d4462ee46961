//! Long texts as HTML: escaped, their markup turned into controls.

use crate::markup::{Piece, parse};
use crate::prose;
use crate::words::{Text, Words};

/// Text as HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A long text as HTML.
pub fn rich(words: Words, text: Text) -> String {
    html(words, &parse(words.say(text)))
}

fn html(words: Words, pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Plain(plain) => escaped(plain),
            Piece::Span {
                kind,
                target,
                inner,
            } => span(words, kind, target, &html(words, inner)),
        })
        .collect()
}

/// A span. The build script has checked its kind and target.
fn span(words: Words, kind: &str, target: &str, inner: &str) -> String {
    match kind {
        "time" => format!(
            "<button type=\"button\" class=\"seek\" data-seek=\"{target}\">{inner}</button>"
        ),
        "place" => format!(
            "<button type=\"button\" class=\"place\" data-place=\"{target}\">{inner}</button>"
        ),
        "lang" => format!("<i lang=\"{target}\">{inner}</i>"),
        "claim" => target.split(',').rev().fold(inner.to_owned(), |inner, id| {
            claim(words, id.trim(), &inner)
        }),
        _ => inner.to_owned(),
    }
}

/// The words that tell a claim, with a mark behind them where the record differs.
fn claim(words: Words, id: &str, inner: &str) -> String {
    let Some(told) = prose::CLAIMS.iter().find(|claim| claim.id == id) else {
        return inner.to_owned();
    };
    let verdict = told.verdict.key();
    let mark = if told.verdict.differs() {
        mark(words, id)
    } else {
        String::new()
    };
    format!(
        "<span class=\"claim\" id=\"told-{id}\" data-claim=\"{id}\" data-verdict=\"{verdict}\">{inner}</span>{mark}"
    )
}

/// The small mark of a difference: a link to the claim's entry; with the program it opens beside the text.
pub fn mark(words: Words, id: &str) -> String {
    format!(
        "<a class=\"mark\" href=\"#claim-{id}\" data-mark=\"{id}\" title=\"{0}\" aria-label=\"{0}\">\u{2260}</a>",
        words.differs()
    )
}

/// The marks of an entry of another list, by its name there, as `reaction-gdr`.
pub fn marks_of(words: Words, entry: &str) -> String {
    let differing = prose::CLAIMS
        .iter()
        .filter(|claim| claim.also.contains(&entry));
    differing.map(|claim| mark(words, claim.id)).collect()
}
