//! The rules of the hand-out: what fits on a sheet, and that its questions can be answered from the page.

use super::mistake::Mistake;
use super::records::{Content, QuestionRecord};

/// As many questions as are asked.
const QUESTIONS: usize = 5;
/// Fewer events tell no story; more leave no room for the rest.
const EVENTS: std::ops::RangeInclusive<usize> = 8..=14;

/// Applies the rules.
pub fn fits_a_sheet(c: &Content, m: &mut Vec<Mistake>) {
    let events = c.events.iter().filter(|event| event.hand_out).count();
    if !EVENTS.contains(&events) {
        m.push(file_mistake(
            "events.toml",
            "hand_out",
            &format!(
                "expected {} to {} events with hand_out = true, found {events}",
                EVENTS.start(),
                EVENTS.end()
            ),
        ));
    }
    if c.questions.len() != QUESTIONS {
        m.push(file_mistake(
            "questions.toml",
            "question",
            &format!(
                "expected {QUESTIONS} questions, found {}",
                c.questions.len()
            ),
        ));
    }
    for question in &c.questions {
        is_plain(question, m);
        can_be_answered(c, question, m);
    }
}

#[track_caller]
fn file_mistake(file: &str, field: &str, problem: &str) -> Mistake {
    Mistake {
        field: field.to_owned(),
        ..Mistake::whole_file(file, problem)
    }
}

/// On paper nothing can be pressed.
fn is_plain(question: &QuestionRecord, m: &mut Vec<Mistake>) {
    let english = question.text.0.first().map_or("", String::as_str);
    if english.contains(['[', ']']) {
        let problem = "expected words without markup: they are printed";
        question.origin.mistake(m, "text", problem.into());
    }
}

fn can_be_answered(c: &Content, question: &QuestionRecord, m: &mut Vec<Mistake>) {
    if question.answered_by.is_empty() {
        let problem = "expected at least one entry that it can be answered from";
        question.origin.mistake(m, "answered_by", problem.into());
    }
    let passages = || c.chapters.iter().flat_map(|chapter| &chapter.passages);
    for entry in &question.answered_by {
        let known = match entry.split_once('-') {
            Some(("claim", id)) => c.claims.iter().any(|x| x.id == id && !x.housekeeping),
            Some(("event", id)) => c.events.iter().any(|x| x.id == id),
            Some(("passage", id)) => passages().any(|x| x.id == id),
            Some(("reaction", id)) => c.reactions.iter().any(|x| x.id == id),
            _ => false,
        };
        if !known {
            let problem = format!(
                "expected claim-, event-, passage- or reaction- and the id of such an entry, found \"{entry}\""
            );
            question.origin.mistake(m, "answered_by", problem);
        }
    }
}
