//! The scene is a function of the moment and the telling, and of nothing else.
//!
//! What single scenes hold is in `golden.rs`; here are the rules that hold for all of them.

use five_armies::evidence::{Basis, Telling};
use five_armies::march::Phase;
use five_armies::moment::{Moment, Precision};
use five_armies::projection::{Conic, LonLat, MapPoint};
use five_armies::scene::{Scene, column_at, has_appeared, is_anything_flying, scene_at};
use five_armies::story::{Kind, Route, STORY};
use proptest::prelude::*;
use proptest::sample::select;

fn tellings() -> impl Strategy<Value = Telling> {
    proptest::sample::select(vec![Telling::Article, Telling::Record])
}

/// Moments drawn evenly over the scrubber, so mostly in the night, with some far outside.
fn moments() -> impl Strategy<Value = Moment> {
    prop_oneof![
        8 => (0.0..=1.0_f64).prop_map(|p| STORY.timeline.moment_at(p)),
        1 => any::<i32>().prop_map(|s| Moment(i64::from(s))),
    ]
}

fn routes() -> impl Strategy<Value = &'static Route> {
    select(STORY.routes.iter().collect::<Vec<_>>())
}

fn scene(at: Moment, telling: Telling) -> Scene {
    scene_at(&STORY, at, telling)
}

/// The moment at which the army of a way in has left.
fn left(route: &Route) -> Option<Moment> {
    let army = route.army.filter(|_| route.kind.enters());
    army.and_then(|a| STORY.armies.get(a)).map(|a| a.left)
}

/// The box around everything that the map can draw: lon -3 to 37.7, lat 41 to 59.
fn map_holds(p: MapPoint) -> bool {
    let conic = Conic::central_europe();
    let edge = |lon, lat| conic.to_map(LonLat { lon, lat });
    let (west, east) = (edge(-3.0, 41.0).x, edge(37.7, 41.0).x);
    let (north, south) = (edge(37.7, 59.0).y, edge(17.0, 41.0).y);
    (west..=east).contains(&p.x) && (north..=south).contains(&p.y)
}

fn view_holds(p: MapPoint) -> bool {
    let v = STORY.view;
    (v.x..=v.x + v.width).contains(&p.x) && (v.y..=v.y + v.height).contains(&p.y)
}

#[test]
fn something_flies_before_it_lands_and_not_while_columns_only_march() {
    let landings = STORY.routes.iter().filter(|r| r.is_flown(0));
    for route in landings.filter(|r| Telling::Record.includes(r.basis)) {
        let landed = route.stations[1].at;
        let before = Moment(landed.0 - 60);
        assert!(
            is_anything_flying(&STORY, before, Telling::Record),
            "{}",
            route.id
        );
    }
    let noon = Moment::parse("1968-08-21T12:00");
    assert!(noon.is_some_and(|noon| !is_anything_flying(&STORY, noon, Telling::Record)));
}

