//! Numbers and lines as text for SVG attributes.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use five_armies::projection::MapPoint;
use five_armies::story::{Route, STORY, Vertex, point};
use five_armies::svg::{
    parts, placed, polyline, stretch, ten_thousandths, tenths, thousandths, translate, zoomed,
};
use proptest::prelude::*;
use proptest::sample::select;

/// What `format!` makes of it, without zeros at the end and without a minus before a zero.
fn by_format(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    if text == "-0" {
        "0".into()
    } else {
        text.into()
    }
}

/// Whether a value lies so near the middle of two steps that both are right.
fn is_tie(value: f64, steps: f64) -> bool {
    ((value * steps).fract().abs() - 0.5).abs() < 1e-6
}

/// The points of path data of the form `Mx yldx dy...`.
fn points_of(path: &str) -> Vec<(i64, i64)> {
    let spaced = path
        .replace('-', " -")
        .replace('M', " M ")
        .replace('l', " l ");
    let mut at = (0, 0);
    let mut points = Vec::new();
    let mut words = spaced.split_whitespace();
    while let Some(command) = words.next() {
        let mut number = || {
            words
                .next()
                .and_then(|w| w.parse::<i64>().ok())
                .expect("a number")
        };
        let (x, y) = (number(), number());
        at = if command == "M" {
            (x, y)
        } else {
            (at.0 + x, at.1 + y)
        };
        points.push(at);
    }
    points
}

fn any_route() -> impl Strategy<Value = &'static Route> {
    select(STORY.routes.iter().collect::<Vec<_>>())
}

fn as_numbers(line: &[Vertex]) -> Vec<(i64, i64)> {
    line.iter()
        .map(|v| (i64::from(v.0), i64::from(v.1)))
        .collect()
}

proptest! {
    #[test]
    fn tenths_are_rounded_as_format_rounds(value in -30_000.0..30_000.0_f64) {
        prop_assume!(!is_tie(value, 10.0));
        prop_assert_eq!(tenths(value), by_format(value, 1));
    }

    #[test]
    fn thousandths_are_rounded_as_format_rounds(value in -10.0..10.0_f64) {
        prop_assume!(!is_tie(value, 1e3));
        prop_assert_eq!(thousandths(value), by_format(value, 3));
    }

    #[test]
    fn ten_thousandths_are_rounded_as_format_rounds(value in -1.0..=1.0_f64) {
        prop_assume!(!is_tie(value, 1e4));
        prop_assert_eq!(ten_thousandths(value), by_format(value, 4));
    }

    #[test]
    fn any_number_at_all_gives_a_number(value in any::<f64>()) {
        for text in [tenths(value), thousandths(value), ten_thousandths(value)] {
            prop_assert!(text.parse::<f64>().is_ok(), "{value} became {text}");
        }
    }

    #[test]
    fn a_stretch_ends_where_the_head_is(route in any_route(), share in 0.01..=1.0_f64) {
        let covered = share * route.length();
        prop_assume!(covered > 0.0);
        let end = points_of(&stretch(route.line, route.along, 0.0, covered)).pop();
        let head = route.head_at(covered).at;
        let near = |(x, y): (i64, i64)| (x as f64 - head.x).abs() <= 0.51 && (y as f64 - head.y).abs() <= 0.51;
        prop_assert!(end.is_some_and(near), "{}: the line ends at {end:?}, the head is at {head:?}", route.id);
    }

    #[test]
    fn two_stretches_meet_where_the_first_ends(route in any_route(), a in 0.05..0.5_f64, b in 0.5..0.95_f64) {
        let (a, b) = (a * route.length(), b * route.length());
        let first = points_of(&stretch(route.line, route.along, 0.0, a));
        let second = points_of(&stretch(route.line, route.along, a, b));
        prop_assert_eq!(first.last(), second.first());
    }

    #[test]
    fn nothing_covered_draws_nothing(route in any_route(), from in 0.0..1.0_f64, back in 0.0..1.0_f64) {
        let from = from * route.length();
        prop_assert_eq!(stretch(route.line, route.along, from, from), "");
        prop_assert_eq!(stretch(route.line, route.along, from, from - back * 100.0), "");
    }
}

#[test]
fn halves_go_away_from_zero_and_zeros_go() {
    let found = [
        0.0, -0.0, 1.0, -1.0, 0.05, -0.05, 0.04, -0.04, 12.0, 12.25, 100.9, 99.95, -7.3,
    ]
    .map(tenths);
    assert_eq!(
        found,
        [
            "0", "0", "1", "-1", "0.1", "-0.1", "0", "0", "12", "12.3", "100.9", "100", "-7.3"
        ]
    );
    let found = [0.0, 1.0, 0.5, 0.001, 0.0004, 0.25, 0.9996, 0.1 + 0.2, 8.0].map(thousandths);
    assert_eq!(
        found,
        ["0", "1", "0.5", "0.001", "0", "0.25", "1", "0.3", "8"]
    );
    assert_eq!(
        [0.0606, 0.14, 1.0, 0.00005].map(ten_thousandths),
        ["0.0606", "0.14", "1", "0.0001"]
    );
}

#[test]
fn what_is_no_number_is_written_as_nought() {
    assert_eq!([tenths(f64::NAN), thousandths(f64::NAN)], ["0", "0"]);
}

#[test]
fn parts_are_whole() {
    assert_eq!(
        [(0.0, 1000), (1.0, 1000), (0.5, 3), (0.2504, 1000)].map(|(s, n)| parts(s, n)),
        [0, 1000, 2, 250]
    );
}

#[test]
fn transforms_are_written_as_svg_wants_them() {
    let at = MapPoint { x: -12.34, y: 7.0 };
    assert_eq!(translate(at), "translate(-12.3 7)");
    assert_eq!(placed(at, -90.04), "translate(-12.3 7)rotate(-90)");
    assert_eq!(zoomed((0.0, 3.55), 1.6), "translate(0 3.6)scale(1.6)");
}

#[test]
fn a_polyline_is_written_with_relative_steps() {
    assert_eq!(polyline(&[]), "");
    assert_eq!(polyline(&[(3, -4)]), "M3-4");
    assert_eq!(
        polyline(&[(3, 4), (1, 4), (1, 4), (-1, 10)]),
        "M3 4l-2 0l-2 6"
    );
}

#[test]
fn every_line_of_the_story_is_read_back_from_its_path() {
    for route in STORY.routes {
        let mut line = as_numbers(route.line);
        line.dedup();
        assert_eq!(points_of(&polyline(route.line)), line, "{}", route.id);
        assert_eq!(
            points_of(&stretch(route.line, route.along, 0.0, route.length())),
            line,
            "{}",
            route.id
        );
        let first = route
            .line
            .first()
            .map_or(MapPoint { x: 0.0, y: 0.0 }, |v| point(*v));
        assert_eq!(route.head_at(0.0).at, first, "{}", route.id);
    }
}
