//! The lines of the map: columns, borders, and what stands on them.

use crate::colour::{contrast, over};
use crate::scheme::Scheme;
use crate::sheet::of;
use crate::{ARMIES, LINES, Unseen};

/// What draws lines of columns in its own colour; refugees go in the colour of names.
fn inks() -> impl Iterator<Item = &'static str> {
    ARMIES.into_iter().chain(["name"])
}

/// A rule of the columns' sheet outside every query.
fn said(selector: &str, property: &str) -> String {
    let rules = of("columns");
    let rule = rules
        .iter()
        .find(|r| r.query.is_empty() && r.selector == selector);
    let value = rule.and_then(|r| r.get(property));
    value.expect("a rule that says it").to_owned()
}

/// Flights and ways that were not gone have no casing: they must be seen by themselves.
#[test]
fn every_line_of_a_column_stands_out_from_every_tone() {
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        for (tone, ground) in scheme.tones() {
            for ink in inks() {
                let what = format!("{}: {ink} on {tone}", scheme.name);
                unseen.check(&what, scheme.colour(ink), ground, LINES);
            }
        }
    }
    unseen.end();
}

/// The others have one, so that they are seen on rivers, on borders and on each other.
#[test]
fn a_line_stands_out_from_its_casing_wherever_that_lies() {
    let opacity: f64 = said(".route .casing", "stroke-opacity")
        .parse()
        .expect("a number");
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        let rivers = ("rivers".to_owned(), scheme.colour("water"));
        let borders = ("borders".to_owned(), scheme.colour("line"));
        for (tone, ground) in scheme.tones().into_iter().chain([rivers, borders]) {
            let casing = over(scheme.colour("halo"), ground, opacity);
            for ink in inks() {
                let what = format!("{}: {ink} on a casing on {tone}", scheme.name);
                unseen.check(&what, scheme.colour(ink), casing, LINES);
            }
        }
    }
    unseen.end();
}

#[test]
fn hollow_lines_and_heads_are_seen_to_be_hollow() {
    assert_eq!(said(".route .core", "stroke"), "var(--home)");
    assert_eq!(
        said(".head[data-certain=\"false\"] .glyph", "fill"),
        "var(--halo)"
    );
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        for ink in inks() {
            for inside in ["home", "halo"] {
                let what = format!("{}: {ink} around {inside}", scheme.name);
                unseen.check(&what, scheme.colour(ink), scheme.colour(inside), LINES);
            }
        }
    }
    unseen.end();
}

/// Borders run on land; the Iron Curtain is drawn in the colour of names, which is checked above.
#[test]
fn borders_stand_out_from_the_land_on_both_sides() {
    let mut unseen = Unseen::default();
    for scheme in Scheme::all() {
        for ground in ["land", "home"] {
            for (tone, colour) in scheme.slopes(ground) {
                let what = format!("{}: border on {tone}", scheme.name);
                unseen.check(&what, scheme.colour("line"), colour, LINES);
            }
        }
    }
    unseen.end();
}

/// A line that is drawn half through would have another contrast than its colour.
#[test]
fn nothing_on_the_map_is_drawn_half_through_but_casing_relief_and_focus() {
    let rules = of("columns").into_iter().chain(of("map"));
    let faint: Vec<String> = rules
        .filter(|r| r.get("opacity").is_some() || r.get("stroke-opacity").is_some())
        .map(|r| r.selector)
        .collect();
    assert_eq!(
        faint,
        [".route .casing", ".route:focus-visible .reach", ".relief"]
    );
}

/// Lakes are no tone of their own: they have the sea's.
#[test]
fn the_tones_are_those_that_the_map_is_painted_with() {
    let rules = of("map");
    let fill = |selector: &str| {
        let rule = rules.iter().find(|r| r.selector == selector);
        rule.and_then(|r| r.get("fill")).unwrap_or("").to_owned()
    };
    let areas = ["path.land", "path.home", "path.lakes"].map(fill);
    assert_eq!(areas, ["var(--land)", "var(--home)", "var(--sea)"]);
    let sea = rules
        .iter()
        .find(|r| r.selector == ".stage" && r.query.is_empty());
    assert_eq!(sea.and_then(|r| r.get("background")), Some("var(--sea)"));
}

#[test]
fn the_relief_changes_tones_in_the_test_too() {
    for scheme in Scheme::all() {
        let slopes = scheme.slopes("home");
        assert!(contrast(slopes[0].1, slopes[2].1) > 1.02, "{}", scheme.name);
    }
}
