//! Reads the content files into records.

use toml::de::DeTable;

use super::Files;
use super::entry::Entry;
use super::mistake::Mistake;
use super::records::*;
use crate::language::Language;
use crate::moment::Moment;

/// Reads every content file; what is wrong with a file's form goes to `mistakes`.
pub fn read(files: &Files, mistakes: &mut Vec<Mistake>) -> Content {
    let mut c = Content::default();
    parse(files, "story.toml", mistakes, |root, m| {
        read_story(root, &mut c, m)
    });
    parse(files, "armies.toml", mistakes, |root, m| {
        c.armies = each(root, "army", m, read_army)
    });
    parse(files, "places.toml", mistakes, |root, m| {
        c.places = each(root, "place", m, read_place)
    });
    parse(files, "regions.toml", mistakes, |root, m| {
        c.regions = each(root, "region", m, read_region)
    });
    parse(files, "sources.toml", mistakes, |root, m| {
        c.sources = each(root, "source", m, read_source)
    });
    parse(files, "routes.toml", mistakes, |root, m| {
        c.routes = each(root, "route", m, read_route)
    });
    parse(files, "events.toml", mistakes, |root, m| {
        c.events = each(root, "event", m, read_event)
    });
    parse(files, "reactions.toml", mistakes, |root, m| {
        c.reactions = each(root, "reaction", m, read_reaction)
    });
    for language in Language::ALL {
        let name = format!("words.{}.toml", language.tag());
        let mut words = Vec::new();
        match files
            .text(&name)
            .map(|text| (text, toml::from_str::<toml::Table>(text)))
        {
            Ok((_, Ok(table))) => {
                for (key, value) in table {
                    match value.as_str() {
                        Some(text) => words.push((key, text.to_owned())),
                        None => mistakes.push(Mistake::whole_file(
                            &name,
                            &format!("expected a text for `{key}`"),
                        )),
                    }
                }
            }
            Ok((text, Err(error))) => mistakes.push(Mistake::not_toml(&name, text, &error)),
            Err(mistake) => mistakes.push(mistake),
        }
        c.words.push(words);
    }
    c
}

