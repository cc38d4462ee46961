//! The entries of the reaction panels and of the event table.

use std::fmt::Write;

use super::grounds::{grounds, place_name, stance_word, time_button};
use super::rich::{escaped, marks_of, rich};
use super::section;
use crate::evidence::{Basis, Stance};
use crate::moment::Precision;
use crate::prose::{self, ReactionProse};
use crate::scene::has_appeared;
use crate::story::{Group, Reaction, STORY};
use crate::words::{Words, fill};

/// The entries of a group, as at the story's opening; what follows the clock and the switch are attributes.
pub fn reactions(words: Words, group: Group) -> String {
    let entries = STORY.reactions.iter().zip(prose::REACTIONS);
    let of_group = entries.filter(|(reaction, _)| reaction.group == group);
    let entry = |(reaction, told): (&Reaction, &ReactionProse)| {
        format!(
            "<li class=\"reaction\" id=\"reaction-{0}\" data-testid=\"reaction-{0}\" data-stance=\"{1}\" data-shown=\"{2}\" \
             data-chosen=\"false\">{3}</li>",
            reaction.id,
            reaction.stance.key(),
            has_appeared(&STORY, reaction, STORY.opening),
            body(words, reaction, told),
        )
    };
    let entries: String = of_group.map(entry).collect();
    format!("<ul>{entries}</ul>")
}

/// The body of a reaction: name, date, stance by both tellings, texts, grounds.
fn body(words: Words, reaction: &Reaction, told: &ReactionProse) -> String {
    let name = escaped(words.say(told.name));
    let official = told.official.map_or_else(String::new, |o| {
        format!(" <span class=\"official\">{}</span>", escaped(words.say(o)))
    });
    let date = words.dated(told.at, told.precision);
    let date = if told.dated || !matches!(told.precision, Precision::Day) {
        date
    } else {
        fill(words.from_day(), "date", &date)
    };
    let stance = |class: &str, stance: Option<Stance>| {
        let key = stance.map_or("unmentioned", Stance::key);
        let word = stance_word(words, stance);
        format!("<span class=\"stance {class}\" data-stance=\"{key}\"><i></i>{word}</span>")
    };
    let place = reaction
        .place
        .map_or_else(String::new, |p| format!(" \u{b7} {}", place_name(words, p)));
    let world = reaction.state.map_or_else(String::new, |code| {
        format!(
            " \u{b7} <button type=\"button\" class=\"place\" data-state=\"{code}\">{}</button>",
            words.show_in_world()
        )
    });
    let figures = told.figures.map_or_else(String::new, |figures| {
        format!("<p class=\"figures\">{}</p>", escaped(words.say(figures)))
    });
    let text = rich(words, told.text);
    let differs = told.article.map_or_else(String::new, |article| {
        format!(
            "<details class=\"differs\"><summary>{}</summary><dl><dt>{}: {}</dt><dd>{}</dd>\
             <dt>{}: {}</dt><dd>{text}</dd></dl></details>",
            words.differs(),
            words.by_article(),
            stance_word(words, reaction.article_stance),
            rich(words, article),
            words.by_record(),
            stance_word(words, Some(reaction.stance)),
        )
    });
    format!(
        "<article><h4>{name}{}{official}</h4><p class=\"meta\">{}{} \u{b7} {}{place}{world}</p>\
         <p class=\"text\">{text}</p>{differs}{figures}{}</article>",
        marks_of(words, &format!("reaction-{}", reaction.id)),
        stance("by-record", Some(reaction.stance)),
        stance("by-article", reaction.article_stance),
        time_button(reaction.appears.min(STORY.timeline.end()), &date),
        grounds(words, told.confidence, told.basis, told.sources),
    )
}

/// The event table.
pub fn events(words: Words) -> String {
    let mut out = section::begun("events", "events", words.events(), words.events_lead());
    let _ = write!(
        out,
        "<table><caption class=\"unseen\">{}</caption><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
        words.events(),
        words.event_when(),
        words.event_what()
    );
    for (event, told) in STORY.events.iter().zip(prose::EVENTS) {
        let basis = match event.basis {
            Basis::Article => "article",
            Basis::Record => "record",
            Basis::Both => "both",
        };
        let place = event.place.map_or_else(String::new, |p| {
            format!("<p class=\"where\">{}</p>", place_name(words, p))
        });
        let hand_out = if told.hand_out { " data-hand-out" } else { "" };
        let _ = write!(
            out,
            "<tr id=\"event-{0}\" data-event=\"{0}\" data-basis=\"{basis}\"{hand_out}><th scope=\"row\">{1}</th>\
             <td><h3>{2}{3}</h3><p>{4}</p>{place}{5}</td></tr>",
            event.id,
            time_button(event.at, &words.dated(event.at, event.precision)),
            escaped(words.say(event.title)),
            marks_of(words, &format!("event-{}", event.id)),
            rich(words, told.text),
            grounds(words, told.confidence, event.basis, told.sources),
        );
    }
    out.push_str("</tbody></table></section>");
    out
}
