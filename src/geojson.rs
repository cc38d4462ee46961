//! The routes and events of a telling as GeoJSON (RFC 7946), for readers who make maps of their own.
//!
//! Written by hand: a serialiser would cost the page more than all of this. Positions are those of the map, turned back
//! into degrees: right to about 150 m of what the content says.

use crate::evidence::Telling;
use crate::moment::Moment;
use crate::projection::Conic;
use crate::properties::{Properties, degrees, of_event, of_route};
use crate::scene::column_at;
use crate::story::{Story, Vertex};
use crate::svg;
use crate::words::{TITLE, Words};

/// Properties that are numbers or truth values, and so stand without quotation marks.
const BARE: [&str; 2] = ["progress", "happened"];

/// A `FeatureCollection` of the telling's routes, each with how far its column has come at the moment, and of those of
/// its events that have a place on the map. What is not known is `null`. `credit` says whose work it is.
pub fn geojson(story: &Story, words: Words, at: Moment, telling: Telling, credit: &str) -> String {
    let conic = Conic::central_europe();
    let mut json = String::from("{\"type\":\"FeatureCollection\",");
    let mut about = Properties::default();
    about.add("name", words.say(TITLE));
    about.add("moment", &at.zoned());
    about.add("basis", telling.key());
    about.add("credit", credit);
    push_members(&mut json, &about);
    json.push_str(",\"features\":[");
    for route in story.routes.iter().filter(|r| telling.includes(r.basis)) {
        let column = column_at(route, at, telling);
        let mut properties = of_route(story, words, route, "id");
        properties.add("phase", column.phase.key());
        // The same number as on the page.
        let progress = svg::thousandths(column.covered / route.length().max(1.0));
        properties.add("progress", &progress);
        if let (Some(first), Some(last)) = (route.stations.first(), route.stations.last()) {
            properties.add("departs", &first.at.as_known(first.precision));
            properties.add("arrives", &last.at.as_known(last.precision));
            properties.add("drawn_from", &first.at.zoned());
            properties.add("drawn_to", &last.at.zoned());
        }
        push_feature(&mut json, conic, "route", route.line, &properties);
    }
    for event in story.events.iter().filter(|e| telling.includes(e.basis)) {
        let place = event.place.and_then(|place| story.places.get(place));
        if let Some(vertex) = place.and_then(|place| place.at) {
            let properties = of_event(story, words, at, event);
            push_feature(&mut json, conic, "event", &[vertex], &properties);
        }
    }
    json.push_str("]}");
    json
}

/// Appends a feature: a line, or a point when there is only one position.
fn push_feature(
    json: &mut String,
    conic: Conic,
    kind: &str,
    line: &[Vertex],
    properties: &Properties,
) {
    if !json.ends_with('[') {
        json.push(',');
    }
    let is_point = line.len() == 1;
    json.push_str("{\"type\":\"Feature\",\"geometry\":{\"type\":\"");
    json.push_str(if is_point {
        "Point\",\"coordinates\":"
    } else {
        "LineString\",\"coordinates\":["
    });
    for (number, &vertex) in line.iter().enumerate() {
        let [lon, lat] = degrees(conic, vertex);
        let comma = if number > 0 { "," } else { "" };
        for part in [comma, "[", &lon, ",", &lat, "]"] {
            json.push_str(part);
        }
    }
    json.push_str(if is_point { "}" } else { "]}" });
    json.push_str(",\"properties\":{\"kind\":\"");
    json.push_str(kind);
    json.push_str("\",");
    push_members(json, properties);
    json.push_str("}}");
}

/// Appends properties as members of an object, without its braces.
fn push_members(json: &mut String, properties: &Properties) {
    for (number, (name, value)) in properties.0.iter().enumerate() {
        if number > 0 {
            json.push(',');
        }
        push_text(json, name);
        json.push(':');
        if value.is_empty() {
            json.push_str("null");
        } else if BARE.contains(name) {
            json.push_str(value);
        } else {
            push_text(json, value);
        }
    }
}

fn push_text(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            json.push('\\');
        }
        // JSON forbids control characters in texts. Ours are single lines, in which a tab is the likeliest.
        json.push(if c < ' ' { ' ' } else { c });
    }
    json.push('"');
}
