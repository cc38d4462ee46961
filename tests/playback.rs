//! The player: what each command and each frame does to it.

use five_armies::evidence::Telling;
use five_armies::moment::Moment;
use five_armies::playback::{Command, Playback, Speed};
use five_armies::story::STORY;
use proptest::prelude::*;

const TELLINGS: [Telling; 2] = [Telling::Article, Telling::Record];
/// Milliseconds of one frame.
const FRAME: f64 = 16.0;

fn opening() -> Playback {
    Playback::opening(&STORY)
}

fn playing() -> Playback {
    after(opening(), Command::Play)
}

fn after(player: Playback, command: Command) -> Playback {
    player.after(command, &STORY, Telling::Record)
}

fn frame(player: Playback, ms: f64) -> Playback {
    player.after_frame(ms, &STORY, Telling::Record)
}

/// The moments of a telling's events, each once.
fn moments_of(telling: Telling) -> Vec<Moment> {
    let told = STORY.events.iter().filter(|e| telling.includes(e.basis));
    let mut moments: Vec<Moment> = told.map(|e| e.at).collect();
    moments.dedup();
    moments
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(Command::Toggle),
        Just(Command::Play),
        Just(Command::Pause),
        any::<i32>().prop_map(|s| Command::Seek(Moment(i64::from(s)))),
        any::<f64>().prop_map(Command::Drag),
        Just(Command::NextEvent),
        Just(Command::PreviousEvent),
        (-100..100_i64).prop_map(Command::Nudge),
        proptest::sample::select(Speed::ALL.to_vec()).prop_map(Command::SetSpeed),
        any::<bool>().prop_map(Command::SetStepping),
    ]
}

proptest! {
    #[test]
    fn the_position_never_leaves_the_scale(
        steps in proptest::collection::vec((any_command(), 0.0..1e6_f64), 0..40),
        article in any::<bool>(),
    ) {
        let telling = if article { Telling::Article } else { Telling::Record };
        let mut player = opening();
        for (command, ms) in steps {
            player = player.after(command, &STORY, telling).after_frame(ms, &STORY, telling);
            prop_assert!((0.0..=1.0).contains(&player.position), "{command:?}: {}", player.position);
            // A stepping player is the matter of stepping.rs.
            prop_assert!(!player.playing || player.stepping || player.position < 1.0);
        }
    }

    #[test]
    fn a_seek_goes_to_the_very_moment_or_the_nearest_end(second in any::<i32>()) {
        let at = Moment(i64::from(second));
        let player = after(playing(), Command::Seek(at));
        prop_assert_eq!(player.at(&STORY), STORY.timeline.clamp(at));
        prop_assert!(player.playing, "a seek does not stop the player");
    }

    #[test]
    fn a_frame_of_no_sense_moves_at_most_a_tenth_of_a_second(ms in any::<f64>()) {
        let (before, longest) = (playing(), frame(playing(), 100.0).position);
        let moved = frame(before, ms).position;
        prop_assert!(before.position <= moved && moved <= longest, "{ms} ms: to {moved}");
    }
}

#[test]
fn it_opens_paused_at_the_general_start() {
    let player = opening();
    assert!(!player.playing && !player.stepping && player.speed == Speed::Normal);
    assert_eq!(player.at(&STORY), Moment::new(1968, 8, 20, 23, 0));
    assert_eq!(player.at(&STORY), STORY.opening);
}

#[test]
fn a_paused_player_stays_where_it_is() {
    assert_eq!(frame(opening(), FRAME), opening());
    let paused = after(frame(playing(), FRAME), Command::Pause);
    assert_eq!(frame(paused, FRAME), paused);
}

#[test]
fn a_playing_player_advances_evenly() {
    let one = frame(playing(), FRAME);
    let two = frame(one, FRAME);
    assert!(one.position > opening().position && one.playing);
    let (first, second) = (
        one.position - opening().position,
        two.position - one.position,
    );
    assert!((first - second).abs() < 1e-12);
}

#[test]
fn the_speeds_are_half_normal_and_three_times() {
    let way = |speed| {
        let start = after(playing(), Command::SetSpeed(speed));
        frame(start, FRAME).position - start.position
    };
    let normal = way(Speed::Normal);
    assert!((way(Speed::Slow) / normal - 0.5).abs() < 1e-9);
    assert!((way(Speed::Fast) / normal - 3.0).abs() < 1e-9);
    for speed in Speed::ALL {
        assert_eq!(Speed::from_key(speed.key()), Some(speed));
    }
    assert_eq!(Speed::from_key("warp"), None);
}

