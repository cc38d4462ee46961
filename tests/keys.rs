//! What keys mean, by where the focus is.

use five_armies::camera::{Look, ZOOM_STEP};
use five_armies::keys::{Act, BINDINGS, Chapter, Focus, On, Pressed, Region, meaning};
use five_armies::neighbours::Way;
use five_armies::playback::Command;
use five_armies::story::STORY;
use proptest::prelude::*;

const NEXT: Option<Act> = Some(Act::Send(Command::NextEvent));
const PREVIOUS: Option<Act> = Some(Act::Send(Command::PreviousEvent));
const TOGGLE: Option<Act> = Some(Act::Send(Command::Toggle));

const REGIONS: [Region; 3] = [Region::Map, Region::Clock, Region::Text];
const ALL_ON: [On; 7] = [
    On::Nothing,
    On::Button,
    On::Choice,
    On::Field,
    On::Stage,
    On::Thing,
    On::Scrubber,
];

fn plain(key: &str) -> Pressed<'_> {
    Pressed {
        key,
        shift: false,
        modified: false,
        held: false,
        taken: false,
    }
}

fn at(region: Region, on: On) -> Focus {
    Focus {
        region,
        on,
        presenting: false,
        signs: true,
    }
}

fn text() -> Focus {
    at(Region::Text, On::Nothing)
}

fn everywhere() -> impl Iterator<Item = Focus> {
    REGIONS.into_iter().flat_map(|region| {
        ALL_ON.into_iter().flat_map(move |on| {
            [false, true].map(|presenting| Focus {
                region,
                on,
                presenting,
                signs: true,
            })
        })
    })
}

fn all_keys() -> Vec<&'static str> {
    BINDINGS
        .iter()
        .flat_map(|b| b.keys.iter().copied())
        .collect()
}

#[test]
fn the_promised_keys_act_in_the_text() {
    let zoom = |by| Some(Act::Look(Look::ZoomMiddle(by)));
    for (key, act) in [
        ("?", Some(Act::Help)),
        (" ", TOGGLE),
        ("ArrowRight", NEXT),
        ("ArrowLeft", PREVIOUS),
        ("1", Some(Act::GoToAct(0))),
        ("2", Some(Act::GoToAct(1))),
        ("3", Some(Act::GoToAct(2))),
        ("4", Some(Act::GoToAct(3))),
        ("+", zoom(ZOOM_STEP)),
        ("=", zoom(ZOOM_STEP)),
        ("-", zoom(1.0 / ZOOM_STEP)),
        ("0", Some(Act::Look(Look::Whole))),
        ("m", Some(Act::Map)),
        ("r", Some(Act::Reactions)),
        ("p", Some(Act::Present)),
        ("Escape", Some(Act::Close)),
    ] {
        assert_eq!(meaning(plain(key), text()), act, "{key}");
    }
}

#[test]
fn there_is_a_digit_for_each_act() {
    assert_eq!(STORY.timeline.acts.len(), 4);
}

#[test]
fn a_reader_of_the_text_can_scroll_it() {
    for key in ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"] {
        assert_eq!(meaning(plain(key), text()), None, "{key}");
    }
}

#[test]
fn arrows_go_from_thing_to_thing_on_the_map_and_by_minutes_on_the_scrubber() {
    for on in [On::Stage, On::Thing] {
        for (key, way) in ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]
            .into_iter()
            .zip(Way::ALL)
        {
            let act = meaning(plain(key), at(Region::Map, on));
            assert_eq!(act, Some(Act::Walk(way)), "{key}");
        }
    }
    let scrubber = at(Region::Clock, On::Scrubber);
    for (key, times) in [
        ("ArrowLeft", -1),
        ("ArrowDown", -1),
        ("ArrowRight", 1),
        ("ArrowUp", 1),
    ] {
        let act = meaning(plain(key), scrubber);
        assert_eq!(act, Some(Act::Send(Command::Nudge(times))), "{key}");
    }
    assert_eq!(meaning(plain("PageUp"), scrubber), NEXT);
    assert_eq!(meaning(plain("PageDown"), scrubber), PREVIOUS);
}

#[test]
fn home_and_end_belong_to_map_and_clock() {
    for (region, on) in [
        (Region::Map, On::Stage),
        (Region::Map, On::Thing),
        (Region::Map, On::Button),
        (Region::Clock, On::Button),
        (Region::Clock, On::Scrubber),
    ] {
        for (key, position) in [("Home", 0.0), ("End", 1.0)] {
            let act = meaning(plain(key), at(region, on));
            assert_eq!(
                act,
                Some(Act::Send(Command::Drag(position))),
                "{key} {on:?}"
            );
        }
    }
}

#[test]
fn space_and_enter_press_what_has_the_focus() {
    for region in REGIONS {
        for key in [" ", "Enter"] {
            assert_eq!(meaning(plain(key), at(region, On::Button)), None, "{key}");
            let presenting = Focus {
                presenting: true,
                ..at(region, On::Button)
            };
            assert_eq!(meaning(plain(key), presenting), None, "{key}, presenting");
        }
    }
    for key in [" ", "Enter"] {
        let act = meaning(plain(key), at(Region::Map, On::Thing));
        assert_eq!(act, Some(Act::Choose), "{key}");
    }
    assert_eq!(meaning(plain(" "), at(Region::Map, On::Stage)), TOGGLE);
    assert_eq!(meaning(plain(" "), at(Region::Clock, On::Scrubber)), TOGGLE);
    assert_eq!(meaning(plain("Enter"), at(Region::Map, On::Stage)), None);
}

