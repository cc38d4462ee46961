//! Which paragraph of the story the clock stands at.

use std::collections::BTreeSet;

use five_armies::moment::Moment;
use five_armies::scene::passage_at;
use five_armies::story::{Passage, STORY};
use proptest::prelude::*;

/// Moments drawn evenly over the scrubber, and some outside the story.
fn moments() -> impl Strategy<Value = Moment> {
    prop_oneof![
        8 => (0.0..=1.0_f64).prop_map(|p| STORY.timeline.moment_at(p)),
        1 => any::<i32>().prop_map(|s| Moment(i64::from(s))),
    ]
}

fn dated() -> Vec<(Moment, &'static Passage)> {
    let dated = STORY.passages.iter().filter_map(|p| Some((p.at?, p)));
    let mut all: Vec<_> = dated.collect();
    all.sort_by_key(|(at, _)| *at);
    all
}

fn id_at(at: Moment) -> Option<&'static str> {
    let passage = STORY.passages.get(passage_at(&STORY, at)?);
    passage.map(|p| p.id)
}

fn moment_at(at: Moment) -> Option<Moment> {
    STORY.passages.get(passage_at(&STORY, at)?)?.at
}

#[test]
fn each_stands_at_its_moment_until_the_next() {
    let all = dated();
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
    let first = dated().first().map_or(Moment(0), |(at, _)| *at);
    assert_eq!(passage_at(&STORY, Moment(first.0 - 1)), None);
    assert_eq!(passage_at(&STORY, Moment(i64::MIN)), None);
    assert_eq!(passage_at(&STORY, STORY.timeline.start()), None);
}

#[test]
fn at_the_opening_the_story_opens() {
    assert_eq!(id_at(STORY.opening), Some("opening-night"));
}

#[test]
fn every_moment_is_its_own_and_in_the_story() {
    let moments: BTreeSet<Moment> = dated().iter().map(|(at, _)| *at).collect();
    assert_eq!(moments.len(), dated().len(), "two share a moment");
    for (at, passage) in dated() {
        assert_eq!(STORY.timeline.clamp(at), at, "{}", passage.id);
    }
}

#[test]
fn the_passages_of_a_chapter_stand_together_and_most_have_a_moment() {
    let mut chapters: Vec<&str> = STORY.passages.iter().map(|p| p.chapter).collect();
    chapters.dedup();
    let single: BTreeSet<&str> = chapters.iter().copied().collect();
    assert_eq!((chapters.len(), single.len()), (15, 15));
    assert!(dated().len() * 10 > STORY.passages.len() * 8);
}

#[test]
fn every_act_has_passages() {
    let acts: BTreeSet<usize> = dated()
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
    fn none_that_is_nearer_was_passed_over(at in moments()) {
        let wanted = dated().into_iter().rfind(|(from, _)| *from <= at);
        prop_assert_eq!(id_at(at), wanted.map(|(_, p)| p.id));
    }
}
