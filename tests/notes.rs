//! Words beside signs on the map: none on another, none on a name, none beyond the window.

use five_armies::evidence::Telling;
use five_armies::labels::{Frame, Labelled, Reserved, Side, place_labels, reserved, text_width};
use five_armies::language::Language;
use five_armies::notes::{Corner, Note, place_notes, taken};
use five_armies::story::{MapBox, STORY};
use five_armies::words::Words;
use proptest::prelude::*;

/// Where the words are drawn.
const STYLE: &str = include_str!("../style/columns.css");
/// Their height in CSS pixels, and how far below their middle the letters stand.
const LETTERS: f64 = 13.0;
const BASELINE: f64 = 4.0;

/// Left, top, right, bottom, in CSS pixels.
type Edges = [f64; 4];

/// By how much the style sheet moves the words from their spot: to the right, and down to their baseline.
fn shift(corner: Corner) -> (f64, f64) {
    let rule = match corner {
        Corner::Right => ":is(.sight, .route-label) text {".to_owned(),
        _ => format!(
            ":is(.sight, .route-label)[data-side=\"{}\"] text {{",
            corner.key()
        ),
    };
    let behind = STYLE.split_once(&rule).map_or("", |(_, behind)| behind);
    let moved = behind.split_once("translate(").map_or("", |(_, b)| b);
    let moved = moved.split_once(')').map_or("", |(moved, _)| moved);
    let pixels = |text: &str| {
        let number = text.trim().strip_suffix("px").map(str::parse::<f64>);
        number.and_then(Result::ok).unwrap_or(f64::NAN)
    };
    let (x, y) = moved.split_once(',').unwrap_or_default();
    (pixels(x), pixels(y))
}

/// Where the letters of a note stand.
fn letters(note: &Note, corner: Corner, scale: f64) -> Edges {
    let (x, y) = (f64::from(note.at.0) * scale, f64::from(note.at.1) * scale);
    let (aside, down) = shift(corner);
    // Words on the left end where those on the right begin.
    let left = match corner.key().ends_with("left") {
        true => x + aside - note.width,
        false => x + aside,
    };
    let middle = y + down - BASELINE;
    let (top, bottom) = (middle - LETTERS / 2.0, middle + LETTERS / 2.0);
    [left, top, left + note.width, bottom]
}

fn overlap(a: Edges, b: Edges) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn frame([left, top, right, bottom]: Edges) -> Frame {
    Frame::new(left, top, right, bottom)
}

fn any_note() -> impl Strategy<Value = Note> {
    (-300..300_i16, -200..200_i16, 10.0..160.0_f64)
        .prop_map(|(x, y, width)| Note { at: (x, y), width })
}

fn any_edges() -> impl Strategy<Value = Edges> {
    (
        -300.0..300.0_f64,
        -200.0..200.0_f64,
        5.0..120.0_f64,
        5.0..40.0_f64,
    )
        .prop_map(|(x, y, width, height)| [x, y, x + width, y + height])
}

const WINDOW: MapBox = MapBox {
    x: -320.0,
    y: -220.0,
    width: 640.0,
    height: 440.0,
};

proptest! {
    #[test]
    fn none_stands_on_another_or_on_what_is_taken_or_beyond_the_window(
        notes in proptest::collection::vec(any_note(), 0..14),
        standing in proptest::collection::vec(any_edges(), 0..8),
        scale in 0.3..3.0_f64,
    ) {
        let frames: Vec<Frame> = standing.iter().map(|e| frame(*e)).collect();
        let placed = place_notes(&notes, frames, scale, Some(WINDOW));
        prop_assert_eq!(placed.len(), notes.len());
        let found = notes.iter().zip(&placed);
        let all: Vec<Edges> = found.filter_map(|(n, c)| Some(letters(n, (*c)?, scale))).collect();
        let edge = [WINDOW.x, WINDOW.y, WINDOW.x + WINDOW.width, WINDOW.y + WINDOW.height].map(|v| v * scale);
        for (i, own) in all.iter().enumerate() {
            prop_assert!(all.iter().skip(i + 1).all(|other| !overlap(*own, *other)));
            prop_assert!(standing.iter().all(|other| !overlap(*own, *other)));
            let inside = own[0] >= edge[0] && own[1] >= edge[1] && own[2] <= edge[2] && own[3] <= edge[3];
            prop_assert!(inside, "{own:?} in {edge:?}");
        }
    }

    #[test]
    fn the_first_asked_is_the_first_served(notes in proptest::collection::vec(any_note(), 1..10), scale in 0.3..3.0_f64) {
        let all = place_notes(&notes, Vec::new(), scale, None);
        let (last, before) = notes.split_last().map_or((0, &[][..]), |(_, before)| (before.len(), before));
        let fewer = place_notes(before, Vec::new(), scale, None);
        prop_assert_eq!(all.get(..last), Some(fewer.as_slice()));
    }

    #[test]
    fn with_room_all_around_it_stands_to_the_right(note in any_note(), scale in 0.3..3.0_f64) {
        prop_assert_eq!(place_notes(&[note], Vec::new(), scale, None), [Some(Corner::Right)]);
    }
}

#[test]
fn it_goes_to_the_other_sides_in_their_order() {
    let note = Note {
        at: (0, 0),
        width: 50.0,
    };
    let order = [
        Corner::Right,
        Corner::LowerRight,
        Corner::UpperRight,
        Corner::Left,
        Corner::LowerLeft,
        Corner::UpperLeft,
    ];
    for (i, corner) in order.iter().enumerate() {
        // A point where the letters of each corner before it would be, in none of the later ones.
        let dot = |c: &Corner| {
            let [left, top, right, bottom] = letters(&note, *c, 1.0);
            let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
            frame([x - 0.1, y - 0.1, x + 0.1, y + 0.1])
        };
        let before = order.iter().take(i).map(dot).collect();
        assert_eq!(place_notes(&[note], before, 1.0, None), [Some(*corner)]);
    }
    let everywhere = vec![frame([-99.0, -99.0, 99.0, 99.0])];
    assert_eq!(place_notes(&[note], everywhere, 1.0, None), [None]);
}

#[test]
fn towns_and_what_is_reserved_stand_before_the_notes() {
    for language in Language::ALL {
        for scale in [0.13, 0.3, 0.6, 1.2] {
            let kept = reserved(&STORY, Telling::Record, Words::of(language), scale);
            let labels = place_labels(STORY.places, kept.clone(), scale, None);
            let named = labels.iter().filter(|l| **l != Labelled::Hidden).count();
            let Reserved { armies, others } = kept.clone();
            let all = taken(STORY.places, &labels, kept, scale);
            assert_eq!(all.len(), armies.len() + others.len() + named);
            for (place, label) in STORY.places.iter().zip(&labels) {
                let Labelled::Named(side) = label else {
                    continue;
                };
                let Some(at) = place.at else { continue };
                let own = Frame::of(at, text_width(place.name), *side, scale);
                assert!(all.contains(&own), "{}", place.name);
            }
        }
    }
    assert_ne!(Side::Right.key(), Corner::LowerRight.key());
}
