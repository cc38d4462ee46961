//! The player for readers who asked for reduced motion: from event to event instead of flowing.

use five_armies::evidence::Telling;
use five_armies::moment::Moment;
use five_armies::playback::{Command, Playback, Speed};
use five_armies::story::STORY;

const FRAME: f64 = 50.0;

fn after(player: Playback, commands: &[Command]) -> Playback {
    commands
        .iter()
        .fold(player, |p, c| p.after(*c, &STORY, Telling::Article))
}

fn frame(player: Playback) -> Playback {
    player.after_frame(FRAME, &STORY, Telling::Article)
}

/// Stepping and playing, from the opening.
fn stepping() -> Playback {
    after(
        Playback::opening(&STORY),
        &[Command::SetStepping(true), Command::Play],
    )
}

/// Frames until it stands somewhere else.
fn frames_of_one_stand(mut player: Playback) -> usize {
    let start = player.position;
    (1..10_000)
        .find(|_| {
            player = frame(player);
            player.position != start
        })
        .unwrap_or(0)
}

#[test]
fn it_stands_three_seconds_at_each_event_until_the_end() {
    let mut player = stepping();
    let (mut seen, mut stood, mut frames) = (Vec::new(), player.at(&STORY), 0);
    for _ in 0..100_000 {
        if !player.playing {
            break;
        }
        player = frame(player);
        frames += 1;
        if player.at(&STORY) != stood {
            assert_eq!(frames, 60, "before {}", player.at(&STORY).iso());
            (stood, frames) = (player.at(&STORY), 0);
            seen.push(stood);
        }
    }
    let told = STORY
        .events
        .iter()
        .filter(|e| Telling::Article.includes(e.basis));
    let mut expected: Vec<Moment> = told.map(|e| e.at).filter(|m| *m > STORY.opening).collect();
    expected.dedup();
    expected.push(STORY.timeline.end());
    assert_eq!(seen, expected);
    assert!(!player.playing);
}

#[test]
fn the_speed_changes_how_long_it_stands() {
    let frames = |speed| frames_of_one_stand(after(stepping(), &[Command::SetSpeed(speed)]));
    assert_eq!(Speed::ALL.map(frames), [120, 60, 20]);
}

#[test]
fn a_seek_lets_the_reader_look_for_the_whole_time() {
    let mut player = stepping();
    for _ in 0..40 {
        player = frame(player);
    }
    let sought = after(player, &[Command::Seek(Moment::new(1968, 8, 21, 6, 0))]);
    assert_eq!(frames_of_one_stand(sought), 60);
}

#[test]
fn a_paused_player_stands_for_ever() {
    let paused = after(stepping(), &[Command::Pause]);
    assert_eq!(frame(paused), paused);
}

#[test]
fn at_the_end_it_stops_at_once() {
    for command in [
        Command::Drag(1.0),
        Command::Seek(Moment::new(1992, 1, 1, 0, 0)),
    ] {
        let ended = frame(after(stepping(), &[command]));
        assert_eq!((ended.position, ended.playing), (1.0, false), "{command:?}");
    }
}
