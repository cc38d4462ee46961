//! Less motion: who decides, and that it leaves out no fact.

use std::collections::BTreeSet;

use five_armies::evidence::Telling;
use five_armies::motion::Motion;
use five_armies::playback::{Command, Playback};
use five_armies::scene::current_event;
use five_armies::story::STORY;

#[test]
fn the_reader_overrules_the_system_both_ways() {
    for system_asks in [false, true] {
        assert_eq!(Motion::Auto.steps(system_asks), system_asks);
        assert!(Motion::Less.steps(system_asks));
        assert!(!Motion::Full.steps(system_asks));
    }
    assert_eq!(Motion::default(), Motion::Auto);
}

#[test]
fn names_lead_back_to_their_choice() {
    for motion in Motion::ALL {
        assert_eq!(Motion::from_key(motion.key()), Some(motion));
    }
    assert_eq!(Motion::from_key("none"), None);
}

/// The events that were current while the story played from its first moment to its end.
fn played(telling: Telling, stepping: bool) -> Vec<usize> {
    let mut player = Playback::opening(&STORY);
    for command in [
        Command::SetStepping(stepping),
        Command::Drag(0.0),
        Command::Play,
    ] {
        player = player.after(command, &STORY, telling);
    }
    let mut seen = Vec::new();
    while player.playing {
        if let Some(event) = current_event(&STORY, player.at(&STORY), telling)
            && seen.last() != Some(&event)
        {
            seen.push(event);
        }
        player = player.after_frame(16.0, &STORY, telling);
    }
    seen
}

#[test]
fn stepping_tells_every_event_that_flowing_tells_in_the_same_order() {
    for telling in [Telling::Article, Telling::Record] {
        let (flowing, stepping) = (played(telling, false), played(telling, true));
        let shown: BTreeSet<usize> = stepping.iter().copied().collect();
        let missed: Vec<_> = flowing
            .iter()
            .filter(|event| !shown.contains(event))
            .collect();
        assert!(missed.is_empty(), "{telling:?} leaves out {missed:?}");
        let of_both: Vec<_> = stepping
            .iter()
            .filter(|event| flowing.contains(event))
            .collect();
        assert!(
            of_both.iter().eq(&flowing.iter().collect::<Vec<_>>()),
            "{telling:?}: another order"
        );
        assert!(stepping.len() > 15, "{} events", stepping.len());
    }
}
