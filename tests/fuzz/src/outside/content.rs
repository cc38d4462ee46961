//! The content files: the real ones with some lines changed.
//!
//! A change is a line of its own: a file, a line of that, what is done there, and a text, as
//! `routes.toml 610 = "trutnow"`. Bytes that are no such lines change something, too: a file that does not exist means
//! another, a line behind the last begins again at the first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use crate::build::compile::{Files, Mistake, compile};

/// The content as it is.
static REAL: LazyLock<Files> = LazyLock::new(|| {
    let files = Files::read(Path::new(crate::CONTENT));
    assert!(files.is_ok(), "there is no content in {}", crate::CONTENT);
    files.unwrap_or_else(|_| Files(BTreeMap::new()))
});

/// The content as it is, for who changes it in another way.
pub fn real() -> Files {
    Files(REAL.0.clone())
}

/// Most changes of one input: more of them only hide each other.
const MOST: usize = 8;
/// Stands for the end of a line in the text of a change.
const NEW_LINE: &str = "\\n";

/// A story comes out, or a list of mistakes, each of which names file, entry and field and says what was expected.
pub fn check(bytes: &[u8]) {
    let mut files = real();
    for line in super::text(bytes).lines().take(MOST) {
        change(&mut files, line);
    }
    match compile(&files) {
        Ok(outputs) => {
            let names: BTreeSet<&str> = outputs.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, BTreeSet::from(["prose.rs", "story.rs", "words.rs"]));
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            mistakes.iter().for_each(|mistake| is_told(mistake, &files));
        }
    }
}

fn is_told(mistake: &Mistake, files: &Files) {
    let said = mistake.to_string();
    let Mistake {
        file,
        line,
        entry,
        problem,
        ..
    } = mistake;
    assert!(REAL.0.contains_key(file), "of which file? {said}");
    let lines = files
        .0
        .get(file)
        .map_or(0, |bytes| bytes.split(|&b| b == b'\n').count());
    assert!(*line <= lines, "the file has {lines} lines: {said}");
    assert!(
        !entry.is_empty() && !said.contains("field ``"),
        "where? {said}"
    );
    assert!(problem.contains("expected"), "what was expected? {said}");
    // cargo shows the first line alone.
    assert!(!said.contains(char::is_control), "{said:?}");
}

/// Does what one line says.
fn change(files: &mut Files, line: &str) {
    let mut words = line.splitn(4, ' ');
    let mut word = || words.next().unwrap_or("");
    let (name, number, act, text) = (word(), word(), word(), word());
    let text = text.replace(NEW_LINE, "\n");
    let Some(bytes) = chosen(files, name) else {
        return;
    };
    if act == "bytes" {
        // What is no text at all.
        bytes.extend(text.chars().map(|c| c as u8));
        return;
    }
    let whole = String::from_utf8_lossy(bytes).into_owned();
    let mut lines: Vec<&str> = whole.lines().collect();
    let place = sum(number) % lines.len().max(1);
    let found = lines.get(place).copied().unwrap_or("");
    let key = found.split_once('=').map_or("", |(key, _)| key);
    let valued = format!("{key}= {text}");
    match act {
        "-" => drop(lines.drain(place..(place + 1).min(lines.len()))),
        "*" => lines.insert(place, found),
        "^" => {
            // What belongs to the line above goes to it, as a waypoint of another place in the order does.
            let other = place.saturating_sub(text.len().max(1));
            if place < lines.len() {
                lines.swap(place, other);
            }
        }
        "+" => lines.insert(place, &text),
        "all" => lines = vec![&text],
        _ => match lines.get_mut(place) {
            Some(line) => *line = &valued,
            None => lines.push(&valued),
        },
    }
    *bytes = (lines.join("\n") + "\n").into_bytes();
}

/// The TOML file of that name, or another.
fn chosen<'a>(files: &'a mut Files, name: &str) -> Option<&'a mut Vec<u8>> {
    let known = |file: &&mut (&String, &mut Vec<u8>)| file.0.ends_with(".toml");
    let mut all: Vec<(&String, &mut Vec<u8>)> = files.0.iter_mut().collect();
    all.retain_mut(|file| known(&file));
    let exact = all.iter().position(|file| file.0.as_str() == name);
    let place = exact.unwrap_or_else(|| sum(name) % all.len().max(1));
    (place < all.len()).then(|| all.swap_remove(place).1)
}

/// A number as it is written, or any other that the word makes.
fn sum(word: &str) -> usize {
    let by_letters = || {
        word.bytes().fold(0, |sum: usize, b| {
            sum.wrapping_mul(31).wrapping_add(b.into())
        })
    };
    word.parse().unwrap_or_else(|_| by_letters())
}
