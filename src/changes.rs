//! The moments at which the picture changes by itself: everything but the place of a column that is under way.
//!
//! Between two of them the clock moves nothing else, so what asks for events, states, sights or light need only look
//! when the clock passes one.

use crate::moment::Moment;
use crate::story::{Route, Story};

/// All changes of a story, rising, each once; the first is the story's beginning.
pub fn changes(story: &Story) -> Vec<Moment> {
    let timeline = &story.timeline;
    let mut all = vec![timeline.start()];
    // Put in where it belongs: what sorts a list is 3 kB of program.
    let mut note = |at: Moment| {
        if let (true, Err(place)) = (at <= timeline.end(), all.binary_search(&at))
            && place > 0
        {
            all.insert(place, at);
        }
    };
    note(timeline.end());
    for act in timeline.acts {
        note(act.start);
    }
    for route in story.routes {
        of_route(route, &mut note);
    }
    for event in story.events {
        note(event.at);
    }
    for reaction in story.reactions {
        note(reaction.appears);
    }
    for sight in story.sights {
        note(sight.from);
        note(sight.until);
    }
    for at in story.passages.iter().filter_map(|passage| passage.at) {
        note(at);
    }
    for (from, _) in story.lights {
        note(*from);
    }
    all
}

/// When a column comes and goes, sets out and arrives, and when aircraft are counted.
fn of_route(route: &Route, note: &mut impl FnMut(Moment)) {
    note(route.appears);
    note(route.until);
    for station in [route.stations.first(), route.stations.last()]
        .into_iter()
        .flatten()
    {
        note(station.at);
    }
    if let Some(landings) = &route.landings {
        for at in landings.known {
            note(*at);
        }
        if let Some(stream) = landings.stream {
            note(stream);
        }
        if let Some((_, by)) = landings.total {
            note(by);
        }
    }
}

/// The latest change that has come at a moment; the first one for moments before it.
pub fn latest(changes: &[Moment], at: Moment) -> Moment {
    let passed = changes.partition_point(|change| *change <= at);
    let latest = changes.get(passed.saturating_sub(1));
    latest.copied().unwrap_or(at)
}
