//! Events and waypoints as CSV (RFC 4180), for spreadsheets.
//!
//! Times are written as exactly as they are known, beside that precision. `drawn` is when the head of the column passes
//! on this map, reckoned where no source gives the hour.

use crate::evidence::Telling;
use crate::moment::Moment;
use crate::projection::Conic;
use crate::story::{Place, Story, point};
use crate::svg;
use crate::words::Words;

/// Without this mark spreadsheet programs take the file for one in an old code page and spoil every letter with a sign.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The events of the telling, one a line, and whether each has happened at the moment. `lon` and `lat` are empty where
/// the place is not on the map.
pub fn events_csv(story: &Story, words: Words, at: Moment, telling: Telling) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    let head = "id,at,precision,basis,happened,title,place,lon,lat";
    push_line(&mut csv, &head.split(',').collect::<Vec<_>>());
    let conic = Conic::central_europe();
    for event in story.events.iter().filter(|e| telling.includes(e.basis)) {
        let place = event.place.and_then(|place| story.places.get(place));
        let [name, lon, lat] = located(conic, place);
        push_line(
            &mut csv,
            &[
                event.id,
                &event.at.as_known(event.precision),
                event.precision.key(),
                event.basis.key(),
                truth(event.at <= at),
                words.say(event.title),
                &name,
                &lon,
                &lat,
            ],
        );
    }
    csv
}

/// The waypoints of the telling's routes, one a line. `n` counts them along a route, from 1; `notional` are those that
/// no source names for this route.
pub fn routes_csv(story: &Story, words: Words, telling: Telling) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    let head = "route,army,name,way,basis,confidence,n,place,lon,lat,at,precision,drawn,notional";
    push_line(&mut csv, &head.split(',').collect::<Vec<_>>());
    let conic = Conic::central_europe();
    for route in story.routes.iter().filter(|r| telling.includes(r.basis)) {
        let army = route.army.and_then(|army| story.armies.get(army));
        for (n, station) in route.stations.iter().enumerate() {
            let [name, lon, lat] = located(conic, story.places.get(station.place));
            push_line(
                &mut csv,
                &[
                    route.id,
                    army.map_or("", |army| army.id),
                    words.say(route.formation),
                    route.kind.key(),
                    route.basis.key(),
                    route.confidence.key(),
                    &(n + 1).to_string(),
                    &name,
                    &lon,
                    &lat,
                    &station.at.as_known(station.precision),
                    station.precision.key(),
                    &station.at.zoned(),
                    truth(station.notional),
                ],
            );
        }
    }
    csv
}

fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Name, longitude and latitude of a place, as far as it has them.
fn located(conic: Conic, place: Option<&Place>) -> [String; 3] {
    let Some(place) = place else {
        return Default::default();
    };
    let degrees = place.at.map(|vertex| conic.to_degrees(point(vertex)));
    let [lon, lat] = degrees.map_or_else(Default::default, |at| {
        [at.lon, at.lat].map(svg::ten_thousandths)
    });
    [place.name.to_owned(), lon, lat]
}

/// Appends a line; cells that hold a separator or a quotation mark are quoted.
fn push_line(csv: &mut String, cells: &[&str]) {
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            csv.push(',');
        }
        if cell.contains(['"', ',', '\r', '\n']) {
            csv.push('"');
            csv.push_str(&cell.replace('"', "\"\""));
            csv.push('"');
        } else {
            csv.push_str(cell);
        }
    }
    csv.push_str("\r\n");
}
