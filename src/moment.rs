//! A point in the story's time, and how exactly it is known.
//!
//! All times are Central European Time, UTC+1, without summer time: Czechoslovakia, its
//! neighbours to the west and Poland had none in 1968. The machine's own clock and zone play no part.

/// Seconds in a minute, an hour and a day.
pub const MINUTE: i64 = 60;
/// Seconds in an hour.
pub const HOUR: i64 = 60 * MINUTE;
/// Seconds in a day.
pub const DAY: i64 = 24 * HOUR;

/// A moment, in whole seconds since 1 January 1968, 00:00 CET. May be negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// A moment as the calendar names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Year of the Gregorian calendar.
    pub year: i64,
    /// Month, 1..=12.
    pub month: u8,
    /// Day of the month, 1..=31.
    pub day: u8,
    /// Hour, 0..=23.
    pub hour: u8,
    /// Minute, 0..=59.
    pub minute: u8,
    /// Day of the week, 0 = Monday .. 6 = Sunday.
    pub weekday: u8,
}

/// How exactly a time is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// To the minute.
    Minute,
    /// To the hour: said as 'about'.
    Hour,
    /// To a part of the day; the clock time only sorts.
    PartOfDay,
    /// To the day; the clock time only sorts.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// Not known at all: the time was placed by us between its neighbours.
    Unknown,
}

impl Precision {
    /// The name used in the content and in what readers take along.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::PartOfDay => "part-of-day",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a clock time may be shown for it.
    pub const fn shows_clock(self) -> bool {
        matches!(self, Self::Minute | Self::Hour)
    }
}

/// Days from 1 January 1968 to the given date of the Gregorian calendar.
///
/// Source: H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
const fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let shifted = (month as i64 + 9) % 12;
    let day_of_year = (153 * shifted + 2) / 5 + day as i64 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    // 719 468 days lie between 1 March 0000 and 1 January 1970, 731 between 1968 and 1970.
    era * 146_097 + day_of_era - 719_468 + 731
}

impl Moment {
    /// The moment of a date and clock time. The parts are taken as they are; see [`Moment::parse`]
    /// for text that has to be checked.
    pub const fn new(year: i64, month: u8, day: u8, hour: u8, minute: u8) -> Self {
        Self(days_from_civil(year, month, day) * DAY + hour as i64 * HOUR + minute as i64 * MINUTE)
    }

    /// The calendar's name for this moment; seconds are dropped.
    ///
    /// Source: as for `days_from_civil`.
    pub const fn civil(self) -> Civil {
        let days = self.0.div_euclid(DAY);
        let second = self.0.rem_euclid(DAY);
        let z = days - 731 + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * shifted + 2) / 5 + 1) as u8;
        let month = (if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        }) as u8;
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        Civil {
            year,
            month,
            day,
            hour: (second / HOUR) as u8,
            minute: (second % HOUR / MINUTE) as u8,
            // 1 January 1968 was a Monday.
            weekday: days.rem_euclid(7) as u8,
        }
    }

    /// Reads `1968`, `1968-08`, `1968-08-20` or `1968-08-20T23:00`; missing parts are the first
    /// (January, the 1st, 00:00). `None` when the text has another form or names no real date.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, clock) = match text.split_once('T') {
            Some((date, clock)) => (date, Some(clock)),
            None => (text, None),
        };
        let mut parts = date.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(1), |p| digits(p, 2))?;
        let day = parts.next().map_or(Some(1), |p| digits(p, 2))?;
        if parts.next().is_some() || (clock.is_some() && date.len() != 10) {
            return None;
        }
        let (hour, minute) = match clock {
            None => (0, 0),
            Some(clock) => {
                let (hour, minute) = clock.split_once(':')?;
                (digits(hour, 2)?, digits(minute, 2)?)
            }
        };
        if month > 12 || hour > 23 || minute > 59 {
            return None;
        }
        let moment = Self::new(
            i64::from(year),
            month as u8,
            day as u8,
            hour as u8,
            minute as u8,
        );
        // A date that does not exist (30 February) comes back under another name.
        let civil = moment.civil();
        (u32::from(civil.month) == month && u32::from(civil.day) == day).then_some(moment)
    }

    /// `1968-08-20T23:00`, the form of the address and of `<time datetime>`.
    pub fn iso(self) -> String {
        let c = self.civil();
        let mut text = String::with_capacity(16);
        push_padded(&mut text, c.year, 4);
        for (mark, value) in [('-', c.month), ('-', c.day), ('T', c.hour), (':', c.minute)] {
            text.push(mark);
            push_padded(&mut text, i64::from(value), 2);
        }
        text
    }

    /// `1968-08-20T23:00+01:00`, for programs that know nothing of this page's time zone.
    pub fn zoned(self) -> String {
        let mut text = self.iso();
        text.push_str("+01:00");
        text
    }

    /// As much of [`Moment::zoned`] as is known: `1968-08-20` of a day, `1968-08` of a month; empty when nothing is.
    pub fn as_known(self, precision: Precision) -> String {
        let mut text = self.zoned();
        text.truncate(match precision {
            Precision::Minute | Precision::Hour => text.len(),
            Precision::PartOfDay | Precision::Day => 10,
            Precision::Month => 7,
            Precision::Year => 4,
            Precision::Unknown => 0,
        });
        text
    }

    /// `23:00`.
    pub fn clock(self) -> String {
        let c = self.civil();
        let mut text = String::with_capacity(5);
        push_padded(&mut text, i64::from(c.hour), 2);
        text.push(':');
        push_padded(&mut text, i64::from(c.minute), 2);
        text
    }

    /// The whole minute this moment lies in.
    pub const fn to_minute(self) -> Self {
        Self(self.0.div_euclid(MINUTE) * MINUTE)
    }
}

/// Exactly `width` decimal digits as a number.
fn digits(text: &str, width: usize) -> Option<u32> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Appends a non-negative number with leading zeros.
fn push_padded(text: &mut String, value: i64, width: usize) {
    let number = value.to_string();
    for _ in number.len()..width {
        text.push('0');
    }
    text.push_str(&number);
}
