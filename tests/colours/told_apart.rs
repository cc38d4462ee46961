//! Armies and stances told apart without colour: by greyscale print, and by eyes that see fewer colours.

use std::collections::BTreeSet;

use five_armies::language::Language;
use five_armies::story::STORY;
use five_armies::view::print;
use five_armies::words::Words;

use crate::colour::{Eyes, distance, over};
use crate::scheme::Scheme;
use crate::sheet::of;
use crate::{ARMIES, LINES, Unseen};

/// How much of two lines of different dashes must differ, however they are laid side by side: a fifth.
const UNLIKE: f64 = 0.2;
/// How far apart the colours of two armies must be for eyes that see all of them, in Oklab.
const APART: f64 = 0.09;

/// Dashes and gaps in CSS pixels; none for a whole line.
fn dashes(army: &str) -> Vec<f64> {
    let wanted = format!("[data-state=\"{army}\"]");
    let rules = of("columns");
    let own = rules
        .iter()
        .filter(|r| r.query.is_empty() && r.selector == wanted);
    let dash = own
        .filter_map(|r| r.get("--dash"))
        .next_back()
        .unwrap_or("");
    let lengths = dash.split("calc(").skip(1);
    lengths
        .map(|l| {
            l.split_once("px")
                .and_then(|(n, _)| n.parse().ok())
                .expect("a length")
        })
        .collect()
}

/// Whether there is ink at a place along a line.
fn ink(dashes: &[f64], at: f64) -> bool {
    let mut rest = at.rem_euclid(dashes.iter().sum());
    for (number, length) in dashes.iter().enumerate() {
        if rest < *length {
            return number % 2 == 0;
        }
        rest -= length;
    }
    dashes.is_empty()
}

/// Over which share of 60 px, about the shortest line that is seen, two dashes differ at the least.
fn unlikeness(a: &[f64], b: &[f64]) -> f64 {
    let steps = |n: u16, size: f64| (0..n).map(move |i| f64::from(i) * size);
    let share = |shift: f64| {
        let differing = steps(600, 0.1).filter(|x| ink(a, *x) != ink(b, *x + shift));
        differing.count() as f64 / 600.0
    };
    steps(160, 0.2).map(share).fold(1.0, f64::min)
}

fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = ARMIES.into_iter().enumerate();
    all.flat_map(|(i, a)| ARMIES.into_iter().skip(i + 1).map(move |b| (a, b)))
}

#[test]
fn no_two_armies_share_a_dash() {
    assert!(dashes("ussr").is_empty(), "the Soviet line is whole");
    for (a, b) in pairs() {
        let found = unlikeness(&dashes(a), &dashes(b));
        assert!(found >= UNLIKE, "{a} and {b} differ by {found:.2}");
    }
}

#[test]
fn the_measure_of_dashes_knows_the_same_from_another() {
    assert!(unlikeness(&[7.0, 3.0], &[7.0, 3.0]) < 1e-9);
    assert!(unlikeness(&[], &[15.0, 1.0]) < 0.1);
    assert!(unlikeness(&[], &[5.0, 5.0]) > 0.45);
}

#[test]
fn no_two_armies_share_an_arrowhead_or_a_name() {
    assert_eq!(
        STORY.armies.iter().map(|a| a.id).collect::<Vec<_>>(),
        ARMIES
    );
    let heads: BTreeSet<_> = STORY.armies.iter().map(|a| a.arrowhead).collect();
    assert_eq!(heads.len(), ARMIES.len());
    for language in Language::ALL {
        let words = Words::of(language);
        let names: BTreeSet<_> = STORY.armies.iter().map(|a| words.say(a.name)).collect();
        assert_eq!(names.len(), ARMIES.len());
    }
}

#[test]
fn who_sees_all_colours_tells_the_armies_by_them_too() {
    for scheme in Scheme::all() {
        for (a, b) in pairs() {
            let found = distance(scheme.colour(a), scheme.colour(b));
            assert!(found >= APART, "{}: {a} and {b}: {found:.3}", scheme.name);
        }
    }
}

/// Whoever misses a colour must still see that there is a line.
#[test]
fn every_line_is_seen_by_all_eyes() {
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        for eyes in Eyes::ALL {
            for (tone, ground) in scheme.tones() {
                let casing = over(scheme.colour("halo"), ground, 0.8);
                for army in ARMIES {
                    let what = format!("{}, {eyes:?}: {army} on {tone}", scheme.name);
                    unseen.check(
                        &what,
                        eyes.see(scheme.colour(army)),
                        eyes.see(casing),
                        LINES,
                    );
                }
            }
        }
    }
    unseen.end();
}

/// The values of an attribute in markup, in order.
fn values<'a>(markup: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    markup
        .split(before)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
}

/// On the map: a pattern each, or a fill without one; those two differ from all others by their tone in grey.
#[test]
fn no_two_stances_share_a_pattern() {
    let markup = print::world(Words::of(Language::English));
    let marks: Vec<&str> = markup
        .split("<pattern id=\"stance-")
        .skip(1)
        .filter_map(|rest| values(rest, "class=\"marks\" d=\"").next())
        .collect();
    assert_eq!(marks.len(), 5);
    assert_eq!(marks.iter().collect::<BTreeSet<_>>().len(), 5, "{marks:?}");
    for scheme in Scheme::all() {
        let [took_part, none] = ["accent", "pale"].map(|c| Eyes::Grey.see(scheme.colour(c)));
        assert!(distance(took_part, none) > 0.2, "{}", scheme.name);
    }
}

/// In lists: a sign each, and a word each in every language.
#[test]
fn no_two_stances_share_a_sign_or_a_word() {
    let own = |rule: &crate::sheet::Rule| {
        rule.selector.starts_with(".stance[data-stance=") && rule.selector.ends_with("] i")
    };
    let signs: Vec<_> = of("panels").into_iter().filter(own).collect();
    assert_eq!(signs.len(), 7);
    let drawn: BTreeSet<_> = signs.iter().map(|rule| &rule.says).collect();
    assert_eq!(drawn.len(), 7);
    for language in Language::ALL {
        let markup = print::world(Words::of(language));
        let key = markup.split_once("</ul>").map_or("", |(key, _)| key);
        let words: BTreeSet<_> = key
            .split("</svg>")
            .skip(1)
            .filter_map(|rest| rest.split("</li>").next())
            .collect();
        assert_eq!(words.len(), 7, "{words:?}");
    }
}
