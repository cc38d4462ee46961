//! The world map: states by where they stood, and the same as a table.

use std::fmt::Write;

use super::grounds::{stance_word, time_button};
use super::rich::{escaped, marks_of};
use crate::evidence::Stance;
use crate::prose::{self, WorldState};
use crate::scene::has_appeared;
use crate::story::{Reaction, STORY};
use crate::words::Words;

/// Every stance by both tellings, in the order of the key.
const STANCES: [Option<Stance>; 7] = [
    Some(Stance::Invader),
    Some(Stance::Supporter),
    Some(Stance::Neutral),
    Some(Stance::Mixed),
    Some(Stance::Condemned),
    Some(Stance::Against),
    None,
];

/// Radius of the dot that stands for a state too small to be seen, in units of the map and of its enlargement.
const DOT: (u8, u8) = (6, 2);

/// The section with map, key and table.
pub fn world(words: Words) -> String {
    format!(
        "<section class=\"world\" id=\"world\" data-testid=\"world-map\">\
         <h2>{}</h2><p class=\"lead\">{}</p>{}{}{}{}</section>",
        words.world(),
        words.world_lead(),
        key(words),
        map(words),
        europe(words),
        table(words)
    )
}

fn stance_key(stance: Option<Stance>) -> &'static str {
    stance.map_or("unmentioned", Stance::key)
}

fn key(words: Words) -> String {
    let items = STANCES.map(|stance| {
        format!(
            "<li data-stance=\"{}\"><svg viewBox=\"0 0 28 16\" aria-hidden=\"true\"><rect class=\"country\" data-stance=\"{0}\" \
             data-shown=\"true\" width=\"28\" height=\"16\"/></svg>{1}</li>",
            stance_key(stance),
            stance_word(words, stance)
        )
    });
    format!("<ul class=\"world-key\">{}</ul>", items.concat())
}

/// The patterns of the stances: no state is told apart by its tone alone. `scale` is that of the drawing.
fn patterns(name: &str, scale: f64) -> String {
    let pattern = |stance: &str, ground: &str, marks: &str| {
        format!(
            "<pattern id=\"{name}-{stance}\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"scale({scale})\"><rect class=\"{ground}\" width=\"12\" height=\"12\"/>\
             <path class=\"marks\" d=\"{marks}\"/></pattern>"
        )
    };
    [
        pattern("supporter", "pale", "M-3 3L3-3M0 12L12 0M9 15L15 9"),
        pattern("neutral", "pale", "M3 3h1M9 9h1"),
        pattern("mixed", "pale", "M0 6H12M6 0V12"),
        pattern("condemned", "cool", "M0 6H12M0 0H12"),
        pattern("against", "cool", "M0 0L12 12M12 0L0 12"),
    ]
    .concat()
}

fn map(words: Words) -> String {
    let [x, y, width, height] = prose::WORLD.view;
    let shapes: String = states()
        .map(|(_, state)| format!("<path id=\"shape-{}\" d=\"{}\"/>", state.code, state.path))
        .collect();
    format!(
        "<svg class=\"world-svg\" viewBox=\"{x} {y} {width} {height}\" role=\"img\" aria-label=\"{}\"><defs>{}\
         <g id=\"world-map-shapes\" data-shared=\"world\"><path id=\"world-globe\" d=\"{}\"/>\
         <path id=\"world-others\" d=\"{}\"/><path id=\"world-borders\" d=\"{}\"/>{shapes}</g></defs>\
         <use class=\"globe\" href=\"#world-globe\"/>{}</svg>",
        words.world_map_label(),
        patterns("stance", 1.0),
        prose::WORLD.graticule,
        prose::WORLD.others,
        prose::WORLD.borders,
        land(words, DOT.0, |_| true)
    )
}

