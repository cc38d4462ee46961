//! The rules of what is told: the article's claims in the chapters, the sights on the map, the markup.

use std::collections::BTreeMap;

use super::check::on_map;
use super::entry::Translated;
use super::mistake::{Mistake, Origin};
use super::records::{Content, PassageRecord, TONGUES};
use crate::markup::{Piece, parse, targets};
use crate::moment::Moment;

/// Applies the rules.
pub fn is_sound(c: &Content, m: &mut Vec<Mistake>) {
    claims_are_told_where_they_say(c, m);
    marks_lead_somewhere(c, m);
    passages_are_in_the_story(c, m);
    sights_are_in_sight(c, m);
    markup_is_known(c, m);
    films_and_claims_agree(c, m);
    stills_are_in_order(c, m);
}

/// The words of a text in English: translations share its markup, which is checked when they are read.
fn english(text: &Translated) -> &str {
    text.0.first().map_or("", String::as_str)
}

/// Each claim is told once, in the chapter that it names; housekeeping of the blog nowhere.
fn claims_are_told_where_they_say(c: &Content, m: &mut Vec<Mistake>) {
    let mut told: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for chapter in &c.chapters {
        for passage in &chapter.passages {
            for claim in claims_in(english(&passage.text)) {
                if !c.claims.iter().any(|x| x.id == claim) {
                    let problem =
                        format!("expected the id of a claim in claims.toml, found \"{claim}\"");
                    passage.origin.mistake(m, "text", problem);
                }
                told.entry(claim).or_default().push(&chapter.id);
            }
        }
    }
    for claim in &c.claims {
        let found = told.get(&claim.id).map_or(&[][..], Vec::as_slice);
        match (&claim.told, claim.housekeeping) {
            (None, false) => claim.origin.mistake(
                m,
                "told",
                "expected the id of the chapter that tells it, or housekeeping = true".into(),
            ),
            (Some(_), true) => claim.origin.mistake(
                m,
                "told",
                "expected no chapter: it is the blog's own housekeeping".into(),
            ),
            (Some(chapter), false) if found != [chapter.as_str()] => {
                let problem = format!(
                    "expected the claim to be told once, in the chapter \"{chapter}\"; it is told in: {}",
                    if found.is_empty() {
                        "none".to_owned()
                    } else {
                        found.join(", ")
                    }
                );
                claim.origin.mistake(m, "told", problem);
            }
            (None, true) if !found.is_empty() => claim.origin.mistake(
                m,
                "housekeeping",
                format!(
                    "expected it to be told nowhere; it is told in: {}",
                    found.join(", ")
                ),
            ),
            _ => {}
        }
    }
}

/// The claims that a text tells.
fn claims_in(text: &str) -> Vec<String> {
    let pieces = parse(text);
    let told = targets(&pieces)
        .into_iter()
        .filter(|(kind, _)| *kind == "claim");
    told.flat_map(|(_, ids)| ids.split(',').map(|id| id.trim().to_owned()))
        .collect()
}

/// Where a claim says that its difference shows, there is such an entry.
fn marks_lead_somewhere(c: &Content, m: &mut Vec<Mistake>) {
    for claim in &c.claims {
        for entry in &claim.also {
            let known = match entry.split_once('-') {
                Some(("reaction", id)) => c.reactions.iter().any(|x| x.id == id),
                Some(("route", id)) => c.routes.iter().any(|x| x.id == id),
                Some(("event", id)) => c.events.iter().any(|x| x.id == id),
                Some(("film", id)) => c.films.iter().any(|x| x.id == id),
                _ => false,
            };
            if !known {
                let problem = format!(
                    "expected reaction-, route-, event- or film- and the id of such an entry, found \"{entry}\""
                );
                claim.origin.mistake(m, "also", problem);
            }
        }
    }
}

fn films_and_claims_agree(c: &Content, m: &mut Vec<Mistake>) {
    for film in &c.films {
        for id in &film.claims {
            if !c.claims.iter().any(|x| x.id == *id) {
                let problem = format!("expected the id of a claim in claims.toml, found \"{id}\"");
                film.origin.mistake(m, "claims", problem);
            }
        }
        if (film.basis == "record") == film.article.is_some() {
            let problem = "expected what the article says of the film, unless its basis is record";
            film.origin.mistake(m, "article", problem.into());
        }
    }
}

/// Stills lie in the story, each after the one above.
fn stills_are_in_order(c: &Content, m: &mut Vec<Mistake>) {
    let mut before = None;
    for still in &c.stills {
        let (id, at) = (&still.id, still.at);
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()) {
            let problem = "expected digits: they are part of an address";
            still.origin.mistake(m, "id", problem.into());
        }
        let begins = c.acts.first().and_then(|a| a.start);
        if at <= before || at < begins || at >= c.frame.end {
            let problem = "expected a moment of the story, after that of the still above";
            still.origin.mistake(m, "at", problem.into());
        }
        before = at.or(before);
    }
}

