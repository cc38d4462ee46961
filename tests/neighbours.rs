//! The way from thing to thing by arrow keys.

use five_armies::evidence::Telling;
use five_armies::labels::{Labelled, place_labels, reserved};
use five_armies::language::Language;
use five_armies::march::Phase;
use five_armies::moment::Moment;
use five_armies::neighbours::{Arrows, Way, arrows, nearest, next};
use five_armies::projection::MapPoint;
use five_armies::scene::scene_at;
use five_armies::story::{STORY, point};
use five_armies::words::Words;
use proptest::prelude::*;

fn points(all: &[(i32, i32)]) -> Vec<MapPoint> {
    all.iter()
        .map(|&(x, y)| MapPoint {
            x: f64::from(x),
            y: f64::from(y),
        })
        .collect()
}

/// All that arrows reach from one thing.
fn reached(arrows: &[Arrows], from: usize) -> Vec<bool> {
    let mut seen = vec![false; arrows.len()];
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        if let (Some(seen), Some(arrows)) = (seen.get_mut(here), arrows.get(here))
            && !std::mem::replace(seen, true)
        {
            open.extend(arrows.iter().flatten());
        }
    }
    seen
}

fn assert_all_reach_all(things: &[MapPoint]) {
    let arrows = arrows(things);
    for from in 0..things.len() {
        let seen = reached(&arrows, from);
        assert!(
            seen.iter().all(|s| *s),
            "from {from} of {things:?}: {seen:?}"
        );
    }
}

/// What stands on the map at a moment, on a stage of some CSS pixels.
fn on_the_map(at: Moment, telling: Telling, scale: f64) -> Vec<MapPoint> {
    let words = Words::of(Language::English);
    let labels = place_labels(
        STORY.places,
        reserved(&STORY, telling, words, scale),
        scale,
        None,
    );
    let towns = STORY.places.iter().zip(labels);
    let scene = scene_at(&STORY, at, telling);
    let sights = scene.sights.iter().filter_map(|&i| {
        let place = STORY.places.get(STORY.sights.get(i)?.place)?;
        place.at.map(point)
    });
    towns
        .filter(|(_, l)| *l != Labelled::Hidden)
        .filter_map(|(p, _)| p.at.map(point))
        .chain(scene.columns.iter().filter_map(|c| {
            assert_eq!(c.head.is_none(), c.column.phase == Phase::Absent);
            c.head.map(|head| head.at)
        }))
        .chain(sights)
        .collect()
}

#[test]
fn an_arrow_leads_to_the_nearest_in_its_quarter() {
    let things = points(&[
        (0, 0),
        (100, 0),
        (30, 20),
        (0, 50),
        (-40, 10),
        (10, -60),
        (25, 25),
    ]);
    assert_eq!(next(&things, 0, Way::Right), Some(2));
    assert_eq!(next(&things, 0, Way::Down), Some(3));
    assert_eq!(next(&things, 0, Way::Left), Some(4));
    assert_eq!(next(&things, 0, Way::Up), Some(5));
}

#[test]
fn what_lies_aside_counts_as_farther() {
    let things = points(&[(0, 0), (50, 45), (60, 0)]);
    assert_eq!(next(&things, 0, Way::Right), Some(2));
}

#[test]
fn where_the_quarter_is_empty_the_half_is_looked_at() {
    let things = points(&[(0, 0), (10, 50)]);
    assert_eq!(next(&things, 0, Way::Right), Some(1));
    assert_eq!(next(&things, 0, Way::Left), None, "the edge");
    assert_eq!(next(&things, 0, Way::Up), None, "the edge");
}

#[test]
fn things_at_one_spot_are_gone_through() {
    let things = points(&[(0, 0), (5, 5), (5, 5), (5, 5), (20, 5)]);
    assert_eq!(next(&things, 1, Way::Right), Some(2));
    assert_eq!(next(&things, 2, Way::Right), Some(3));
    assert_eq!(next(&things, 3, Way::Right), Some(4));
    assert_eq!(next(&things, 3, Way::Left), Some(2));
    assert_all_reach_all(&things);
}

/// The fourth stands among the others, and for each of them another one is nearer in its direction.
#[test]
fn what_no_arrow_finds_is_put_between_two_others() {
    let things = points(&[(0, 1), (3, 1), (4, 2), (2, 3), (4, 5), (0, 5)]);
    assert_all_reach_all(&things);
}

#[test]
fn nothing_leads_nowhere() {
    for way in Way::ALL {
        assert_eq!(next(&[], 0, way), None);
        assert_eq!(next(&points(&[(1, 1)]), 0, way), None);
        assert_eq!(next(&points(&[(1, 1), (2, 2)]), 7, way), None);
    }
    assert_eq!(nearest(&[], MapPoint { x: 0.0, y: 0.0 }), None);
}

#[test]
fn the_nearest_is_found() {
    let things = points(&[(0, 0), (10, 0), (4, 4)]);
    assert_eq!(nearest(&things, MapPoint { x: 5.0, y: 3.0 }), Some(2));
}

#[test]
fn on_the_map_itself_all_reach_all() {
    for (month, day, hour) in [
        (3, 23, 12),
        (8, 20, 23),
        (8, 21, 2),
        (8, 21, 12),
        (11, 1, 0),
    ] {
        for telling in [Telling::Article, Telling::Record] {
            // A telephone, a desk, and zoomed in.
            for scale in [0.123, 0.27, 1.5] {
                let at = Moment::new(1968, month, day, hour, 0);
                let things = on_the_map(at, telling, scale);
                assert!(things.len() > 4);
                assert_all_reach_all(&things);
            }
        }
    }
}

proptest! {
    #[test]
    fn from_each_thing_all_can_be_reached(all in proptest::collection::vec((0..400_i32, 0..300_i32), 1..40)) {
        assert_all_reach_all(&points(&all));
    }

    #[test]
    fn crowded_and_in_rows_too(all in proptest::collection::vec((0..5_i32, 0..4_i32), 1..30)) {
        assert_all_reach_all(&points(&all));
    }

    #[test]
    fn up_never_leads_down_and_no_arrow_stands_still(all in proptest::collection::vec((0..400_i32, 0..300_i32), 2..40)) {
        let things = points(&all);
        for (from, ways) in arrows(&things).into_iter().enumerate() {
            if let Some(to) = ways[Way::Up as usize] {
                prop_assert!(things[to].y <= things[from].y);
            }
            prop_assert!(!ways.contains(&Some(from)));
        }
    }
}
