//! What the live region says: never sooner than three seconds after the last, never while the scrubber is moved, and
//! of what waits the newest.

use five_armies::announcer::{APART_MS, Announcer, Remark, Seen};
use five_armies::evidence::Telling;
use five_armies::moment::Moment;
use proptest::prelude::*;

/// What can happen.
#[derive(Clone, Copy, Debug)]
enum Step {
    Hear(Remark),
    Scrub,
    Hold(bool),
    /// Nothing but time.
    Wait,
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::Hear(Remark::Event)),
        Just(Step::Hear(Remark::Moved)),
        Just(Step::Hear(Remark::Map)),
        Just(Step::Hear(Remark::Notice)),
        Just(Step::Hear(Remark::Answer)),
        Just(Step::Scrub),
        any::<bool>().prop_map(Step::Hold),
        Just(Step::Wait),
    ]
}

/// Steps, each some milliseconds after the one before.
fn any_course() -> impl Strategy<Value = Vec<(u16, Step)>> {
    prop::collection::vec((0..5_000_u16, any_step()), 1..60)
}

fn after(announcer: Announcer, step: Step, now: f64) -> Announcer {
    match step {
        Step::Hear(remark) => announcer.hear(remark, now),
        Step::Scrub => announcer.scrub(now),
        Step::Hold(held) => announcer.hold(held, now),
        Step::Wait => announcer,
    }
}

proptest! {
    #[test]
    fn two_remarks_are_three_seconds_apart_and_none_falls_into_scrubbing(course in any_course()) {
        let mut announcer = Announcer::default();
        let (mut now, mut said, mut moved, mut held) = (0.0, None, None, false);
        for (passed, step) in course {
            now += f64::from(passed);
            match step {
                Step::Scrub => moved = Some(now),
                Step::Hold(hold) => (held, moved) = (hold, Some(now)),
                _ => {}
            }
            let (next, remark) = after(announcer, step, now).speak(now);
            announcer = next;
            if remark.is_some() {
                prop_assert!(!held, "it spoke while the scrubber was held");
                for before in [said, moved].into_iter().flatten() {
                    prop_assert!(now - before >= APART_MS, "{} after {}", now, before);
                }
                said = Some(now);
            }
        }
    }

    #[test]
    fn what_waits_is_said_when_it_said_it_would(course in any_course()) {
        let mut announcer = Announcer::default();
        let mut now = 0.0;
        for (passed, step) in course {
            now += f64::from(passed);
            announcer = after(announcer, step, now).speak(now).0;
        }
        announcer = announcer.hold(false, now);
        if let Some(wait) = announcer.waits(now) {
            let (early, nothing) = announcer.speak(now + wait - 1.0);
            prop_assert!(nothing.is_none() || wait < 1.0);
            prop_assert!(early.speak(now + wait).1.is_some() || wait < 1.0);
            prop_assert!(announcer.speak(now + wait).1.is_some());
        }
        // Once said it is over: nothing waits, and no timer is needed.
        let (after, _) = announcer.speak(now + 2.0 * APART_MS);
        prop_assert_eq!(after.waits(now + 2.0 * APART_MS), None);
    }

    #[test]
    fn of_what_came_up_meanwhile_the_newest_is_said(events in prop::collection::vec(0..2_900_u16, 1..10)) {
        let mut announcer = Announcer::default().hear(Remark::Event, 0.0).speak(0.0).0;
        for at in &events {
            announcer = announcer.hear(Remark::Event, f64::from(*at));
        }
        announcer = announcer.hear(Remark::Map, 2_950.0);
        prop_assert_eq!(announcer.speak(2_999.0).1, None);
        let (after, said) = announcer.speak(3_000.0);
        prop_assert_eq!(said, Some(Remark::Map));
        prop_assert_eq!(after.speak(60_000.0).1, None, "the others are forgotten");
    }
}

#[test]
fn the_first_remark_is_said_at_once() {
    let (after, said) = Announcer::default().hear(Remark::Event, 5.0).speak(5.0);
    assert_eq!(said, Some(Remark::Event));
    assert_eq!(after.waits(5.0), None);
}

#[test]
fn after_scrubbing_the_map_is_told_when_the_scrubber_has_rested() {
    let moved = Announcer::default()
        .scrub(1_000.0)
        .hear(Remark::Moved, 1_001.0);
    assert_eq!(moved.speak(1_001.0).1, None);
    let moved = moved.scrub(2_000.0).hear(Remark::Moved, 2_001.0);
    assert_eq!(
        moved.speak(4_999.0).1,
        None,
        "three seconds after the last step, not the first"
    );
    assert_eq!(moved.speak(5_000.0).1, Some(Remark::Map));
}

#[test]
fn a_scrubber_that_is_held_still_is_not_let_go() {
    let held = Announcer::default()
        .hold(true, 0.0)
        .scrub(10.0)
        .hear(Remark::Moved, 11.0);
    assert_eq!(held.speak(60_000.0).1, None);
    assert_eq!(held.waits(60_000.0), None, "no timer runs for it");
    let free = held.hold(false, 60_000.0);
    assert_eq!(free.speak(62_999.0).1, None);
    assert_eq!(free.speak(63_000.0).1, Some(Remark::Map));
}

#[test]
fn what_waited_about_the_clock_is_out_of_date_after_a_scrub() {
    let waiting = Announcer::default().hear(Remark::Event, 0.0).speak(0.0).0;
    let waiting = waiting.hear(Remark::Event, 100.0).scrub(200.0);
    assert_eq!(waiting.waits(200.0), None);
    assert_eq!(waiting.speak(60_000.0).1, None);
}

#[test]
fn what_is_owed_to_the_reader_is_not_lost_to_the_clock() {
    for owed in [Remark::Notice, Remark::Answer] {
        let busy = Announcer::default().hear(Remark::Event, 0.0).speak(0.0).0;
        let waiting = busy
            .hear(owed, 100.0)
            .hear(Remark::Moved, 101.0)
            .hear(Remark::Event, 102.0);
        assert_eq!(waiting.speak(3_000.0).1, Some(owed));
        assert_eq!(waiting.scrub(200.0).speak(3_200.0).1, Some(owed));
    }
}

fn seen(playing: bool, event: usize, minute: i64, telling: Telling) -> Seen {
    Seen {
        playing,
        event: Some(event),
        minute: (!playing).then_some(Moment(minute * 60)),
        telling,
    }
}

#[test]
fn what_is_new_depends_on_whether_it_plays() {
    use Telling::{Article, Record};
    let check =
        |before: Seen, after: Seen, news| assert_eq!(after.news_since(&before), news, "{after:?}");
    let (plays, stands) = (
        |event| seen(true, event, 0, Record),
        |event, minute| seen(false, event, minute, Record),
    );
    check(plays(1), plays(1), None);
    check(plays(1), plays(2), Some(Remark::Event));
    check(plays(1), stands(1, 7), Some(Remark::Map));
    check(plays(1), stands(2, 7), Some(Remark::Map));
    check(stands(1, 7), plays(1), None);
    check(stands(1, 7), stands(1, 7), None);
    check(stands(1, 7), stands(1, 8), Some(Remark::Moved));
    check(stands(1, 7), stands(2, 8), Some(Remark::Moved));
    check(stands(1, 7), seen(false, 1, 7, Article), Some(Remark::Map));
}