/// Parses one file and hands its top level to `read`.
fn parse(
    files: &Files,
    name: &'static str,
    mistakes: &mut Vec<Mistake>,
    read: impl FnOnce(&mut Entry<'_>, &mut Vec<Mistake>),
) {
    let text = match files.text(name) {
        Ok(text) => text,
        Err(mistake) => return mistakes.push(mistake),
    };
    match DeTable::parse(text) {
        Ok(table) => {
            let mut root = Entry::root(name, text, table.get_ref());
            read(&mut root, mistakes);
            root.finish(mistakes);
        }
        Err(error) => mistakes.push(Mistake::not_toml(name, text, &error)),
    }
}

/// Reads each entry of a kind.
fn each<T>(
    root: &mut Entry<'_>,
    kind: &str,
    mistakes: &mut Vec<Mistake>,
    read: impl Fn(&mut Entry<'_>, &mut Vec<Mistake>) -> T,
) -> Vec<T> {
    let mut records = Vec::new();
    for mut entry in root.list(kind, mistakes) {
        records.push(read(&mut entry, mistakes));
        entry.finish(mistakes);
    }
    records
}

fn read_story(root: &mut Entry<'_>, c: &mut Content, m: &mut Vec<Mistake>) {
    if let Some(mut e) = root.table("story", m) {
        c.frame.title = e.translated("title", m);
        c.frame.subtitle = e.translated("subtitle", m);
        c.frame.description = e.translated("description", m);
        c.frame.opening = e.moment("opening", m);
        c.frame.end = e.moment("end", m);
        c.frame.reactions_from = e.moment("reactions_from", m);
        if let Some(mut view) = e.table("view", m) {
            c.frame.west = view.number("west", -180.0, 180.0, m);
            c.frame.east = view.number("east", -180.0, 180.0, m);
            c.frame.south = view.number("south", -80.0, 80.0, m);
            c.frame.north = view.number("north", -80.0, 80.0, m);
            view.finish(m);
        }
        e.finish(m);
    }
    c.acts = each(root, "act", m, |e, m| ActRecord {
        origin: e.origin(),
        id: e.text("id", m),
        name: e.translated("name", m),
        short: e.translated("short", m),
        from: e.number("from", 0.0, 1.0, m),
        start: e.moment("start", m),
        follows_hour: e.flag("follows_hour", false, m),
        step_minutes: e.number("step", 1.0, 100_000.0, m),
    });
    c.knots = each(root, "knot", m, |e, m| {
        (
            e.number("position", 0.0, 1.0, m),
            e.moment("moment", m).unwrap_or(Moment(0)),
        )
    });
}

fn read_army(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> ArmyRecord {
    let mut labels = Vec::new();
    for mut label in e.list("label", m) {
        labels.push(ArmyLabelRecord {
            origin: label.origin(),
            text: label.translated("text", m),
            basis: label.word("basis", &BASES, m),
            lon: label.number("lon", -180.0, 180.0, m),
            lat: label.number("lat", -90.0, 90.0, m),
        });
        label.finish(m);
    }
    ArmyRecord {
        origin: e.origin(),
        id: e.text("id", m),
        name: e.translated("name", m),
        arrowhead: e.text("arrowhead", m),
        left: e.moment("left", m),
        labels,
    }
}

fn read_place(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> PlaceRecord {
    // What a place is serves authors and later steps; the map needs rank and country.
    let _kind = e.text("kind", m);
    PlaceRecord {
        origin: e.origin(),
        id: e.text("id", m),
        name: e.text("name", m),
        exonym: e.translated_if_any("exonym", m),
        today: e.text_if_any("today", m),
        lon: e.number("lon", -180.0, 180.0, m),
        lat: e.number("lat", -90.0, 90.0, m),
        rank: e.number("rank", 1.0, 5.0, m) as u8,
        country: e.text("country", m),
    }
}

fn read_region(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> RegionRecord {
    RegionRecord {
        origin: e.origin(),
        name: e.translated("name", m),
        kind: e.word("kind", &REGION_KINDS, m),
        lon: e.number("lon", -180.0, 180.0, m),
        lat: e.number("lat", -90.0, 90.0, m),
        slope: e.number("slope", -90.0, 90.0, m),
    }
}

fn read_source(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> SourceRecord {
    SourceRecord {
        origin: e.origin(),
        id: e.text("id", m),
        title: e.text("title", m),
        url: e.text_if_any("url", m),
    }
}

fn read_route(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> RouteRecord {
    let waypoints = each(e, "waypoint", m, |w, m| WaypointRecord {
        origin: w.origin(),
        place: w.text("place", m),
        time: w.moment_if_any("time", m),
        precision: w.word_if_any("precision", &PRECISIONS, m),
        notional: w.flag("notional", false, m),
        via: w.flag("via", false, m),
        what: w.translated_if_any("what", m),
    });
    let mut landings = Vec::new();
    for text in e.texts("landings", m) {
        match Moment::parse(&text) {
            Some(moment) => landings.push(moment),
            None => e.mistake(
                m,
                "landings",
                &format!("expected times as 1968-08-20T23:00, found \"{text}\""),
            ),
        }
    }
    RouteRecord {
        origin: e.origin(),
        id: e.text("id", m),
        army: e.text("army", m),
        kind: e.word("kind", &KINDS, m),
        basis: e.word("basis", &BASES, m),
        confidence: e.word("confidence", &CONFIDENCES, m),
        sources: e.texts("sources", m),
        formation: e.translated("formation", m),
        objective: e.translated_if_any("objective", m),
        note: e.translated_if_any("note", m),
        landings,
        interval_seconds: e.number_if_any("interval_seconds", 1.0, 3600.0, m),
        aircraft: e.number_if_any("aircraft", 1.0, 1000.0, m),
        waypoints,
    }
}

fn read_event(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> EventRecord {
    EventRecord {
        origin: e.origin(),
        id: e.text("id", m),
        when: e.moment("when", m),
        precision: e.word("precision", &PRECISIONS, m),
        place: e.text_if_any("place", m),
        basis: e.word("basis", &BASES, m),
        confidence: e.word("confidence", &CONFIDENCES, m),
        sources: e.texts("sources", m),
        title: e.translated("title", m),
        text: e.translated("text", m),
    }
}

fn read_reaction(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> ReactionRecord {
    // The state's code serves authors; the panels go by name.
    if e.text_if_any("state", m)
        .is_some_and(|s| s.len() != 3 || !s.bytes().all(|b| b.is_ascii_uppercase()))
    {
        e.mistake(
            m,
            "state",
            "expected a code of three capital letters, as CSK",
        );
    }
    ReactionRecord {
        origin: e.origin(),
        id: e.text("id", m),
        group: e.word("group", &GROUPS, m),
        stance: e.word("stance", &STANCES, m),
        article_stance: e.word_if_any("article_stance", &STANCES, m),
        when: e.moment("when", m),
        precision: e.word("precision", &PRECISIONS, m),
        dated: e.flag("dated", true, m),
        place: e.text_if_any("place", m),
        basis: e.word("basis", &BASES, m),
        confidence: e.word("confidence", &CONFIDENCES, m),
        sources: e.texts("sources", m),
        figures: e.texts("figures", m),
        name: e.translated("name", m),
        official: e.translated_if_any("official", m),
        text: e.translated("text", m),
        article: e.translated_if_any("article", m),
    }
}
