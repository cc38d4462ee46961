//! The languages: their names, their plurals, their dates, and their tables of texts.

use std::collections::BTreeSet;

use five_armies::language::{Language, Plural};
use five_armies::moment::{Moment, Precision};
use five_armies::scene::FieldCount;
use five_armies::words::{PAGE_TEXTS, Text, Words};
use proptest::prelude::*;

/// The sample numbers of CLDR 47 for each cardinal category, whole numbers only.
const CLDR: &[(Language, Plural, &str)] = &[
    (Language::English, Plural::One, "1"),
    (
        Language::English,
        Plural::Many,
        "0 2~16 100 1000 10000 100000 1000000",
    ),
    (Language::Czech, Plural::One, "1"),
    (Language::Czech, Plural::Few, "2~4"),
    (
        Language::Czech,
        Plural::Many,
        "0 5~19 100 1000 10000 100000 1000000",
    ),
    (Language::Slovak, Plural::One, "1"),
    (Language::Slovak, Plural::Few, "2~4"),
    (
        Language::Slovak,
        Plural::Many,
        "0 5~19 100 1000 10000 100000 1000000",
    ),
];

fn samples(text: &str) -> Vec<usize> {
    let number = |text: &str| text.parse().unwrap_or(usize::MAX);
    let ranges = text.split(' ').map(|part| match part.split_once('~') {
        Some((from, to)) => number(from)..=number(to),
        None => number(part)..=number(part),
    });
    ranges.flatten().collect()
}

/// The number of every text that says something.
fn texts() -> Vec<Text> {
    let english = Words::of(Language::English);
    let all = (0..u16::MAX).map(Text);
    all.filter(|t| !english.say(*t).is_empty()).collect()
}

#[test]
fn plurals_are_those_of_cldr() {
    for (language, plural, text) in CLDR {
        for count in samples(text) {
            assert_eq!(language.plural(count), *plural, "{language:?} {count}");
        }
    }
    // What sounds like a few is not: 22 and 102 take the form of 5.
    for count in [22, 23, 24, 32, 102, 104] {
        assert_eq!(Language::Czech.plural(count), Plural::Many, "{count}");
        assert_eq!(Language::Slovak.plural(count), Plural::Many, "{count}");
    }
}

#[test]
fn each_has_a_tag_and_a_file_of_its_own() {
    let names = Language::ALL.map(|l| (l.tag(), l.file()));
    assert_eq!(
        names,
        [("en", "index.html"), ("cs", "cs.html"), ("sk", "sk.html")]
    );
    for language in Language::ALL {
        assert_eq!(Language::from_tag(language.tag()), Some(language));
    }
    for tag in ["", "EN", "cz", "en-GB", " sk", "pseudo", "de"] {
        assert_eq!(Language::from_tag(tag), None, "{tag:?}");
    }
}

#[test]
fn counts_take_the_form_of_their_language() {
    let says = |language, count| Words::of(language).to_come(count);
    for (language, wanted) in [
        (
            Language::Czech,
            [
                "Všechny záznamy jsou zde.",
                "Zbývá ještě 1 záznam.",
                "Zbývají ještě 4 záznamy.",
                "Zbývá ještě 5 záznamů.",
                "Zbývá ještě 22 záznamů.",
            ],
        ),
        (
            Language::Slovak,
            [
                "Všetky záznamy sú už tu.",
                "Ešte zostáva 1 záznam.",
                "Ešte zostávajú 4 záznamy.",
                "Ešte zostáva 5 záznamov.",
                "Ešte zostáva 22 záznamov.",
            ],
        ),
    ] {
        assert_eq!([0, 1, 4, 5, 22].map(|n| says(language, n)), wanted);
    }
}

#[test]
fn landings_are_said_in_every_language_with_their_number() {
    for language in Language::ALL {
        let words = Words::of(language);
        for (landed, more, about) in [
            (1, false, false),
            (3, false, false),
            (9, false, false),
            (2, true, false),
            (75, false, true),
        ] {
            let said = words.landed(&FieldCount {
                field: 0,
                landed,
                more,
                about,
            });
            assert!(said.contains(&landed.to_string()), "{said}");
            assert!(!said.contains(['{', '}']), "{said}");
        }
    }
}

#[test]
fn dates_have_the_form_of_their_language() {
    let at = Moment::new(1968, 8, 21, 2, 20);
    for (language, full, short, month) in [
        (
            Language::English,
            "Wednesday 21 August 1968, 02:20",
            "21 August 1968",
            "August 1968",
        ),
        (
            Language::Czech,
            "středa 21. srpna 1968, 02:20",
            "21. srpna 1968",
            "srpen 1968",
        ),
        (
            Language::Slovak,
            "streda 21. augusta 1968, 02:20",
            "21. augusta 1968",
            "august 1968",
        ),
    ] {
        let words = Words::of(language);
        // Day and month may be held together by a space at which no line ends.
        let spaced = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(spaced(words.moment_in_full(at)), full);
        assert_eq!(spaced(words.dated(at, Precision::Day)), short);
        assert_eq!(words.dated(at, Precision::Month), month);
        assert_eq!(words.dated(at, Precision::Year), "1968");
    }
}

