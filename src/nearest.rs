//! Where was my town? The nearest column that the record documents, for each town of the data.
//!
//! What counts is a place that a source names for a column, not the line between two of them: of the road nobody has a
//! record, and its times are reckoned. The host finds the answers and leaves them in the page as numbers ([`Answer`]);
//! the program only reads and tells them.

use crate::moment::Precision;
use crate::story::{Route, Station, Story};
use crate::words::{Words, fill};

/// Beyond this many kilometres a column is not called near.
pub const LIMIT_KM: u16 = 30;

/// What is known of a town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Index of the town's place.
    pub town: usize,
    /// The nearest documented column within the limit.
    pub nearest: Option<Nearest>,
}

/// A column near a town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Index of its route.
    pub route: usize,
    /// Index of the station on it.
    pub station: usize,
    /// Distance as the crow flies, in whole kilometres; 0 in the town itself.
    pub km: u16,
}

impl Answer {
    /// The answer in numbers: town, route, station, kilometres; the town alone when no column is known.
    #[cfg(not(feature = "hydrate"))]
    pub fn written(&self) -> String {
        match self.nearest {
            None => self.town.to_string(),
            Some(n) => format!("{} {} {} {}", self.town, n.route, n.station, n.km),
        }
    }

    /// The answer of that text; `None` when it is none.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ').map(|n| n.parse::<u16>().ok());
        let town = usize::from(numbers.next()??);
        let nearest = match numbers.next() {
            None => None,
            Some(route) => Some(Nearest {
                route: route?.into(),
                station: numbers.next()??.into(),
                km: numbers.next()??,
            }),
        };
        numbers.next().is_none().then_some(Self { town, nearest })
    }

    /// The answer in words.
    pub fn in_words(&self, words: Words, story: &Story) -> String {
        let name = |place: usize| story.places.get(place).map_or("", |p| p.name);
        let found = self.nearest.and_then(|n| Some((n.km, n.of(story)?)));
        let (wording, km) = match found {
            None => (words.town_none(), LIMIT_KM),
            Some((0, _)) => (words.town_here(), 0),
            Some((km, _)) => (words.town_near(), km),
        };
        let mut text = fill(wording, "town", name(self.town));
        text = fill(&text, "n", &km.to_string());
        if let Some((_, (route, station))) = found {
            text = fill(&text, "formation", words.say(route.formation));
            text = fill(&text, "place", name(station.place));
            let time = match station.precision {
                Precision::Unknown => words.column_no_time().to_owned(),
                precision => words.dated(station.at, precision),
            };
            text = fill(&text, "time", &time);
        }
        text
    }
}

impl Nearest {
    /// The route and the station.
    pub fn of(self, story: &Story) -> Option<(&Route, &Station)> {
        let route = story.routes.get(self.route)?;
        Some((route, route.stations.get(self.station)?))
    }
}

