//! All sources in one list, each with links to where it is used. A release's pages hold only the section's beginning.

use std::fmt::Write;

use super::grounds::source_id;
use super::rich::escaped;
use super::section;
use crate::evidence::Verdict;
use crate::prose;
use crate::story::STORY;
use crate::words::Words;

/// The list of sources.
pub fn sources(words: Words) -> String {
    let mut out = section::begun("sources", "sources", words.sources(), words.sources_lead());
    out.push_str("<ol id=\"source-list\">");
    for (index, source) in prose::SOURCES.iter().enumerate() {
        let title = escaped(words.say(source.title));
        let _ = write!(out, "<li id=\"{}\">", source_id(index));
        let _ = match source.url {
            Some(url) => write!(
                out,
                "<a href=\"{}\" target=\"_blank\" rel=\"external noopener noreferrer\">{title}</a>",
                escaped(url)
            ),
            None => write!(out, "{title}"),
        };
        let _ = write!(out, "{}</li>", uses(words, index));
    }
    out.push_str("</ol></section>");
    out
}

/// Where a source is used: for each list its name and the entries by number.
fn uses(words: Words, source: usize) -> String {
    let rests_on = |sources: &[usize]| sources.contains(&source);
    let told = |claim: &&prose::ClaimProse| rests_on(claim.sources);
    let lists: [(&str, Vec<String>); 6] = [
        (
            words.events(),
            ids(
                "event",
                STORY
                    .events
                    .iter()
                    .map(|e| e.id)
                    .zip(prose::EVENTS.iter().map(|e| e.sources)),
                rests_on,
            ),
        ),
        (
            words.reactions(),
            ids(
                "reaction",
                STORY
                    .reactions
                    .iter()
                    .map(|r| r.id)
                    .zip(prose::REACTIONS.iter().map(|r| r.sources)),
                rests_on,
            ),
        ),
        (
            words.columns_short(),
            ids(
                "column",
                STORY
                    .routes
                    .iter()
                    .map(|r| r.id)
                    .zip(prose::ROUTES.iter().map(|r| r.sources)),
                rests_on,
            ),
        ),
        (
            words.claims_short(),
            // Claims that agree are folded away at first: their words in the story are not.
            prose::CLAIMS
                .iter()
                .filter(told)
                .map(|c| match c.verdict {
                    Verdict::Confirmed => format!("told-{}", c.id),
                    _ => format!("claim-{}", c.id),
                })
                .collect(),
        ),
        (
            words.films(),
            ids(
                "film",
                prose::FILMS.iter().map(|f| (f.id, f.sources)),
                rests_on,
            ),
        ),
        (
            words.then_and_now(),
            ids(
                "then",
                prose::THEN_AND_NOW
                    .iter()
                    .filter_map(|s| Some((STORY.armies.get(s.army)?.id, s.sources))),
                rests_on,
            ),
        ),
    ];
    let mut out = String::new();
    for (name, ids) in lists.iter().filter(|(_, ids)| !ids.is_empty()) {
        let links: Vec<String> = ids
            .iter()
            .enumerate()
            .map(|(i, id)| format!("<a href=\"#{id}\">{}</a>", i + 1))
            .collect();
        let _ = write!(out, " {name} {}", links.join(" "));
    }
    format!(" <span class=\"uses\">{}{out}</span>", words.used_in())
}

fn ids<'a>(
    kind: &str,
    entries: impl Iterator<Item = (&'a str, &'a [usize])>,
    rests_on: impl Fn(&[usize]) -> bool,
) -> Vec<String> {
    entries
        .filter(|(_, sources)| rests_on(sources))
        .map(|(id, _)| format!("{kind}-{id}"))
        .collect()
}
