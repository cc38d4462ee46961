//! The projection against PROJ. `tests/truth/projection.json` says which version made its numbers.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use std::collections::BTreeMap;

use five_armies::projection::{Conic, EARTH_KM, LonLat, MapPoint, UNIT_KM};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Truth {
    tool: String,
    region: Region,
}

#[derive(Deserialize)]
struct Region {
    params: BTreeMap<String, f64>,
    scale_factor_k: BTreeMap<String, f64>,
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
    serde_json::from_str(include_str!("truth/projection.json")).expect("the reference values")
}

fn conic() -> Conic {
    Conic::central_europe()
}

/// Length on the map of a short step on the sphere, divided by its length there.
fn scale_along(lat: f64, east: f64, north: f64) -> f64 {
    let step = 1e-5_f64;
    let at = |share: f64| {
        let (dx, dy) = (share * step * east, share * step * north);
        conic().project(LonLat {
            lon: 17.0 + dx / lat.to_radians().cos(),
            lat: lat + dy,
        })
    };
    let ((ax, ay), (bx, by)) = (at(-0.5), at(0.5));
    (bx - ax).hypot(by - ay) / (step.to_radians() * east.hypot(north))
}

#[test]
fn the_reference_was_made_by_another_program_for_this_projection() {
    let truth = truth();
    assert_eq!(truth.tool, "pyproj 3.7.2, PROJ 9.5.1");
    let expected = [
        ("lat_1", 47.5),
        ("lat_2", 51.5),
        ("lat_0", 50.0),
        ("lon_0", 17.0),
    ];
    assert_eq!(
        truth.region.params,
        expected.map(|(k, v)| (k.to_owned(), v)).into()
    );
}

#[test]
fn every_point_lies_where_proj_puts_it() {
    let points = truth().region.points;
    assert_eq!(points.len(), 12);
    for p in points {
        let (x, y) = conic().project(LonLat {
            lon: p.lon,
            lat: p.lat,
        });
        assert!(
            (x - p.x).abs() < 1e-6 && (y - p.y).abs() < 1e-6,
            "{}: {x} {y}, PROJ {} {}",
            p.name,
            p.x,
            p.y
        );
    }
}

#[test]
fn every_point_of_proj_is_found_again() {
    for p in truth().region.points {
        let found = conic().invert(p.x, p.y);
        // The reference is written with nine digits: a thousandth of a second of arc.
        assert!(
            (found.lon - p.lon).abs() < 1e-6 && (found.lat - p.lat).abs() < 1e-6,
            "{}: {found:?}",
            p.name
        );
    }
}

#[test]
fn every_point_of_proj_is_found_on_the_map_again() {
    let scale = EARTH_KM / UNIT_KM;
    for p in truth().region.points {
        let (x, y) = (p.x * scale, -p.y * scale);
        let found = conic().to_degrees(MapPoint { x, y });
        assert!(
            (found.lon - p.lon).abs() < 1e-6 && (found.lat - p.lat).abs() < 1e-6,
            "{}: {found:?}",
            p.name
        );
    }
}

#[test]
fn the_scale_is_that_of_proj_in_both_directions() {
    for (lat, expected) in truth().region.scale_factor_k {
        let lat: f64 = lat.parse().expect("a latitude");
        for (east, north) in [(1.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, -2.0)] {
            let found = scale_along(lat, east, north);
            assert!(
                (found - expected).abs() < 1.5e-5,
                "at {lat} towards {east} {north}: {found}, PROJ {expected}"
            );
        }
    }
}

#[test]
fn the_map_is_true_to_scale_on_its_standard_parallels() {
    for lat in [47.5, 51.5] {
        assert!((scale_along(lat, 1.0, 0.0) - 1.0).abs() < 1e-8);
    }
}

#[test]
fn the_middle_of_the_map_is_its_origin_and_north_is_up() {
    let at = |lon, lat| conic().to_map(LonLat { lon, lat });
    let origin = at(17.0, 50.0);
    assert!(origin.x.abs() < 1e-9 && origin.y.abs() < 1e-9);
    assert!(at(17.0, 51.0).y < 0.0 && at(18.0, 50.0).x > 0.0);
}

#[test]
fn a_map_unit_is_a_quarter_of_a_kilometre() {
    let at = |lon, lat| conic().to_map(LonLat { lon, lat });
    let (praha, kosice) = (at(14.4213, 50.0875), at(21.2611, 48.7164));
    let km = (praha.x - kosice.x).hypot(praha.y - kosice.y) * UNIT_KM;
    // Great circle by the haversine formula.
    let (a, b) = (50.0875_f64.to_radians(), 48.7164_f64.to_radians());
    let half = |d: f64| (d / 2.0).sin().powi(2);
    let h = half(b - a) + a.cos() * b.cos() * half((21.2611_f64 - 14.4213).to_radians());
    let truth = 2.0 * EARTH_KM * h.sqrt().asin();
    assert!(
        (km / truth - 1.0).abs() < 0.002,
        "{km} on the map, {truth} on the sphere"
    );
}

proptest! {
    #[test]
    fn the_way_there_and_back_ends_where_it_began(lon in -10.0..40.0_f64, lat in 35.0..65.0_f64) {
        let (x, y) = conic().project(LonLat { lon, lat });
        let back = conic().invert(x, y);
        prop_assert!((back.lon - lon).abs() < 1e-9 && (back.lat - lat).abs() < 1e-9, "{:?}", back);
    }

    #[test]
    fn the_way_to_the_map_and_back_ends_where_it_began(lon in -10.0..40.0_f64, lat in 35.0..65.0_f64) {
        let back = conic().to_degrees(conic().to_map(LonLat { lon, lat }));
        prop_assert!((back.lon - lon).abs() < 1e-9 && (back.lat - lat).abs() < 1e-9, "{:?}", back);
    }

    #[test]
    fn map_units_are_the_sphere_enlarged_and_turned_over(lon in -10.0..40.0_f64, lat in 35.0..65.0_f64) {
        let (x, y) = conic().project(LonLat { lon, lat });
        let map = conic().to_map(LonLat { lon, lat });
        let scale = EARTH_KM / UNIT_KM;
        prop_assert!((map.x - x * scale).abs() < 1e-9 && (map.y + y * scale).abs() < 1e-9);
    }
}