#[test]
fn the_night_takes_a_minute_and_a_half() {
    let (mut player, mut ms) = (
        after(playing(), Command::Seek(Moment::new(1968, 8, 20, 20, 0))),
        0.0,
    );
    while player.at(&STORY) < Moment::new(1968, 8, 21, 12, 0) {
        player = frame(player, FRAME);
        ms += FRAME;
    }
    assert!((80_000.0..100_000.0).contains(&ms), "{ms} ms");
}

#[test]
fn a_tab_that_slept_moves_by_one_long_frame() {
    let (slept, long) = (frame(playing(), 1e9), frame(playing(), 100.0));
    assert_eq!(slept.position, long.position);
    assert!(
        slept.at(&STORY).0 - STORY.opening.0 < 120,
        "{}",
        slept.at(&STORY).iso()
    );
    assert_eq!(frame(playing(), f64::INFINITY).position, long.position);
}

#[test]
fn a_frame_whose_length_is_no_number_moves_nothing() {
    for ms in [f64::NAN, -50.0, 0.0] {
        assert_eq!(frame(playing(), ms), playing(), "{ms} ms");
    }
}

#[test]
fn at_the_end_it_stops_and_play_begins_again_at_the_opening() {
    let near = after(playing(), Command::Drag(1.0 - 1e-9));
    let ended = frame(near, FRAME);
    assert_eq!((ended.position, ended.playing), (1.0, false));
    assert_eq!(ended.at(&STORY), STORY.timeline.end());
    assert_eq!(frame(ended, FRAME), ended);
    for command in [Command::Play, Command::Toggle] {
        let again = after(ended, command);
        assert!(again.playing, "{command:?}");
        assert_eq!(again.at(&STORY), STORY.opening, "{command:?}");
        assert!(!after(again, Command::Toggle).playing);
    }
}

#[test]
fn a_drag_that_is_no_number_goes_to_an_end() {
    for (position, expected) in [
        (f64::NAN, 0.0),
        (-3.0, 0.0),
        (f64::NEG_INFINITY, 0.0),
        (0.3, 0.3),
        (7.0, 1.0),
        (f64::INFINITY, 1.0),
    ] {
        assert_eq!(
            after(opening(), Command::Drag(position)).position,
            expected,
            "{position}"
        );
    }
}

#[test]
fn the_event_buttons_visit_every_event_of_the_telling_and_come_back() {
    for telling in TELLINGS {
        let expected = moments_of(telling);
        let mut player = opening().after(Command::Drag(0.0), &STORY, telling);
        let mut seen = Vec::new();
        for _ in &expected {
            player = player.after(Command::Play, &STORY, telling).after(
                Command::NextEvent,
                &STORY,
                telling,
            );
            assert!(!player.playing, "an event is looked at");
            seen.push(player.at(&STORY));
        }
        assert_eq!(seen, expected, "forward, {telling:?}");
        let end = player.after(Command::NextEvent, &STORY, telling);
        assert_eq!(end.at(&STORY), STORY.timeline.end());
        let mut back = Vec::new();
        player = end;
        for _ in &expected {
            player = player.after(Command::PreviousEvent, &STORY, telling);
            back.push(player.at(&STORY));
        }
        back.reverse();
        assert_eq!(back, expected, "backward, {telling:?}");
        let start = player.after(Command::PreviousEvent, &STORY, telling);
        assert_eq!(start.at(&STORY), STORY.timeline.start());
    }
}

#[test]
fn a_nudge_is_the_step_of_its_act() {
    for act in STORY.timeline.acts {
        let inside = Moment(act.start.0 + 2 * act.step);
        let player = after(opening(), Command::Seek(inside));
        let one = after(player, Command::Nudge(1));
        assert_eq!(one.at(&STORY).0 - inside.0, act.step, "{}", act.id);
        assert_eq!(
            after(one, Command::Nudge(-1)).at(&STORY),
            inside,
            "{}",
            act.id
        );
    }
    let end = after(opening(), Command::Drag(1.0));
    assert_eq!(after(end, Command::Nudge(1)).position, 1.0);
    assert_eq!(
        after(after(opening(), Command::Drag(0.0)), Command::Nudge(-1)).position,
        0.0
    );
}