/// The land of the map: what has no reaction, then the states that have one.
fn land(words: Words, dot: u8, shown: impl Fn(&WorldState) -> bool) -> String {
    let countries: String = states()
        .filter(|(_, state)| shown(state))
        .map(|(reaction, state)| {
            let shape = if state.tiny {
                let (x, y) = state.anchor;
                format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{dot}\"/>")
            } else {
                format!("<use href=\"#shape-{}\"/>", state.code)
            };
            country(words, reaction, state, &shape)
        })
        .collect();
    format!(
        "<use class=\"others\" href=\"#world-others\"/><use class=\"borders\" href=\"#world-borders\"/>{countries}"
    )
}

/// Europe enlarged: the shapes of the map once more.
fn europe(words: Words) -> String {
    let [x, y, width, height] = prose::WORLD.europe;
    let inside =
        |(ax, ay): (i32, i32)| (x..x + width).contains(&ax) && (y..y + height).contains(&ay);
    // The middle of these lies outside, and they still fill the map's edge.
    let shown = |s: &WorldState| inside(s.anchor) || matches!(s.code, "SUN" | "FIN");
    format!(
        "<figure class=\"europe\"><svg class=\"world-svg\" viewBox=\"{x} {y} {width} {height}\" aria-hidden=\"true\"><defs>{}</defs>\
         {}</svg><figcaption>{}</figcaption></figure>",
        patterns("near", 0.25),
        land(words, DOT.1, shown),
        words.world_europe()
    )
}

/// The states of the map with their reactions; the dots last, so that they lie on top.
fn states() -> impl Iterator<Item = (&'static Reaction, &'static WorldState)> {
    let all = STORY.reactions.iter().filter_map(|reaction| {
        let state = prose::WORLD
            .states
            .iter()
            .find(|s| Some(s.code) == reaction.state)?;
        Some((reaction, state))
    });
    let (dots, areas): (Vec<_>, Vec<_>) = all.partition(|(_, state)| state.tiny);
    areas.into_iter().chain(dots)
}

fn country(words: Words, reaction: &Reaction, state: &WorldState, shape: &str) -> String {
    let index = STORY.reactions.iter().position(|r| r.id == reaction.id);
    let name = index
        .and_then(|i| prose::REACTIONS.get(i))
        .map_or("", |r| words.say(r.name));
    format!(
        "<g class=\"country\" data-country=\"{0}\" data-state=\"{0}\" data-stance=\"{1}\" data-shown=\"{2}\"><title>{3}</title>{shape}</g>",
        state.code,
        reaction.stance.key(),
        has_appeared(&STORY, reaction, STORY.opening),
        escaped(name)
    )
}

/// What the map shows, as a table.
fn table(words: Words) -> String {
    let mut out = format!(
        "<table class=\"world-list\"><caption class=\"unseen\">{}</caption><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th>\
         <th scope=\"col\">{}</th></tr></thead><tbody>",
        words.world(),
        words.world_state(),
        words.by_article(),
        words.by_record(),
        words.event_when()
    );
    for (reaction, told) in STORY.reactions.iter().zip(prose::REACTIONS) {
        let Some(code) = reaction.state else { continue };
        let cell = |stance: Option<Stance>| {
            format!(
                "<td><span class=\"stance\" data-stance=\"{}\"><i></i>{}</span></td>",
                stance_key(stance),
                stance_word(words, stance)
            )
        };
        let _ = write!(
            out,
            "<tr data-testid=\"state-{code}\" data-country=\"{code}\" data-stance=\"{}\" data-shown=\"{}\">\
             <th scope=\"row\"><button type=\"button\" class=\"place\" data-state=\"{code}\">{}</button>{}</th>{}{}<td>{}</td></tr>",
            reaction.stance.key(),
            has_appeared(&STORY, reaction, STORY.opening),
            escaped(words.say(told.name)),
            marks_of(words, &format!("reaction-{}", reaction.id)),
            cell(reaction.article_stance),
            cell(Some(reaction.stance)),
            time_button(
                reaction.appears.min(STORY.timeline.end()),
                &words.dated(told.at, told.precision)
            )
        );
    }
    out.push_str("</tbody></table>");
    out
}
