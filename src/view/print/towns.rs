//! Where was my town? Every town with its answer, as numbers that the program tells in words.

use super::rich::escaped;
use super::section;
use crate::nearest::{Answer, answers};
use crate::prose;
use crate::story::STORY;
use crate::words::Words;

/// The section: a box to type or choose a town in, and the place of the answer.
pub fn towns(words: Words) -> String {
    let options: String = answers(&STORY)
        .iter()
        .map(|answer| options(words, answer))
        .collect();
    format!(
        "{}<p class=\"choices\"><label for=\"town-name\">{}</label>\
         <input id=\"town-name\" data-testid=\"town-name\" type=\"text\" list=\"towns\" autocomplete=\"off\" spellcheck=\"false\"></p>\
         <datalist id=\"towns\">{options}</datalist><p class=\"answer\" id=\"town-answer\" data-testid=\"town-answer\"></p>\
         <p class=\"choices\" id=\"town-ways\" hidden><button type=\"button\" id=\"town-show\">{}</button>\
         <a id=\"town-column\" href=\"#columns\">{}</a></p></section>",
        section::begun("town-search", "town", words.town_title(), words.town_lead()),
        words.town_name(),
        words.show_on_map(),
        words.town_column()
    )
}

/// A town under its name of 1968, and under those that readers may know it by: in their own language, and of today.
fn options(words: Words, answer: &Answer) -> String {
    let name = STORY.places.get(answer.town).map_or("", |p| p.name);
    let names = prose::NAMES.get(answer.town);
    let exonym = names.map_or("", |n| words.say(n.exonym));
    let today = names.and_then(|n| n.today).unwrap_or("");
    let mut all = vec![name];
    for other in [exonym, today] {
        if !other.is_empty() && !all.contains(&other) {
            all.push(other);
        }
    }
    all.iter()
        .map(|name| {
            format!(
                "<option value=\"{}\" data-near=\"{}\"></option>",
                escaped(name),
                answer.written()
            )
        })
        .collect()
}
