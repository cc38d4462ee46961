//! The world map as data for the host.

use super::records::Content;
use super::rust::{list, literal};
use super::worldmap::WorldMap;
use super::write_story::on_world_map;

/// The codes of the states that have a reaction.
pub fn codes(c: &Content) -> Vec<String> {
    c.reactions
        .iter()
        .filter_map(on_world_map)
        .cloned()
        .collect()
}

/// Path data of the world.
pub fn world(map: &WorldMap) -> String {
    format!(
        "pub static WORLD: World = World {{ view: {:?}, europe: {:?}, states: {}, others: {}, borders: {}, graticule: {} }};",
        map.view,
        map.europe,
        list(&map.states, |s| format!(
            "WorldState {{ code: {}, path: {}, anchor: {:?}, tiny: {} }}",
            literal(&s.code),
            literal(&s.path),
            s.anchor,
            s.tiny
        )),
        literal(&map.others),
        literal(&map.borders),
        literal(&map.graticule)
    )
}
