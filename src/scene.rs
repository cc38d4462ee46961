//! Everything on the stage at one moment.
//!
//! A scene is a plain value, made from the story, a moment and the chosen telling and from nothing
//! else: dragging the scrubber back gives exactly the picture that was there before. The views ask
//! for its parts one by one, so that a frame costs only what moves; [`scene_at`] is the same calls
//! in one.

use crate::curve::distance;
use crate::daylight::Light;
use crate::evidence::Telling;
use crate::march::{Column, Head, Phase};
use crate::moment::Moment;
use crate::story::{Reaction, Route, Story, point};

/// Sights nearer than this share a spot, in map units (15 km): the buildings of one city.
const ONE_SPOT: f64 = 60.0;

/// The whole picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// One entry per route, in the story's order.
    pub columns: Vec<Placed>,
    /// How many events have happened, of those the telling includes.
    pub happened: usize,
    /// Index of the event that is current.
    pub current: Option<usize>,
    /// One entry per reaction: whether it has appeared.
    pub reactions: Vec<bool>,
    /// One entry per airfield at which something has landed.
    pub landings: Vec<FieldCount>,
    /// Indices of the sights that are on the map.
    pub sights: Vec<usize>,
    /// The light on the map.
    pub light: Light,
}

/// A column and its head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// What it does and how far it is.
    pub column: Column,
    /// Its head; `None` when it is not on the map.
    pub head: Option<Head>,
}

/// Aircraft landed at one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldCount {
    /// Index of the field's place.
    pub field: usize,
    /// Aircraft counted so far.
    pub landed: u16,
    /// Whether more have landed than are on record one by one.
    pub more: bool,
    /// Whether the number is an 'about'.
    pub about: bool,
}

impl FieldCount {
    /// Two counts at one field together.
    fn with(self, other: Self) -> Self {
        let landed = match (self.about, other.about) {
            (true, false) => self.landed,
            (false, true) => other.landed,
            _ => self.landed + other.landed,
        };
        Self {
            landed,
            more: self.more || other.more,
            about: self.about || other.about,
            ..self
        }
    }

    /// The count as a bare number, `3+` when more have landed.
    pub fn sign(&self) -> String {
        let mut text = self.landed.to_string();
        if self.more {
            text.push('+');
        }
        text
    }
}

/// The scene of a moment, by one telling.
pub fn scene_at(story: &Story, at: Moment, telling: Telling) -> Scene {
    let columns = story
        .routes
        .iter()
        .map(|route| {
            let column = column_at(route, at, telling);
            let head = (column.phase != Phase::Absent).then(|| route.head_at(column.covered));
            Placed { column, head }
        })
        .collect();
    Scene {
        columns,
        happened: story
            .events
            .iter()
            .filter(|e| e.at <= at && telling.includes(e.basis))
            .count(),
        current: current_event(story, at, telling),
        reactions: story
            .reactions
            .iter()
            .map(|r| has_appeared(story, r, at))
            .collect(),
        landings: landings_at(story, at, telling),
        sights: sights_at(story, at, telling),
        light: light_on(story, at),
    }
}

/// One route's column: absent when the telling leaves it out or its time on the map is over.
pub fn column_at(route: &Route, at: Moment, telling: Telling) -> Column {
    if at >= route.until || !telling.includes(route.basis) {
        return Column {
            phase: Phase::Absent,
            covered: 0.0,
            certain: true,
        };
    }
    route.column_at(at)
}

/// Whether any column is in the air.
pub fn is_anything_flying(story: &Story, at: Moment, telling: Telling) -> bool {
    story.routes.iter().any(|route| {
        let column = column_at(route, at, telling);
        let flown = route.legs.first().map_or(0.0, |leg| f64::from(leg.to));
        route.is_flown(0) && column.phase == Phase::Moving && column.covered < flown
    })
}

