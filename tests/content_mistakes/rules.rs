//! Whether each rule of the content check is held by a test: without it a test would fail.
//!
//! The rules are found in the source of the check, the tests by running them. So a new rule without a test is noticed.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::env::current_exe;
use std::error::Error;
use std::process::Command;

use crate::resting::{FOUND, RESTS, SAYING};
use source::Source;

/// What the tests say of the rules.
#[derive(Default)]
struct Heard {
    /// The tests in which a rule finds something, by rule.
    found: BTreeMap<String, BTreeSet<String>>,
    /// The rules on which an assertion rests.
    held: BTreeSet<String>,
}

impl Heard {
    /// Runs all tests but these in a process of its own.
    fn from_the_tests() -> Result<Self, Box<dyn Error>> {
        let run = Command::new(current_exe()?)
            // More than one thread: so each test runs in one that has its name.
            .args(["--nocapture", "--test-threads=2", "--skip", "rules::"])
            .env(SAYING, "")
            .output()?;
        let said = String::from_utf8(run.stderr)?;
        assert!(
            run.status.success(),
            "these tests fail as they are:\n{said}"
        );
        let mut heard = Self::default();
        for line in said.lines() {
            match line.split(' ').collect::<Vec<_>>()[..] {
                [FOUND, rule, test] => {
                    let tests = heard.found.entry(rule.to_owned()).or_default();
                    tests.insert(test.to_owned());
                }
                [RESTS, rule, _] => {
                    heard.held.insert(rule.to_owned());
                }
                _ => {}
            }
        }
        Ok(heard)
    }
}

#[test]
fn each_rule_that_is_taken_away_makes_a_test_fail() -> Result<(), Box<dyn Error>> {
    let rules = Source::read()?.rules;
    let heard = Heard::from_the_tests()?;
    let lost: Vec<&String> = heard
        .found
        .keys()
        .filter(|rule| !rules.contains(*rule))
        .collect();
    assert!(
        lost.is_empty(),
        "mistakes come from places of src/build that are no rules; is a function that notes them for others not marked \
         with track_caller? {lost:#?}"
    );
    let unheld = rules.difference(&heard.held).map(|rule| match heard.found.get(rule) {
        None => format!("src/build/{rule}: no test makes this mistake"),
        Some(tests) => format!(
            "src/build/{rule}: no assertion would fail without this rule; it finds something in {tests:?}"
        ),
    });
    let unheld: Vec<String> = unheld.collect();
    assert!(unheld.is_empty(), "{unheld:#?}");
    Ok(())
}

#[test]
fn the_rules_are_found_wherever_they_stand() -> Result<(), Box<dyn Error>> {
    let check = r#"
mod note;
fn one(m: &mut Vec<Mistake>) {
    m.push(note::Mistake::note("expected one"));
    let two = |it: &It| it.note("expected two");
    m.extend(vec![fail(format!("expected {three}"))]);
    fn four(_: fn(u8) -> u8) { note("expected four") }
}
fn crowded(it: &It) {
    /// "expected" in a comment is no message.
    let problem = if it.is_five() { "expected five" } else { "expected six" };
    it.note(problem);
}
const SEVEN: &str = "expected seven";
"#;
    let note = r#"
#[track_caller]
pub fn note(problem: &str) -> Mistake { Mistake { problem, rule: Location::caller() } }
impl It {
    #[track_caller]
    fn fail(&self) { note("expected eight") }
    fn note_it(&self) { Location::caller(); }
}
"#;
    let files = [("check.rs", check), ("note.rs", note)];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let source = Source::of(&files)?;
    let rules: Vec<&str> = source.rules.iter().map(String::as_str).collect();
    assert_eq!(
        rules,
        [
            "check.rs:12:8",
            "check.rs:4:12",
            "check.rs:5:28",
            "check.rs:6:19",
            "check.rs:7:32",
            "note.rs:7:25",
        ]
    );
    assert_eq!(
        source.crowded,
        [
            "src/build/check.rs, crowded: 2 messages, noted at 1 places",
            "src/build/check.rs, outside of functions: 1 messages, noted at 0 places",
        ]
    );
    Ok(())
}

#[test]
fn each_message_has_a_place_of_its_own() -> Result<(), Box<dyn Error>> {
    // Else two rules were one, and the test of one of them were taken for that of both.
    let source = Source::read()?;
    assert!(source.crowded.is_empty(), "{:#?}", source.crowded);
    Ok(())
}
