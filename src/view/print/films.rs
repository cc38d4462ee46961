//! The films, and the five states then and now.

use std::fmt::Write;

use super::grounds::source_links;
use super::rich::{escaped, marks_of, rich};
use super::section;
use crate::evidence::Basis;
use crate::prose::{self, FilmProse};
use crate::story::STORY;
use crate::words::{Words, fill};

/// The films that the article names, and apart from them those of the record.
pub fn films(words: Words) -> String {
    let of = |named: bool| -> String {
        let told = prose::FILMS
            .iter()
            .filter(|f| (f.basis == Basis::Both) == named);
        told.map(|film| entry(words, film)).collect()
    };
    format!(
        "{}<h3>{}</h3>{}<h3>{}</h3>{}</section>",
        section::begun("films", "films", words.films(), words.films_lead()),
        words.films_article(),
        of(true),
        words.films_record(),
        of(false)
    )
}

fn entry(words: Words, film: &FilmProse) -> String {
    let title = words.say(film.title);
    let translated = if title == film.original {
        String::new()
    } else {
        format!(" <span class=\"exonym\">({})</span>", escaped(title))
    };
    let person = |wording: &str, name: &str| {
        let name = format!("<span translate=\"no\">{}</span>", escaped(name));
        fill(&escaped(wording), "name", &name)
    };
    let mut made = vec![person(words.film_director(), film.director)];
    made.extend(
        film.writer
            .map(|w| person(words.film_writer(), words.say(w))),
    );
    made.extend(film.producer.map(|p| person(words.film_producer(), p)));
    let article = film.article.map_or_else(String::new, |text| {
        format!(
            "<p><b>{}</b> {}</p>",
            words.film_article(),
            rich(words, text)
        )
    });
    format!(
        "<article class=\"film\" id=\"film-{0}\" data-testid=\"film-{0}\" data-basis=\"{1}\">\
         <h4><i lang=\"{2}\" translate=\"no\">{3}</i>{translated}{4}</h4>\
         <p class=\"meta\">{5} \u{b7} {6} \u{b7} {7}</p><p class=\"meta\">{8}</p><p>{9}</p>\
         <p><b>{10}</b> {11}</p>{article}<p class=\"grounds\">{12}</p></article>",
        film.id,
        if film.basis == Basis::Both {
            "both"
        } else {
            "record"
        },
        film.language,
        escaped(film.original),
        marks_of(words, &format!("film-{}", film.id)),
        film.year,
        escaped(words.say(film.country)),
        escaped(words.say(film.kind)),
        made.join(" \u{b7} "),
        rich(words, film.text),
        words.film_shows(),
        rich(words, film.shows),
        source_links(words, film.sources),
    )
}

/// The five states in 1968, in 1989 and today.
pub fn then_and_now(words: Words) -> String {
    let mut out = section::begun(
        "then",
        "then-and-now",
        words.then_and_now(),
        words.then_and_now_lead(),
    );
    for state in prose::THEN_AND_NOW {
        let army = STORY.armies.get(state.army);
        let reaction = STORY
            .reactions
            .iter()
            .position(|r| Some(r.id) == army.map(|a| a.id));
        let name = reaction.and_then(|i| prose::REACTIONS.get(i));
        let _ = write!(
            out,
            "<article id=\"then-{0}\"><h3>{1}</h3><dl><dt>{2}</dt><dd>{3}</dd><dt>{4}</dt><dd>{5}</dd>\
             <dt>{6}</dt><dd>{7}</dd></dl><p class=\"grounds\">{8}</p></article>",
            army.map_or("", |a| a.id),
            name.map_or_else(String::new, |r| escaped(words.say(r.name))),
            words.then_1968(),
            rich(words, state.then),
            words.then_1989(),
            rich(words, state.turn),
            words.then_today(),
            rich(words, state.today),
            source_links(words, state.sources),
        );
    }
    out.push_str("</section>");
    out
}
