//! How a text is set: authors type what keyboards have, readers get what printers use.

use crate::language::Language;
use crate::markup::{parse, with_words};

/// A text with the marks of its language, its markup's targets left alone.
pub fn typeset(text: &str, language: Language) -> String {
    // Quotation marks may stand at both ends of a span, so what came before is kept from piece to piece.
    let mut before = ' ';
    with_words(&parse(text), &mut |words| {
        let set = marks(words, &mut before);
        match language {
            Language::English => set,
            Language::Czech | Language::Slovak => held_together(&set),
        }
    })
}

/// Curved quotation marks, and dashes between numbers.
fn marks(text: &str, before: &mut char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let opens = before.is_whitespace() || matches!(*before, '(' | '\u{2018}' | '\u{201c}');
        let between_digits =
            before.is_ascii_digit() && letters.peek().is_some_and(char::is_ascii_digit);
        out.push(match c {
            '\'' if opens => '\u{2018}',
            '\'' => '\u{2019}',
            '"' if opens => '\u{201c}',
            '"' => '\u{201d}',
            '-' if between_digits => '\u{2013}',
            other => other,
        });
        *before = c;
    }
    out
}

/// Czech and Slovak leave no one-letter preposition at a line's end, and no day's number without its month.
fn held_together(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or(' ');
    letters
        .iter()
        .enumerate()
        .map(|(i, &c)| {
            let lone = i >= 1
                && "kosuvzaiKOSUVZAI".contains(at(i - 1))
                && (i == 1 || at(i - 2).is_whitespace() || at(i - 2) == '(');
            let day = i >= 2
                && at(i - 1) == '.'
                && at(i - 2).is_ascii_digit()
                && at(i + 1).is_lowercase();
            if c == ' ' && (lone || day) {
                '\u{a0}'
            } else {
                c
            }
        })
        .collect()
}
