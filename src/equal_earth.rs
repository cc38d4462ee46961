//! From degrees to the world map: the Equal Earth projection on a sphere.
//!
//! Equal-area, so that the great states of the north do not outweigh the others.
//!
//! Formulas: B. Šavrič, T. Patterson and B. Jenny, *The Equal Earth map projection*,
//! International Journal of Geographical Information Science 33 (2019, online 2018), 454-465.

use crate::projection::LonLat;

/// Coefficients of the polynomial, of the powers 1, 3, 7 and 9.
const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
/// Half the root of three: sin θ = M sin φ.
const M: f64 = 0.866_025_403_784_438_6;

/// An Equal Earth projection.
#[derive(Clone, Copy, Debug)]
pub struct EqualEarth {
    lon0: f64,
}

impl EqualEarth {
    /// The projection with the given central meridian, in degrees east.
    pub fn new(lon0: f64) -> Self {
        Self { lon0 }
    }

    /// The projection of the world map: the meridian 11 E in the middle, so that the cut opposite
    /// runs through the Bering Strait and leaves the Soviet Union in one piece.
    pub fn world() -> Self {
        Self::new(11.0)
    }

    /// Position on a sphere of radius 1: x east, y north.
    ///
    /// Longitudes are not wrapped: those of a world map run from `lon0 - 180` to `lon0 + 180`.
    pub fn project(self, at: LonLat) -> (f64, f64) {
        let theta = (M * at.lat.to_radians().sin()).asin();
        let t2 = theta * theta;
        let t6 = t2 * t2 * t2;
        let [a1, a2, a3, a4] = A;
        let slope = a1 + 3.0 * a2 * t2 + t6 * (7.0 * a3 + 9.0 * a4 * t2);
        let x = (at.lon - self.lon0).to_radians() * theta.cos() / (M * slope);
        let y = theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));
        (x, y)
    }
}
