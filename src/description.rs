//! The map in words, for those who do not see it: the same scene that is drawn, told.
//!
//! Like the scene it is made from the story, a moment and a telling, and from nothing else.

use crate::curve::distance;
use crate::evidence::Telling;
use crate::language::{Language, Plural};
use crate::march::{Column, Phase};
use crate::moment::{Moment, Precision};
use crate::scene::{column_at, current_event, landings_at};
use crate::story::{Kind, Route, Story, point};
use crate::words::{Words, fill};

/// The place that all armies made for.
const CAPITAL: &str = "praha";

/// Moment and current event: what is said when the clock has moved.
pub fn clock_in_words(words: Words, story: &Story, at: Moment, telling: Telling) -> String {
    let mut text = words.on_the_clock(at.to_minute(), story.timeline.goes_by_days(at));
    text.push_str(". ");
    let event = current_event(story, at, telling).and_then(|i| story.events.get(i));
    if let Some(event) = event {
        text.push_str(words.say(event.title));
        text.push_str(". ");
    }
    text
}

/// The whole map: moment and event, how many columns each army has on the roads, in the air, at the end of their way,
/// drawn up and held back, which is nearest to Prague and where, what has landed, and how much of it is not on record.
pub fn map_in_words(words: Words, story: &Story, at: Moment, telling: Telling) -> String {
    let mut text = clock_in_words(words, story, at, telling);
    text.push_str(match telling {
        Telling::Article => words.telling_article(),
        Telling::Record => words.telling_record(),
    });
    text.push_str(". ");
    let columns = columns_at(story, at, telling);
    if columns.is_empty() {
        text.push_str(words.map_none());
        return text;
    }
    let mut say = |sentence: &str| {
        text.push_str(sentence);
        text.push(' ');
    };
    let on_roads = on_roads(words, story, &columns);
    if !on_roads.is_empty() {
        say(&on_roads);
    }
    let lists: [(&str, Picked); 5] = [
        (words.map_air(), |route, column| {
            flies(route) && column.phase != Phase::Waiting
        }),
        (words.map_arrived(), |route, column| {
            route.kind == Kind::Ground && column.phase == Phase::Arrived
        }),
        (words.map_waiting(), |route, column| {
            route.kind.enters() && column.phase == Phase::Waiting
        }),
        (words.map_held(), |_, column| column.phase == Phase::Held),
        (words.map_leaving(), |route, _| {
            route.kind == Kind::Withdrawal
        }),
    ];
    for (wording, picked) in lists {
        let list = list(words, story, &columns, picked);
        if !list.is_empty() {
            say(&fill(wording, "list", &list));
        }
    }
    if columns.iter().any(|(r, _)| r.kind == Kind::Refugees) {
        say(words.map_refugees());
    }
    if let Some((route, column)) = nearest_to_the_capital(story, &columns) {
        let text = fill(words.map_nearest(), "formation", words.say(route.formation));
        let whereabouts = column_in_words(words, story, route, column);
        say(&fill(&text, "where", &whereabouts));
    }
    for field in landings_at(story, at, telling) {
        let name = story.places.get(field.field).map_or("", |p| p.name);
        say(&[name, ": ", &words.landed(&field), "."].concat());
    }
    let hollow = columns.iter().filter(|(_, c)| !c.certain).count();
    if hollow > 0 {
        say(&fill(words.map_hollow(), "n", &hollow.to_string()));
    }
    text.truncate(text.trim_end().len());
    text
}

/// A column that is on the map.
type Present<'a> = (&'a Route, Column);
/// Which columns a sentence counts.
type Picked = fn(&Route, &Column) -> bool;

fn columns_at(story: &Story, at: Moment, telling: Telling) -> Vec<Present<'_>> {
    let routes = story.routes.iter();
    let all = routes.map(|route| (route, column_at(route, at, telling)));
    all.filter(|(_, column)| column.phase != Phase::Absent)
        .collect()
}

