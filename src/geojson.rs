//! The routes and events of a telling as GeoJSON (RFC 7946), for readers who make maps of their own.
//!
//! Written by hand: a serialiser would cost the page more than the rest of this file. Positions are those of the map,
//! turned back into degrees: right to about 150 m of what the content says.

use crate::evidence::Telling;
use crate::moment::Moment;
use crate::projection::Conic;
use crate::scene::column_at;
use crate::story::{Event, Route, Station, Story, Vertex, point};
use crate::svg;
use crate::words::{TITLE, Words};

/// A `FeatureCollection` of the telling's routes, each with how far its column has come at the moment, and of those of
/// its events that have a place on the map. `credit` says whose work it is.
pub fn geojson(story: &Story, words: Words, at: Moment, telling: Telling, credit: &str) -> String {
    let conic = Conic::central_europe();
    let mut json = Json(String::from("{"));
    json.text("type", "FeatureCollection");
    json.text("name", words.say(TITLE));
    json.text("moment", &at.zoned());
    json.text("basis", telling.key());
    json.text("credit", credit);
    json.name("features");
    json.open('[');
    for route in story.routes.iter().filter(|r| telling.includes(r.basis)) {
        let line = route.line.iter().map(|&vertex| position(conic, vertex));
        json.feature("LineString", &listed(line));
        route_properties(&mut json, story, words, at, telling, route);
        json.close("}}");
    }
    for event in story.events.iter().filter(|e| telling.includes(e.basis)) {
        let place = event.place.and_then(|place| story.places.get(place));
        let Some((place, vertex)) = place.and_then(|p| Some((p.name, p.at?))) else {
            continue;
        };
        json.feature("Point", &position(conic, vertex));
        event_properties(&mut json, words, at, event);
        json.text("place", place);
        json.close("}}");
    }
    json.close("]}");
    json.0
}

fn route_properties(
    json: &mut Json,
    story: &Story,
    words: Words,
    at: Moment,
    telling: Telling,
    route: &Route,
) {
    let column = column_at(route, at, telling);
    let army = route.army.and_then(|army| story.armies.get(army));
    json.text("kind", "route");
    json.text("id", route.id);
    json.known("army", army.map_or("", |army| army.id));
    json.text("name", words.say(route.formation));
    json.text("way", route.kind.key());
    json.text("basis", route.basis.key());
    json.text("confidence", route.confidence.key());
    json.text("phase", column.phase.key());
    // The same number as on the page.
    let progress = svg::thousandths(column.covered / route.length().max(1.0));
    json.bare("progress", &progress);
    let (first, last) = (route.stations.first(), route.stations.last());
    for (name, station) in [("departs", first), ("arrives", last)] {
        json.known(name, &station.map_or_else(String::new, on_record));
    }
    for (name, station) in [("drawn_from", first), ("drawn_to", last)] {
        json.known(name, &station.map_or_else(String::new, |s| s.at.zoned()));
    }
}

fn on_record(station: &Station) -> String {
    station.at.as_known(station.precision)
}

fn event_properties(json: &mut Json, words: Words, at: Moment, event: &Event) {
    json.text("kind", "event");
    json.text("id", event.id);
    json.known("at", &event.at.as_known(event.precision));
    json.text("precision", event.precision.key());
    json.text("title", words.say(event.title));
    json.bare("happened", &(event.at <= at).to_string());
    json.text("basis", event.basis.key());
}

/// `[longitude,latitude]`.
fn position(conic: Conic, vertex: Vertex) -> String {
    let at = conic.to_degrees(point(vertex));
    listed([at.lon, at.lat].into_iter().map(svg::ten_thousandths))
}

fn listed(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    ["[", &items.join(","), "]"].concat()
}

/// JSON under construction. It knows when a comma is due; what is opened must be closed by the caller.
struct Json(String);

impl Json {
    /// A comma, unless something has just begun.
    fn next(&mut self) {
        if !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
    }

    fn open(&mut self, bracket: char) {
        self.next();
        self.0.push(bracket);
    }

    fn close(&mut self, brackets: &str) {
        self.0.push_str(brackets);
    }

    fn name(&mut self, name: &str) {
        self.next();
        self.quoted(name);
        self.0.push(':');
    }

    /// A member that is a number, a truth value, an array or `null`.
    fn bare(&mut self, name: &str, value: &str) {
        self.name(name);
        self.0.push_str(value);
    }

    fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        self.quoted(value);
    }

    /// A text, or `null` instead of an empty one.
    fn known(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            self.bare(name, "null");
        } else {
            self.text(name, value);
        }
    }

    /// A feature up to its first property.
    fn feature(&mut self, geometry: &str, coordinates: &str) {
        self.open('{');
        self.text("type", "Feature");
        self.name("geometry");
        self.open('{');
        self.text("type", geometry);
        self.bare("coordinates", coordinates);
        self.close("}");
        self.name("properties");
        self.open('{');
    }

    fn quoted(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(c);
                }
                // The texts are single lines, so of what JSON forbids in a string only a tab or the like could come.
                c if c < ' ' => self.0.push(' '),
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }
}
