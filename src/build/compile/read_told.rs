//! Reads what tells the story beside the map: chapters, claims, sights, films, the five states, corrections,
//! stills, questions.

use super::entry::Entry;
use super::mistake::Mistake;
use super::read::each;
use super::records::*;

pub fn chapter(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> ChapterRecord {
    let passages = each(e, "passage", m, |p, m| PassageRecord {
        origin: p.origin(),
        id: p.text("id", m),
        at: p.moment_if_any("at", m),
        aside: p.flag("aside", false, m),
        text: p.translated("text", m),
    });
    ChapterRecord {
        origin: e.origin(),
        id: e.text("id", m),
        act: e.text("act", m),
        title: e.translated("title", m),
        passages,
    }
}

pub fn claim(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> ClaimRecord {
    ClaimRecord {
        origin: e.origin(),
        id: e.text("id", m),
        verdict: e.word("verdict", &VERDICTS, m),
        told: e.text_if_any("told", m),
        housekeeping: e.flag("housekeeping", false, m),
        sources: e.texts("sources", m),
        general_knowledge: e.flag("general_knowledge", false, m),
        also: e.texts("also", m),
        article: e.translated("article", m),
        record: e.translated("record", m),
    }
}

pub fn sight(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> SightRecord {
    SightRecord {
        origin: e.origin(),
        id: e.text("id", m),
        kind: e.word("kind", &SIGHT_KINDS, m),
        place: e.text("place", m),
        from: e.moment("from", m),
        until: e.moment("until", m),
        basis: e.word("basis", &BASES, m),
        confidence: e.word("confidence", &CONFIDENCES, m),
        sources: e.texts("sources", m),
        event: e.text_if_any("event", m),
        label: e.translated("label", m),
    }
}

pub fn film(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> FilmRecord {
    FilmRecord {
        origin: e.origin(),
        id: e.text("id", m),
        original: e.text("original", m),
        original_language: e.word("original_language", &TONGUES, m),
        year: e.number("year", 1968.0, 2100.0, m) as u16,
        director: e.text("director", m),
        writer: e.translated_if_any("writer", m),
        producer: e.text_if_any("producer", m),
        basis: e.word("basis", &BASES, m),
        sources: e.texts("sources", m),
        claims: e.texts("claims", m),
        title: e.translated("title", m),
        country: e.translated("country", m),
        kind: e.translated("kind", m),
        text: e.translated("text", m),
        shows: e.translated("shows", m),
        article: e.translated_if_any("article", m),
    }
}

pub fn then_and_now(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> ThenAndNowRecord {
    ThenAndNowRecord {
        origin: e.origin(),
        army: e.text("army", m),
        sources: e.texts("sources", m),
        then: e.translated("then", m),
        turn: e.translated("turn", m),
        today: e.translated("today", m),
    }
}

pub fn correction(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> CorrectionRecord {
    CorrectionRecord {
        origin: e.origin(),
        date: e.moment("date", m),
        sources: e.texts("sources", m),
        what: e.translated("what", m),
        why: e.translated("why", m),
    }
}

pub fn still(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> StillRecord {
    StillRecord {
        origin: e.origin(),
        id: e.text("id", m),
        at: e.moment("at", m),
        caption: e.translated("caption", m),
    }
}

pub fn question(e: &mut Entry<'_>, m: &mut Vec<Mistake>) -> QuestionRecord {
    QuestionRecord {
        origin: e.origin(),
        id: e.text("id", m),
        answered_by: e.texts("answered_by", m),
        text: e.translated("text", m),
    }
}
