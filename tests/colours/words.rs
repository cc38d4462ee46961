//! Words against the ground they stand on.

use crate::scheme::Scheme;
use crate::sheet::{all, of};
use crate::{ARMIES, Unseen, WORDS};

/// Words of the page, and their grounds.
const PAGE: [(&str, &[&str]); 7] = [
    ("ink", &["paper", "note"]),
    ("muted", &["paper", "note"]),
    ("accent", &["paper", "note"]),
    ("paper", &["ink", "accent"]),
    ("bar-ink", &["bar"]),
    ("bar-muted", &["bar"]),
    ("bar", &["bar-ink"]),
];

#[test]
fn words_of_the_page_can_be_read() {
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        for (ink, grounds) in PAGE {
            for ground in grounds {
                let what = format!("{}: {ink} on {ground}", scheme.name);
                unseen.check(&what, scheme.colour(ink), scheme.colour(ground), WORDS);
            }
        }
    }
    unseen.end();
}

/// A colour of words that nobody has looked at would be read by nobody: each sheet may only use those above.
#[test]
fn no_other_colour_is_used_for_words() {
    let named = |value: &str| {
        let name = value
            .strip_prefix("var(--")
            .and_then(|v| v.strip_suffix(')'));
        // The map's own words have names of their own.
        name.is_some_and(|n| n == "name" || PAGE.iter().any(|(ink, _)| *ink == n))
    };
    let plain = ["inherit", "currentColor", "currentcolor"];
    for rule in all() {
        if rule.query == "(forced-colors: active)" || rule.query == "print" {
            continue;
        }
        let Some(colour) = rule.get("color") else {
            continue;
        };
        assert!(
            named(colour) || plain.contains(&colour),
            "{} has words in {colour}",
            rule.selector
        );
    }
}

/// The names of towns, armies, ways out and counts stand in a seam of their own, wide enough to be their ground.
#[test]
fn names_on_the_map_can_be_read_in_their_seam() {
    let seam = of("map")
        .into_iter()
        .find(|r| r.query.is_empty() && r.selector == ".stage text")
        .and_then(|r| r.get("stroke-width").map(str::to_owned));
    assert_eq!(seam.as_deref(), Some("3px"));
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        let armies = ARMIES
            .iter()
            .flat_map(|army| [(*army, "halo"), (*army, "abroad-halo")]);
        let names = [("name", "halo"), ("name", "land"), ("state", "abroad-halo")];
        for (ink, ground) in armies.chain(names) {
            let what = format!("{}: {ink} on {ground}", scheme.name);
            unseen.check(&what, scheme.colour(ink), scheme.colour(ground), WORDS);
        }
    }
    unseen.end();
}

/// The names of states and mountains have none: they must be read on every slope.
#[test]
fn names_of_states_and_mountains_can_be_read_on_the_relief() {
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        for ground in ["land", "home"] {
            for (tone, colour) in scheme.slopes(ground) {
                let what = format!("{}: name of a state on {tone}", scheme.name);
                unseen.check(&what, scheme.colour("state"), colour, WORDS);
            }
        }
    }
    unseen.end();
}
