//! What lies in the corners of the map, which no window shows, is left out; what a window shows stays as it is.

use proptest::prelude::*;

use crate::build::compile::corners::Corners;

type Point = (i32, i32);

/// Left edge, top edge, width, height.
const VIEW: [f64; 4] = [-1580.0, -773.0, 3310.0, 1929.0];

fn left_out(line: &[Point]) -> Vec<Point> {
    let mut left = Corners::of(VIEW).left_out_of(vec![line.to_vec()]);
    left.pop().unwrap_or_default()
}

/// Whether a ring goes around a point, counted by the edges that a ray to the right crosses.
fn contains(ring: &[Point], (x, y): (f64, f64)) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossed = ring.iter().zip(next).filter(|&(&a, &b)| {
        let [ax, ay, bx, by] = [a.0, a.1, b.0, b.1].map(f64::from);
        (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
    });
    crossed.count() % 2 == 1
}

#[test]
fn a_corner_is_crossed_straight() {
    let line = [
        (0, 0),
        (2000, 1500),
        (2500, 1600),
        (2300, 2000),
        (1900, 1300),
        (0, 100),
    ];
    assert_eq!(
        left_out(&line),
        [(0, 0), (2000, 1500), (1900, 1300), (0, 100)]
    );
}

#[test]
fn beside_above_and_below_the_view_all_stays() {
    for line in [
        [(2000, 0), (2500, 100), (2600, 200), (2000, 300)],
        [(0, -2000), (100, -2100), (200, -2200), (300, -900)],
        [(0, 2000), (100, 2100), (200, 2200), (300, 1300)],
    ] {
        assert_eq!(left_out(&line), line);
    }
}

#[test]
fn what_lies_in_one_corner_is_gone_and_what_reaches_over_two_is_not() {
    assert_eq!(left_out(&[(3000, 3000), (3100, 3000), (3000, 3100)]), []);
    assert_eq!(
        left_out(&[(3000, 3000), (-3000, 3000)]),
        [(3000, 3000), (-3000, 3000)]
    );
    assert_eq!(left_out(&[]), []);
}

proptest! {
    #[test]
    fn no_window_shows_a_difference(
        ring in prop::collection::vec((-6000..6000_i32, -5000..5000_i32), 3..40),
        (wide, u, v) in (any::<bool>(), 0.0..1.0, 0.0..1.0),
    ) {
        let [x, y, width, height] = VIEW;
        // A point in a window that is very wide or very high.
        let point = if wide {
            (-6000.0 + 12_000.0 * u, y + height * v)
        } else {
            (x + width * u, -5000.0 + 10_000.0 * v)
        };
        // On an edge either answer would do.
        let point = (point.0 + 0.137, point.1 + 0.271);
        prop_assert_eq!(contains(&ring, point), contains(&left_out(&ring), point));
    }
}