fn flies(route: &Route) -> bool {
    matches!(route.kind, Kind::Airborne | Kind::Airlift)
}

/// How many of an army's columns are counted.
fn count(columns: &[Present], army: usize, picked: Picked) -> usize {
    let own = columns.iter().filter(|(r, _)| r.army == Some(army));
    own.filter(|(r, c)| picked(r, c)).count()
}

/// `Soviet columns on 11 roads; Polish columns on 3 roads.`
fn on_roads(words: Words, story: &Story, columns: &[Present]) -> String {
    let mut text = String::new();
    for (index, army) in story.armies.iter().enumerate() {
        let number = count(columns, index, |route, column| {
            route.kind == Kind::Ground && column.phase == Phase::Moving
        });
        if number == 0 {
            continue;
        }
        let wording = match words.language.plural(number) {
            Plural::One => words.map_roads_one(),
            Plural::Few => words.map_roads_few(),
            Plural::Many => words.map_roads_many(),
        };
        let first = text.is_empty();
        if !first {
            text.push_str("; ");
        }
        let army = named(words, words.say(army.name), first);
        let wording = fill(wording, "army", &army);
        text.push_str(&fill(&wording, "n", &number.to_string()));
    }
    if !text.is_empty() {
        text.push('.');
    }
    text
}

/// `Soviet 5, Polish 1`.
fn list(words: Words, story: &Story, columns: &[Present], picked: Picked) -> String {
    let mut text = String::new();
    for (index, army) in story.armies.iter().enumerate() {
        let number = count(columns, index, picked);
        if number == 0 {
            continue;
        }
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(&named(words, words.say(army.name), false));
        text.push(' ');
        text.push_str(&number.to_string());
    }
    text
}

/// An army's name. On the map it begins with a capital; within a sentence only English keeps that. All begin with an
/// ASCII letter.
fn named(words: Words, name: &str, first: bool) -> String {
    let mut name = name.to_owned();
    if !first
        && words.language != Language::English
        && let Some(letter) = name.get_mut(..1)
    {
        letter.make_ascii_lowercase();
    }
    name
}

/// The column that is nearest to the capital of those that have set out.
fn nearest_to_the_capital<'a>(story: &Story, columns: &[Present<'a>]) -> Option<Present<'a>> {
    let capital = story.places.iter().find(|p| p.id == CAPITAL)?.at?;
    let far =
        |(route, column): &Present| distance(route.head_at(column.covered).at, point(capital));
    let marching = columns.iter().filter(|(route, column)| {
        route.kind.enters() && matches!(column.phase, Phase::Moving | Phase::Arrived)
    });
    marching.min_by(|a, b| far(a).total_cmp(&far(b))).copied()
}

/// Where a column is, and whether that is on record.
pub fn column_in_words(words: Words, story: &Story, route: &Route, column: Column) -> String {
    let reached = route.station_reached(column.covered);
    let station = |i: usize| route.stations.get(i);
    let name = |i: usize| {
        station(i)
            .and_then(|s| story.places.get(s.place))
            .map_or("", |p| p.name)
    };
    let mut text = match column.phase {
        Phase::Absent => String::new(),
        Phase::Waiting => fill(words.column_waiting(), "place", name(0)),
        Phase::Held => fill(words.column_held(), "place", name(reached)),
        Phase::Moving => {
            let text = fill(words.column_moving(), "from", name(reached));
            fill(&text, "to", name(reached + 1))
        }
        Phase::Arrived => {
            let (wording, time) = match station(reached) {
                Some(s) if s.precision != Precision::Unknown => {
                    (words.column_arrived(), words.dated(s.at, s.precision))
                }
                _ => (words.column_there(), words.column_no_time().to_owned()),
            };
            fill(&fill(wording, "place", name(reached)), "time", &time)
        }
    };
    if column.phase != Phase::Absent && !column.certain {
        text.push_str("; ");
        text.push_str(words.column_uncertain());
    }
    text
}
