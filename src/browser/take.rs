//! Things to take along, made in the page of what it shows at this moment.

use leptos::prelude::*;

use super::picture::svg_of_map;
use super::{all, download, png};
use crate::evidence::Telling;
use crate::geojson::geojson;
use crate::moment::Moment;
use crate::spreadsheet::{events_csv, routes_csv};
use crate::story::STORY;
use crate::view::Page;
use crate::words::{SUBTITLE, TITLE};

const CSV: &str = "text/csv;charset=utf-8";

/// Makes and saves what is asked for: `svg` or `png`, the map as it stands; `geojson`, routes and events; `events` or
/// `routes`, the same as tables. `failed` is called when the browser cannot, or there is no such thing.
pub fn take(page: Page, what: &str, failed: fn(Page)) {
    if made(page, what, failed).is_none() {
        failed(page);
    }
}

fn made(page: Page, what: &str, failed: fn(Page)) -> Option<()> {
    let (words, at) = (page.words(), page.at.get_untracked());
    let telling = page.telling.get_untracked();
    match what {
        "svg" | "png" => picture(page, at, what, failed),
        "geojson" => {
            let text = geojson(&STORY, words, at, telling, &credits().join(" "));
            download::save(&name(at, ".geojson"), "application/geo+json", &text)
        }
        "events" => {
            let text = events_csv(&STORY, words, at, telling);
            download::save(&name(at, "-events.csv"), CSV, &text)
        }
        "routes" => {
            let text = routes_csv(&STORY, words, telling);
            download::save(&name(at, "-routes.csv"), CSV, &text)
        }
        _ => None,
    }
}

/// The map with the title, the moment and whose account it is, and the credits.
fn picture(page: Page, at: Moment, what: &str, failed: fn(Page)) -> Option<()> {
    let words = page.words();
    let title = [words.say(TITLE), ": ", words.say(SUBTITLE)].concat();
    let time = words.on_the_clock(at, STORY.timeline.goes_by_days(at));
    let account = match page.telling.get_untracked() {
        Telling::Article => words.telling_article(),
        Telling::Record => words.telling_record(),
    };
    let picture = svg_of_map(&title, &[&time, ". ", account].concat(), &credits())?;
    if what == "svg" {
        download::save(&name(at, ".svg"), "image/svg+xml", &picture.text)
    } else {
        png::save_png(&picture, name(at, ".png"), move || failed(page))
    }
}

/// Whose work it is, as the page's foot says; the typefaces, in the middle, are not taken along.
fn credits() -> Vec<String> {
    let all = all(".credits p");
    let ends = [all.first(), all.last()].into_iter().flatten();
    ends.filter_map(|p| p.text_content()).collect()
}

/// `five-armies-1968-08-21-0220.svg`.
fn name(at: Moment, end: &str) -> String {
    let moment = at.iso().replace('T', "-").replace(':', "");
    ["five-armies-", &moment, end].concat()
}