#[test]
fn every_month_and_weekday_has_a_name_of_its_own_in_every_language() {
    for language in Language::ALL {
        let words = Words::of(language);
        let month = |m: u8| Moment::new(1968, m, 1, 0, 0);
        let alone: BTreeSet<String> = (1..=12)
            .map(|m| words.dated(month(m), Precision::Month))
            .collect();
        let dated: BTreeSet<String> = (1..=12).map(|m| words.short_date(month(m))).collect();
        // 19 August 1968 was a Monday.
        let week: BTreeSet<String> = (19..=25)
            .map(|day| words.long_date(Moment::new(1968, 8, day, 0, 0)))
            .filter_map(|date| date.split_whitespace().next().map(str::to_owned))
            .collect();
        assert_eq!((alone.len(), dated.len(), week.len()), (12, 12, 7));
    }
}

#[test]
fn a_table_written_into_a_page_is_read_back_the_same() {
    for words in Language::ALL
        .map(Words::of)
        .into_iter()
        .chain([Words::pseudo()])
    {
        let table = words.table();
        assert_eq!(table.lines().count(), PAGE_TEXTS);
        // The page holds it between line ends.
        for framed in [table.clone(), format!("\n{table}\n")] {
            let read = Words::from_table(words.language, &framed);
            assert_eq!(read.map(|w| w.language), Some(words.language));
            let page = (0..PAGE_TEXTS as u16).map(Text);
            for text in page {
                let said = read.map_or("", |w| w.say(text));
                assert_eq!(said, words.say(text), "{text:?}");
                assert!(!said.is_empty(), "{text:?} says nothing");
            }
            assert_eq!(read.map(|w| w.say(Text(PAGE_TEXTS as u16))), Some(""));
        }
    }
}

#[test]
fn a_table_of_another_program_is_refused() {
    let table = Words::of(Language::English).table();
    let shorter = table.rsplit_once('\n').map_or("", |(start, _)| start);
    for other in [
        "",
        "one line",
        shorter,
        &format!("{table}\none line more"),
        &table.replace('\n', " "),
    ] {
        let read = Words::from_table(Language::English, other);
        assert!(read.is_none(), "{} lines", other.lines().count());
    }
}

#[test]
fn no_wording_begins_or_ends_with_a_space() {
    assert!(texts().len() > 1_500);
    for words in Language::ALL.map(Words::of) {
        for text in texts() {
            let said = words.say(text);
            assert_eq!(said.trim(), said, "{text:?} in {:?}", words.language);
        }
    }
}

/// A wording without its placeholders and the targets of its markup; those apart.
fn taken_apart(text: &str) -> (String, Vec<String>) {
    let (mut words, mut kept) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = match (c, words.ends_with(']')) {
            ('{', _) => rest.find('}'),
            ('(', true) => rest.find(')'),
            _ => None,
        };
        let cut = end.map_or(c.len_utf8(), |end| end + 1);
        let (piece, behind) = rest.split_at(cut);
        match end {
            Some(_) => kept.push(piece.to_owned()),
            None => words.push_str(piece),
        }
        rest = behind;
    }
    (words, kept)
}

#[test]
fn the_pseudo_language_has_no_letter_of_ours() {
    let (english, pseudo) = (Words::of(Language::English), Words::pseudo());
    assert_eq!(pseudo.language, Language::English);
    for text in texts() {
        let (said, disguised) = (
            taken_apart(english.say(text)),
            taken_apart(pseudo.say(text)),
        );
        let plain = disguised.0.chars().find(char::is_ascii_alphabetic);
        assert_eq!(plain, None, "{}", pseudo.say(text));
        assert_eq!(disguised.1, said.1, "{}", pseudo.say(text));
        assert_eq!(
            disguised.0.chars().count(),
            said.0.chars().count(),
            "{}",
            pseudo.say(text)
        );
    }
    assert!(texts().iter().any(|t| pseudo.say(*t).contains("](time:")));
    assert!(texts().iter().any(|t| pseudo.say(*t).contains("{n}")));
}

proptest! {
    #[test]
    fn no_table_makes_it_panic(table in "(\\PC|\n){0,400}") {
        prop_assert!(Words::from_table(Language::Czech, &table).is_none());
    }
}
