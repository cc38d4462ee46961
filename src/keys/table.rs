//! The table of keys, and the lines of the list that is written from it.

use super::{Act, Focus, On, Region};
use crate::camera::{Look, ZOOM_STEP};
use crate::neighbours::Way;
use crate::playback::Command;

/// Where a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Everywhere but in fields.
    Anywhere,
    /// Wherever it does not press a button.
    OffButtons,
    /// Off the map's things and the scrubber, which have the same keys.
    OffMap,
    /// On the map or one of its things.
    OnMap,
    /// On a thing on the map.
    OnThing,
    /// In the map's part of the page or the clock's: in the text these keys scroll.
    OffText,
    /// On the scrubber.
    OnScrubber,
    /// While presenting.
    Presenting,
    /// While presenting, wherever it does not press a button.
    PresentingOffButtons,
    /// While presenting, off the text, which these keys scroll.
    PresentingOffText,
}

impl Holds {
    pub(super) fn at(self, focus: Focus) -> bool {
        let on_button = focus.on == On::Button;
        let on_map = matches!(focus.on, On::Stage | On::Thing);
        let on_scrubber = focus.on == On::Scrubber;
        match self {
            Self::Anywhere => true,
            Self::OffButtons => !on_button && focus.on != On::Thing,
            Self::OffMap => !on_map && !on_scrubber,
            Self::OnMap => on_map,
            Self::OnThing => focus.on == On::Thing,
            Self::OffText => focus.region != Region::Text,
            Self::OnScrubber => on_scrubber,
            Self::Presenting => focus.presenting,
            Self::PresentingOffButtons => focus.presenting && !on_button,
            Self::PresentingOffText => focus.presenting && focus.region != Region::Text,
        }
    }
}

/// A line in the list of keys, in order. Each has its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The list itself.
    Help,
    /// Play and pause.
    Play,
    /// The event before and after.
    Events,
    /// The story's beginning and end.
    Ends,
    /// The four acts.
    Acts,
    /// Near, far, whole.
    Zoom,
    /// To the map.
    Map,
    /// To the reactions.
    Reactions,
    /// Begin presenting.
    Present,
    /// Close what is open.
    Close,
    /// From thing to thing on the map.
    Walk,
    /// Choose a thing.
    Choose,
    /// Minutes on the scrubber.
    Minutes,
    /// Events on the scrubber.
    ScrubberEvents,
    /// While presenting, the event after.
    Forward,
    /// While presenting, the event before.
    Back,
    /// While presenting, the reactions.
    Over,
    /// While presenting, a black screen.
    Blank,
    /// While presenting, the end of it.
    Leave,
}

impl Line {
    /// The part of the list in which it stands.
    pub fn chapter(self) -> Chapter {
        match self {
            Self::Walk | Self::Choose => Chapter::Map,
            Self::Minutes | Self::ScrubberEvents => Chapter::Scrubber,
            Self::Forward | Self::Back | Self::Over | Self::Blank | Self::Leave => {
                Chapter::Presenting
            }
            _ => Chapter::Anywhere,
        }
    }
}

/// The parts of the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// What holds anywhere.
    Anywhere,
    /// What holds on the map.
    Map,
    /// What holds on the scrubber.
    Scrubber,
    /// What holds while presenting.
    Presenting,
}

impl Chapter {
    /// The parts in order.
    pub const ALL: [Self; 4] = [Self::Anywhere, Self::Map, Self::Scrubber, Self::Presenting];
}

/// A row of the table.
#[derive(Debug)]
pub struct Binding {
    /// The keys, as browsers name them.
    pub keys: &'static [&'static str],
    /// What they ask for.
    pub act: Act,
    /// The line of the list to which they belong; `None` for a second way to say the same, which the list leaves out.
    pub line: Option<Line>,
    /// Where they hold.
    pub(super) holds: Holds,
}

const fn row(keys: &'static [&'static str], holds: Holds, act: Act, line: Line) -> Binding {
    Binding {
        keys,
        act,
        line: Some(line),
        holds,
    }
}

