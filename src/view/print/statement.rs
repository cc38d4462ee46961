//! The statement on accessibility: what was tested, what was not, what is known not to work. On a site it is a page of
//! its own, which the release makes; in the one file it stands under the credits.

use super::rich::escaped;
use crate::language::Language;
use crate::words::Words;

/// The statement's file on a site; the release writes it under the same name.
pub fn file(language: Language) -> String {
    format!("accessibility.{}.html", language.tag())
}

/// The statement's text, with headings of a level and the next.
pub fn statement(words: Words, level: u8) -> String {
    let below = level + 1;
    let part = |title: &str, lines: &[&str]| {
        let items: String = lines
            .iter()
            .map(|line| format!("<li>{}</li>", escaped(line)))
            .collect();
        format!("<h{below}>{title}</h{below}><ul>{items}</ul>")
    };
    [
        format!(
            "<h{level}>{}</h{level}><p>{}</p>",
            words.statement(),
            escaped(words.statement_lead())
        ),
        part(
            words.statement_tested(),
            &[
                words.statement_rules(),
                words.statement_keyboard(),
                words.statement_contrast(),
                words.statement_vision(),
                words.statement_size(),
                words.statement_motion(),
            ],
        ),
        part(
            words.statement_untested(),
            &[words.statement_people(), words.statement_engines()],
        ),
        part(
            words.statement_fails(),
            &[
                words.statement_names(),
                words.statement_small(),
                words.statement_low(),
                words.statement_still(),
            ],
        ),
        format!("<p>{}</p>", escaped(words.statement_contact())),
    ]
    .concat()
}

/// What stands under the credits: on a site a link to the statement, in the one file the statement itself.
pub fn place(words: Words) -> String {
    format!(
        "<a class=\"to-statement\" data-site-only href=\"{}\">{}</a>\
         <section class=\"statement\" id=\"accessibility\" data-file-only>{}</section>",
        file(words.language),
        words.statement(),
        statement(words, 2)
    )
}
