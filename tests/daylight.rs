//! The light over Prague.
//!
//! The expected times come from the PyPI package astral 3.2 (`astral.sun.sun`, `dusk`, `elevation`),
//! asked for an observer at 50.0875 N, 14.4213 E, 0 m, in the zone UTC+1; nothing of it is in this
//! program, which follows another and shorter formula.

use five_armies::daylight::{Light, light_at, sun_altitude};
use five_armies::moment::{MINUTE, Moment};
use five_armies::scene::light_on;
use five_armies::story::STORY;
use proptest::prelude::*;

/// Altitude of the sun's middle at sunrise and sunset: refraction and the radius of its disc.
const HORIZON: f64 = -0.833;

fn at(text: &str) -> Moment {
    let moment = Moment::parse(text);
    assert!(moment.is_some(), "{text}");
    moment.unwrap_or(Moment(0))
}

/// Minutes by which the sun passes an altitude later than at the given time, within an hour.
fn minutes_late(time: &str, altitude: f64) -> Option<i64> {
    let above = |minute: i64| sun_altitude(Moment(at(time).0 + minute * MINUTE)) > altitude;
    (-60..60)
        .filter(|m| above(*m) != above(m + 1))
        .min_by_key(|m| m.abs())
}

fn check(what: &str, time: &str, altitude: f64) {
    let late = minutes_late(time, altitude);
    assert!(
        late.is_some_and(|m| m.abs() <= 5),
        "{what}: astral says {time}, we are {late:?} minutes later"
    );
}

#[test]
fn the_sun_rises_and_sets_on_the_days_of_the_invasion_when_astral_says() {
    check("sunset on the 20th", "1968-08-20T19:11", HORIZON);
    check("sunrise on the 21st", "1968-08-21T05:01", HORIZON);
    check("sunset on the 21st", "1968-08-21T19:09", HORIZON);
    check("sunrise on the 22nd", "1968-08-22T05:02", HORIZON);
}

#[test]
fn dusk_and_dawn_end_and_begin_when_astral_says() {
    check("dusk ends on the 20th", "1968-08-20T20:31", -12.0);
    check("dawn begins on the 21st", "1968-08-21T03:41", -12.0);
    check("dusk ends on the 21st", "1968-08-21T20:28", -12.0);
}

#[test]
fn the_sun_keeps_its_year() {
    for (rise, set, noon) in [
        ("1968-01-21T07:51", "1968-01-21T16:36", 19.79),
        ("1968-03-21T06:03", "1968-03-21T18:16", 40.23),
        ("1968-06-21T03:52", "1968-06-21T20:15", 63.35),
        ("1968-09-22T05:48", "1968-09-22T18:00", 40.10),
        ("1968-11-04T06:57", "1968-11-04T16:33", 24.37),
        ("1968-12-21T07:59", "1968-12-21T16:01", 16.47),
    ] {
        check("sunrise", rise, HORIZON);
        check("sunset", set, HORIZON);
        let midday = Moment(at(rise).0.div_euclid(86_400) * 86_400 + 43_200);
        let found = sun_altitude(midday);
        assert!(
            (found - noon).abs() < 0.7,
            "at noon of {}: {found}, astral {noon}",
            midday.iso()
        );
    }
}

#[test]
fn the_hours_of_the_night_have_the_light_they_should() {
    for (time, light) in [
        ("1968-08-20T19:00", Light::Day),
        ("1968-08-20T19:30", Light::Dusk),
        ("1968-08-20T20:00", Light::Dusk),
        ("1968-08-20T21:00", Light::Night),
        ("1968-08-20T23:00", Light::Night),
        ("1968-08-21T00:00", Light::Night),
        ("1968-08-21T03:30", Light::Night),
        ("1968-08-21T04:00", Light::Dawn),
        ("1968-08-21T05:30", Light::Day),
        ("1968-08-21T12:00", Light::Day),
    ] {
        assert_eq!(light_at(at(time)), light, "{time}");
    }
}

#[test]
fn outside_the_night_of_the_invasion_the_map_is_lit() {
    for time in [
        "1968-01-01",
        "1968-08-20T03:00",
        "1968-08-20T19:59",
        "1968-08-21T23:00",
        "1968-12-24",
        "1991-06-27",
    ] {
        assert_eq!(light_on(&STORY, at(time)), Light::Day, "{time}");
    }
    assert_eq!(light_on(&STORY, at("1968-08-20T20:00")), Light::Dusk);
    assert_eq!(light_on(&STORY, at("1968-08-21T00:00")), Light::Night);
}

#[test]
fn the_night_of_the_page_has_the_light_of_every_minute() {
    let (dusk, noon) = (at("1968-08-20T20:00"), at("1968-08-21T12:00"));
    for second in (dusk.0..noon.0).step_by(60) {
        let minute = Moment(second);
        assert_eq!(
            light_on(&STORY, minute),
            light_at(minute),
            "{}",
            minute.iso()
        );
    }
}

proptest! {
    #[test]
    fn the_light_goes_round_in_its_order(minute in 0..24 * 365 * 60_i64) {
        let light = |m: i64| light_at(Moment(m * MINUTE));
        let (now, next) = (light(minute), light(minute + 1));
        let follows = matches!(
            (now, next),
            (Light::Day, Light::Dusk) | (Light::Dusk, Light::Night) | (Light::Night, Light::Dawn) | (Light::Dawn, Light::Day)
        );
        prop_assert!(now == next || follows, "{now:?} is followed by {next:?}");
    }

    #[test]
    fn the_sun_is_never_higher_than_at_midsummer(second in any::<i32>()) {
        let altitude = sun_altitude(Moment(i64::from(second)));
        prop_assert!(altitude.abs() < 90.0 - 50.0875 + 23.6, "{altitude}");
    }
}
