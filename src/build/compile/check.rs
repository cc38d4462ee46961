//! The rules that hold between entries.

use std::collections::BTreeSet;

use super::check_hand_out;
use super::check_route;
use super::check_told;
use super::check_words;
use super::mistake::{Mistake, Origin};
use super::records::{ClaimRecord, Content};
use crate::moment::{DAY, Moment};

/// The part of the Earth that the map draws, in degrees: west, east, south, north.
pub const MAP: [f64; 4] = [-3.0, 37.7, 41.0, 59.0];

/// Longest act whose light follows the hour.
const LONGEST_BY_HOUR: i64 = 31 * DAY;

/// Whether a position lies on the map.
pub fn on_map(lon: f64, lat: f64) -> bool {
    let [west, east, south, north] = MAP;
    (west..=east).contains(&lon) && (south..=north).contains(&lat)
}

/// Applies every rule.
pub fn rules(c: &Content, m: &mut Vec<Mistake>) {
    ids_are_single(c, m);
    names_are_known(c, m);
    everything_has_sources(c, m);
    acts_rise(c, m);
    for route in &c.routes {
        check_route::is_sound(c, route, m);
    }
    events_are_in_order(c, m);
    reactions_fit_their_basis(c, m);
    labels_are_on_the_map(c, m);
    check_words::are_whole(c, m);
    check_told::is_sound(c, m);
    check_hand_out::fits_a_sheet(c, m);
    for source in &c.sources {
        let fits = source
            .url
            .as_ref()
            .is_none_or(|u| u.starts_with("https://") || u.starts_with("http://"));
        if !fits {
            source.origin.mistake(
                m,
                "url",
                "expected an address that starts with https:// or http://".into(),
            );
        }
    }
}

fn ids_are_single(c: &Content, m: &mut Vec<Mistake>) {
    let mut check = |items: Vec<(&Origin, &String)>| {
        let mut seen = BTreeSet::new();
        for (origin, id) in items {
            if !seen.insert(id) {
                origin.mistake(
                    m,
                    "id",
                    format!("expected an id of its own, \"{id}\" is used before"),
                );
            }
        }
    };
    check(c.acts.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.armies.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.places.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.sources.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.routes.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.events.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.reactions.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.regions.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.claims.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.sights.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.films.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.chapters.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.stills.iter().map(|x| (&x.origin, &x.id)).collect());
    check(c.questions.iter().map(|x| (&x.origin, &x.id)).collect());
    let passages = c.chapters.iter().flat_map(|x| &x.passages);
    check(passages.map(|x| (&x.origin, &x.id)).collect());
}

fn names_are_known(c: &Content, m: &mut Vec<Mistake>) {
    let places: BTreeSet<&str> = c.places.iter().map(|p| p.id.as_str()).collect();
    let mut place = |origin: &Origin, id: &String| {
        if !id.is_empty() && !places.contains(id.as_str()) {
            origin.mistake(
                m,
                "place",
                format!("expected the id of a place in places.toml, found \"{id}\""),
            );
        }
    };
    for route in &c.routes {
        route
            .waypoints
            .iter()
            .for_each(|w| place(&w.origin, &w.place));
    }
    c.events
        .iter()
        .filter_map(|e| Some((&e.origin, e.place.as_ref()?)))
        .for_each(|(o, p)| place(o, p));
    c.reactions
        .iter()
        .filter_map(|r| Some((&r.origin, r.place.as_ref()?)))
        .for_each(|(o, p)| place(o, p));
    c.sights.iter().for_each(|s| place(&s.origin, &s.place));
    let armies = c.routes.iter().map(|r| (&r.origin, &r.army));
    let armies = armies.chain(c.then_and_now.iter().map(|s| (&s.origin, &s.army)));
    for (origin, army) in armies {
        if !army.is_empty() && !c.armies.iter().any(|a| a.id == *army) {
            let problem = format!("expected the id of an army in armies.toml, found \"{army}\"");
            origin.mistake(m, "army", problem);
        }
    }
}

fn everything_has_sources(c: &Content, m: &mut Vec<Mistake>) {
    let known: BTreeSet<&str> = c.sources.iter().map(|s| s.id.as_str()).collect();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let entries = c.routes.iter().map(|r| (&r.origin, &r.sources));
    let entries = entries.chain(c.events.iter().map(|e| (&e.origin, &e.sources)));
    let entries = entries.chain(c.reactions.iter().map(|r| (&r.origin, &r.sources)));
    let entries = entries.chain(c.sights.iter().map(|s| (&s.origin, &s.sources)));
    let entries = entries.chain(c.films.iter().map(|f| (&f.origin, &f.sources)));
    let entries = entries.chain(c.then_and_now.iter().map(|s| (&s.origin, &s.sources)));
    let needing = entries.map(|(origin, sources)| (origin, sources, true));
    // A claim may be checked against general knowledge, a correction may be about our own drawing.
    let known_without = |c: &ClaimRecord| c.general_knowledge || c.housekeeping;
    let claims = c
        .claims
        .iter()
        .map(|x| (&x.origin, &x.sources, !known_without(x)));
    let corrections = c.corrections.iter().map(|x| (&x.origin, &x.sources, false));
    for (origin, sources, needed) in needing.chain(claims).chain(corrections) {
        if sources.is_empty() && needed {
            origin.mistake(m, "sources", "expected at least one source".into());
        }
        for source in sources {
            used.insert(source);
            if !known.contains(source.as_str()) {
                let problem =
                    format!("expected the id of a source in sources.toml, found \"{source}\"");
                origin.mistake(m, "sources", problem);
            }
        }
    }
    for source in &c.sources {
        if !used.contains(source.id.as_str()) {
            source.origin.mistake(
                m,
                "id",
                "expected a source that some entry uses; nothing uses this one".into(),
            );
        }
    }
}

