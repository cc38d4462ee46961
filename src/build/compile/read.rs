//! Reads the content files into records.

use toml::de::DeTable;

use super::Files;
use super::entry::Entry;
use super::mistake::{LineEnds, Mistake};
use super::read_route;
use super::read_told;
use super::records::*;
use super::translations::{Ledgers, Translations};
use super::word_list::{PLAIN, WITH_HOLES};
use crate::moment::Moment;

/// Reads every content file; what is wrong with a file's form goes to `mistakes`.
pub fn read(files: &Files, mistakes: &mut Vec<Mistake>) -> Content {
    let ledgers = Ledgers::read(files, mistakes);
    let mut reader = Reader {
        files,
        ledgers: &ledgers,
        mistakes,
    };
    let mut c = Content::default();
    reader.file("story.toml", |root, m| read_story(root, &mut c, m));
    c.armies = reader.entries("armies.toml", "army", read_army);
    c.places = reader.entries("places.toml", "place", read_place);
    c.regions = reader.entries("regions.toml", "region", read_region);
    c.sources = reader.entries("sources.toml", "source", read_source);
    c.routes = reader.entries("routes.toml", "route", read_route::route);
    let departures = reader.entries("departures.toml", "departure", read_route::departure);
    c.routes.extend(departures);
    c.events = reader.entries("events.toml", "event", read_event);
    c.reactions = reader.entries("reactions.toml", "reaction", read_reaction);
    c.chapters = reader.entries("chapters.toml", "chapter", read_told::chapter);
    c.claims = reader.entries("claims.toml", "claim", read_told::claim);
    c.sights = reader.entries("sights.toml", "sight", read_told::sight);
    c.films = reader.entries("films.toml", "film", read_told::film);
    c.then_and_now = reader.entries("then_and_now.toml", "state", read_told::then_and_now);
    c.corrections = reader.entries("corrections.toml", "correction", read_told::correction);
    c.stills = reader.entries("stills.toml", "still", read_told::still);
    c.questions = reader.entries("questions.toml", "question", read_told::question);
    reader.file("words.toml", |root, m| {
        let with_holes = WITH_HOLES.iter().map(|(word, _, _)| *word);
        let all = PLAIN.iter().map(|(word, _)| *word).chain(with_holes);
        c.words = all
            .map(|word| (word, root.translated_word(word, m)))
            .collect();
    });
    ledgers.finish(mistakes);
    c
}

/// The content folder, and what was wrong with it so far.
struct Reader<'a> {
    files: &'a Files,
    ledgers: &'a Ledgers,
    mistakes: &'a mut Vec<Mistake>,
}

impl Reader<'_> {
    /// Parses one file with its translations and hands its top level to `read`.
    fn file(&mut self, name: &str, read: impl FnOnce(&mut Entry<'_>, &mut Vec<Mistake>)) {
        let m = &mut *self.mistakes;
        let text = match self.files.text(name) {
            Ok(text) => text,
            Err(mistake) => return m.push(mistake),
        };
        let translations = Translations::read(self.files, name, self.ledgers, m);
        let lines = LineEnds::of(text);
        match DeTable::parse(text) {
            Ok(table) => {
                let mut root = Entry::root(name, &lines, table.get_ref(), Some(&translations));
                read(&mut root, m);
                root.finish(m);
                translations.finish(m);
            }
            Err(error) => m.push(Mistake::not_toml(name, text, &error)),
        }
    }

    /// The entries of a file that holds one kind of them.
    fn entries<T>(
        &mut self,
        name: &str,
        kind: &str,
        read: impl Fn(&mut Entry<'_>, &mut Vec<Mistake>) -> T,
    ) -> Vec<T> {
        let mut records = Vec::new();
        self.file(name, |root, m| records = each(root, kind, m, read));
        records
    }
}

/// Reads each entry of a kind.
pub(super) fn each<T>(
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
        exonym: e.own_text("exonym", m),
        today: e.text_if_any("today", m),
        language: e.word_if_any("language", &TONGUES, m),
        lon: e.number("lon", -180.0, 180.0, m),
        lat: e.number("lat", -90.0, 90.0, m),
        rank: e.number("rank", 1.0, 5.0, m) as u8,
        country: e.text("country", m),
    }
}

fn read_region(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> RegionRecord {
    RegionRecord {
        origin: e.origin(),
        id: e.text("id", m),
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
        title: e.translated("title", m),
        url: e.text_if_any("url", m),
    }
}

fn read_event(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> EventRecord {
    EventRecord {
        origin: e.origin(),
        id: e.text("id", m),
        when: e.moment("when", m),
        precision: e.word("precision", &PRECISIONS, m),
        place: e.text_if_any("place", m),
        hand_out: e.flag("hand_out", false, m),
        basis: e.word("basis", &BASES, m),
        confidence: e.word("confidence", &CONFIDENCES, m),
        sources: e.texts("sources", m),
        title: e.translated("title", m),
        text: e.translated("text", m),
    }
}

fn read_reaction(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> ReactionRecord {
    let written = e.text_if_any("state", m);
    let is_code = |s: &String| s.len() == 3 && s.bytes().all(|b| b.is_ascii_uppercase());
    let state = written.clone().filter(is_code);
    if state != written {
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
        state,
        figures: e.translated_if_any("figures", m),
        name: e.translated("name", m),
        official: e.translated_if_any("official", m),
        text: e.translated("text", m),
        article: e.translated_if_any("article", m),
    }
}
