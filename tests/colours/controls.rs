//! What is pressed, and where the focus is.

use crate::colour::{contrast, parsed};
use crate::scheme::Scheme;
use crate::sheet::of;
use crate::{LINES, Unseen};

#[test]
fn edges_of_buttons_fields_and_the_scrubber_are_seen() {
    let thumb = of("clock")
        .into_iter()
        .find(|r| r.selector.ends_with("::-webkit-slider-thumb"))
        .and_then(|r| parsed(r.get("background")?))
        .expect("the colour of the scrubber's handle");
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        for (edge, ground) in [
            ("ink", "paper"),
            ("accent", "paper"),
            ("muted", "paper"),
            ("muted", "note"),
            ("bar-rule", "bar"),
            ("bar-muted", "bar"),
            // What has passed on the scrubber, against what is to come.
            ("bar-ink", "bar-rule"),
            ("line", "land"),
        ] {
            let what = format!("{}: {edge} on {ground}", scheme.name);
            unseen.check(&what, scheme.colour(edge), scheme.colour(ground), LINES);
        }
        let what = format!("{}: the scrubber's handle", scheme.name);
        unseen.check(&what, thumb, scheme.colour("bar"), LINES);
    }
    unseen.end();
}

/// The ring and its halo stand side by side: one of them is seen on any ground, and each beside the other.
#[test]
fn the_focus_is_seen_wherever_it_may_be() {
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        let (ring, halo) = (scheme.colour("focus"), scheme.colour("focus-halo"));
        unseen.check(
            &format!("{}: ring and halo", scheme.name),
            ring,
            halo,
            LINES,
        );
        let grounds = ["paper", "note", "bar"].map(|name| (name.to_owned(), scheme.colour(name)));
        for (name, ground) in grounds.into_iter().chain(scheme.tones()) {
            let seen = if contrast(ring, ground) > contrast(halo, ground) {
                ring
            } else {
                halo
            };
            unseen.check(
                &format!("{}: focus on {name}", scheme.name),
                seen,
                ground,
                LINES,
            );
        }
    }
    unseen.end();
}
