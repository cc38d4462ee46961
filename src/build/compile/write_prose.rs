//! `words.rs` and `prose.rs`: the interface words, and what only the host needs.

use std::fmt::Write;

use super::basemap::BaseMap;
use super::entry::Translated;
use super::records::Content;
use super::rust::{list, literal, moment, option, place_index, source_indices, text, variant};

/// `words.rs`: the interface words as one struct of constants.
pub fn words(c: &Content) -> String {
    let mut out =
        String::from("/// The words of the interface in one language.\npub struct Words {\n");
    let keys: Vec<&String> = c
        .words
        .first()
        .map(|w| w.iter().map(|(k, _)| k).collect())
        .unwrap_or_default();
    for key in &keys {
        let _ = writeln!(out, "    pub {key}: &'static str,");
    }
    out.push_str("}\n/// The words, in the order of the languages.\npub static WORDS: [Words; Language::ALL.len()] = [\n");
    for words in &c.words {
        out.push_str("Words {\n");
        for (key, wording) in words {
            let _ = writeln!(out, "    {key}: {},", literal(wording));
        }
        out.push_str("},\n");
    }
    out.push_str("];\n");
    let acts =
        |pick: fn(&super::records::ActRecord) -> &Translated| list(&c.acts, |a| text(pick(a)));
    let _ = writeln!(
        out,
        "/// Names of the acts.\npub static ACT_NAMES: &[Text] = {};",
        acts(|a| &a.name)
    );
    let _ = writeln!(
        out,
        "/// Short names of the acts.\npub static ACT_SHORTS: &[Text] = {};",
        acts(|a| &a.short)
    );
    let _ = writeln!(
        out,
        "/// The page's title.\npub static TITLE: Text = {};",
        text(&c.frame.title)
    );
    let _ = writeln!(
        out,
        "/// The line under the title.\npub static SUBTITLE: Text = {};",
        text(&c.frame.subtitle)
    );
    out
}

/// `prose.rs`: what only the host needs, because the browser finds it in the page.
pub fn prose(c: &Content, map: &BaseMap) -> String {
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
            "RouteProse {{ objective: {}, note: {}, sources: {}, waypoints: {} }}",
            option(r.objective.as_ref(), text),
            option(r.note.as_ref(), text),
            source_indices(c, &r.sources),
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
            "EventProse {{ text: {}, confidence: {}, sources: {} }}",
            text(&e.text),
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
            list(&r.figures, |f| literal(f)),
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
            "SourceProse {{ id: {}, title: {}, url: {} }}",
            literal(&s.id),
            literal(&s.title),
            option(s.url.as_ref(), |u| literal(u))
        ))
    );
    let _ = writeln!(
        out,
        "pub static EXONYMS: &[(Option<Text>, Option<&str>)] = {};",
        list(&c.places, |p| format!(
            "({}, {})",
            option(p.exonym.as_ref(), text),
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