fn passages_are_in_the_story(c: &Content, m: &mut Vec<Mistake>) {
    let start = c.acts.first().and_then(|a| a.start);
    let mut seen: Vec<Moment> = Vec::new();
    for chapter in &c.chapters {
        if !chapter.act.is_empty() && !c.acts.iter().any(|a| a.id == chapter.act) {
            let problem = format!(
                "expected the id of an act in story.toml, found \"{}\"",
                chapter.act
            );
            chapter.origin.mistake(m, "act", problem);
        }
        if chapter.passages.is_empty() {
            let problem = "expected at least one passage";
            chapter.origin.mistake(m, "passage", problem.into());
        }
        for PassageRecord {
            origin, at, aside, ..
        } in &chapter.passages
        {
            let Some(at) = *at else { continue };
            if Some(at) < start || Some(at) >= c.frame.end {
                origin.mistake(m, "at", "expected a moment within the story".into());
            }
            if *aside {
                continue;
            }
            if seen.contains(&at) {
                let problem =
                    "expected a moment of its own: the clock must know which passage is meant";
                origin.mistake(m, "at", problem.into());
            }
            seen.push(at);
        }
    }
}

fn sights_are_in_sight(c: &Content, m: &mut Vec<Mistake>) {
    let in_view = |lon: f64, lat: f64| {
        (c.frame.west..=c.frame.east).contains(&lon)
            && (c.frame.south..=c.frame.north).contains(&lat)
    };
    // Of those at one spot the later one in the list is shown.
    for pair in c.sights.windows(2) {
        if let [a, b] = pair
            && b.from < a.from
        {
            let problem = "expected a moment not before that of the sight above";
            b.origin.mistake(m, "from", problem.into());
        }
    }
    for sight in &c.sights {
        if sight.until.is_some() && sight.from >= sight.until {
            let problem = "expected a moment after `from`";
            sight.origin.mistake(m, "until", problem.into());
        }
        let place = c.places.iter().find(|p| p.id == sight.place);
        if place.is_some_and(|p| !in_view(p.lon, p.lat)) {
            let problem = "expected a place in the part of the map that every screen shows";
            sight.origin.mistake(m, "place", problem.into());
        }
        if let Some(event) = &sight.event
            && !c.events.iter().any(|e| e.id == *event)
        {
            let problem = format!("expected the id of an event in events.toml, found \"{event}\"");
            sight.origin.mistake(m, "event", problem);
        }
    }
}

/// Kinds of markup are known, and what they refer to exists.
fn markup_is_known(c: &Content, m: &mut Vec<Mistake>) {
    for (origin, field, text, telling) in long_texts(c) {
        let pieces = parse(english(text));
        for (kind, target) in targets(&pieces) {
            let fits = match kind {
                "claim" | "time" | "place" if !telling => false,
                "claim" => true,
                "time" => Moment::parse(target).is_some_and(|at| {
                    Some(at) >= c.acts.first().and_then(|a| a.start) && Some(at) < c.frame.end
                }),
                "place" => {
                    let place = c.places.iter().find(|p| p.id == target);
                    place.is_some_and(|p| on_map(p.lon, p.lat))
                }
                "lang" => TONGUES.contains(&target),
                _ => false,
            };
            if !fits {
                let problem = format!(
                    "expected markup that is known here and leads somewhere, found ({kind}:{target})"
                );
                origin.mistake(m, field, problem);
            }
        }
        if has_bracket(&pieces) {
            let problem = "expected every [ to belong to [words](kind:target)";
            origin.mistake(m, field, problem.into());
        }
    }
}

fn has_bracket(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Plain(words) => words.contains(['[', ']']),
        Piece::Span { inner, .. } => has_bracket(inner),
    })
}

/// Every text that may hold markup: where it stands, its field, and whether it belongs to the story.
fn long_texts(c: &Content) -> Vec<(&Origin, &'static str, &Translated, bool)> {
    let mut all = Vec::new();
    for chapter in &c.chapters {
        all.extend(
            chapter
                .passages
                .iter()
                .map(|p| (&p.origin, "text", &p.text, true)),
        );
    }
    for claim in &c.claims {
        all.push((&claim.origin, "article", &claim.article, false));
        all.push((&claim.origin, "record", &claim.record, false));
    }
    for film in &c.films {
        all.push((&film.origin, "text", &film.text, false));
        all.push((&film.origin, "shows", &film.shows, false));
        all.extend(
            film.article
                .iter()
                .map(|t| (&film.origin, "article", t, false)),
        );
    }
    for state in &c.then_and_now {
        all.push((&state.origin, "then", &state.then, false));
        all.push((&state.origin, "turn", &state.turn, false));
        all.push((&state.origin, "today", &state.today, false));
    }
    for correction in &c.corrections {
        all.push((&correction.origin, "what", &correction.what, false));
        all.push((&correction.origin, "why", &correction.why, false));
    }
    all.extend(c.events.iter().map(|e| (&e.origin, "text", &e.text, false)));
    for reaction in &c.reactions {
        all.push((&reaction.origin, "text", &reaction.text, false));
        all.extend(
            reaction
                .article
                .iter()
                .map(|t| (&reaction.origin, "article", t, false)),
        );
    }
    for route in &c.routes {
        all.extend(route.note.iter().map(|t| (&route.origin, "note", t, false)));
        for w in &route.waypoints {
            all.extend(w.what.iter().map(|t| (&w.origin, "what", t, false)));
        }
    }
    all
}
