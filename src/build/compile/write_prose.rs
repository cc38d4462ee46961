//! `words.rs` and `prose.rs`: the interface words, and what only the host needs.

use std::fmt::Write;

use super::basemap::BaseMap;
use super::lines::Lines;
use super::records::Content;
use super::rust::{
    at, list, literal, moment, option, place_index, source_indices, variant, vertex,
};
use super::word_list::{PLAIN, Reader, WITH_HOLES};

/// `words.rs`: the number of each interface word as a method, and the tables of all texts. Written last, when every
/// text has its number.
pub fn words(c: &Content, page: &PageWords, lines: &Lines, page_texts: usize) -> String {
    let mut out = String::from("impl Words {\n");
    let host = "#[cfg(not(feature = \"hydrate\"))] ";
    for (name, wording) in &c.words {
        let _ = writeln!(
            out,
            "    {}pub fn {name}(&self) -> &'static str {{ self.say({}) }}",
            if is_for_page(name) { "" } else { host },
            lines.text(wording)
        );
    }
    let _ = writeln!(
        out,
        "}}\npub const PAGE_TEXTS: usize = {page_texts};\n\
         pub static ACT_SHORTS: &[Text] = {};\npub static TITLE: Text = {};\npub static SUBTITLE: Text = {};\n\
         #[cfg(not(feature = \"hydrate\"))]\npub static TABLES: [&[&str]; 3] = {};",
        page.acts,
        page.title,
        page.subtitle,
        lines.tables()
    );
    out
}

/// Numbers of the texts outside the story that the page needs.
pub struct PageWords {
    acts: String,
    title: String,
    subtitle: String,
}

impl PageWords {
    /// Numbers them; the interface words of the page too.
    pub fn number(c: &Content, lines: &Lines) -> Self {
        let page = c.words.iter().filter(|(name, _)| is_for_page(name));
        page.for_each(|(_, wording)| {
            lines.text(wording);
        });
        Self {
            acts: list(&c.acts, |a| lines.text(&a.short)),
            title: lines.text(&c.frame.title),
            subtitle: lines.text(&c.frame.subtitle),
        }
    }
}

fn is_for_page(word: &str) -> bool {
    let plain = PLAIN.iter().copied();
    let with_holes = WITH_HOLES.iter().map(|(name, reader, _)| (*name, *reader));
    plain
        .chain(with_holes)
        .any(|(name, reader)| name == word && reader == Reader::Page)
}

/// `prose.rs`: what only the host needs, because the browser finds it in the page.
pub fn prose(c: &Content, map: &BaseMap, lines: &Lines) -> String {
    let text = |t| lines.text(t);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "pub static DESCRIPTION: Text = {};",
        text(&c.frame.description)
    );
    let _ = writeln!(
        out,
        "pub static ROUTES: &[RouteProse] = {};",
        list(&c.routes, |r| format!(
            "RouteProse {{ objective: {}, note: {}, sources: {}, label: {}, waypoints: {} }}",
            option(r.objective.as_ref(), text),
            option(r.note.as_ref(), text),
            source_indices(c, &r.sources),
            option(r.label.as_ref(), |(words, lon, lat)| format!(
                "({}, {})",
                text(words),
                vertex(at(*lon, *lat))
            )),
            list(r.waypoints.iter().filter(|w| !w.via), |w| format!(
                "WaypointProse {{ place: {}, at: {}, notional: {}, what: {} }}",
                place_index(c, &w.place),
                option(w.time.zip(w.precision), |(t, p)| format!(
                    "({}, {})",
                    moment(Some(t)),
                    variant("Precision", p)
                )),
                w.notional,
                option(w.what.as_ref(), text)
            ))
        ))
    );
    let _ = writeln!(
        out,
        "pub static EVENTS: &[EventProse] = {};",
        list(&c.events, |e| format!(
            "EventProse {{ text: {}, hand_out: {}, confidence: {}, sources: {} }}",
            text(&e.text),
            e.hand_out,
            variant("Confidence", e.confidence),
            source_indices(c, &e.sources)
        ))
    );
    let _ = writeln!(
        out,
        "pub static REACTIONS: &[ReactionProse] = {};",
        list(&c.reactions, |r| format!(
            "ReactionProse {{ at: {}, precision: {}, dated: {}, basis: {}, confidence: {}, sources: {}, \
             figures: {}, name: {}, official: {}, text: {}, article: {} }}",
            moment(r.when),
            variant("Precision", r.precision),
            r.dated,
            variant("Basis", r.basis),
            variant("Confidence", r.confidence),
            source_indices(c, &r.sources),
            option(r.figures.as_ref(), text),
            text(&r.name),
            option(r.official.as_ref(), text),
            text(&r.text),
            option(r.article.as_ref(), text)
        ))
    );
    let _ = writeln!(
        out,
        "pub static SOURCES: &[SourceProse] = {};",
        list(&c.sources, |s| format!(
            "SourceProse {{ title: {}, url: {} }}",
            text(&s.title),
            option(s.url.as_ref(), |u| literal(u))
        ))
    );
    let _ = writeln!(
        out,
        "pub static NAMES: &[PlaceNames] = {};",
        list(&c.places, |p| format!(
            "PlaceNames {{ exonym: {}, today: {} }}",
            text(&p.exonym),
            option(p.today.as_ref(), |t| literal(t))
        ))
    );
    let layers = [
        ("LAND", &map.land),
        ("HOME", &map.home),
        ("BORDERS", &map.borders),
        ("CURTAIN", &map.curtain),
        ("INNER", &map.inner),
        ("RIVERS", &map.rivers),
        ("STREAMS", &map.streams),
        ("LAKES", &map.lakes),
        ("RELIEF", &map.relief.0),
    ];
    for (name, data) in layers {
        let _ = writeln!(out, "pub static {name}: &str = {};", literal(data));
    }
    let _ = writeln!(out, "pub static RELIEF_BOX: [i32; 4] = {:?};", map.relief.1);
    out
}
