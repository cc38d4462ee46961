//! The scrubber's scale: positions and moments are two names for one thing.

use five_armies::moment::{MINUTE, Moment};
use five_armies::story::STORY;
use five_armies::timeline::Timeline;
use proptest::prelude::*;

const SCALE: &Timeline = &STORY.timeline;

fn positions() -> impl Strategy<Value = f64> {
    0.0..=1.0_f64
}

/// Any moment of the story, to the second.
fn moments() -> impl Strategy<Value = Moment> {
    (SCALE.start().0..=SCALE.end().0).prop_map(Moment)
}

/// Moments drawn evenly over the scrubber's length, to the minute.
fn told_minutes() -> impl Strategy<Value = Moment> {
    positions().prop_map(|p| SCALE.moment_at(p).to_minute())
}

/// How far half a second reaches on the scale around a position: a moment is a whole second.
fn half_a_second(position: f64) -> f64 {
    let slope = |p: &[five_armies::timeline::Knot]| match p {
        [a, b] if a.position <= position && position <= b.position => {
            (b.position - a.position) / (b.moment.0 - a.moment.0) as f64
        }
        _ => 0.0,
    };
    SCALE.knots.windows(2).map(slope).fold(0.0, f64::max) * 0.5
}

proptest! {
    #[test]
    fn later_positions_are_never_earlier_moments(a in positions(), b in positions()) {
        let (low, high) = (a.min(b), a.max(b));
        prop_assert!(SCALE.moment_at(low) <= SCALE.moment_at(high));
    }

    #[test]
    fn later_moments_lie_strictly_farther_along(a in moments(), b in moments()) {
        let (low, high) = (a.min(b), a.max(b));
        prop_assert!(SCALE.position_of(low) <= SCALE.position_of(high));
        if low < high {
            prop_assert!(SCALE.position_of(low) < SCALE.position_of(high));
        }
    }

    #[test]
    fn a_minute_is_found_again_exactly(at in told_minutes()) {
        prop_assert_eq!(SCALE.moment_at(SCALE.position_of(at)), at);
    }

    #[test]
    fn a_second_is_found_again_exactly(at in moments()) {
        prop_assert_eq!(SCALE.moment_at(SCALE.position_of(at)), at);
    }

    #[test]
    fn a_position_is_found_again_to_half_a_second(position in positions()) {
        let again = SCALE.position_of(SCALE.moment_at(position));
        let reach = half_a_second(position) + 1e-12;
        prop_assert!((again - position).abs() <= reach, "{position} became {again}, {reach} allowed");
        // On the scrubber of a large screen, 4 000 px long, that is a fiftieth of a pixel.
        prop_assert!(reach < 6e-6);
    }

    #[test]
    fn positions_and_moments_stay_within_the_story(position in any::<f64>(), second in any::<i32>()) {
        let at = SCALE.moment_at(position);
        prop_assert!(SCALE.start() <= at && at <= SCALE.end());
        let place = SCALE.position_of(Moment(i64::from(second)));
        prop_assert!((0.0..=1.0).contains(&place));
    }

    #[test]
    fn the_act_at_a_moment_is_the_one_whose_positions_hold_it(at in moments()) {
        let position = SCALE.position_of(at);
        let act = SCALE.acts.get(SCALE.act_at(at));
        let holds = |a: &five_armies::timeline::Act| {
            a.start <= at && a.from <= position && (position < a.to || a.to == 1.0)
        };
        prop_assert!(act.is_some_and(holds), "{} at {position}: {act:?}", at.iso());
    }

    #[test]
    fn clamping_moves_only_what_lies_outside(second in any::<i64>()) {
        let at = Moment(second);
        let inside = SCALE.start() <= at && at <= SCALE.end();
        prop_assert_eq!(SCALE.clamp(at) == at, inside);
    }
}

#[test]
fn what_is_no_position_goes_to_an_end() {
    let (start, end) = (SCALE.start(), SCALE.end());
    for (position, expected) in [
        (f64::NEG_INFINITY, start),
        (f64::MIN, start),
        (-0.1, start),
        (-0.0, start),
        (0.0, start),
        (1.0, end),
        (1.1, end),
        (f64::MAX, end),
        (f64::INFINITY, end),
    ] {
        assert_eq!(SCALE.moment_at(position), expected, "{position}");
    }
    let lost = SCALE.moment_at(f64::NAN);
    assert!(lost == start || lost == end);
}

#[test]
fn moments_outside_the_story_go_to_its_ends() {
    for (second, expected) in [
        (i64::MIN, 0.0),
        (SCALE.start().0 - 1, 0.0),
        (SCALE.end().0 + 1, 1.0),
        (i64::MAX, 1.0),
    ] {
        assert_eq!(SCALE.position_of(Moment(second)), expected, "{second}");
    }
    assert_eq!(SCALE.act_at(Moment(i64::MIN)), 0);
    assert_eq!(SCALE.act_at(Moment(i64::MAX)), SCALE.acts.len() - 1);
}

#[test]
fn knots_rise_from_nought_to_one() {
    assert_eq!(SCALE.knots.first().map(|k| k.position), Some(0.0));
    assert_eq!(SCALE.knots.last().map(|k| k.position), Some(1.0));
    for pair in SCALE.knots.windows(2) {
        let [a, b] = pair else { continue };
        assert!(
            a.position < b.position && a.moment < b.moment,
            "{a:?} {b:?}"
        );
    }
}

#[test]
fn the_four_acts_cover_the_scale_without_a_gap() {
    let names: Vec<&str> = SCALE.acts.iter().map(|a| a.id).collect();
    assert_eq!(names, ["spring", "night", "week", "after"]);
    assert_eq!(SCALE.acts.first().map(|a| a.from), Some(0.0));
    assert_eq!(SCALE.acts.last().map(|a| a.to), Some(1.0));
    for pair in SCALE.acts.windows(2) {
        let [a, b] = pair else { continue };
        assert_eq!(a.to, b.from, "{} and {}", a.id, b.id);
    }
    for (index, act) in SCALE.acts.iter().enumerate() {
        assert_eq!(SCALE.act_at(act.start), index);
        assert_eq!(SCALE.moment_at(act.from), act.start);
        if index > 0 {
            assert_eq!(SCALE.act_at(Moment(act.start.0 - 1)), index - 1);
        }
    }
}

#[test]
fn the_night_takes_most_of_the_length() {
    let night = SCALE.acts.get(1).map(|a| (a.start, a.to - a.from));
    assert!(night.is_some_and(|(_, length)| length > 0.5), "{night:?}");
    assert_eq!(
        night.map(|(start, _)| start),
        Some(Moment::new(1968, 8, 20, 20, 0))
    );
}

#[test]
fn spring_and_the_years_go_by_days_the_night_and_the_week_by_the_clock() {
    let by_days: Vec<bool> = SCALE
        .acts
        .iter()
        .map(|a| SCALE.goes_by_days(a.start))
        .collect();
    assert_eq!(by_days, [true, false, false, true]);
}

#[test]
fn an_arrow_key_moves_the_scrubber_by_a_visible_step() {
    for act in SCALE.acts {
        assert!(act.step >= MINUTE);
        let after = SCALE.position_of(Moment(act.start.0 + act.step)) - act.from;
        assert!(after > 2e-4 && after < 0.05, "{}: {after}", act.id);
    }
}
