//! What a route must have and must not.

use crate::edit::content;

/// A route with the given waypoints.
fn route(waypoints: &str) -> String {
    format!(
        "\n[[route]]\nid = \"new\"\narmy = \"ussr\"\nkind = \"ground\"\nbasis = \"record\"\nconfidence = \"low\"\n\
         sources = [\"blog-article\"]\nformation.en = \"New\"\n{waypoints}"
    )
}

#[test]
fn landings_on_the_ground_are_refused() {
    for line in [
        "landings = [\"1968-08-20T23:00\"]",
        "aircraft = 12",
        "interval_seconds = 30",
    ] {
        let edited = content().with_line("routes.toml", "rec-ussr-most", line);
        edited.says_at(
            "routes.toml",
            "route \"rec-ussr-most\"",
            "landings",
            "expected landings only of kind airborne or airlift",
        );
    }
}

#[test]
fn a_via_point_that_tells_something_is_refused() {
    for line in [
        "what.en = \"Tanks.\"",
        "time = \"1968-08-21T00:00\"\nprecision = \"hour\"",
        "notional = false",
    ] {
        let fresh = content().with(
            "routes.toml",
            "id = \"rec-ussr-38a-zvolen\"",
            "notional = true\n  via = true",
            "via = true",
        );
        let edited = fresh.with(
            "routes.toml",
            "id = \"rec-ussr-38a-zvolen\"",
            "via = true",
            &format!("via = true\n{line}"),
        );
        edited.says_at(
            "routes.toml",
            "route \"rec-ussr-38a-zvolen\", waypoint number 2",
            "via",
            "expected a via point to be notional, without time and text",
        );
    }
}

#[test]
fn a_route_without_a_time_is_refused() {
    let edited = content().with_more(
        "routes.toml",
        &route("[[route.waypoint]]\nplace = \"praha\"\n[[route.waypoint]]\nplace = \"brno\"\n"),
    );
    edited.says_at(
        "routes.toml",
        "route \"new\"",
        "waypoint",
        "expected at least one waypoint with a time",
    );
}

#[test]
fn a_route_of_one_waypoint_is_refused() {
    let one = "[[route.waypoint]]\nplace = \"praha\"\ntime = \"1968-08-21\"\nprecision = \"day\"\n";
    let via = "[[route.waypoint]]\nplace = \"brno\"\nnotional = true\nvia = true\n";
    for waypoints in [one.to_owned(), format!("{one}{via}")] {
        let edited = content().with_more("routes.toml", &route(&waypoints));
        edited.says_at(
            "routes.toml",
            "route \"new\"",
            "waypoint",
            "expected at least two waypoints",
        );
    }
}
