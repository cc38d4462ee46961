//! The light over Prague at an hour.
//!
//! The sun's altitude to about half a degree, which is two minutes of dusk. Declination and the
//! equation of time are those of NOAA's solar calculator (after J. Meeus, *Astronomical
//! Algorithms*), cut to their first terms.

use std::f64::consts::TAU;

use crate::moment::{DAY, HOUR, Moment};

/// Latitude of Prague in radians (50.0875 N).
const LATITUDE: f64 = 0.874_191;
/// Longitude of Prague, in hours east of the meridian of CET (15 E): 14.4213 E.
const HOURS_EAST: f64 = (14.4213 - 15.0) / 15.0;

/// How light it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// The sun is up.
    Day,
    /// Evening twilight: the sun is less than 12 degrees down and sinking.
    Dusk,
    /// The sun is more than 12 degrees down.
    Night,
    /// Morning twilight.
    Dawn,
}

impl Light {
    /// The name used in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Dusk => "dusk",
            Self::Night => "night",
            Self::Dawn => "dawn",
        }
    }
}

/// Altitude of the sun over Prague, in degrees.
pub fn sun_altitude(at: Moment) -> f64 {
    let civil = at.civil();
    let new_year = Moment::new(civil.year, 1, 1, 0, 0);
    let day = (at.0 - new_year.0) as f64 / DAY as f64;
    let g = TAU / 365.25 * day;
    let declination = 0.006_918 - 0.399_912 * g.cos() + 0.070_257 * g.sin()
        - 0.006_758 * (2.0 * g).cos()
        + 0.000_907 * (2.0 * g).sin();
    let equation_hours = 229.18 / 60.0
        * (0.000_075 + 0.001_868 * g.cos()
            - 0.032_077 * g.sin()
            - 0.014_615 * (2.0 * g).cos()
            - 0.040_849 * (2.0 * g).sin());
    let solar_hour = at.0.rem_euclid(DAY) as f64 / HOUR as f64 + HOURS_EAST + equation_hours;
    let hour_angle = TAU / 24.0 * (solar_hour - 12.0);
    (LATITUDE.sin() * declination.sin() + LATITUDE.cos() * declination.cos() * hour_angle.cos())
        .asin()
        .to_degrees()
}

/// The light at a moment.
pub fn light_at(at: Moment) -> Light {
    // 0.833 degrees: refraction and the radius of the sun's disc.
    let altitude = sun_altitude(at);
    if altitude > -0.833 {
        Light::Day
    } else if altitude < -12.0 {
        Light::Night
    } else if at.0.rem_euclid(DAY) < DAY / 2 {
        Light::Dawn
    } else {
        Light::Dusk
    }
}
