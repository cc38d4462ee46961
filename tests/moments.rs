//! Moments against an independent calendar, the crate jiff.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

use five_armies::moment::{DAY, MINUTE, Moment, Precision};
use jiff::civil::{DateTime, date};
use proptest::prelude::*;

/// Minutes from 1 January 1968 to 1 January 1900 and to 1 January 2101.
fn minutes() -> impl Strategy<Value = i64> {
    let minute = |year, month, day| Moment::new(year, month, day, 0, 0).0 / MINUTE;
    minute(1900, 1, 1)..minute(2101, 1, 1)
}

/// What jiff makes of the same count of seconds.
fn by_jiff(at: Moment) -> DateTime {
    let zero = date(1968, 1, 1).at(0, 0, 0, 0);
    zero.checked_add(jiff::SignedDuration::from_secs(at.0))
        .expect("within jiff's calendar")
}

fn refused(text: &str) {
    assert_eq!(
        Moment::parse(text),
        None,
        "{:?} was accepted",
        text.chars().take(40).collect::<String>()
    );
}

proptest! {
    #[test]
    fn civil_fields_and_weekday_are_those_of_jiff(minute in minutes(), second in 0..60_i64) {
        let at = Moment(minute * MINUTE + second);
        let (ours, theirs) = (at.civil(), by_jiff(at));
        prop_assert_eq!(ours.year, i64::from(theirs.year()));
        prop_assert_eq!(i64::from(ours.month), i64::from(theirs.month()));
        prop_assert_eq!(i64::from(ours.day), i64::from(theirs.day()));
        prop_assert_eq!(i64::from(ours.hour), i64::from(theirs.hour()));
        prop_assert_eq!(i64::from(ours.minute), i64::from(theirs.minute()));
        prop_assert_eq!(i64::from(ours.weekday), i64::from(theirs.weekday().to_monday_zero_offset()));
    }

    #[test]
    fn what_is_written_is_read_back_to_the_minute(minute in minutes(), second in 0..60_i64) {
        let at = Moment(minute * MINUTE + second);
        prop_assert_eq!(Moment::parse(&at.iso()), Some(at.to_minute()));
    }

    #[test]
    fn the_written_form_is_that_of_jiff(minute in minutes()) {
        let at = Moment(minute * MINUTE);
        prop_assert_eq!(at.iso(), by_jiff(at).strftime("%Y-%m-%dT%H:%M").to_string());
        prop_assert_eq!(at.zoned(), by_jiff(at).strftime("%Y-%m-%dT%H:%M+01:00").to_string());
        prop_assert_eq!(at.clock(), by_jiff(at).strftime("%H:%M").to_string());
    }

    #[test]
    fn a_date_is_accepted_exactly_if_jiff_knows_it(year in 1900..2101_i16, month in 0..20_i8, day in 0..40_i8) {
        let text = format!("{year}-{month:02}-{day:02}T12:30");
        let known = jiff::civil::Date::new(year, month, day).is_ok();
        prop_assert_eq!(Moment::parse(&text).is_some(), known, "{}", text);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = Moment::parse(&text);
    }

    #[test]
    fn what_is_accepted_has_one_of_four_forms(text in "[0-9T:\\-]{0,18}") {
        if let Some(at) = Moment::parse(&text) {
            prop_assert!([4, 7, 10, 16].contains(&text.len()), "{}", text);
            prop_assert!(at.iso().starts_with(&text), "{} became {}", text, at.iso());
        }
    }
}

#[test]
fn every_day_of_two_centuries_follows_the_one_before() {
    let (mut at, end) = (Moment::new(1900, 1, 1, 0, 0), Moment::new(2101, 1, 1, 0, 0));
    let mut days = 0;
    while at < end {
        let c = at.civil();
        assert_eq!(Moment::new(c.year, c.month, c.day, 0, 0), at);
        at = Moment(at.0 + DAY);
        days += 1;
    }
    assert_eq!(days, 73_414);
}