/// A name as it is compared: small letters of the Latin alphabet, without the marks of Czech and Slovak, and without
/// what stands around it. `Nachod` finds Náchod.
pub fn folded(name: &str) -> String {
    let letters = name.trim().chars();
    letters
        .map(|letter| match letter {
            'á' | 'Á' | 'ä' | 'Ä' => 'a',
            'č' | 'Č' => 'c',
            'ď' | 'Ď' => 'd',
            'é' | 'É' | 'ě' | 'Ě' => 'e',
            'í' | 'Í' => 'i',
            'ľ' | 'Ľ' | 'ĺ' | 'Ĺ' => 'l',
            'ň' | 'Ň' => 'n',
            'ó' | 'Ó' | 'ô' | 'Ô' | 'ö' | 'Ö' => 'o',
            'ŕ' | 'Ŕ' | 'ř' | 'Ř' => 'r',
            'š' | 'Š' => 's',
            'ť' | 'Ť' => 't',
            'ú' | 'Ú' | 'ů' | 'Ů' | 'ü' | 'Ü' => 'u',
            'ý' | 'Ý' => 'y',
            'ž' | 'Ž' => 'z',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

/// Which of some names is meant by what was typed: the one that is the same but for marks and capitals; when there is
/// none and the reader has `finished`, the first that begins so.
pub fn meant<'a>(
    typed: &str,
    mut names: impl Iterator<Item = &'a str> + Clone,
    finished: bool,
) -> Option<usize> {
    let typed = folded(typed);
    if typed.is_empty() {
        return None;
    }
    let whole = names.clone().position(|name| folded(name) == typed);
    whole.or_else(|| finished.then(|| names.position(|name| folded(name).starts_with(&typed)))?)
}

#[cfg(not(feature = "hydrate"))]
pub use found::{answers, documented, kilometres};

/// What only the host reckons.
#[cfg(not(feature = "hydrate"))]
mod found {
    use super::{Answer, LIMIT_KM, Nearest};
    use crate::evidence::Telling;
    use crate::moment::Precision;
    use crate::projection::{Conic, EARTH_KM};
    use crate::story::{Kind, Station, Story, Vertex, point};

    /// The answers of all towns in Czechoslovakia, in the order of the data.
    pub fn answers(story: &Story) -> Vec<Answer> {
        let towns = story.places.iter().enumerate();
        towns
            .filter(|(_, place)| place.home && place.rank < 5)
            .filter_map(|(town, place)| {
                let nearest = nearest(story, place.at?);
                Some(Answer { town, nearest })
            })
            .collect()
    }

    /// Every place in the country that a source names for a column of the record: route, station, position. Not those
    /// of divisions that were held back, and not the ways out.
    pub fn documented(story: &Story) -> Vec<(usize, usize, Vertex)> {
        let mut all = Vec::new();
        for (number, route) in story.routes.iter().enumerate() {
            let entered = route.kind.enters() && route.kind != Kind::Waiting;
            if !entered || route.army.is_none() || !Telling::Record.includes(route.basis) {
                continue;
            }
            for (index, station) in route.stations.iter().enumerate() {
                let place = story.places.get(station.place);
                let place = place.filter(|p| p.home && !station.notional);
                if let Some(at) = place.and_then(|p| p.at) {
                    all.push((number, index, at));
                }
            }
        }
        all
    }

    /// The nearest of them, if it is near. Of several at one place the first whose time is on record.
    fn nearest(story: &Story, town: Vertex) -> Option<Nearest> {
        let station = |route: usize, station: usize| -> Option<&Station> {
            story.routes.get(route)?.stations.get(station)
        };
        let found = documented(story).into_iter().min_by(|a, b| {
            let order = |&(route, index, at): &(usize, usize, Vertex)| {
                let station = station(route, index);
                let unknown = station.is_none_or(|s| s.precision == Precision::Unknown);
                (kilometres(town, at), unknown, station.map(|s| s.at))
            };
            let ((km_a, unknown_a, at_a), (km_b, unknown_b, at_b)) = (order(a), order(b));
            km_a.total_cmp(&km_b)
                .then(unknown_a.cmp(&unknown_b))
                .then(at_a.cmp(&at_b))
        });
        let (route, station, at) = found?;
        let km = kilometres(town, at).round() as u16;
        (km <= LIMIT_KM).then_some(Nearest { route, station, km })
    }

    /// Distance of two places on the map, along the sphere, in kilometres.
    ///
    /// Source: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984).
    pub fn kilometres(a: Vertex, b: Vertex) -> f64 {
        let conic = Conic::central_europe();
        let [a, b] = [a, b].map(|at| conic.to_degrees(point(at)));
        let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
        let half = |from: f64, to: f64| ((to - from) / 2.0).sin().powi(2);
        let share = half(lat_a, lat_b)
            + lat_a.cos() * lat_b.cos() * half(a.lon.to_radians(), b.lon.to_radians());
        2.0 * EARTH_KM * share.sqrt().min(1.0).asin()
    }
}
