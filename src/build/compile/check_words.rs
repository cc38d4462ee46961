//! The rules of the interface words: in every language the placeholders that the program fills.

use super::mistake::Mistake;
use super::records::Content;
use super::word_list::WITH_HOLES;
use crate::language::Language;

/// That each word has its placeholders and no others, in every language.
pub fn are_whole(c: &Content, m: &mut Vec<Mistake>) {
    for (word, wordings) in &c.words {
        let holes = WITH_HOLES.iter().find(|(name, _, _)| name == word);
        let holes = holes.map_or(&[][..], |(_, _, holes)| *holes);
        for (language, text) in Language::ALL.into_iter().zip(&wordings.0) {
            // What is missing was reported when it was read.
            if text.is_empty() || placeholders(text) == holes {
                continue;
            }
            let file = match language {
                Language::English => "words.toml".to_owned(),
                other => format!("{}/words.toml", other.tag()),
            };
            m.push(if holes.is_empty() {
                word_mistake(&file, word, "expected no placeholder")
            } else {
                let holes = holes.join("}, {");
                let problem = format!("expected the placeholders {{{holes}}}");
                word_mistake(&file, word, &problem)
            });
        }
    }
}

#[track_caller]
fn word_mistake(file: &str, word: &str, problem: &str) -> Mistake {
    Mistake {
        field: word.to_owned(),
        ..Mistake::whole_file(file, problem)
    }
}

/// The `{names}` in a wording, sorted.
fn placeholders(text: &str) -> Vec<String> {
    let mut names: Vec<String> = text
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name.to_owned()))
        .collect();
    names.sort();
    names
}
