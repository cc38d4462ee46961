//! The rest of `prose.rs`: chapters, claims, sights, films, the five states, corrections, stills, questions.

use std::fmt::Write;

use super::lines::Lines;
use super::records::{Content, SightRecord};
use super::rust::{list, literal, moment, option, source_indices, variant};
use crate::moment::Moment;

/// What is told beside the map.
pub fn told(c: &Content, lines: &Lines) -> String {
    let text = |t| lines.text(t);
    let mut out = String::new();
    let mut put = |name: &str, kind: &str, items: String| {
        let _ = writeln!(out, "pub static {name}: &[{kind}] = {items};");
    };
    put(
        "CHAPTERS",
        "ChapterProse",
        list(&c.chapters, |chapter| {
            let passages = list(&chapter.passages, |p| text(&p.text));
            format!(
                "ChapterProse {{ id: {}, act: {}, title: {}, passages: {passages} }}",
                literal(&chapter.id),
                c.acts.iter().position(|a| a.id == chapter.act).unwrap_or(0),
                text(&chapter.title)
            )
        }),
    );
    put("ACT_NAMES", "Text", list(&c.acts, |a| text(&a.name)));
    let told = c.claims.iter().filter(|claim| !claim.housekeeping);
    put(
        "CLAIMS",
        "ClaimProse",
        list(told, |claim| {
            let chapter = c
                .chapters
                .iter()
                .position(|x| Some(&x.id) == claim.told.as_ref());
            format!(
                "ClaimProse {{ id: {}, verdict: {}, chapter: {}, sources: {}, general_knowledge: {}, also: {}, \
                 article: {}, record: {} }}",
                literal(&claim.id),
                variant("Verdict", claim.verdict),
                chapter.unwrap_or(0),
                source_indices(c, &claim.sources),
                claim.general_knowledge,
                list(&claim.also, |entry| literal(entry)),
                text(&claim.article),
                text(&claim.record)
            )
        }),
    );
    put(
        "SIGHTS",
        "SightProse",
        list(&c.sights, |s| {
            format!(
                "SightProse {{ kind: {}, at: {}, label: {}, confidence: {}, sources: {} }}",
                literal(s.kind),
                moment(sight_moment(c, s)),
                text(&s.label),
                variant("Confidence", s.confidence),
                source_indices(c, &s.sources)
            )
        }),
    );
    put(
        "FILMS",
        "FilmProse",
        list(&c.films, |f| {
            format!(
                "FilmProse {{ id: {}, original: {}, language: {}, year: {}, director: {}, writer: {}, producer: {}, \
                 basis: {}, sources: {}, title: {}, country: {}, kind: {}, text: {}, shows: {}, article: {}, claims: {} }}",
                literal(&f.id),
                literal(&f.original),
                literal(f.original_language),
                f.year,
                literal(&f.director),
                option(f.writer.as_ref(), text),
                option(f.producer.as_ref(), |w| literal(w)),
                variant("Basis", f.basis),
                source_indices(c, &f.sources),
                text(&f.title),
                text(&f.country),
                text(&f.kind),
                text(&f.text),
                text(&f.shows),
                option(f.article.as_ref(), text),
                list(&f.claims, |id| literal(id))
            )
        }),
    );
    put(
        "THEN_AND_NOW",
        "ThenAndNowProse",
        list(&c.then_and_now, |s| {
            format!(
                "ThenAndNowProse {{ army: {}, sources: {}, then: {}, turn: {}, today: {} }}",
                c.armies.iter().position(|a| a.id == s.army).unwrap_or(0),
                source_indices(c, &s.sources),
                text(&s.then),
                text(&s.turn),
                text(&s.today)
            )
        }),
    );
    put(
        "CORRECTIONS",
        "CorrectionProse",
        list(&c.corrections, |x| {
            format!(
                "CorrectionProse {{ date: {}, what: {}, why: {}, sources: {} }}",
                moment(x.date),
                text(&x.what),
                text(&x.why),
                source_indices(c, &x.sources)
            )
        }),
    );
    put(
        "STILLS",
        "StillProse",
        list(&c.stills, |s| {
            format!(
                "StillProse {{ id: {}, at: {}, caption: {} }}",
                literal(&s.id),
                moment(s.at),
                text(&s.caption)
            )
        }),
    );
    put(
        "QUESTIONS",
        "Text",
        list(&c.questions, |question| text(&question.text)),
    );
    out
}

/// Where a click on a sight leads: to the event that tells it, else to the sight's first moment.
fn sight_moment(c: &Content, sight: &SightRecord) -> Option<Moment> {
    let event = c
        .events
        .iter()
        .find(|e| Some(&e.id) == sight.event.as_ref());
    event.and_then(|e| e.when).or(sight.from)
}
