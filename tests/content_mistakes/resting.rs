//! Which rules of the check the tests rest on, said on stderr for who asks: see `rules`.
//!
//! A rule ends in a mistake that it notes. To take the rule away is to drop its mistakes; a test that no other mistake
//! satisfies then fails.

use std::collections::BTreeSet;
use std::env::var_os;

use crate::build::compile::Mistake;

/// If it is set, the tests say what follows.
pub const SAYING: &str = "CONTENT_MISTAKES_SAYING";
/// The first word of a line about a rule that found something in a test.
pub const FOUND: &str = "found-by";
/// The first word of a line about a rule that could not be taken away without the test's failing.
pub const RESTS: &str = "rests-on";

/// Says which rules found these mistakes.
pub fn found(mistakes: &[Mistake]) {
    if var_os(SAYING).is_some() {
        for rule in rules(mistakes) {
            say(FOUND, &rule);
        }
    }
}

/// Says whether one rule alone found the mistakes that satisfy a test.
pub fn satisfied_by(mistakes: &[Mistake]) {
    if var_os(SAYING).is_some()
        && let [rule] = rules(mistakes).into_iter().collect::<Vec<_>>().as_slice()
    {
        say(RESTS, rule);
    }
}

fn say(what: &str, rule: &str) {
    let thread = std::thread::current();
    eprintln!("{what} {rule} {}", thread.name().unwrap_or("?"));
}

/// The rules by their places in the source, as `compile/check.rs:60:24`.
fn rules(mistakes: &[Mistake]) -> BTreeSet<String> {
    let place = |mistake: &Mistake| {
        let rule = mistake.rule;
        let file = rule.file().replace('\\', "/");
        let below = file.rsplit_once("src/build/").map_or("", |(_, path)| path);
        format!("{below}:{}:{}", rule.line(), rule.column())
    };
    mistakes.iter().map(place).collect()
}
