//! Things to take along, made in the page of what it shows at this moment.

use leptos::prelude::*;

use super::picture::svg_of_map;
use super::{download, host, png};
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
    let (end, kind, text) = match what {
        "svg" | "png" => {
            let title = [words.say(TITLE), ": ", words.say(SUBTITLE)].concat();
            let account = match telling {
                Telling::Article => words.telling_article(),
                Telling::Record => words.telling_record(),
            };
            let time = words.on_the_clock(at, STORY.timeline.goes_by_days(at));
            let picture = svg_of_map(&title, &[&time, ". ", account].concat(), &credits())?;
            if what == "png" {
                return png::save_png(&picture, name(at, ".png"), page, failed);
            }
            (".svg", "image/svg+xml", picture.text)
        }
        "geojson" => {
            let credit = credits().join(" ");
            let text = geojson(&STORY, words, at, telling, &credit);
            (".geojson", "application/geo+json", text)
        }
        "events" => ("-events.csv", CSV, events_csv(&STORY, words, at, telling)),
        "routes" => ("-routes.csv", CSV, routes_csv(&STORY, words, telling)),
        _ => return None,
    };
    download::save(&name(at, end), kind, &text)
}

/// Whose work it is, as the page's foot says; the typefaces, in the middle, are not taken along.
fn credits() -> [String; 2] {
    [".credits p", ".credits p:last-child"].map(|css| {
        let found = host().and_then(|page| page.query_selector(css).ok()?);
        found.and_then(|p| p.text_content()).unwrap_or_default()
    })
}

/// `five-armies-1968-08-21-0220.svg`.
fn name(at: Moment, end: &str) -> String {
    let iso = at.iso();
    let part = |from, to| iso.get(from..to).unwrap_or("");
    let (day, hour, minute) = (part(0, 10), part(11, 13), part(14, 16));
    ["five-armies-", day, "-", hour, minute, end].concat()
}