proptest! {
    #[test]
    fn what_was_asked_before_does_not_matter(
        calls in proptest::collection::vec((moments(), tellings()), 1..12),
    ) {
        let forward: Vec<Scene> = calls.iter().map(|(at, t)| scene(*at, *t)).collect();
        let mut backward: Vec<Scene> = calls.iter().rev().map(|(at, t)| scene(*at, *t)).collect();
        backward.reverse();
        prop_assert_eq!(&forward, &backward);
        let mut sorted = calls.clone();
        sorted.sort_by_key(|(at, _)| *at);
        for (at, telling) in sorted {
            let first = calls.iter().position(|c| *c == (at, telling)).and_then(|i| forward.get(i).cloned());
            prop_assert_eq!(Some(scene(at, telling)), first);
        }
    }

    #[test]
    fn a_column_never_goes_back_while_it_is_on_the_map(route in routes(), telling in tellings(), a in moments(), b in moments()) {
        let (early, late) = (a.min(b), a.max(b));
        prop_assume!(late < route.until);
        let (first, second) = (column_at(route, early, telling), column_at(route, late, telling));
        prop_assert!(first.covered <= second.covered, "{}: {first:?} then {second:?}", route.id);
        let order = |phase| match phase {
            Phase::Absent => 0,
            Phase::Waiting => 1,
            Phase::Moving => 2,
            Phase::Arrived | Phase::Held => 3,
        };
        prop_assert!(order(first.phase) <= order(second.phase), "{}: {first:?} then {second:?}", route.id);
    }

    #[test]
    fn what_has_happened_stays_and_comes_in_order(telling in tellings(), a in moments(), b in moments()) {
        let (first, second) = (scene(a.min(b), telling), scene(a.max(b), telling));
        prop_assert!(first.happened <= second.happened && first.current <= second.current);
        let both = first.reactions.iter().zip(&second.reactions);
        prop_assert!(both.clone().all(|(was, is)| *is || !was));
        prop_assert_eq!(both.count(), STORY.reactions.len());
    }

    #[test]
    fn heads_lie_on_the_map_and_ground_columns_in_the_window(at in moments(), telling in tellings()) {
        for (placed, route) in scene(at, telling).columns.iter().zip(STORY.routes) {
            prop_assert_eq!(placed.head.is_none(), placed.column.phase == Phase::Absent);
            let Some(head) = placed.head else { continue };
            prop_assert!(map_holds(head.at), "{} at {:?}", route.id, head.at);
            prop_assert!(head.heading.is_finite() && head.heading.abs() <= 180.0);
            if matches!(route.kind, Kind::Ground) {
                prop_assert!(view_holds(head.at), "{} at {:?}", route.id, head.at);
            }
        }
    }

    #[test]
    fn progress_is_a_share_of_the_line(at in moments(), route in routes()) {
        let column = route.column_at(at);
        prop_assert!((0.0..=route.length()).contains(&column.covered), "{}: {column:?}", route.id);
        prop_assert_eq!(column.phase == Phase::Arrived, column.phase != Phase::Held && column.covered >= route.length());
    }

    #[test]
    fn the_parts_of_a_scene_are_those_asked_for_one_by_one(at in moments(), telling in tellings()) {
        let whole = scene(at, telling);
        for (placed, route) in whole.columns.iter().zip(STORY.routes) {
            prop_assert_eq!(placed.column, column_at(route, at, telling));
            let head = placed.head;
            prop_assert!(head.is_none_or(|h| h == route.head_at(placed.column.covered)));
        }
        for (shown, reaction) in whole.reactions.iter().zip(STORY.reactions) {
            prop_assert_eq!(*shown, has_appeared(&STORY, reaction, at));
        }
    }

    #[test]
    fn a_column_of_the_other_telling_is_absent(at in moments(), telling in tellings()) {
        for (placed, route) in scene(at, telling).columns.iter().zip(STORY.routes) {
            if matches!((route.basis, telling), (Basis::Article, Telling::Record) | (Basis::Record, Telling::Article)) {
                prop_assert_eq!(placed.column.phase, Phase::Absent, "{}", route.id);
            }
            if at >= route.until || left(route).is_some_and(|left| at >= left) {
                prop_assert_eq!(placed.column.phase, Phase::Absent, "{}", route.id);
            }
        }
    }

    #[test]
    fn nothing_lands_that_the_telling_does_not_tell(at in moments()) {
        prop_assert!(scene(at, Telling::Article).landings.is_empty());
    }

    #[test]
    fn the_waiting_divisions_never_move(at in moments(), telling in tellings()) {
        for (placed, route) in scene(at, telling).columns.iter().zip(STORY.routes) {
            let stands = matches!(placed.column.phase, Phase::Held | Phase::Absent);
            prop_assert_eq!(route.kind == Kind::Waiting && !stands, false, "{}: {:?}", route.id, placed.column);
            prop_assert!(route.kind == Kind::Waiting || placed.column.phase != Phase::Held, "{}", route.id);
        }
    }

    #[test]
    fn a_way_or_hour_that_is_not_on_record_is_never_called_certain(at in moments(), route in routes()) {
        let column = route.column_at(at);
        let station = |i: usize| route.stations.get(i).map(|s| (s.notional, s.precision.shows_clock()));
        let here = route.stations.partition_point(|s| s.at <= at);
        match column.phase {
            Phase::Moving => {
                let ends = [here.checked_sub(1).and_then(station), station(here)];
                let guessed = route.stations.get(here).is_some_and(|s| s.guessed_way);
                let inferred = guessed || ends.iter().any(|end| end.is_none_or(|(notional, _)| notional));
                // The nearest times on record before and after; one by part of day makes the hours vague.
                let timed = |s: &&five_armies::story::Station| s.precision != Precision::Unknown;
                let before = route.stations.iter().take(here).rfind(timed);
                let after = route.stations.iter().skip(here).find(timed);
                let vague = [before, after].iter().any(|s| s.is_none_or(|s| !s.precision.shows_clock()));
                prop_assert_eq!(column.certain, !inferred && !vague, "{} at {}", route.id, at.iso());
            }
            Phase::Arrived | Phase::Held => {
                let last = route.stations.last().map(|s| !s.notional && s.precision.shows_clock());
                prop_assert_eq!(Some(column.certain), last, "{}", route.id);
            }
            Phase::Waiting => prop_assert_eq!(column.certain, station(0).is_some_and(|(notional, _)| !notional)),
            Phase::Absent => {}
        }
    }
}

#[test]
fn the_two_east_german_divisions_are_held_all_night() {
    let held: Vec<&Route> = STORY
        .routes
        .iter()
        .filter(|r| r.kind == Kind::Waiting)
        .collect();
    let ids: Vec<&str> = held.iter().map(|r| r.id).collect();
    assert_eq!(ids, ["rec-gdr-7pd-planned", "rec-gdr-11msd-planned"]);
    for route in held {
        for minute in 0..16 * 60 {
            let at = Moment(Moment::new(1968, 8, 20, 20, 0).0 + minute * 60);
            let column = column_at(route, at, Telling::Record);
            assert_eq!(column.phase, Phase::Held, "{} at {}", route.id, at.iso());
            assert!(!column.certain, "{}: only the day is on record", route.id);
        }
    }
}

#[test]
fn the_entries_of_an_army_end_at_its_hour() {
    let there = |army: usize, at: Moment| {
        let columns = scene(at, Telling::Record).columns;
        columns
            .iter()
            .zip(STORY.routes)
            .any(|(c, r)| r.kind.enters() && r.army == Some(army) && c.head.is_some())
    };
    for (index, army) in STORY.armies.iter().enumerate() {
        assert!(
            there(index, Moment(army.left.0 - 1)),
            "{} is gone too early",
            army.id
        );
        assert!(!there(index, army.left), "{} is still there", army.id);
    }
}

#[test]
fn before_the_story_nothing_is_there_and_at_its_end_every_reaction_is() {
    for telling in [Telling::Article, Telling::Record] {
        let first = scene(STORY.timeline.start(), telling);
        assert!(first.columns.iter().all(|c| c.head.is_none()));
        assert_eq!(
            (first.happened, first.current, first.landings.len()),
            (0, None, 0)
        );
        assert!(first.reactions.iter().all(|shown| !shown));
        let last = scene(STORY.timeline.end(), telling);
        assert!(last.reactions.iter().all(|shown| *shown));
        assert!(last.columns.iter().all(|c| c.head.is_none()));
    }
}
