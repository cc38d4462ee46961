//! What is there to be read out: the map in words, and the one line that speaks.

use super::grounds::local_name;
use super::rich::escaped;
use crate::description;
use crate::evidence::Telling;
use crate::story::STORY;
use crate::words::Words;

/// The map's description, at first of the story's opening, with the way to the events it belongs to.
pub fn map_in_words(words: Words) -> String {
    let said = description::map_in_words(words, &STORY, STORY.opening, Telling::Record);
    format!(
        "<div class=\"unseen in-words\"><p id=\"map-description\" data-testid=\"map-description\">{}</p>\
         <p><a href=\"#events\">{}</a></p></div>",
        with_names(&said),
        words.map_events()
    )
}

/// The page's only live region outside of dialogs. It stands beside the clock, which is on screen in every view.
pub fn status_line() -> String {
    "<p class=\"unseen\" id=\"spoken\" data-testid=\"spoken\" role=\"status\"></p>".to_owned()
}

/// A text as HTML in which the names of places say that they are names, and in which language.
fn with_names(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        match named_at(rest).filter(|_| !before.is_alphanumeric()) {
            Some((index, name)) => {
                let (lang, said) = (local_name(index), escaped(name));
                out.push_str(&format!("<span{lang}>{said}</span>"));
                rest = rest.get(name.len()..).unwrap_or("");
                before = name.chars().next_back().unwrap_or(' ');
            }
            None => {
                out.push_str(&escaped(letter.encode_utf8(&mut [0; 4])));
                rest = rest.get(letter.len_utf8()..).unwrap_or("");
                before = letter;
            }
        }
    }
    out
}

/// The place whose name a text begins with: of several the one with the longest.
fn named_at(text: &str) -> Option<(usize, &'static str)> {
    let names = STORY.places.iter().map(|p| p.name).enumerate();
    let whole = |name: &str| {
        let behind = text.strip_prefix(name)?.chars().next();
        Some(behind.is_none_or(|letter| !letter.is_alphanumeric()))
    };
    names
        .filter(|(_, name)| whole(name) == Some(true))
        .max_by_key(|(_, name)| name.len())
}
