//! Where cities lie on the world map.

use crate::paths::contains;
use crate::{areas, place};

/// Cities well away from borders and coasts, and whose they were; "": a state not asked for. West
/// Berlin is too small to be drawn and leaves East Berlin alone.
pub const CITIES: [(&str, &str, f64, f64); 25] = [
    ("Prague", "CSK", 14.4213, 50.0875),
    ("Brno", "CSK", 16.6068, 49.1951),
    ("Banská Bystrica", "CSK", 19.1462, 48.7363),
    ("Vienna", "AUT", 16.3721, 48.2085),
    ("East Berlin", "DDR", 13.4132, 52.5219),
    ("Leipzig", "DDR", 12.3731, 51.3397),
    ("Bonn", "DEU", 7.0998, 50.7339),
    ("Munich", "DEU", 11.5820, 48.1351),
    ("Warsaw", "POL", 21.0118, 52.2298),
    ("Budapest", "HUN", 19.0399, 47.498),
    ("Bucharest", "ROU", 26.1063, 44.4323),
    ("Sofia", "BGR", 23.3242, 42.6975),
    ("Belgrade", "YUG", 20.4651, 44.804),
    ("Tirana", "ALB", 19.8189, 41.3275),
    ("Berne", "CHE", 7.4481, 46.9481),
    ("Paris", "FRA", 2.3522, 48.8566),
    ("London", "GBR", -0.1278, 51.5074),
    ("Moscow", "SUN", 37.6156, 55.7522),
    ("Ottawa", "CAN", -75.6972, 45.4215),
    ("New Delhi", "IND", 77.209, 28.6139),
    ("Peking", "CHN", 116.4074, 39.9042),
    ("Ulan Bator", "MNG", 106.9057, 47.8864),
    ("Hanoi", "VDR", 105.8542, 21.0285),
    ("Madrid", "", -3.7038, 40.4168),
    ("Brasília", "", -47.92, -15.78),
];

#[test]
fn a_city_lies_in_its_state_and_in_no_other() {
    for (city, code, lon, lat) in CITIES {
        let at = place(lon, lat);
        let found = areas().into_iter().filter(|(_, path)| contains(path, at));
        assert_eq!(
            found.map(|(code, _)| code).collect::<Vec<_>>(),
            [code],
            "{city}"
        );
    }
}

#[test]
fn the_sea_belongs_to_nobody() {
    for (lon, lat) in [
        (-30.0, 40.0),
        (3.0, 56.0),
        (35.0, 43.0),
        (19.0, 56.5),
        (-140.0, 0.0),
    ] {
        let at = place(lon, lat);
        assert!(
            areas().values().all(|path| !contains(path, at)),
            "{lon} {lat}"
        );
    }
}
