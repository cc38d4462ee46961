//! The story in chapters, each paragraph bound to its moment.

use std::fmt::Write;

use super::rich::{escaped, rich};
use crate::prose;
use crate::story::STORY;
use crate::words::Words;

/// All chapters. The paragraph that the clock stands at is marked by the program.
pub fn story(words: Words) -> String {
    let mut out = format!(
        "<section class=\"story\" id=\"story\" data-testid=\"story\">\
         <h2>{}</h2><p class=\"lead unframed\">{}</p>\
         <p class=\"lead framed\">{}</p><p class=\"follow\"><button type=\"button\" id=\"follow\" data-follow=\"on\" hidden>{}</button></p>",
        words.story(),
        words.story_lead(),
        words.story_lead_framed(),
        words.story_follow()
    );
    let mut passages = STORY.passages.iter();
    for chapter in prose::CHAPTERS {
        let act = STORY.timeline.acts.get(chapter.act);
        let _ = write!(
            out,
            "<section class=\"chapter\" id=\"chapter-{0}\" data-testid=\"chapter-{0}\" data-act=\"{1}\">\
             <p class=\"act-name\">{2}</p><h3>{3}</h3>",
            chapter.id,
            act.map_or("", |a| a.id),
            prose::ACT_NAMES
                .get(chapter.act)
                .map_or("", |name| words.say(*name)),
            escaped(words.say(chapter.title))
        );
        for (text, passage) in chapter.passages.iter().zip(passages.by_ref()) {
            let at = passage
                .at
                .map_or_else(String::new, |at| format!(" data-at=\"{}\"", at.iso()));
            let _ = write!(
                out,
                "<p class=\"passage\" id=\"passage-{}\"{at}>{}</p>",
                passage.id,
                rich(words, *text)
            );
        }
        out.push_str("</section>");
    }
    let _ = write!(
        out,
        "<p class=\"stepper\"><button type=\"button\" data-passage=\"previous\">{}</button>\
         <button type=\"button\" data-passage=\"next\">{}</button></p></section>",
        words.passage_previous(),
        words.passage_next()
    );
    out
}