/// The last event of the telling that has happened.
pub fn current_event(story: &Story, at: Moment, telling: Telling) -> Option<usize> {
    story
        .events
        .iter()
        .rposition(|e| e.at <= at && telling.includes(e.basis))
}

/// The event before or after a moment, within the telling.
pub fn neighbour_event(
    story: &Story,
    at: Moment,
    telling: Telling,
    forward: bool,
) -> Option<usize> {
    let told = |e: &crate::story::Event| telling.includes(e.basis);
    if forward {
        story.events.iter().position(|e| e.at > at && told(e))
    } else {
        story.events.iter().rposition(|e| e.at < at && told(e))
    }
}

/// Whether a reaction's day has come. What lies beyond the story's end appears at its end.
pub fn has_appeared(story: &Story, reaction: &Reaction, at: Moment) -> bool {
    at >= reaction.appears.min(story.timeline.end())
}

/// Aircraft landed so far, field by field, in the order in which the fields were reached. Where only
/// an 'about' total is on record, the aircraft counted one by one are not added to it.
pub fn landings_at(story: &Story, at: Moment, telling: Telling) -> Vec<FieldCount> {
    let mut fields: Vec<FieldCount> = Vec::new();
    for route in story.routes.iter().filter(|r| telling.includes(r.basis)) {
        let Some(landings) = route.landings.as_ref().filter(|_| at < route.until) else {
            continue;
        };
        let known = landings.known.iter().filter(|&&t| t <= at).count() as u16;
        let more = landings.stream.is_some_and(|from| from <= at);
        let total = landings.total.filter(|&(_, by)| by <= at);
        let own = FieldCount {
            field: landings.field,
            landed: total.map_or(known, |(count, _)| count),
            more: more && total.is_none(),
            about: total.is_some(),
        };
        if own.landed == 0 && !own.more {
            continue;
        }
        match fields.iter_mut().find(|f| f.field == own.field) {
            Some(field) => *field = field.with(own),
            None => fields.push(own),
        }
    }
    fields
}

/// The sights on the map, by index. Of those that stand at one spot only the latest is shown.
pub fn sights_at(story: &Story, at: Moment, telling: Telling) -> Vec<usize> {
    let spot = |i: &usize| {
        let sight = story.sights.get(*i)?;
        story.places.get(sight.place)?.at
    };
    let mut shown: Vec<usize> = Vec::new();
    for (index, sight) in story.sights.iter().enumerate() {
        if at < sight.from || at >= sight.until || !telling.includes(sight.basis) {
            continue;
        }
        shown.retain(|other| match spot(other).zip(spot(&index)) {
            Some((a, b)) => distance(point(a), point(b)) > ONE_SPOT,
            None => true,
        });
        shown.push(index);
    }
    shown
}

/// The passage of the story's thread that a moment belongs to: the one with the latest moment that has come.
pub fn passage_at(story: &Story, at: Moment) -> Option<usize> {
    latest(story, at, false).map(|(_, passage)| passage)
}

/// The passage beside the thread that a moment belongs to, if its moment came after that of the thread's passage.
pub fn passage_beside(story: &Story, at: Moment) -> Option<usize> {
    let beside = latest(story, at, true)?;
    let thread = latest(story, at, false);
    (thread.is_none_or(|(from, _)| beside.0 > from)).then_some(beside.1)
}

fn latest(story: &Story, at: Moment, aside: bool) -> Option<(Moment, usize)> {
    let all = story
        .passages
        .iter()
        .enumerate()
        .filter(|(_, p)| p.aside == aside);
    all.filter_map(|(i, p)| p.at.filter(|&from| from <= at).map(|from| (from, i)))
        .max_by_key(|&(from, i)| (from, std::cmp::Reverse(i)))
}

/// The light on the map: it follows the hour in the acts that say so, elsewhere it is day.
pub fn light_on(story: &Story, at: Moment) -> Light {
    let change = story.lights.iter().rfind(|(from, _)| *from <= at);
    change.map_or(Light::Day, |(_, light)| *light)
}