#[test]
fn a_presenter_steps_by_arrows_and_by_clicker_wherever_the_focus_is() {
    for on in [On::Nothing, On::Stage, On::Thing, On::Scrubber, On::Button] {
        let focus = Focus {
            presenting: true,
            ..at(Region::Map, on)
        };
        for key in ["PageDown", "ArrowRight", "ArrowDown"] {
            assert_eq!(meaning(plain(key), focus), NEXT, "{key} {on:?}");
        }
        for key in ["PageUp", "ArrowLeft", "ArrowUp", "Backspace"] {
            assert_eq!(meaning(plain(key), focus), PREVIOUS, "{key} {on:?}");
        }
        for key in ["b", "."] {
            assert_eq!(meaning(plain(key), focus), Some(Act::Blank), "{key} {on:?}");
        }
    }
    let reading = Focus {
        presenting: true,
        ..text()
    };
    for key in ["ArrowUp", "ArrowDown"] {
        assert_eq!(meaning(plain(key), reading), None, "{key} scrolls");
    }
    assert_eq!(meaning(plain("Enter"), reading), NEXT);
}

#[test]
fn outside_a_presentation_its_keys_are_nobodys() {
    for key in ["b", ".", "Backspace"] {
        for focus in everywhere().filter(|focus| !focus.presenting) {
            assert_eq!(meaning(plain(key), focus), None, "{key} {focus:?}");
        }
    }
}

#[test]
fn radio_buttons_keep_all_keys_but_escape() {
    for region in REGIONS {
        for key in all_keys() {
            let act = meaning(plain(key), at(region, On::Choice));
            let wanted = (key == "Escape").then_some(Act::Close);
            assert_eq!(act, wanted, "{key}");
        }
    }
}

#[test]
fn shift_is_no_modifier_where_signs_need_it_and_capitals_are_letters() {
    let shifted = |key| Pressed {
        shift: true,
        ..plain(key)
    };
    assert_eq!(meaning(shifted("?"), text()), Some(Act::Help));
    // Czech keyboards type digits with Shift.
    assert_eq!(meaning(shifted("2"), text()), Some(Act::GoToAct(1)));
    for key in ["M", "m", "ArrowRight", " ", "Escape"] {
        assert_eq!(meaning(shifted(key), text()), None, "Shift and {key}");
    }
    assert_eq!(meaning(plain("M"), text()), Some(Act::Map), "Caps Lock");
}

#[test]
fn without_signs_the_named_keys_stay() {
    let focus = Focus {
        signs: false,
        ..text()
    };
    for key in all_keys() {
        let stays = key.len() > 1 || key == " ";
        let before = meaning(plain(key), text());
        let wanted = before.filter(|_| stays);
        assert_eq!(meaning(plain(key), focus), wanted, "{key}");
    }
}

#[test]
fn what_goes_back_and_forth_is_done_once_however_long_the_key_is_down() {
    let held = |key| Pressed {
        held: true,
        ..plain(key)
    };
    for key in [" ", "p", "r", "?", "m"] {
        assert_eq!(meaning(held(key), text()), None, "{key:?}");
    }
    assert_eq!(meaning(held("ArrowRight"), text()), NEXT);
}

/// Of each line of the list, every key does something where its chapter says.
#[test]
fn the_list_promises_nothing_that_does_not_act() {
    for binding in BINDINGS {
        let Some(line) = binding.line else {
            continue;
        };
        let chapter = line.chapter();
        let (region, on) = match chapter {
            // Home and End say where they hold.
            Chapter::Anywhere => (Region::Clock, On::Nothing),
            Chapter::Map => (Region::Map, On::Thing),
            Chapter::Scrubber => (Region::Clock, On::Scrubber),
            Chapter::Presenting => (Region::Map, On::Stage),
        };
        let focus = Focus {
            presenting: chapter == Chapter::Presenting,
            ..at(region, on)
        };
        for key in binding.keys {
            let act = meaning(plain(key), focus);
            assert_eq!(act, Some(binding.act), "{key} in {chapter:?}, {line:?}");
        }
    }
}

/// What is left out of the list is a second key for something that is in it.
#[test]
fn the_list_leaves_no_act_out() {
    for binding in BINDINGS.iter().filter(|b| b.line.is_none()) {
        let listed = BINDINGS
            .iter()
            .any(|b| b.line.is_some() && b.act == binding.act);
        assert!(listed, "{:?}", binding.keys);
    }
}

proptest! {
    #[test]
    fn fields_and_modifiers_are_left_alone(
        key in prop_oneof![proptest::sample::select(all_keys()).prop_map(str::to_owned), any::<String>()],
        place in proptest::sample::select(everywhere().collect::<Vec<_>>()),
        shift: bool,
        held: bool,
    ) {
        let pressed = Pressed { key: &key, shift, modified: false, held, taken: false };
        let field = Focus { on: On::Field, ..place };
        prop_assert_eq!(meaning(pressed, field), None);
        prop_assert_eq!(meaning(Pressed { modified: true, ..pressed }, place), None);
        prop_assert_eq!(meaning(Pressed { taken: true, ..pressed }, place), None);
    }

    #[test]
    fn a_key_that_no_row_names_means_nothing(
        key in any::<String>(),
        place in proptest::sample::select(everywhere().collect::<Vec<_>>()),
    ) {
        prop_assume!(!all_keys().contains(&key.to_ascii_lowercase().as_str()) && !all_keys().contains(&key.as_str()));
        prop_assert_eq!(meaning(plain(&key), place), None);
    }
}
