//! A column's drawing says where the column is.

use five_armies::evidence::Telling;
use five_armies::march::Column;
use five_armies::scene::column_at;
use five_armies::story::{Route, STORY};
use proptest::prelude::*;
use proptest::sample::select;

/// The last point of path data that begins absolutely and goes on relatively, as this project writes it.
fn end_of(path: &str) -> Option<(f64, f64)> {
    let mut numbers = Vec::new();
    let mut number = String::new();
    for letter in path.chars().chain([' ']) {
        let ends = !letter.is_ascii_digit() && letter != '.';
        if ends && !number.is_empty() && number != "-" {
            numbers.push(number.parse::<f64>().ok()?);
            number.clear();
        }
        if !ends || letter == '-' {
            number.push(letter);
        }
    }
    let mut pairs = numbers.chunks(2);
    let first = pairs.next()?;
    pairs.try_fold((*first.first()?, *first.get(1)?), |(x, y), step| {
        Some((x + step.first()?, y + step.get(1)?))
    })
}

fn columns() -> impl Strategy<Value = (&'static Route, Column)> {
    let routes = select(STORY.routes.iter().collect::<Vec<_>>());
    (routes, 0.0..=1.0_f64).prop_map(|(route, position)| {
        let at = STORY.timeline.moment_at(position);
        let telling = if Telling::Record.includes(route.basis) {
            Telling::Record
        } else {
            Telling::Article
        };
        (route, column_at(route, at, telling))
    })
}

#[test]
fn a_column_that_has_not_set_out_has_no_line() {
    for route in STORY.routes {
        let at_start = Column {
            covered: 0.0,
            ..route.column_at(route.departs())
        };
        assert!(
            route
                .legs
                .iter()
                .all(|leg| route.leg_path(leg, at_start).is_empty())
        );
        assert_eq!(route.reach_path(at_start), "");
        assert_eq!(route.progress(at_start), "0");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_line_ends_at_the_head((route, column) in columns()) {
        let head = route.head_at(column.covered).at;
        let mut drawn = route.legs.iter().map(|leg| route.leg_path(leg, column));
        let last = drawn.rfind(|path| !path.is_empty());
        if let Some((x, y)) = last.as_deref().and_then(end_of) {
            // Lines are drawn in whole units of 250 m.
            prop_assert!((x - head.x).abs() <= 0.51 && (y - head.y).abs() <= 0.51, "{last:?} {head:?}");
        } else {
            prop_assert_eq!(column.covered, 0.0);
        }
    }

    #[test]
    fn what_answers_to_a_pointer_ends_at_the_last_vertex_passed((route, column) in columns()) {
        let passed = route.along.iter().rposition(|&l| f64::from(l) <= column.covered);
        let vertex = passed.and_then(|i| route.line.get(i).copied());
        let end = end_of(&route.reach_path(column));
        match end {
            Some(end) => prop_assert_eq!(Some(end), vertex.map(|(x, y)| (x.into(), y.into()))),
            None => prop_assert!(passed.is_none_or(|i| route.along[i] == 0)),
        }
    }
}
