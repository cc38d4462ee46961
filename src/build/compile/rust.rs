//! Pieces of Rust source: literals, options, lists, names of variants.

use super::records::Content;
use crate::moment::Moment;
use crate::projection::{Conic, LonLat, MapPoint};

/// A Rust string literal.
pub fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// A moment; a missing one was reported before.
pub fn moment(m: Option<Moment>) -> String {
    format!("Moment({})", m.map_or(0, |m| m.0))
}

/// `Some(...)` of what a function writes, or `None`.
pub fn option<T>(value: Option<T>, write: impl FnOnce(T) -> String) -> String {
    value.map_or_else(|| "None".to_owned(), |v| format!("Some({})", write(v)))
}

/// `&[...]` of what a function writes of each item.
pub fn list<T>(items: impl IntoIterator<Item = T>, write: impl FnMut(T) -> String) -> String {
    let items: Vec<String> = items.into_iter().map(write).collect();
    format!("&[{}]", items.join(",\n"))
}

/// A word of the content as the name of a variant: `part-of-day` to `PartOfDay`.
pub fn variant(kind: &str, word: &str) -> String {
    let mut name = String::new();
    for part in word.split('-') {
        let mut letters = part.chars();
        name.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        name.extend(letters);
    }
    format!("{kind}::{name}")
}

/// A point in whole map units.
pub fn vertex(p: MapPoint) -> String {
    format!("({}, {})", p.x.round() as i16, p.y.round() as i16)
}

/// A position on the map.
pub fn at(lon: f64, lat: f64) -> MapPoint {
    Conic::central_europe().to_map(LonLat { lon, lat })
}

/// Index of a place.
pub fn place_index(c: &Content, id: &str) -> usize {
    c.places.iter().position(|p| p.id == id).unwrap_or(0)
}

/// Indices of sources.
pub fn source_indices(c: &Content, ids: &[String]) -> String {
    list(ids, |id| {
        c.sources
            .iter()
            .position(|s| &s.id == id)
            .unwrap_or(0)
            .to_string()
    })
}
