//! What a reader takes along of an event or a route, as fields with names: the same in GeoJSON and in tables.
//!
//! Times are written as exactly as they are known, beside that precision.

use crate::moment::Moment;
use crate::projection::Conic;
use crate::story::{Event, Route, Story, Vertex, point};
use crate::svg;
use crate::words::Words;

/// Names and values, in order. An empty value is not known.
#[derive(Default)]
pub struct Properties(pub Vec<(&'static str, String)>);

impl Properties {
    /// Adds a field.
    pub fn add(&mut self, name: &'static str, value: &str) {
        self.0.push((name, value.to_owned()));
    }

    /// Adds a field that is true or false.
    pub fn add_flag(&mut self, name: &'static str, value: bool) {
        self.add(name, if value { "true" } else { "false" });
    }
}

/// An event, and whether it has happened at a moment.
pub fn of_event(story: &Story, words: Words, at: Moment, event: &Event) -> Properties {
    let place = event.place.and_then(|place| story.places.get(place));
    let mut properties = Properties::default();
    properties.add("id", event.id);
    properties.add("at", &event.at.as_known(event.precision));
    properties.add("precision", event.precision.key());
    properties.add("basis", event.basis.key());
    properties.add_flag("happened", event.at <= at);
    properties.add("title", words.say(event.title));
    properties.add("place", place.map_or("", |place| place.name));
    properties
}

/// A route, at any moment; `id` is what its id is called.
pub fn of_route(story: &Story, words: Words, route: &Route, id: &'static str) -> Properties {
    let army = route.army.and_then(|army| story.armies.get(army));
    let mut properties = Properties::default();
    properties.add(id, route.id);
    properties.add("army", army.map_or("", |army| army.id));
    properties.add("name", words.say(route.formation));
    properties.add("way", route.kind.key());
    properties.add("basis", route.basis.key());
    properties.add("confidence", route.confidence.key());
    properties
}

/// Longitude and latitude of a point of the map.
pub fn degrees(conic: Conic, vertex: Vertex) -> [String; 2] {
    let at = conic.to_degrees(point(vertex));
    [at.lon, at.lat].map(svg::ten_thousandths)
}
