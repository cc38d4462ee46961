//! From degrees to the map: Lambert's conformal conic projection on a sphere.
//!
//! Conformal, so arrows keep their bearings; standard parallels 47.5 and 51.5 degrees bracket
//! Czechoslovakia, the meridian 17 degrees halves it. On a sphere the map is at most 1 km off
//! the ellipsoid in the whole view.
//!
//! Formulas: J. P. Snyder, *Map Projections: A Working Manual*, USGS 1395 (1987), eqs 15-1 to 15-5.

use std::f64::consts::FRAC_PI_4;

/// Mean radius of the Earth in kilometres (IUGG).
pub const EARTH_KM: f64 = 6371.0088;
/// Kilometres in one map unit.
pub const UNIT_KM: f64 = 0.25;

/// A position on the Earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

/// A position on the map, in map units of 250 m; x to the right, y down, 0,0 at 17 E 50 N.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A Lambert conformal conic projection with two standard parallels.
#[derive(Clone, Copy, Debug)]
pub struct Conic {
    n: f64,
    f: f64,
    rho0: f64,
    lon0: f64,
    tan0: f64,
}

impl Conic {
    /// The projection with the given standard parallels and origin, in degrees.
    pub fn new(parallel1: f64, parallel2: f64, origin: LonLat) -> Self {
        let (p1, p2) = (parallel1.to_radians(), parallel2.to_radians());
        let n =
            (p1.cos() / p2.cos()).ln() / (half_colatitude_tan(p2) / half_colatitude_tan(p1)).ln();
        let f = p1.cos() * half_colatitude_tan(p1).powf(n) / n;
        let tan0 = half_colatitude_tan(origin.lat.to_radians());
        let rho0 = f / tan0.powf(n);
        Self {
            n,
            f,
            rho0,
            lon0: origin.lon,
            tan0,
        }
    }

    /// The projection of this map.
    pub fn central_europe() -> Self {
        Self::new(
            47.5,
            51.5,
            LonLat {
                lon: 17.0,
                lat: 50.0,
            },
        )
    }

    /// Position on a sphere of radius 1: x east, y north.
    pub fn project(&self, at: LonLat) -> (f64, f64) {
        let rho = self.f / half_colatitude_tan(at.lat.to_radians()).powf(self.n);
        let theta = self.n * (at.lon - self.lon0).to_radians();
        (rho * theta.sin(), self.rho0 - rho * theta.cos())
    }

    /// The inverse of [`Conic::project`], for latitudes 30..=70.
    pub fn invert(&self, x: f64, y: f64) -> LonLat {
        let rho = x.hypot(self.rho0 - y);
        let lon = self.lon0 + (x.atan2(self.rho0 - y) / self.n).to_degrees();
        let tan = self.tan0 * power(self.rho0 / rho, 1.0 / self.n);
        let lat = 2.0 * tan.atan() - 2.0 * FRAC_PI_4;
        LonLat {
            lon,
            lat: lat.to_degrees(),
        }
    }

    /// Position in map units.
    pub fn to_map(self, at: LonLat) -> MapPoint {
        let (x, y) = self.project(at);
        let scale = EARTH_KM / UNIT_KM;
        MapPoint {
            x: x * scale,
            y: -y * scale,
        }
    }

    /// The inverse of [`Conic::to_map`].
    pub fn to_degrees(self, at: MapPoint) -> LonLat {
        let scale = EARTH_KM / UNIT_KM;
        self.invert(at.x / scale, -at.y / scale)
    }
}

/// tan(pi/4 + p/2), the radius function of conformal projections.
fn half_colatitude_tan(p: f64) -> f64 {
    (FRAC_PI_4 + p / 2.0).tan()
}

/// A power of a number between 0.5 and 1.6, by the binomial series. The library's general `powf` would cost the page
/// 1 kB for this one place.
fn power(base: f64, exponent: f64) -> f64 {
    let mut term = 1.0;
    let mut sum = 1.0;
    for k in 0..60 {
        let k = f64::from(k);
        term *= (exponent - k) / (k + 1.0) * (base - 1.0);
        sum += term;
    }
    sum
}
