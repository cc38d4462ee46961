//! The map's colours at an hour, read from the style sheet: pictures that leave the page cannot refer to it.

use std::collections::BTreeMap;

use crate::daylight::Light;

const SHEET: &str = include_str!("../../../style/map.css");

/// The selector in front of every block of the map's colours, by light.
const OF_MAPS: &str = ":is(.stage, .plate)";

/// Colours by name, as `ussr` or `land`, in the light theme.
pub struct Palette(BTreeMap<&'static str, &'static str>);

impl Palette {
    /// The colours at an hour.
    pub fn at(light: Light) -> Self {
        let mut colours = BTreeMap::new();
        for block in SHEET.split('}') {
            // Blocks inside a media query come behind the query's own brace; those are the dark theme's.
            let Some((selector, rules)) = block
                .split_once('{')
                .filter(|_| block.matches('{').count() == 1)
            else {
                continue;
            };
            let selector = selector.rsplit("*/").next().unwrap_or("").trim();
            let Some(lights) = selector.strip_prefix(OF_MAPS) else {
                continue;
            };
            let named = ["\"", light.key(), "\""].concat();
            if !lights.is_empty() && !lights.contains(&named) {
                continue;
            }
            let rules = rules
                .split(';')
                .filter_map(|rule| rule.trim().split_once(':'));
            let custom =
                rules.filter_map(|(name, value)| Some((name.strip_prefix("--")?, value.trim())));
            colours.extend(custom);
        }
        Self(colours)
    }

    /// A colour; black, which no map here has, for a name that there is not.
    pub fn of(&self, name: &str) -> &'static str {
        self.0.get(name).copied().unwrap_or("#000")
    }
}
