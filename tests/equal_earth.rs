//! The projection of the world against PROJ. `tests/truth/equal-earth.json` says which version made
//! its numbers.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use std::collections::BTreeMap;
use std::f64::consts::PI;

use five_armies::equal_earth::EqualEarth;
use five_armies::projection::LonLat;
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Truth {
    tool: String,
    world: World,
}

#[derive(Deserialize)]
struct World {
    params: BTreeMap<String, f64>,
    points: Vec<Point>,
}

#[derive(Deserialize)]
struct Point {
    name: String,
    lon: f64,
    lat: f64,
    x: f64,
    y: f64,
}

fn truth() -> Truth {
    serde_json::from_str(include_str!("truth/equal-earth.json")).expect("the reference values")
}

fn project(lon: f64, lat: f64) -> (f64, f64) {
    EqualEarth::world().project(LonLat { lon, lat })
}

/// Area on the map of a small cell, divided by its area on the sphere.
fn area_scale(lon: f64, lat: f64) -> f64 {
    let step = 1e-3_f64;
    let (west, east) = (project(lon - step, lat), project(lon + step, lat));
    let (south, north) = (project(lon, lat - step), project(lon, lat + step));
    let east_west = (east.0 - west.0, east.1 - west.1);
    let north_south = (north.0 - south.0, north.1 - south.1);
    let on_map = east_west.0 * north_south.1 - east_west.1 * north_south.0;
    on_map / ((2.0 * step).to_radians().powi(2) * lat.to_radians().cos())
}

#[test]
fn the_reference_was_made_by_another_program_for_this_projection() {
    let truth = truth();
    assert_eq!(truth.tool, "pyproj 3.7.2, PROJ 9.5.1");
    let expected = [
        ("lon_0", 11.0),
        ("A1", 1.340264),
        ("A2", -0.081106),
        ("A3", 0.000893),
        ("A4", 0.003796),
    ];
    assert_eq!(
        truth.world.params,
        expected.map(|(k, v)| (k.to_owned(), v)).into()
    );
}

#[test]
fn every_point_lies_where_proj_puts_it() {
    let points = truth().world.points;
    assert_eq!(points.len(), 13);
    for p in points {
        let (x, y) = project(p.lon, p.lat);
        // The reference is written with nine digits.
        assert!(
            (x - p.x).abs() < 2e-9 && (y - p.y).abs() < 2e-9,
            "{}: {x} {y}, PROJ {} {}",
            p.name,
            p.x,
            p.y
        );
    }
}

#[test]
fn the_whole_map_has_the_area_of_the_sphere() {
    // Strips between parallels a hundredth of a degree apart, by the trapezoidal rule.
    let edge = |i: i32| project(191.0, f64::from(i) / 100.0 - 90.0);
    let area: f64 = (0..18_000)
        .map(|i| (edge(i), edge(i + 1)))
        .map(|((x1, y1), (x2, y2))| (x1 + x2) * (y2 - y1))
        .sum();
    assert!((area / (4.0 * PI) - 1.0).abs() < 1e-6, "{area}");
}

#[test]
fn another_meridian_in_the_middle_only_turns_the_sphere() {
    let greenwich = EqualEarth::new(0.0).project(LonLat {
        lon: 20.0,
        lat: 40.0,
    });
    let (x, y) = project(31.0, 40.0);
    assert!((greenwich.0 - x).abs() < 1e-12 && (greenwich.1 - y).abs() < 1e-12);
}

proptest! {
    #[test]
    fn farther_north_is_farther_up(lon in -169.0..191.0_f64, lat in -90.0..89.9_f64, step in 0.01..10.0_f64) {
        let north = (lat + step).min(90.0);
        prop_assert!(project(lon, north).1 > project(lon, lat).1);
    }

    #[test]
    fn farther_east_is_farther_right(lon in -169.0..180.0_f64, lat in -90.0..90.0_f64, step in 0.01..11.0_f64) {
        let (west, east) = (project(lon, lat), project(lon + step, lat));
        prop_assert!(east.0 > west.0);
        prop_assert!((east.1 - west.1).abs() < 1e-12, "a parallel is level");
    }

    #[test]
    fn the_halves_mirror_each_other(off in 0.0..180.0_f64, lat in 0.0..90.0_f64) {
        let (x, y) = project(11.0 + off, lat);
        for (east, north) in [(1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)] {
            let (mx, my) = project(11.0 + east * off, north * lat);
            prop_assert!((mx - east * x).abs() < 1e-12 && (my - north * y).abs() < 1e-12);
        }
    }

    #[test]
    fn small_cells_keep_their_area(lon in -168.0..190.0_f64, lat in -85.0..85.0_f64) {
        let scale = area_scale(lon, lat);
        prop_assert!((scale - 1.0).abs() < 1e-6, "{}", scale);
    }
}