const fn also(keys: &'static [&'static str], holds: Holds, act: Act) -> Binding {
    Binding {
        keys,
        act,
        line: None,
        holds,
    }
}

/// The table. The first row that holds counts.
pub const BINDINGS: &[Binding] = {
    use Act::{Blank, Choose, Close, GoToAct, Help, Map, Present, Reactions, Send, Walk};
    use Holds::*;
    const NEXT: Act = Send(Command::NextEvent);
    const BACK: Act = Send(Command::PreviousEvent);
    const LATER: Act = Send(Command::Nudge(1));
    const EARLIER: Act = Send(Command::Nudge(-1));
    const BEGINNING: Act = Send(Command::Drag(0.0));
    const END: Act = Send(Command::Drag(1.0));
    const NEARER: Act = Act::Look(Look::ZoomMiddle(ZOOM_STEP));
    const FARTHER: Act = Act::Look(Look::ZoomMiddle(1.0 / ZOOM_STEP));
    const WHOLE: Act = Act::Look(Look::Whole);
    &[
        row(&["ArrowRight", "PageDown"], Presenting, NEXT, Line::Forward),
        row(&["Enter"], PresentingOffButtons, NEXT, Line::Forward),
        also(&["ArrowDown"], PresentingOffText, NEXT),
        row(&["ArrowLeft", "PageUp"], Presenting, BACK, Line::Back),
        row(&["Backspace"], Presenting, BACK, Line::Back),
        also(&["ArrowUp"], PresentingOffText, BACK),
        row(&["b", "."], Presenting, Blank, Line::Blank),
        row(&["r"], Presenting, Reactions, Line::Over),
        row(&["Escape"], Presenting, Close, Line::Leave),
        row(&["ArrowLeft"], OnMap, Walk(Way::Left), Line::Walk),
        row(&["ArrowRight"], OnMap, Walk(Way::Right), Line::Walk),
        row(&["ArrowUp"], OnMap, Walk(Way::Up), Line::Walk),
        row(&["ArrowDown"], OnMap, Walk(Way::Down), Line::Walk),
        row(&["Enter", " "], OnThing, Choose, Line::Choose),
        row(&["ArrowLeft"], OnScrubber, EARLIER, Line::Minutes),
        row(&["ArrowRight"], OnScrubber, LATER, Line::Minutes),
        also(&["ArrowDown"], OnScrubber, EARLIER),
        also(&["ArrowUp"], OnScrubber, LATER),
        row(&["PageDown"], OnScrubber, BACK, Line::ScrubberEvents),
        row(&["PageUp"], OnScrubber, NEXT, Line::ScrubberEvents),
        row(&["?"], Anywhere, Help, Line::Help),
        row(&[" "], OffButtons, Send(Command::Toggle), Line::Play),
        row(&["ArrowLeft"], OffMap, BACK, Line::Events),
        row(&["ArrowRight"], OffMap, NEXT, Line::Events),
        row(&["Home"], OffText, BEGINNING, Line::Ends),
        row(&["End"], OffText, END, Line::Ends),
        row(&["1"], Anywhere, GoToAct(0), Line::Acts),
        row(&["2"], Anywhere, GoToAct(1), Line::Acts),
        row(&["3"], Anywhere, GoToAct(2), Line::Acts),
        row(&["4"], Anywhere, GoToAct(3), Line::Acts),
        row(&["+"], Anywhere, NEARER, Line::Zoom),
        // The key that bears the + where that needs Shift.
        also(&["="], Anywhere, NEARER),
        row(&["-"], Anywhere, FARTHER, Line::Zoom),
        row(&["0"], Anywhere, WHOLE, Line::Zoom),
        row(&["m"], Anywhere, Map, Line::Map),
        row(&["r"], Anywhere, Reactions, Line::Reactions),
        row(&["p"], Anywhere, Present, Line::Present),
        row(&["Escape"], Anywhere, Close, Line::Close),
    ]
};
