//! `story.rs`: the checked content as the data that the page carries. Names are resolved to indices,
//! positions to map units.

use std::fmt::Write;

use super::check;
use super::lines::Lines;
use super::records::{ChapterRecord, Content, PassageRecord, ReactionRecord};
use super::rust::{at, list, literal, moment, option, place_index, variant, vertex};
use super::write_route::routes;
use crate::daylight::{Light, light_at};
use crate::moment::{MINUTE, Moment};
use crate::projection::MapPoint;

/// `story.rs`: the part the page carries.
pub fn story(c: &Content, lines: &Lines) -> String {
    let text = |t| lines.text(t);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "pub static STORY: Story = Story {{ timeline: {}, opening: {}, view: {}, armies: {}, places: {}, \
         routes: {}, events: {}, reactions: {}, passages: {}, sights: {}, lights: {}, regions: {} }};",
        timeline(c),
        moment(c.frame.opening),
        map_box(view(c)),
        list(&c.armies, |a| format!(
            "Army {{ id: {}, name: {}, arrowhead: {}, left: {}, labels: {} }}",
            literal(&a.id),
            text(&a.name),
            literal(&a.arrowhead),
            moment(a.left),
            list(&a.labels, |l| format!(
                "ArmyLabel {{ text: {}, at: {}, basis: {} }}",
                text(&l.text),
                vertex(at(l.lon, l.lat)),
                variant("Basis", l.basis)
            ))
        )),
        list(&c.places, |p| format!(
            "Place {{ id: {}, name: {}, at: {}, rank: {}, home: {}, language: {} }}",
            literal(&p.id),
            literal(&p.name),
            option(
                check::on_map(p.lon, p.lat).then(|| at(p.lon, p.lat)),
                vertex
            ),
            p.rank,
            p.country == "CSK",
            literal(p.language.unwrap_or_else(|| tongue(&p.country)))
        )),
        routes(c, lines),
        list(&c.events, |e| format!(
            "Event {{ id: {}, at: {}, precision: {}, place: {}, basis: {}, title: {} }}",
            literal(&e.id),
            moment(e.when),
            variant("Precision", e.precision),
            option(e.place.as_ref(), |p| place_index(c, p).to_string()),
            variant("Basis", e.basis),
            text(&e.title)
        )),
        list(&c.reactions, |r| format!(
            "Reaction {{ id: {}, group: {}, stance: {}, article_stance: {}, appears: {}, place: {}, state: {} }}",
            literal(&r.id),
            variant("Group", r.group),
            variant("Stance", r.stance),
            option(r.article_stance, |s| variant("Stance", s)),
            moment(r.when.max(c.frame.reactions_from)),
            option(r.place.as_ref(), |p| place_index(c, p).to_string()),
            option(on_world_map(r), |s| literal(s))
        )),
        list(passages(c), |(chapter, p)| format!(
            "Passage {{ id: {}, chapter: {}, at: {}, aside: {} }}",
            literal(&p.id),
            literal(&chapter.id),
            option(p.at, |at| moment(Some(at))),
            p.aside
        )),
        list(&c.sights, |s| format!(
            "Sight {{ id: {}, place: {}, from: {}, until: {}, basis: {} }}",
            literal(&s.id),
            place_index(c, &s.place),
            moment(s.from),
            moment(s.until),
            variant("Basis", s.basis)
        )),
        lights(c),
        list(&c.regions, |r| format!(
            "Region {{ name: {}, at: {}, kind: {}, slope: {} }}",
            text(&r.name),
            vertex(at(r.lon, r.lat)),
            variant("RegionKind", r.kind),
            r.slope as i16
        )),
    );
    out
}

/// Every passage with its chapter, in reading order.
fn passages(c: &Content) -> Vec<(&ChapterRecord, &PassageRecord)> {
    let of = |chapter| move |p| (chapter, p);
    c.chapters
        .iter()
        .flat_map(|chapter| chapter.passages.iter().map(of(chapter)))
        .collect()
}