#[test]
fn the_invasion_began_on_a_tuesday_evening() {
    let at = Moment::parse("1968-08-20T23:00").expect("a moment");
    assert_eq!((at.civil().weekday, at.civil().hour), (1, 23));
    assert_eq!(at, Moment::new(1968, 8, 20, 23, 0));
    assert_eq!(
        (at.iso(), at.clock()),
        ("1968-08-20T23:00".into(), "23:00".into())
    );
}

#[test]
fn missing_parts_are_the_first() {
    for text in ["1968", "1968-01", "1968-01-01", "1968-01-01T00:00"] {
        assert_eq!(Moment::parse(text), Some(Moment(0)), "{text}");
    }
}

#[test]
fn the_minute_of_a_moment_before_1968_begins_before_it() {
    assert_eq!(Moment(-1).to_minute(), Moment(-MINUTE));
    assert_eq!(Moment(-1).iso(), "1967-12-31T23:59");
}

#[test]
fn what_is_taken_along_is_no_more_exact_than_it_is_known() {
    let at = Moment::new(1968, 8, 20, 23, 5);
    let known = [
        (Precision::Minute, "minute", "1968-08-20T23:05+01:00"),
        (Precision::Hour, "hour", "1968-08-20T23:05+01:00"),
        (Precision::PartOfDay, "part-of-day", "1968-08-20"),
        (Precision::Day, "day", "1968-08-20"),
        (Precision::Month, "month", "1968-08"),
        (Precision::Year, "year", "1968"),
        (Precision::Unknown, "unknown", ""),
    ];
    for (precision, key, text) in known {
        assert_eq!(
            (precision.key(), at.as_known(precision).as_str()),
            (key, text)
        );
    }
}

#[test]
fn dates_that_do_not_exist_are_refused() {
    for text in [
        "1968-02-30",
        "1969-02-29",
        "1900-02-29",
        "1968-04-31",
        "1968-13-01",
        "1968-00-10",
        "1968-01-00",
    ] {
        refused(text);
    }
    assert!(Moment::parse("1968-02-29").is_some());
    assert!(Moment::parse("2000-02-29").is_some());
}

#[test]
fn clock_times_that_do_not_exist_are_refused() {
    for clock in [
        "24:00", "23:60", "22:60", "01:99", "99:99", "-1:00", "+1:00", "1:00", "01:0", "010:0",
        "0100", "", ":", "01:00:00",
    ] {
        refused(&format!("1968-08-21T{clock}"));
    }
}

#[test]
fn other_forms_are_refused() {
    for text in [
        "",
        " ",
        "yesterday",
        "T",
        "-",
        "68",
        "196",
        "19680",
        "1968-8-20",
        "1968-08-20-01",
        "1968-",
        "1968-08-",
        "T23:00",
        "1968T23:00",
        "1968-08T23:00",
        "1968-08-20T",
        "1968-08-20 23:00",
        "1968-08-20t23:00",
        "1968-08-20T23:00Z",
        "1968-08-20T23:00+01:00",
        " 1968-08-20",
        "1968-08-20\n",
        "-1968-08-20",
        "+968-08-20",
        "21.8.1968",
        "0x7b0",
    ] {
        refused(text);
    }
}

#[test]
fn letters_and_digits_of_other_scripts_are_refused() {
    for text in [
        "1968‑08‑20",
        "１９６８-08-20",
        "١٩٦٨",
        "1968-08-20T23：00",
        "srpen 1968 č",
        "196\u{0}",
        "🕚",
        "1é8",
    ] {
        refused(text);
    }
}

#[test]
fn ten_thousand_bytes_of_noise_are_refused() {
    refused(&"1968-08-20T23:00".repeat(640));
    refused(&"9".repeat(10_240));
    refused(&"-".repeat(10_240));
    refused(&format!("{}T23:00", "1".repeat(10_240)));
    refused(&"ž".repeat(5_120));
}
