//! The world map: a tone and a pattern for each stance.

use crate::colour::Eyes;
use crate::scheme::{Scheme, Theme};
use crate::{LINES, Unseen};

#[test]
fn edges_patterns_and_the_chosen_state_are_seen_by_all_eyes() {
    let mut unseen = Unseen::default();
    for scheme in [Theme::Light, Theme::ChosenDark].map(|theme| Scheme::of(theme, "day")) {
        for eyes in Eyes::ALL {
            let seen = |name: &str| eyes.see(scheme.colour(name));
            let mut check = |ink: &str, grounds: &[&str]| {
                for ground in grounds {
                    let what = format!("{}, {eyes:?}: {ink} on {ground}", scheme.name);
                    unseen.check(&what, seen(ink), seen(ground), LINES);
                }
            };
            check("edge", &["globe", "others", "pale", "cool"]);
            check("marks", &["pale", "cool"]);
            check("ink", &["globe", "others", "pale", "cool"]);
            // Who took part is filled, without a pattern.
            check("accent", &["globe", "others", "pale", "cool"]);
        }
    }
    unseen.end();
}
