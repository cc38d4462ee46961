//! What stands on the map for a while, and the names of the ways out.

use super::rich::escaped;
use crate::evidence::Telling;
use crate::prose;
use crate::scene::sights_at;
use crate::story::{STORY, point};
use crate::svg;
use crate::words::Words;

/// All sights; the program shows each in its time and puts its words where the town's name leaves room.
pub fn sights(words: Words) -> String {
    let shown = sights_at(&STORY, STORY.opening, Telling::Record);
    let signs: String = STORY
        .sights
        .iter()
        .zip(prose::SIGHTS)
        .enumerate()
        .filter_map(|(i, (sight, told))| {
            let at = STORY.places.get(sight.place)?.at?;
            Some(format!(
                "<a class=\"sight\" id=\"sight-{0}\" data-testid=\"sight-{0}\" data-kind=\"{1}\" data-shown=\"{2}\" \
                 data-side=\"none\" data-seek=\"{3}\" tabindex=\"-1\" role=\"button\" aria-label=\"{6}\" transform=\"{4}\"><g class=\"upright\"><path class=\"sign\" d=\"{5}\"/>\
                 <text>{6}</text></g></a>",
                sight.id,
                told.kind,
                shown.contains(&i),
                told.at.iso(),
                svg::translate(point(at)),
                sign(told.kind),
                escaped(words.say(told.label))
            ))
        })
        .collect();
    format!("<g class=\"sights\">{signs}</g>")
}

/// Path data of a kind's sign, about 14 CSS pixels wide around 0,0.
fn sign(kind: &str) -> &'static str {
    match kind {
        // Two half-circles that face each other.
        "meeting" => "M-1.5-6A6 6 0 0 0-1.5 6zM1.5-6A6 6 0 0 1 1.5 6z",
        "exercise" => "M-6-6H6V6H-6zM-3-3V3H3V-3z",
        "troops" => "M-6-6H6V6H-6z",
        // A mast with waves.
        "radio" => {
            "M-1.2 7V0H1.2V7zM-3.4-3.4A5 5 0 0 1 3.4-3.4L2-2A3 3 0 0 0-2-2zM-6.4-6.2A9 9 0 0 1 6.4-6.2L5-4.8A7 7 0 0 0-5-4.8z"
        }
        // A banner.
        "protest" => "M-6-7H-4V7H-6zM-4-7H7L4-3 7 1H-4z",
        "shooting" => "M-1.4-7H1.4V-1.4H7V1.4H1.4V7H-1.4V1.4H-7V-1.4H-1.4z",
        // A house with a gable.
        _ => "M0-7L7-2H-7zM-6-1H-3.5V5H-6zM-1.2-1H1.2V5H-1.2zM3.5-1H6V5H3.5zM-7 5H7V7H-7z",
    }
}

/// The names of the ways out, beside their lines while those are on the map.
pub fn route_labels(words: Words) -> String {
    let labels: String = STORY
        .routes
        .iter()
        .zip(prose::ROUTES)
        .filter_map(|(route, told)| {
            let (label, at) = told.label?;
            let army = route.army.and_then(|army| STORY.armies.get(army));
            Some(format!(
                "<a class=\"route-label\" data-label=\"{}\" data-state=\"{}\" data-shown=\"false\" \
                 data-side=\"none\" data-x=\"{}\" data-y=\"{}\" transform=\"{}\"><g class=\"upright\"><text>{}</text></g></a>",
                route.id,
                army.map_or("refugees", |a| a.id),
                at.0,
                at.1,
                svg::translate(point(at)),
                escaped(words.say(label))
            ))
        })
        .collect();
    format!("<g class=\"route-labels\">{labels}</g>")
}
