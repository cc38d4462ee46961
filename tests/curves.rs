//! The smooth curve through waypoints.

use five_armies::curve::{distance, through};
use five_armies::projection::MapPoint;
use proptest::prelude::*;

/// No vertex is farther from the chord of its two waypoints than this share of the chord. Centripetal
/// splines reach 0.195 on such marches, uniform ones 0.6.
const BULGE: f64 = 0.22;

fn any_point() -> impl Strategy<Value = MapPoint> {
    (-3000.0..3000.0_f64, -3000.0..3000.0_f64).prop_map(|(x, y)| MapPoint { x, y })
}

/// Waypoints as columns have them: 5 to 80 km apart, turning by less than a right angle.
fn march() -> impl Strategy<Value = Vec<MapPoint>> {
    proptest::collection::vec((20.0..320.0_f64, -1.5..1.5_f64), 1..9).prop_map(|steps| {
        let mut heading = 0.0_f64;
        let mut points = vec![MapPoint { x: 0.0, y: 0.0 }];
        for (length, turn) in steps {
            heading += turn;
            let last = points
                .last()
                .copied()
                .unwrap_or(MapPoint { x: 0.0, y: 0.0 });
            points.push(MapPoint {
                x: last.x + length * heading.cos(),
                y: last.y + length * heading.sin(),
            });
        }
        points
    })
}

fn to_chord(p: MapPoint, a: MapPoint, b: MapPoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let square = dx * dx + dy * dy;
    let t = if square > 0.0 {
        (((p.x - a.x) * dx + (p.y - a.y) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    distance(
        p,
        MapPoint {
            x: a.x + t * dx,
            y: a.y + t * dy,
        },
    )
}

/// The vertices between two neighbouring waypoints, with the waypoints.
fn sections<'a>(
    points: &'a [MapPoint],
    line: &'a [MapPoint],
    marks: &'a [usize],
) -> impl Iterator<Item = (MapPoint, MapPoint, &'a [MapPoint])> {
    points
        .windows(2)
        .zip(marks.windows(2))
        .filter_map(move |(p, m)| match (p, m) {
            ([a, b], [i, j]) => Some((*a, *b, line.get(*i..=*j)?)),
            _ => None,
        })
}

proptest! {
    #[test]
    fn the_curve_passes_through_every_waypoint_in_order(
        points in proptest::collection::vec(any_point(), 0..12),
        spacing in 1.0..50.0_f64,
    ) {
        let (line, marks) = through(&points, spacing);
        prop_assert_eq!(marks.len(), points.len());
        prop_assert!(marks.windows(2).all(|m| m.first() < m.last()));
        prop_assert_eq!(marks.last().map_or(0, |m| m + 1), line.len());
        for (point, mark) in points.iter().zip(&marks) {
            let vertex = line.get(*mark).copied().unwrap_or(MapPoint { x: f64::NAN, y: f64::NAN });
            prop_assert!(distance(*point, vertex) < 1e-6, "{point:?} became {vertex:?}");
        }
    }

    #[test]
    fn vertices_stand_at_the_wanted_spacing_along_the_chord(points in march(), spacing in 5.0..40.0_f64) {
        let (line, marks) = through(&points, spacing);
        for (a, b, part) in sections(&points, &line, &marks) {
            let chord = distance(a, b);
            let each = chord / (part.len() - 1) as f64;
            // Exact to half of itself; a chord shorter than the spacing is one step.
            prop_assert!(each <= 1.5 * spacing + 1e-9, "{each} between vertices, {spacing} wanted");
            prop_assert!(each >= 0.5 * spacing || part.len() == 2);
            // And the curve does not hurry: no step is three times the mean.
            let longest = part.windows(2).map(|p| match p { [p, q] => distance(*p, *q), _ => 0.0 }).fold(0.0, f64::max);
            prop_assert!(longest <= 3.0 * each + 1e-9, "a step of {longest} where {each} is the mean");
        }
    }

    #[test]
    fn no_vertex_strays_from_its_chord(points in march()) {
        let (line, marks) = through(&points, 20.0);
        for (a, b, part) in sections(&points, &line, &marks) {
            let chord = distance(a, b);
            for vertex in part {
                let off = to_chord(*vertex, a, b);
                prop_assert!(off <= BULGE * chord, "{off} from a chord of {chord}");
            }
        }
    }

    #[test]
    fn coinciding_points_leave_numbers_everywhere(
        points in proptest::collection::vec(any_point(), 1..5),
        repeats in proptest::collection::vec(0..5_usize, 1..10),
    ) {
        let doubled: Vec<MapPoint> =
            repeats.iter().filter_map(|i| points.get(i % points.len()).copied()).collect();
        let (line, _) = through(&doubled, 20.0);
        let reach = doubled.iter().flat_map(|a| doubled.iter().map(|b| distance(*a, *b))).fold(0.0, f64::max);
        for vertex in line {
            prop_assert!(vertex.x.is_finite() && vertex.y.is_finite());
            let near = doubled.iter().map(|p| distance(*p, vertex)).fold(f64::INFINITY, f64::min);
            prop_assert!(near <= reach, "{vertex:?} is {near} from the nearest waypoint");
        }
    }
}

#[test]
fn nothing_gives_nothing_and_one_point_itself() {
    assert_eq!(through(&[], 10.0), (Vec::new(), Vec::new()));
    let only = MapPoint { x: 3.0, y: -4.0 };
    assert_eq!(through(&[only], 10.0), (vec![only], vec![0]));
}

#[test]
fn two_points_give_a_straight_line() {
    let (a, b) = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 300.0, y: 400.0 });
    let (line, marks) = through(&[a, b], 20.0);
    assert_eq!((line.len(), marks), (26, vec![0, 25]));
    for vertex in line {
        assert!(to_chord(vertex, a, b) < 1e-6, "{vertex:?}");
    }
}

#[test]
fn points_in_a_row_stay_in_a_row() {
    let points: Vec<MapPoint> = [0.0, 40.0, 50.0, 400.0]
        .map(|x| MapPoint { x, y: 7.0 })
        .to_vec();
    let (line, _) = through(&points, 5.0);
    assert!(line.iter().all(|v| (v.y - 7.0).abs() < 1e-6));
    assert!(
        line.windows(2)
            .all(|p| p.first().map(|v| v.x) < p.last().map(|v| v.x)),
        "it turns back"
    );
}

#[test]
fn a_short_step_does_not_bend_the_long_way_before_it() {
    let points: Vec<MapPoint> = [(-50.0, 0.0), (0.0, 0.0), (300.0, 0.0), (305.0, -8.0)]
        .map(|(x, y)| MapPoint { x, y })
        .to_vec();
    let (line, marks) = through(&points, 20.0);
    for (a, b, part) in sections(&points, &line, &marks).skip(1).take(1) {
        // Chordal splines swing out by 36 here.
        assert!(part.iter().all(|v| to_chord(*v, a, b) < 10.0), "{part:?}");
    }
}

#[test]
fn a_road_taken_back_is_drawn_both_ways() {
    let (a, b) = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 20.0, y: 10.0 });
    let (line, marks) = through(&[a, b, a], 5.0);
    assert!(line.iter().all(|v| v.x.is_finite() && v.y.is_finite()));
    assert_eq!(marks.len(), 3);
}
