//! The list of keys, written from the table by which they act, and the button that ends a presentation.

use super::dialogs::dialog;
use super::rich::escaped;
use crate::keys::{BINDINGS, Chapter, Line};
use crate::words::Words;

/// The dialog that `?` opens.
pub fn keys(words: Words) -> String {
    let chapters: String = Chapter::ALL
        .map(|chapter| {
            format!(
                "<h3>{}</h3><dl class=\"keys\">{}</dl>",
                title(words, chapter),
                lines(words, chapter)
            )
        })
        .concat();
    let body = format!(
        "<p class=\"lead\">{}</p><p class=\"choices\"><label><input id=\"keys-signs\" data-testid=\"keys-signs\" \
         type=\"checkbox\" checked> {}</label></p>{chapters}",
        words.keys_lead(),
        words.keys_signs()
    );
    dialog(words, "keys", words.keys_title(), &body)
}

/// The way out of a presentation for those who have no keys.
pub fn leave(words: Words) -> String {
    format!(
        "<button type=\"button\" class=\"leave\" data-testid=\"leave\" data-present=\"leave\">{}</button>",
        words.present_leave()
    )
}

/// The second stop of the Tab key: past the map, to the text.
pub fn skip(words: Words) -> String {
    format!(
        "<a href=\"#panel\" data-testid=\"skip\">{}</a>",
        words.first_skip()
    )
}

fn title(words: Words, chapter: Chapter) -> &'static str {
    match chapter {
        Chapter::Anywhere => words.keys_anywhere(),
        Chapter::Map => words.keys_map(),
        Chapter::Scrubber => words.keys_scrubber(),
        Chapter::Presenting => words.keys_presenting(),
    }
}

/// The lines of a part, each with the keys of all rows that belong to it.
fn lines(words: Words, chapter: Chapter) -> String {
    let mut lines: Vec<(Line, Vec<&str>)> = Vec::new();
    for binding in BINDINGS {
        let Some(line) = binding.line.filter(|line| line.chapter() == chapter) else {
            continue;
        };
        match lines.iter_mut().find(|(known, _)| *known == line) {
            Some((_, keys)) => keys.extend(binding.keys),
            None => lines.push((line, binding.keys.to_vec())),
        }
    }
    let written = lines.iter().map(|(line, keys)| {
        let caps: Vec<String> = keys
            .iter()
            .map(|key| format!("<kbd translate=\"no\">{}</kbd>", escaped(cap(words, key))))
            .collect();
        format!(
            "<div><dt>{}</dt><dd>{}</dd></div>",
            caps.join(" "),
            escaped(told(words, *line))
        )
    });
    written.collect()
}

/// What stands on a key.
fn cap(words: Words, key: &'static str) -> &'static str {
    match key {
        " " => words.key_space(),
        "ArrowLeft" => "\u{2190}",
        "ArrowRight" => "\u{2192}",
        "ArrowUp" => "\u{2191}",
        "ArrowDown" => "\u{2193}",
        "Escape" => "Esc",
        "PageUp" => "Page Up",
        "PageDown" => "Page Down",
        other => other,
    }
}

fn told(words: Words, line: Line) -> &'static str {
    match line {
        Line::Help => words.key_help(),
        Line::Play => words.key_play(),
        Line::Events | Line::ScrubberEvents => words.key_events(),
        Line::Ends => words.key_ends(),
        Line::Acts => words.key_acts(),
        Line::Zoom => words.key_zoom(),
        Line::Map => words.key_map(),
        Line::Reactions => words.key_reactions(),
        Line::Present => words.key_present(),
        Line::Close => words.key_close(),
        Line::Walk => words.key_walk(),
        Line::Choose => words.key_choose(),
        Line::Minutes => words.key_minutes(),
        Line::Forward => words.next_event(),
        Line::Back => words.previous_event(),
        Line::Over => words.key_over(),
        Line::Blank => words.key_blank(),
        Line::Leave => words.key_leave(),
    }
}
