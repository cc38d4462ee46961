//! The page left alone: when it begins anew.

use five_armies::kiosk::{IDLE_MS, Kiosk, STAND_AT_END_MS};
use proptest::prelude::*;

const SECOND: f64 = 1_000.0;

#[test]
fn alone_it_begins_again_a_while_after_its_end() {
    let kiosk = Kiosk::begun(0.0);
    let (kiosk, begins) = kiosk.after(160.0 * SECOND, true);
    assert!(!begins, "while it plays");
    let (kiosk, begins) = kiosk.after(160.0 * SECOND + STAND_AT_END_MS - 1.0, false);
    assert!(!begins, "while the end stands");
    let (kiosk, begins) = kiosk.after(160.0 * SECOND + STAND_AT_END_MS, false);
    assert!(begins);
    assert_eq!(kiosk, Kiosk::begun(160.0 * SECOND + STAND_AT_END_MS));
}

#[test]
fn who_touches_it_has_ninety_seconds_from_the_last_touch() {
    let kiosk = Kiosk::begun(0.0).touched(10.0 * SECOND);
    let (kiosk, begins) = kiosk.after(10.0 * SECOND + IDLE_MS - 1.0, false);
    assert!(!begins);
    let kiosk = kiosk.touched(60.0 * SECOND);
    let (kiosk, begins) = kiosk.after(10.0 * SECOND + IDLE_MS, false);
    assert!(!begins, "a touch begins the wait anew");
    let (_, begins) = kiosk.after(60.0 * SECOND + IDLE_MS, false);
    assert!(begins);
    assert!((IDLE_MS - 90.0 * SECOND).abs() < 1.0);
}

#[test]
fn who_has_started_it_is_not_interrupted() {
    let mut kiosk = Kiosk::begun(0.0).touched(0.0);
    for second in 1..=600 {
        let (after, begins) = kiosk.after(f64::from(second) * SECOND, true);
        assert!(!begins, "after {second} s");
        kiosk = after;
    }
    let (_, begins) = kiosk.after(600.0 * SECOND + IDLE_MS, false);
    assert!(begins, "once it has stood");
}

#[test]
fn the_next_visitor_finds_it_alone_again() {
    let kiosk = Kiosk::begun(0.0).touched(0.0);
    let (kiosk, begins) = kiosk.after(IDLE_MS, false);
    assert!(begins);
    let (_, begins) = kiosk.after(IDLE_MS + STAND_AT_END_MS, false);
    assert!(begins, "the short wait, not the long one");
}

proptest! {
    /// Whatever happens, it never begins while it plays, nor sooner after a touch than promised.
    #[test]
    fn it_never_takes_the_clock_from_somebody(
        steps in proptest::collection::vec((1.0..40_000.0_f64, any::<bool>(), any::<bool>()), 1..80)
    ) {
        let (mut now, mut kiosk, mut touched) = (0.0, Kiosk::begun(0.0), None);
        for (ms, touches, playing) in steps {
            now += ms;
            if touches {
                kiosk = kiosk.touched(now);
                touched = Some(now);
            }
            let (after, begins) = kiosk.after(now, playing);
            kiosk = after;
            if begins {
                prop_assert!(!playing);
                prop_assert!(touched.is_none_or(|at| now - at >= IDLE_MS));
                touched = None;
            }
        }
    }
}