/// The code of a reaction's state, if that existed in 1968.
pub fn on_world_map(reaction: &ReactionRecord) -> Option<&String> {
    reaction.state.as_ref().filter(|s| *s != "RUS")
}

/// The moment at which the act begins whose light follows the hour: columns wait from it on.
pub fn night(c: &Content) -> Moment {
    c.acts
        .iter()
        .find(|a| a.follows_hour)
        .and_then(|a| a.start)
        .unwrap_or(Moment(0))
}

fn timeline(c: &Content) -> String {
    let mut knots: Vec<(f64, Moment)> = c
        .acts
        .iter()
        .filter_map(|a| Some((a.from, a.start?)))
        .collect();
    knots.extend(&c.knots);
    knots.sort_by(|a, b| a.0.total_cmp(&b.0));
    knots.push((1.0, c.frame.end.unwrap_or(Moment(0))));
    let ends: Vec<f64> = c.acts.iter().skip(1).map(|a| a.from).chain([1.0]).collect();
    format!(
        "Timeline {{ knots: {}, acts: {} }}",
        list(knots, |(p, m)| format!(
            "Knot {{ position: {p:?}, moment: Moment({}) }}",
            m.0
        )),
        list(c.acts.iter().zip(ends), |(a, to)| format!(
            "Act {{ id: {}, from: {:?}, to: {to:?}, start: {}, step: {} }}",
            literal(&a.id),
            a.from,
            moment(a.start),
            (a.step_minutes * 60.0) as i64
        ))
    )
}

/// The changes of the light, to the minute, in the acts whose light follows the hour.
fn lights(c: &Content) -> String {
    let mut changes: Vec<(Moment, Light)> = Vec::new();
    let ends = c.acts.iter().skip(1).map(|a| a.start).chain([c.frame.end]);
    for (act, end) in c.acts.iter().zip(ends) {
        let (Some(start), Some(end)) = (act.start, end) else {
            continue;
        };
        if !act.follows_hour {
            changes.push((start, Light::Day));
            continue;
        }
        for seconds in (start.0..end.0).step_by(MINUTE as usize) {
            changes.push((Moment(seconds), light_at(Moment(seconds))));
        }
    }
    changes.dedup_by_key(|(_, light)| *light);
    list(changes, |(at, light)| {
        format!("({}, Light::{light:?})", moment(Some(at)))
    })
}

/// The view: the smallest box around the corners and the middles of the edges of the frame, as left edge, top edge,
/// width and height in map units.
pub fn view(c: &Content) -> [f64; 4] {
    let f = &c.frame;
    let middle = (f.west + f.east) / 2.0;
    let mut points = Vec::new();
    for lat in [f.south, f.north] {
        points.extend([f.west, middle, f.east].map(|lon| at(lon, lat)));
    }
    let low = |pick: fn(&MapPoint) -> f64| {
        points
            .iter()
            .map(pick)
            .fold(f64::INFINITY, f64::min)
            .floor()
    };
    let high = |pick: fn(&MapPoint) -> f64| {
        points
            .iter()
            .map(pick)
            .fold(f64::NEG_INFINITY, f64::max)
            .ceil()
    };
    let (x, y) = (low(|p| p.x), low(|p| p.y));
    [x, y, high(|p| p.x) - x, high(|p| p.y) - y]
}

fn map_box([x, y, width, height]: [f64; 4]) -> String {
    format!("MapBox {{ x: {x:?}, y: {y:?}, width: {width:?}, height: {height:?} }}")
}

/// The language in which places of a country are named, if it is one only.
fn tongue(country: &str) -> &'static str {
    match country {
        "CSK" => "cs",
        "DDR" | "DEU" | "AUT" | "CHE" => "de",
        "POL" => "pl",
        "HUN" => "hu",
        "ROU" => "ro",
        "ITA" | "VAT" => "it",
        "FRA" => "fr",
        "GBR" | "USA" => "en",
        _ => "",
    }
}
