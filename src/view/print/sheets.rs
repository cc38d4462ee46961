//! What the style sheets say of the map's colours and dashes: pictures that leave the page cannot refer to them.

use std::collections::BTreeMap;

use crate::daylight::Light;

const TOKENS: &str = include_str!("../../../style/tokens.css");
const MAP: &str = include_str!("../../../style/map.css");
const COLUMNS: &str = include_str!("../../../style/columns.css");

/// The selector in front of every block of the map's colours, by light.
const OF_MAPS: &str = ":is(.stage, .plate)";

/// The custom properties of the light theme, by name without `--`.
pub struct Sheets(BTreeMap<&'static str, &'static str>);

impl Sheets {
    /// What holds for the map at an hour, and for the page around it.
    pub fn at(light: Light) -> Self {
        let mut properties = properties(TOKENS, |selector| selector == ":root");
        let named = ["\"", light.key(), "\""].concat();
        properties.extend(self::properties(MAP, |selector| {
            let lights = selector.strip_prefix(OF_MAPS);
            lights.is_some_and(|lights| lights.is_empty() || lights.contains(&named))
        }));
        Self(properties)
    }

    /// A colour; black, which no map here has, for a name that there is not.
    pub fn colour(&self, name: &str) -> &'static str {
        self.0.get(name).copied().unwrap_or("#000")
    }
}

/// An army's dashes and gaps, in CSS pixels; none for a line without gaps.
pub fn dashes(army: &str) -> Vec<f64> {
    let wanted = format!("[data-state=\"{army}\"]");
    let own = properties(COLUMNS, |selector| selector == wanted);
    let dash = own.get("dash").copied().unwrap_or("");
    let lengths = dash.split("calc(").skip(1);
    lengths
        .filter_map(|length| length.split_once("px")?.0.parse().ok())
        .collect()
}

/// The custom properties in the blocks of a sheet whose selector is wanted; of two the later counts.
fn properties(
    sheet: &'static str,
    wanted: impl Fn(&str) -> bool,
) -> BTreeMap<&'static str, &'static str> {
    let mut found = BTreeMap::new();
    for block in sheet.split('}') {
        // A block inside a query comes behind the query's own brace; those are other widths and the dark theme.
        let Some((selector, rules)) = block
            .split_once('{')
            .filter(|_| block.matches('{').count() == 1)
        else {
            continue;
        };
        if !wanted(selector.rsplit("*/").next().unwrap_or("").trim()) {
            continue;
        }
        let rules = rules
            .split(';')
            .filter_map(|rule| rule.rsplit("*/").next()?.trim().split_once(':'));
        found.extend(
            rules.filter_map(|(name, value)| Some((name.strip_prefix("--")?, value.trim()))),
        );
    }
    found
}