fn acts_rise(c: &Content, m: &mut Vec<Mistake>) {
    for pair in c.acts.windows(2) {
        if let [a, b] = pair {
            if b.from <= a.from {
                b.origin.mistake(
                    m,
                    "from",
                    "expected a position behind the act before".into(),
                );
            }
            if b.start.is_some() && b.start <= a.start {
                b.origin
                    .mistake(m, "start", "expected a moment after the act before".into());
            }
        }
    }
    let ends = c.acts.iter().skip(1).map(|a| a.start).chain([c.frame.end]);
    for (act, end) in c.acts.iter().zip(ends) {
        if let (true, Some(start), Some(end)) = (act.follows_hour, act.start, end)
            && end.0 - start.0 > LONGEST_BY_HOUR
        {
            let problem =
                "expected an act of a month at most: its light is reckoned for every minute";
            act.origin.mistake(m, "follows_hour", problem.into());
        }
    }
    let span = (c.acts.first().and_then(|a| a.start), c.frame.end);
    if let (Some(start), Some(end), Some(opening)) = (span.0, span.1, c.frame.opening)
        && !(start..end).contains(&opening)
    {
        m.push(frame_mistake(
            "opening",
            "expected a moment within the story",
        ));
    }
    let mut marks: Vec<(f64, Moment)> = c
        .acts
        .iter()
        .filter_map(|a| Some((a.from, a.start?)))
        .collect();
    marks.extend(&c.knots);
    marks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let rises = |p: &[(f64, Moment)]| matches!(p, [a, b] if a.0 < b.0 && a.1 < b.1);
    if !marks.windows(2).all(rises) || marks.iter().any(|mark| mark.0 >= 1.0) {
        m.push(frame_mistake(
            "knot",
            "expected positions below 1 that rise, and moments that rise with their positions",
        ));
    }
    if let (Some(end), Some(last)) = (c.frame.end, marks.last())
        && end <= last.1
    {
        m.push(frame_mistake(
            "end",
            "expected a moment after the last act and knot",
        ));
    }
    if c.acts.first().is_none_or(|a| a.from != 0.0) {
        m.push(frame_mistake(
            "act",
            "expected the first act to begin at position 0",
        ));
    }
    if c.frame.west >= c.frame.east || c.frame.south >= c.frame.north {
        m.push(frame_mistake(
            "view",
            "expected west < east and south < north",
        ));
    }
}

#[track_caller]
fn frame_mistake(field: &str, problem: &str) -> Mistake {
    Mistake {
        field: field.into(),
        entry: "story".into(),
        ..Mistake::whole_file("story.toml", problem)
    }
}

fn events_are_in_order(c: &Content, m: &mut Vec<Mistake>) {
    let start = c.acts.first().and_then(|a| a.start);
    for event in &c.events {
        if event.when.is_some() && (event.when < start || event.when >= c.frame.end) {
            event
                .origin
                .mistake(m, "when", "expected a date within the story".into());
        }
    }
    for pair in c.events.windows(2) {
        if let [a, b] = pair
            && b.when.is_some()
            && b.when < a.when
        {
            b.origin.mistake(
                m,
                "when",
                "expected a time not before the event above".into(),
            );
        }
    }
}

fn reactions_fit_their_basis(c: &Content, m: &mut Vec<Mistake>) {
    for r in &c.reactions {
        if r.basis != "record" && r.article_stance.is_none() {
            let problem = "expected the article's stance, because the basis is not record alone";
            r.origin.mistake(m, "article_stance", problem.into());
        }
        if r.basis == "record" && r.article_stance.is_some() {
            r.origin.mistake(
                m,
                "basis",
                "expected both or article, because there is an article_stance".into(),
            );
        }
    }
}

fn labels_are_on_the_map(c: &Content, m: &mut Vec<Mistake>) {
    let labels = c
        .armies
        .iter()
        .flat_map(|a| &a.labels)
        .map(|l| (&l.origin, l.lon, l.lat));
    let labels = labels.map(|(origin, lon, lat)| (origin, "lon", lon, lat));
    let regions = c.regions.iter();
    let regions = regions.map(|r| (&r.origin, "lon", r.lon, r.lat));
    let departures = c.routes.iter().filter_map(|r| {
        let (_, lon, lat) = r.label.as_ref()?;
        Some((&r.origin, "label_at", *lon, *lat))
    });
    for (origin, field, lon, lat) in labels.chain(regions).chain(departures) {
        if !on_map(lon, lat) {
            origin.mistake(m, field, "expected a position on the map".into());
        }
    }
}
