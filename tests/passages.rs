//! Which paragraph of the story the clock stands at, and which one stands beside it.

use std::collections::BTreeSet;

use five_armies::moment::Moment;
use five_armies::scene::{passage_at, passage_beside};
use five_armies::story::{Passage, STORY};
use proptest::prelude::*;

/// Moments drawn evenly over the scrubber, and some outside the story.
fn moments() -> impl Strategy<Value = Moment> {
    prop_oneof![
        8 => (0.0..=1.0_f64).prop_map(|p| STORY.timeline.moment_at(p)),
        1 => any::<i32>().prop_map(|s| Moment(i64::from(s))),
    ]
}

/// The passages with a moment, of the story's thread or beside it, by that moment.
fn dated(aside: bool) -> Vec<(Moment, &'static Passage)> {
    let some = STORY.passages.iter().filter(|p| p.aside == aside);
    let mut all: Vec<_> = some.filter_map(|p| Some((p.at?, p))).collect();
    all.sort_by_key(|(at, _)| *at);
    all
}

fn thread() -> Vec<(Moment, &'static Passage)> {
    dated(false)
}

fn passage(index: Option<usize>) -> Option<&'static Passage> {
    STORY.passages.get(index?)
}

fn id_at(at: Moment) -> Option<&'static str> {
    passage(passage_at(&STORY, at)).map(|p| p.id)
}

fn moment_at(at: Moment) -> Option<Moment> {
    passage(passage_at(&STORY, at))?.at
}

#[test]
fn each_of_the_thread_stands_at_its_moment_until_the_next() {
    let all = thread();
    for (i, (at, passage)) in all.iter().enumerate() {
        assert_eq!(id_at(*at), Some(passage.id), "at {}", at.iso());
        let before = i.checked_sub(1).and_then(|i| all.get(i));
        let just_before = id_at(Moment(at.0 - 1));
        assert_eq!(just_before, before.map(|(_, p)| p.id), "{}", passage.id);
    }
    assert_eq!(id_at(Moment(i64::MAX)), all.last().map(|(_, p)| p.id));
}

#[test]
fn before_the_first_there_is_none() {
    for find in [passage_at, passage_beside] {
        assert_eq!(find(&STORY, Moment(i64::MIN)), None);
        assert_eq!(find(&STORY, STORY.timeline.start()), None);
    }
    let first = thread().first().map_or(Moment(0), |(at, _)| *at);
    assert_eq!(passage_at(&STORY, Moment(first.0 - 1)), None);
}

#[test]
fn at_the_opening_the_story_opens() {
    let beside = passage(passage_beside(&STORY, STORY.opening));
    let here = [id_at(STORY.opening), beside.map(|p| p.id)];
    assert!(here.contains(&Some("opening-night")), "{here:?}");
}

#[test]
fn every_moment_is_in_the_story_and_one_of_the_thread_its_own() {
    let moments: BTreeSet<Moment> = thread().iter().map(|(at, _)| *at).collect();
    assert_eq!(moments.len(), thread().len(), "two share a moment");
    for (at, passage) in thread().into_iter().chain(dated(true)) {
        assert_eq!(STORY.timeline.clamp(at), at, "{}", passage.id);
    }
}

#[test]
fn the_passages_of_a_chapter_stand_together_and_most_have_a_moment() {
    let mut chapters: Vec<&str> = STORY.passages.iter().map(|p| p.chapter).collect();
    chapters.dedup();
    let single: BTreeSet<&str> = chapters.iter().copied().collect();
    assert_eq!((chapters.len(), single.len()), (15, 15));
    let dated = thread().len() + dated(true).len();
    assert!(dated * 10 > STORY.passages.len() * 8, "{dated}");
}

#[test]
fn the_thread_passes_through_every_act() {
    let acts: BTreeSet<usize> = thread()
        .iter()
        .map(|(at, _)| STORY.timeline.act_at(*at))
        .collect();
    assert_eq!(acts.len(), STORY.timeline.acts.len());
}

proptest! {
    #[test]
    fn the_clock_never_goes_back_in_the_story(a in moments(), b in moments()) {
        let (early, late) = (a.min(b), a.max(b));
        prop_assert!(moment_at(early) <= moment_at(late));
    }

    #[test]
    fn none_of_the_thread_that_is_nearer_was_passed_over(at in moments()) {
        let wanted = thread().into_iter().rfind(|(from, _)| *from <= at);
        prop_assert_eq!(id_at(at), wanted.map(|(_, p)| p.id));
    }

    #[test]
    fn what_stands_beside_is_the_latest_and_later_than_the_thread(at in moments()) {
        let latest = dated(true).into_iter().rfind(|(from, _)| *from <= at).map(|(from, _)| from);
        let wanted = latest.filter(|from| moment_at(at).is_none_or(|thread| *from > thread));
        let beside = passage(passage_beside(&STORY, at));
        prop_assert_eq!(beside.and_then(|p| p.at), wanted);
        prop_assert!(beside.is_none_or(|p| p.aside));
    }
}
