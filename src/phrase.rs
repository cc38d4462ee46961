//! Moments and counts in words, no more exact than they are known.

use crate::language::Plural;
use crate::moment::{Moment, Precision};
use crate::words::{Words, fill};

impl Words {
    /// Name of a month, 1..=12.
    fn month(&self, month: u8) -> &'static str {
        match month {
            1 => self.month_1(),
            2 => self.month_2(),
            3 => self.month_3(),
            4 => self.month_4(),
            5 => self.month_5(),
            6 => self.month_6(),
            7 => self.month_7(),
            8 => self.month_8(),
            9 => self.month_9(),
            10 => self.month_10(),
            11 => self.month_11(),
            _ => self.month_12(),
        }
    }

    /// Name of a month that stands without a day, 1..=12.
    fn month_alone(&self, month: u8) -> &'static str {
        match month {
            1 => self.month_alone_1(),
            2 => self.month_alone_2(),
            3 => self.month_alone_3(),
            4 => self.month_alone_4(),
            5 => self.month_alone_5(),
            6 => self.month_alone_6(),
            7 => self.month_alone_7(),
            8 => self.month_alone_8(),
            9 => self.month_alone_9(),
            10 => self.month_alone_10(),
            11 => self.month_alone_11(),
            _ => self.month_alone_12(),
        }
    }

    /// Name of a weekday, 0 = Monday.
    fn weekday(&self, weekday: u8) -> &'static str {
        match weekday {
            0 => self.weekday_1(),
            1 => self.weekday_2(),
            2 => self.weekday_3(),
            3 => self.weekday_4(),
            4 => self.weekday_5(),
            5 => self.weekday_6(),
            _ => self.weekday_7(),
        }
    }

    fn filled_date(&self, wording: &str, at: Moment) -> String {
        let c = at.civil();
        let text = fill(wording, "weekday", self.weekday(c.weekday));
        let text = fill(&text, "day", &c.day.to_string());
        let text = fill(&text, "month", self.month(c.month));
        fill(&text, "year", &c.year.to_string())
    }

    /// `Wednesday 21 August 1968`.
    pub fn long_date(&self, at: Moment) -> String {
        self.filled_date(self.date_long(), at)
    }

    /// `21 August 1968`.
    pub fn short_date(&self, at: Moment) -> String {
        self.filled_date(self.date_short(), at)
    }

    /// `Wednesday 21 August 1968, 02:20`.
    pub fn moment_in_full(&self, at: Moment) -> String {
        fill(
            &fill(self.moment(), "date", &self.long_date(at)),
            "time",
            &at.clock(),
        )
    }

    /// The moment as the clock says it: without the hour where the story goes by days.
    pub fn on_the_clock(&self, at: Moment, by_days: bool) -> String {
        if by_days {
            self.long_date(at)
        } else {
            self.moment_in_full(at)
        }
    }

    /// A date with as much of the time as is known: `21 August 1968, about 02:00`.
    pub fn dated(&self, at: Moment, precision: Precision) -> String {
        match precision {
            Precision::Minute | Precision::Hour => {
                let text = fill(self.moment(), "date", &self.short_date(at));
                fill(&text, "time", &self.hour(at, precision))
            }
            Precision::PartOfDay => self.part_of_day(at),
            Precision::Day | Precision::Unknown => self.short_date(at),
            Precision::Month => {
                let text = fill(
                    self.date_month(),
                    "month",
                    self.month_alone(at.civil().month),
                );
                fill(&text, "year", &at.civil().year.to_string())
            }
            Precision::Year => at.civil().year.to_string(),
        }
    }

    /// `02:20`, `about 02:00`, or the part of the day.
    pub fn hour(&self, at: Moment, precision: Precision) -> String {
        match precision {
            Precision::Minute => at.clock(),
            Precision::Hour => fill(self.about(), "time", &at.clock()),
            Precision::Unknown => self.column_no_time().to_owned(),
            _ => self.dated(at, precision),
        }
    }

    fn part_of_day(&self, at: Moment) -> String {
        let hour = at.civil().hour;
        let wording = match hour {
            5..=11 => self.part_morning(),
            12..=17 => self.part_afternoon(),
            18..=21 => self.part_evening(),
            _ => self.part_night(),
        };
        fill(wording, "date", &self.short_date(at))
    }

    /// How many entries are still to come.
    pub fn to_come(&self, count: usize) -> String {
        let wording = match (count, self.language.plural(count)) {
            (0, _) => self.to_come_none(),
            (_, Plural::One) => self.to_come_one(),
            (_, Plural::Few) => self.to_come_few(),
            (_, Plural::Many) => self.to_come_many(),
        };
        fill(wording, "n", &count.to_string())
    }

    /// How many aircraft have landed at a field.
    pub fn landed(&self, field: &crate::scene::FieldCount) -> String {
        let plural = self.language.plural(usize::from(field.landed));
        let wording = match (plural, field.more, field.about) {
            (_, true, _) => self.landed_more(),
            (_, _, true) => self.landed_about(),
            (Plural::One, ..) => self.landed_one(),
            (Plural::Few, ..) => self.landed_few(),
            (Plural::Many, ..) => self.landed_many(),
        };
        fill(wording, "n", &field.landed.to_string())
    }
}
