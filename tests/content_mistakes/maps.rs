//! The maps: they are there, they are maps of their part of the Earth, and they hold what is shown of them.

use crate::edit::content;

const WORLD: &str = "map/world.topojson";

#[test]
fn a_missing_map_stops_the_build() {
    for file in [
        "map/states.topojson",
        "map/rivers.topojson",
        "map/lakes.topojson",
        "map/relief.webp",
        WORLD,
    ] {
        content()
            .without_file(file)
            .map_says(file, "the file", "-", "expected this file to exist");
    }
}

#[test]
fn a_map_that_is_none_stops_the_build() {
    let lakes = "map/lakes.topojson";
    let broken = content().with_file(lakes, b"{\"arcs\": 3}");
    broken.map_says(lakes, "the file", "-", "expected a quantised TopoJSON");
}

#[test]
fn a_map_of_another_part_of_the_earth_stops_the_build() {
    // A scale of 90.03 degrees in the place of one of 0.03.
    let states = "map/states.topojson";
    let far = content().with(states, "\"scale\":[", "\"scale\":[", "\"scale\":[9");
    far.map_says(
        states,
        "arc 0",
        "arcs",
        "expected degrees within [-3.0, 37.7, 41.0, 59.0]",
    );
}

#[test]
fn a_map_without_an_arc_that_it_names_stops_the_build() {
    let arcs = "\"arcs\":[[-1,1,2,3,4]]";
    let states = "map/states.topojson";
    let lost = content().with(states, arcs, arcs, "\"arcs\":[[-1,1,2,3,400000]]");
    let problem = "expected lists of whole numbers, of arcs of which there are";
    lost.map_says(states, "states, geometry number 1", "arcs", problem);
}

#[test]
fn a_state_that_is_shown_is_on_the_map_with_its_numbers() {
    let state = content().with_field("reactions.toml", "gdr", "state", "\"ATL\"");
    let problem = "expected a state with the code \"ATL\", found none";
    state.map_says(WORLD, "the file", "-", problem);
    let anchor = "\"lx\":17,\"ly\":49.4";
    for (numbers, problem) in [
        (
            "\"ly\":49.4",
            "expected the number `lx` of the state \"CSK\", found none",
        ),
        (
            "\"lx\":17,\"ly\":494",
            "expected `lx` and `ly` of the state \"CSK\" within",
        ),
    ] {
        let edited = content().with(WORLD, anchor, anchor, numbers);
        edited.map_says(WORLD, "the file", "-", problem);
    }
}

#[test]
fn mistakes_in_content_and_maps_are_reported_together() {
    let (states, lakes) = ("map/states.topojson", "map/lakes.topojson");
    let (arcs, first) = ("\"arcs\":[[-1,1,2,3,4]]", "\"arcs\":[[[10990,947]");
    let state = |code: &str| format!("expected a state with the code {code:?}, found none");
    content()
        .with(states, arcs, arcs, "\"arcs\":[[-1,1,2,3,400000]]")
        .with(states, first, first, "\"arcs\":[[[10990,94799]")
        .without_file(lakes)
        .with_field("reactions.toml", "gdr", "state", "\"ATL\"")
        .with_field("reactions.toml", "cuba", "state", "\"EUR\"")
        .with_field("reactions.toml", "poland", "state", "\"pol\"")
        .map_says_all(&[
            (states, "states, geometry number 1", "expected lists of"),
            (states, "arc 0", "expected degrees within"),
            (lakes, "the file", "expected this file to exist"),
            (WORLD, "the file", &state("ATL")),
            (WORLD, "the file", &state("EUR")),
            (
                "reactions.toml",
                "reaction \"poland\"",
                "expected a code of three capital letters",
            ),
        ]);
}
