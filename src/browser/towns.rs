//! Where was my town? The reader types or chooses one; the page answers and goes there.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::{all, element, listen, spoken};
use crate::nearest::{Answer, meant};
use crate::playback::Command;
use crate::story::STORY;
use crate::view::Page;

thread_local! {
    /// What was last answered to: leaving the box asks nothing anew.
    static ANSWERED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Listens to the box.
pub fn follow(page: Page) {
    let Some(input) = input() else { return };
    // A name chosen from the list, or typed in full, is answered at once; else the reader says when he is done.
    listen(&input, "input", move |_| {
        asked(page, false);
    });
    listen(&input, "change", move |_| {
        asked(page, true);
    });
}

fn input() -> Option<HtmlInputElement> {
    element("town-name")?.dyn_into().ok()
}

fn asked(page: Page, finished: bool) -> Option<()> {
    let typed = input()?.value();
    let options = all("#towns option");
    let value = |option: &Element| option.get_attribute("value").unwrap_or_default();
    let names: Vec<String> = options.iter().map(value).collect();
    let found = meant(&typed, names.iter().map(String::as_str), finished);
    let unknown = found.is_none() && finished && !typed.trim().is_empty();
    if found.is_none() && !unknown {
        ANSWERED.take();
        return None;
    }
    if ANSWERED.replace(typed.clone()) == typed {
        return None;
    }
    let near = found.and_then(|i| options.get(i)?.get_attribute("data-near"));
    let text = match near.and_then(|near| Answer::read(&near)) {
        Some(answer) => {
            go(page, answer);
            answer.in_words(page.words(), &STORY)
        }
        None => {
            let _ = element("town-ways")?.set_attribute("hidden", "");
            page.words().town_unknown().to_owned()
        }
    };
    element("town-answer")?.set_text_content(Some(&text));
    spoken::answer(page, text);
    Some(())
}

/// Marks the town, moves the clock to the column's time, and leads on to its entry.
fn go(page: Page, answer: Answer) -> Option<()> {
    let column = answer.nearest.and_then(|n| n.of(&STORY));
    page.mark_place(answer.town);
    element("town-ways")?.remove_attribute("hidden").ok()?;
    let town = STORY.places.get(answer.town)?;
    element("town-show")?
        .set_attribute("data-place", town.id)
        .ok()?;
    let entry = element("town-column")?;
    match column {
        Some((route, station)) => {
            page.send(Command::Pause);
            page.send(Command::Seek(station.at));
            entry
                .set_attribute("href", &["#column-", route.id].concat())
                .ok()?;
            entry.remove_attribute("hidden").ok()
        }
        None => entry.set_attribute("hidden", "").ok(),
    }
}
