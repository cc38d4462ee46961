//! The colours that hold at a time: those of a theme, and of the map in a light.

use std::collections::BTreeMap;

use crate::colour::{Colour, parsed, soft_light};
use crate::relief::shades;
use crate::sheet::{Rule, all};

/// How the theme came to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Theme {
    /// Light, chosen or by the system.
    Light,
    /// Dark by the system.
    SystemDark,
    /// Dark by choice.
    ChosenDark,
}

/// The lights of the map.
pub const LIGHTS: [&str; 4] = ["day", "dawn", "dusk", "night"];

/// The custom properties of page and map in a theme and a light.
pub struct Scheme {
    /// Its name, for messages.
    pub name: String,
    /// By name, without `--`.
    properties: BTreeMap<String, String>,
}

impl Scheme {
    /// Light and dark in every light of the map.
    pub fn all() -> Vec<Self> {
        let themes = [Theme::Light, Theme::ChosenDark];
        let schemes = themes
            .into_iter()
            .flat_map(|theme| LIGHTS.map(|light| Self::of(theme, light)));
        schemes.collect()
    }

    /// What the style sheets say.
    pub fn of(theme: Theme, light: &str) -> Self {
        let rules = all();
        let holding = rules.iter().filter(|rule| holds(rule, theme, light));
        let said = holding.flat_map(|rule| &rule.says);
        Self {
            name: format!("{theme:?}, {light}"),
            properties: said
                .filter_map(|(name, value)| {
                    Some((name.strip_prefix("--")?.to_owned(), value.clone()))
                })
                .collect(),
        }
    }

    /// The value of a property.
    pub fn value(&self, name: &str) -> &str {
        let value = self.properties.get(name).map_or("", String::as_str);
        match value
            .strip_prefix("var(--")
            .and_then(|v| v.strip_suffix(')'))
        {
            Some(other) => self.value(other),
            None => value,
        }
    }

    /// A colour.
    pub fn colour(&self, name: &str) -> Colour {
        let value = self.value(name);
        parsed(value).unwrap_or_else(|| unreachable!("{}: --{name} is {value:?}", self.name))
    }

    /// Every tone of the map that lines cross, with its name: sea and lakes, and the land, flat and on either slope.
    pub fn tones(&self) -> Vec<(String, Colour)> {
        let mut tones = vec![("sea".to_owned(), self.colour("sea"))];
        tones.extend(
            ["land", "home"]
                .iter()
                .flat_map(|ground| self.slopes(ground)),
        );
        tones
    }

    /// A ground with the relief over it.
    pub fn slopes(&self, ground: &str) -> Vec<(String, Colour)> {
        let strength: f64 = self.value("relief").parse().expect("a number");
        let tone = self.colour(ground);
        let slopes = shades().into_iter().zip(["dark", "flat", "lit"]);
        slopes
            .map(|(shade, name)| {
                (
                    format!("{ground}, {name}"),
                    soft_light(tone, shade, strength),
                )
            })
            .collect()
    }
}

/// Whether a rule sets the properties of the page, the map or the world map in a theme and a light. Later rules
/// overrule earlier ones, as they do in the sheets.
fn holds(rule: &Rule, theme: Theme, light: &str) -> bool {
    let (system, chosen) = (
        ":root:not([data-theme=\"light\"])",
        ":root[data-theme=\"dark\"]",
    );
    let of = if let Some(rest) = rule.selector.strip_prefix(system) {
        if theme != Theme::SystemDark || rule.query != "(prefers-color-scheme: dark)" {
            return false;
        }
        rest
    } else if let Some(rest) = rule.selector.strip_prefix(chosen) {
        if theme != Theme::ChosenDark {
            return false;
        }
        rest
    } else {
        rule.selector
            .strip_prefix(":root")
            .unwrap_or(&rule.selector)
    };
    let maps = ":is(.stage, .plate)";
    let of = of.trim();
    let place = ["", ".world", ".stage"].contains(&of)
        || of.strip_prefix(maps).is_some_and(|lights| {
            lights.is_empty() || lights.contains(&format!("data-light=\"{light}\""))
        });
    // Narrow windows, print and forced colours have colours of none of these.
    place && (rule.query.is_empty() || rule.selector.starts_with(system))
}

#[test]
fn dark_by_the_system_is_dark_by_choice() {
    for light in LIGHTS {
        let [system, chosen] = [Theme::SystemDark, Theme::ChosenDark].map(|t| Scheme::of(t, light));
        assert_eq!(system.properties, chosen.properties, "{light}");
        assert_ne!(
            system.properties,
            Scheme::of(Theme::Light, light).properties
        );
    }
}

#[test]
fn every_light_has_a_ground_of_its_own() {
    let grounds: Vec<_> = LIGHTS
        .map(|light| Scheme::of(Theme::Light, light).value("home").to_owned())
        .into();
    assert_eq!(grounds, ["#f8f2e4", "#dcdedd", "#45414e", "#344052"]);
    let night = Scheme::of(Theme::ChosenDark, "night");
    assert_eq!(
        (night.value("home"), night.value("paper")),
        ("#344052", "#17191d")
    );
}

/// Lights are named alike by the program.
#[test]
fn the_program_knows_these_lights() {
    use five_armies::daylight::Light;
    let all = [Light::Day, Light::Dawn, Light::Dusk, Light::Night];
    assert_eq!(all.map(Light::key), LIGHTS);
}
