//! Markup in texts.

use five_armies::markup::{Piece, parse, targets, with_words, words_of};

/// A text is told again by its pieces, and no piece is empty or holds what the page would read as something else.
pub fn check(bytes: &[u8]) {
    let text = super::text(bytes);
    let pieces = parse(text);
    assert_eq!(with_words(&pieces, &mut str::to_owned), text);
    assert!(words_of(&pieces).len() <= text.len());
    assert_eq!(targets(&pieces).len(), spans(&pieces));
}

fn spans(pieces: &[Piece]) -> usize {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Plain(words) => {
                assert!(!words.is_empty());
                0
            }
            Piece::Span {
                kind,
                target,
                inner,
            } => {
                assert!(!kind.contains([':', ')']) && !target.contains(')'));
                1 + spans(inner)
            }
        })
        .sum()
}
