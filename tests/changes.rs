//! Between two changes nothing differs but the columns under way.

use five_armies::changes::{changes, latest};
use five_armies::evidence::Telling;
use five_armies::march::Phase;
use five_armies::moment::Moment;
use five_armies::scene::{Scene, passage_at, passage_beside, scene_at};
use five_armies::story::STORY;
use proptest::prelude::*;

/// A scene without the places of columns that are under way.
fn still(at: Moment, telling: Telling) -> Scene {
    let mut scene = scene_at(&STORY, at, telling);
    for placed in &mut scene.columns {
        if placed.column.phase == Phase::Moving {
            placed.column.covered = 0.0;
            placed.column.certain = true;
            placed.head = None;
        }
    }
    scene
}

#[test]
fn changes_rise_from_the_storys_beginning_to_its_end() {
    let all = changes(&STORY);
    assert!(all.is_sorted_by(|a, b| a < b));
    assert_eq!(all.first(), Some(&STORY.timeline.start()));
    assert_eq!(all.last(), Some(&STORY.timeline.end()));
    assert!(STORY.events.iter().all(|e| all.contains(&e.at)));
}

#[test]
fn before_the_first_change_it_is_the_first() {
    let all = changes(&STORY);
    assert_eq!(latest(&all, Moment(i64::MIN)), STORY.timeline.start());
    assert_eq!(latest(&all, Moment(i64::MAX)), STORY.timeline.end());
    assert_eq!(latest(&[], Moment(7)), Moment(7));
}

#[test]
fn nothing_else_changes_up_to_the_last_second_before_the_next() {
    for pair in changes(&STORY).windows(2) {
        let (from, last) = (pair[0], Moment(pair[1].0 - 1));
        for telling in [Telling::Article, Telling::Record] {
            assert_eq!(still(from, telling), still(last, telling), "{}", from.iso());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_else_changes_in_between(
        position in 0.0..=1.0_f64,
        telling in proptest::sample::select(vec![Telling::Article, Telling::Record]),
    ) {
        let at = STORY.timeline.moment_at(position);
        let turn = latest(&changes(&STORY), at);
        prop_assert!(turn <= at);
        prop_assert_eq!(still(turn, telling), still(at, telling));
        prop_assert_eq!(passage_at(&STORY, turn), passage_at(&STORY, at));
        prop_assert_eq!(passage_beside(&STORY, turn), passage_beside(&STORY, at));
        prop_assert_eq!(STORY.timeline.act_at(turn), STORY.timeline.act_at(at));
    }
}
