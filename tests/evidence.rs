//! What a statement rests on: the names used in the content, in the address and in the markup.

use five_armies::evidence::{Basis, Telling, Verdict};

const VERDICTS: [(Verdict, &str); 5] = [
    (Verdict::Confirmed, "confirmed"),
    (Verdict::Imprecise, "imprecise"),
    (Verdict::Disputed, "disputed"),
    (Verdict::Contradicted, "contradicted"),
    (Verdict::Unverified, "unverified"),
];

#[test]
fn verdicts_have_the_names_that_the_content_uses() {
    for (verdict, key) in VERDICTS {
        assert_eq!(verdict.key(), key);
        let offered = Verdict::ALL.into_iter().filter(|v| *v == verdict);
        assert_eq!(offered.count(), 1, "{key}");
    }
    assert_eq!(Verdict::ALL.len(), VERDICTS.len());
}

#[test]
fn article_and_record_differ_unless_the_record_agrees() {
    let differing = VERDICTS.into_iter().filter(|(v, _)| v.differs());
    let keys: Vec<&str> = differing.map(|(_, key)| key).collect();
    assert_eq!(
        keys,
        ["imprecise", "disputed", "contradicted", "unverified"]
    );
}

#[test]
fn a_telling_holds_its_own_and_what_both_say() {
    for (telling, key, other) in [
        (Telling::Article, "article", Basis::Record),
        (Telling::Record, "record", Basis::Article),
    ] {
        assert_eq!(telling.key(), key);
        assert_eq!(Telling::from_key(key), Some(telling));
        let told = [Basis::Article, Basis::Record, Basis::Both]
            .into_iter()
            .filter(|basis| !telling.includes(*basis));
        assert_eq!(told.collect::<Vec<_>>(), [other]);
    }
    for key in ["", "both", "Record", "record "] {
        assert_eq!(Telling::from_key(key), None, "{key:?}");
    }
}
