//! Events and waypoints as CSV (RFC 4180), for spreadsheets.

use crate::evidence::Telling;
use crate::moment::Moment;
use crate::projection::Conic;
use crate::properties::{Properties, degrees, of_event, of_route};
use crate::story::{Place, Story};
use crate::words::Words;

/// Without this mark spreadsheet programs take the file for one in an old code page and spoil every letter with a sign.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The events of the telling, one a line under the names of the columns, and whether each has happened at the moment.
/// `lon` and `lat` are empty where the place is not on the map.
pub fn events_csv(story: &Story, words: Words, at: Moment, telling: Telling) -> String {
    let conic = Conic::central_europe();
    let mut csv = String::from(BYTE_ORDER_MARK);
    for event in story.events.iter().filter(|e| telling.includes(e.basis)) {
        let mut properties = of_event(story, words, at, event);
        let place = event.place.and_then(|place| story.places.get(place));
        locate(&mut properties, conic, place);
        push_line(&mut csv, &properties);
    }
    csv
}

/// The waypoints of the telling's routes, one a line under the names of the columns. `n` counts them along a route, from
/// 1; `drawn` is when the head of the column passes on this map, reckoned where no source gives the hour; `notional`
/// are those that no source names for this route.
pub fn routes_csv(story: &Story, words: Words, telling: Telling) -> String {
    let conic = Conic::central_europe();
    let mut csv = String::from(BYTE_ORDER_MARK);
    for route in story.routes.iter().filter(|r| telling.includes(r.basis)) {
        for (index, station) in route.stations.iter().enumerate() {
            let mut properties = of_route(story, words, route, "route");
            let place = story.places.get(station.place);
            properties.add("n", &(index + 1).to_string());
            properties.add("place", place.map_or("", |place| place.name));
            locate(&mut properties, conic, place);
            properties.add("at", &station.at.as_known(station.precision));
            properties.add("precision", station.precision.key());
            properties.add("drawn", &station.at.zoned());
            properties.add_flag("notional", station.notional);
            push_line(&mut csv, &properties);
        }
    }
    csv
}

fn locate(properties: &mut Properties, conic: Conic, place: Option<&Place>) {
    let vertex = place.and_then(|place| place.at);
    let [lon, lat] = vertex.map_or_else(Default::default, |vertex| degrees(conic, vertex));
    properties.add("lon", &lon);
    properties.add("lat", &lat);
}

/// Appends the values; before the first, a line with their names.
fn push_line(csv: &mut String, properties: &Properties) {
    if csv == BYTE_ORDER_MARK {
        let names: Vec<&str> = properties.0.iter().map(|(name, _)| *name).collect();
        push_cells(csv, &names);
    }
    let values: Vec<&str> = properties
        .0
        .iter()
        .map(|(_, value)| value.as_str())
        .collect();
    push_cells(csv, &values);
}

/// Appends a line; cells that hold a separator or a quotation mark are quoted.
fn push_cells(csv: &mut String, cells: &[&str]) {
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            csv.push(',');
        }
        let reserved = |c| matches!(c, '"' | ',' | '\r' | '\n');
        if !cell.contains(reserved) {
            csv.push_str(cell);
            continue;
        }
        csv.push('"');
        for c in cell.chars() {
            if c == '"' {
                csv.push('"');
            }
            csv.push(c);
        }
        csv.push('"');
    }
    csv.push_str("\r\n");
}
