//! Moments and counts in words: never more exact than they are known.

use std::collections::BTreeMap;

use five_armies::language::Language;
use five_armies::moment::{Moment, Precision};
use five_armies::scene::FieldCount;
use five_armies::words::{Words, fill};
use proptest::prelude::*;

/// Wordings with holes, and the holes that the program fills.
const HOLES: &[(&str, &str)] = &[
    ("landed_few", "n"),
    ("landed_many", "n"),
    ("landed_more", "n"),
    ("landed_about", "n"),
    ("to_come_few", "n"),
    ("to_come_many", "n"),
    ("column_waiting", "place"),
    ("column_held", "place"),
    ("column_moving", "from to"),
    ("column_arrived", "place time"),
    ("about", "time"),
    ("part_night", "date"),
    ("part_morning", "date"),
    ("part_afternoon", "date"),
    ("part_evening", "date"),
    ("from_day", "date"),
    ("correction_why", "why"),
    ("film_director", "name"),
    ("film_writer", "name"),
    ("film_producer", "name"),
    ("status_refused", "names"),
    ("date_long", "day month weekday year"),
    ("date_short", "day month year"),
    ("date_month", "month year"),
    ("moment", "date time"),
    ("still_alt", "moment"),
    ("column_there", "place time"),
    ("map_roads_one", "army"),
    ("map_roads_few", "army n"),
    ("map_roads_many", "army n"),
    ("map_air", "list"),
    ("map_arrived", "list"),
    ("map_waiting", "list"),
    ("map_held", "list"),
    ("map_leaving", "list"),
    ("map_nearest", "formation where"),
    ("map_hollow", "n"),
    ("town_here", "formation time town"),
    ("town_near", "formation n place time town"),
    ("town_none", "n town"),
];

fn english() -> Words {
    Words::of(Language::English)
}

fn at(text: &str) -> Moment {
    let moment = Moment::parse(text);
    assert!(moment.is_some(), "{text}");
    moment.unwrap_or(Moment(0))
}

fn check(time: &str, precision: Precision, dated: &str, hour: &str) {
    assert_eq!(
        english().dated(at(time), precision),
        dated,
        "{time} {precision:?}"
    );
    assert_eq!(
        english().hour(at(time), precision),
        hour,
        "{time} {precision:?}"
    );
}

fn holes(wording: &str) -> String {
    let parts = wording
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'));
    let mut names: Vec<&str> = parts.map(|(name, _)| name).collect();
    names.sort_unstable();
    names.join(" ")
}

#[test]
fn a_moment_in_full_has_weekday_date_and_clock() {
    let says = |time| english().moment_in_full(at(time));
    assert_eq!(says("1968-08-21T02:20"), "Wednesday 21 August 1968, 02:20");
    assert_eq!(says("1968-08-20T23:00"), "Tuesday 20 August 1968, 23:00");
    assert_eq!(says("1968-02-29T00:00"), "Thursday 29 February 1968, 00:00");
    assert_eq!(says("1991-06-27T12:05"), "Thursday 27 June 1991, 12:05");
}

#[test]
fn the_clock_has_no_hour_where_the_story_goes_by_days() {
    let says = |by_days| english().on_the_clock(at("1968-08-21T02:20"), by_days);
    assert_eq!(says(true), "Wednesday 21 August 1968");
    assert_eq!(says(false), "Wednesday 21 August 1968, 02:20");
}

#[test]
fn dates_are_long_or_short() {
    assert_eq!(
        english().long_date(at("1969-01-16")),
        "Thursday 16 January 1969"
    );
    assert_eq!(english().short_date(at("1969-01-16")), "16 January 1969");
}

#[test]
fn every_month_and_weekday_has_its_name() {
    let months =
        "January February March April May June July August September October November December";
    for (i, name) in months.split(' ').enumerate() {
        let text = english().dated(at(&format!("1968-{:02}", i + 1)), Precision::Month);
        assert_eq!(text, format!("{name} 1968"));
    }
    let week = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
    for (i, name) in week.split(' ').enumerate() {
        // 19 August 1968 was a Monday.
        let text = english().long_date(at(&format!("1968-08-{}", 19 + i)));
        assert!(text.starts_with(&format!("{name} ")), "{text}");
    }
}

#[test]
fn what_is_known_to_the_minute_is_said_to_the_minute() {
    check(
        "1968-08-21T01:37",
        Precision::Minute,
        "21 August 1968, 01:37",
        "01:37",
    );
}

