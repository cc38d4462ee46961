//! The markup inside long texts.

use five_armies::markup::{Piece, parse, targets, with_words, words_of};
use proptest::prelude::*;

fn plain(words: &str) -> Piece {
    Piece::Plain(words.to_owned())
}

fn span(kind: &str, target: &str, inner: Vec<Piece>) -> Piece {
    Piece::Span {
        kind: kind.to_owned(),
        target: target.to_owned(),
        inner,
    }
}

#[test]
fn a_text_without_brackets_is_one_piece() {
    assert_eq!(
        parse("At (23:00) it began."),
        [plain("At (23:00) it began.")]
    );
    assert_eq!(parse(""), []);
}

#[test]
fn a_span_has_a_kind_a_target_and_words() {
    assert_eq!(
        parse("At [23:00](time:1968-08-20T23:00) it began."),
        [
            plain("At "),
            span("time", "1968-08-20T23:00", vec![plain("23:00")]),
            plain(" it began."),
        ]
    );
    assert_eq!(
        parse("[a](x:1)[b](y:2)"),
        [
            span("x", "1", vec![plain("a")]),
            span("y", "2", vec![plain("b")])
        ]
    );
    assert_eq!(parse("[](x:)"), [span("x", "", vec![])]);
}

#[test]
fn spans_may_stand_in_one_another() {
    let text = "[In [Praha](place:praha) at [dawn](time:1968-08-21)](claim:c1,c4).";
    let pieces = parse(text);
    assert_eq!(
        pieces,
        [
            span(
                "claim",
                "c1,c4",
                vec![
                    plain("In "),
                    span("place", "praha", vec![plain("Praha")]),
                    plain(" at "),
                    span("time", "1968-08-21", vec![plain("dawn")]),
                ]
            ),
            plain("."),
        ]
    );
    assert_eq!(
        targets(&pieces),
        [
            ("claim", "c1,c4"),
            ("place", "praha"),
            ("time", "1968-08-21")
        ]
    );
    assert_eq!(words_of(&pieces), "In Praha at dawn.");
}

#[test]
fn brackets_that_are_no_markup_are_words() {
    for text in [
        "[",
        "]",
        "[]",
        "[a",
        "a]",
        "[a]",
        "[a](",
        "[a]()",
        "[a](b)",
        "[a] (x:1)",
        "[a](x:1",
        "(x:1)",
        "][",
        "[[a](b)](c)",
    ] {
        let pieces = parse(text);
        assert_eq!(words_of(&pieces), text);
        assert_eq!(targets(&pieces), [], "{text}");
    }
    // A bracket that is not closed does not hide the markup behind it.
    let pieces = parse("[a [b](x:1)");
    assert_eq!(pieces, [plain("[a "), span("x", "1", vec![plain("b")])]);
    let pieces = parse("[a](b) [c](x:1) ]");
    assert_eq!(targets(&pieces), [("x", "1")]);
    assert_eq!(words_of(&pieces), "[a](b) c ]");
}

#[test]
fn a_target_ends_at_the_first_bracket_and_holds_colons() {
    assert_eq!(targets(&parse("[a](x:1:2(3)4)")), [("x", "1:2(3")]);
    assert_eq!(words_of(&parse("[a](x:1:2(3)4)")), "a4)");
}

#[test]
fn only_the_words_are_changed() {
    let text = "at [one [place](place:praha)](claim:c1), [night](time:1968-08-20)";
    let loud = with_words(&parse(text), &mut |words: &str| words.to_uppercase());
    assert_eq!(
        loud,
        "AT [ONE [PLACE](place:praha)](claim:c1), [NIGHT](time:1968-08-20)"
    );
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let pieces = parse(&text);
        let words = words_of(&pieces);
        prop_assert!(words.chars().count() <= text.chars().count());
    }

    #[test]
    fn no_text_like_markup_makes_it_panic_or_is_lost(text in "([\\[\\]():,a-cé ]|\\]\\(x:){0,60}") {
        let pieces = parse(&text);
        // Written again it is the same: nothing was dropped, nothing added.
        prop_assert_eq!(with_words(&pieces, &mut |words: &str| words.to_owned()), text);
    }

    #[test]
    fn text_without_brackets_stays_as_it_is(text in "[^\\[\\]]{0,80}") {
        let pieces = parse(&text);
        prop_assert_eq!(&words_of(&pieces), &text);
        prop_assert!(pieces.len() <= 1 && targets(&pieces).is_empty());
    }

    #[test]
    fn what_is_written_is_read(kind in "[a-z]{1,6}", target in "[^)\\[\\]]{0,12}", words in "[^\\[\\]]{1,20}", depth in 1..6_usize) {
        let text = (0..depth).fold(words.clone(), |inner, _| format!("[{inner}]({kind}:{target})"));
        let pieces = parse(&text);
        prop_assert_eq!(words_of(&pieces), words);
        prop_assert_eq!(targets(&pieces), vec![(kind.as_str(), target.as_str()); depth]);
    }
}