#[test]
fn what_is_known_to_the_hour_is_said_with_about() {
    check(
        "1968-08-21T02:00",
        Precision::Hour,
        "21 August 1968, about 02:00",
        "about 02:00",
    );
}

#[test]
fn a_part_of_the_day_has_no_clock_time() {
    for (time, text) in [
        ("1968-08-21T02:30", "in the night of 21 August 1968"),
        ("1968-08-21T04:59", "in the night of 21 August 1968"),
        ("1968-08-21T05:00", "on the morning of 21 August 1968"),
        ("1968-08-21T11:59", "on the morning of 21 August 1968"),
        ("1968-08-21T12:00", "on the afternoon of 21 August 1968"),
        ("1968-08-21T17:59", "on the afternoon of 21 August 1968"),
        ("1968-08-21T18:00", "on the evening of 21 August 1968"),
        ("1968-08-20T21:59", "on the evening of 20 August 1968"),
        ("1968-08-20T22:00", "in the night of 20 August 1968"),
    ] {
        check(time, Precision::PartOfDay, text, text);
    }
}

#[test]
fn a_day_a_month_and_a_year_say_no_more_than_that() {
    check(
        "1968-08-03T00:00",
        Precision::Day,
        "3 August 1968",
        "3 August 1968",
    );
    check(
        "1968-04-01T00:00",
        Precision::Month,
        "April 1968",
        "April 1968",
    );
    check("1977-01-01T00:00", Precision::Year, "1977", "1977");
}

#[test]
fn an_hour_that_nobody_recorded_is_said_to_be_so() {
    check(
        "1968-08-21T04:13",
        Precision::Unknown,
        "21 August 1968",
        "time not on record",
    );
}

proptest! {
    #[test]
    fn no_clock_time_is_shown_that_is_not_known(minute in 0..24 * 60_i64) {
        let moment = Moment(at("1968-08-21").0 + minute * 60);
        use Precision::{Day, Hour, Minute, Month, PartOfDay, Unknown, Year};
        for precision in [Minute, Hour, PartOfDay, Day, Month, Year, Unknown] {
            for text in [english().dated(moment, precision), english().hour(moment, precision)] {
                prop_assert_eq!(text.contains(':'), precision.shows_clock(), "{:?}: {}", precision, text);
                prop_assert!(!text.contains(['{', '}']), "{}", text);
            }
        }
    }
}

#[test]
fn entries_to_come_are_counted() {
    let says = [0, 1, 2, 46].map(|n| english().to_come(n));
    assert_eq!(
        says,
        [
            "All entries are here.",
            "1 entry still to come.",
            "2 entries still to come.",
            "46 entries still to come."
        ]
    );
}

#[test]
fn landings_are_counted_no_better_than_they_are_known() {
    let says = |landed, more, about| {
        english().landed(&FieldCount {
            field: 0,
            landed,
            more,
            about,
        })
    };
    assert_eq!(says(1, false, false), "1 landed");
    assert_eq!(says(2, false, false), "2 landed");
    assert_eq!(says(1, true, false), "1 landed, then a stream");
    assert_eq!(says(3, true, false), "3 landed, then a stream");
    assert_eq!(says(75, false, true), "about 75 landed");
    let sign = |landed, more| {
        FieldCount {
            field: 0,
            landed,
            more,
            about: false,
        }
        .sign()
    };
    assert_eq!([sign(2, false), sign(3, true)], ["2", "3+"]);
}

#[test]
fn a_hole_is_filled_wherever_it_stands_and_no_other() {
    assert_eq!(fill("{a} and {b}, {a}", "a", "x"), "x and {b}, x");
    assert_eq!(fill("no hole", "a", "x"), "no hole");
}

#[test]
fn every_wording_has_the_holes_that_the_program_fills() {
    let expected: BTreeMap<&str, &str> = HOLES.iter().copied().collect();
    for (language, text) in [
        ("en", include_str!("../src/content/words.toml")),
        ("cs", include_str!("../src/content/cs/words.toml")),
        ("sk", include_str!("../src/content/sk/words.toml")),
    ] {
        let wordings: BTreeMap<String, String> = toml::from_str(text).unwrap_or_default();
        assert!(wordings.len() > 150, "{language}: the file holds the words");
        for (key, wording) in &wordings {
            let wanted = expected.get(key.as_str()).copied().unwrap_or("");
            assert_eq!(holes(wording), wanted, "{language}: {key} = {wording:?}");
            assert!(!wording.trim().is_empty(), "{language}: {key} says nothing");
        }
    }
}
