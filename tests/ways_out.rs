//! Withdrawals and refugees: they move on the map as the entries do.

use five_armies::evidence::Telling;
use five_armies::march::Phase;
use five_armies::moment::{DAY, Moment};
use five_armies::scene::column_at;
use five_armies::story::{Kind, Route, STORY};
use proptest::prelude::*;

fn ways_out() -> Vec<&'static Route> {
    STORY.routes.iter().filter(|r| !r.kind.enters()).collect()
}

fn any_way_out() -> impl Strategy<Value = &'static Route> {
    proptest::sample::select(ways_out())
}

fn told_by(route: &Route) -> Telling {
    let article = Telling::Article.includes(route.basis);
    match article && !Telling::Record.includes(route.basis) {
        true => Telling::Article,
        false => Telling::Record,
    }
}

/// Its first and its last time.
fn times(route: &Route) -> (Moment, Moment) {
    let at = |station: Option<&five_armies::story::Station>| station.map_or(Moment(0), |s| s.at);
    (at(route.stations.first()), at(route.stations.last()))
}

/// How far it is at a moment, as a share of the line; `None` when it is not on the map.
fn progress(route: &Route, at: Moment) -> Option<f64> {
    let column = column_at(route, at, told_by(route));
    (column.phase != Phase::Absent).then(|| column.covered / route.length())
}

#[test]
fn they_are_those_of_the_content() {
    let ids: Vec<&str> = ways_out().iter().map(|r| r.id).collect();
    assert_eq!(
        ids,
        [
            "out-refugees-south-bohemia",
            "out-refugees-moravia",
            "out-refugees-bratislava",
            "out-hungary",
            "out-poland",
            "out-bulgaria",
            "out-ussr-1990-frenstat",
            "out-ussr-1991",
        ]
    );
    // Refugees are told by the article too, and its armies leave.
    for id in ["out-refugees-moravia", "out-poland"] {
        let told = ways_out()
            .iter()
            .any(|r| r.id == id && Telling::Article.includes(r.basis));
        assert!(told, "{id}");
    }
}

#[test]
fn they_are_absent_before_their_time_and_from_their_end_on() {
    for route in ways_out() {
        let (first, last) = times(route);
        assert!(first < last && last < route.until, "{}", route.id);
        assert_eq!(progress(route, Moment(first.0 - 1)), None, "{}", route.id);
        assert_eq!(progress(route, first), Some(0.0), "{}", route.id);
        assert_eq!(progress(route, last), Some(1.0), "{}", route.id);
        let end = progress(route, Moment(route.until.0 - 1));
        assert_eq!(end, Some(1.0), "{}", route.id);
        assert_eq!(progress(route, route.until), None, "{}", route.id);
        assert_eq!(progress(route, STORY.timeline.end()), None, "{}", route.id);
    }
}

#[test]
fn on_the_way_they_get_on_every_day() {
    for route in ways_out() {
        let (first, last) = times(route);
        let step = DAY.min((last.0 - first.0) / 8).max(1) as usize;
        let mut before = -1.0;
        for second in (first.0..=last.0).step_by(step) {
            let now = progress(route, Moment(second)).unwrap_or(-1.0);
            assert!(now > before, "{} at {}", route.id, Moment(second).iso());
            before = now;
        }
    }
}

#[test]
fn where_no_source_names_the_road_they_are_hollow() {
    for route in ways_out() {
        for leg in route.legs {
            let inside = route
                .stations
                .iter()
                .filter(|s| (leg.from..=leg.to).contains(&s.along));
            let unnamed = inside.filter(|s| s.notional).count();
            assert_eq!(unnamed == 0, leg.certain, "{}", route.id);
        }
        let (first, last) = times(route);
        let middle = Moment((first.0 + last.0) / 2);
        assert!(!column_at(route, middle, told_by(route)).certain);
    }
}

#[test]
fn they_begin_at_home_and_end_abroad() {
    for route in ways_out() {
        let home = |s: Option<&five_armies::story::Station>| {
            s.and_then(|s| STORY.places.get(s.place)).map(|p| p.home)
        };
        assert_eq!(home(route.stations.first()), Some(true), "{}", route.id);
        assert_eq!(home(route.stations.last()), Some(false), "{}", route.id);
        assert!(route.landings.is_none() && route.planned.is_empty());
    }
}

#[test]
fn no_army_comes_and_goes_at_once() {
    for (index, army) in STORY.armies.iter().enumerate() {
        let own = |r: &&Route| r.army == Some(index);
        for entry in STORY.routes.iter().filter(own).filter(|r| r.kind.enters()) {
            assert_eq!(entry.until, army.left, "{}", entry.id);
            for telling in [Telling::Article, Telling::Record] {
                let column = column_at(entry, army.left, telling);
                assert_eq!(column.phase, Phase::Absent, "{}", entry.id);
            }
        }
        // The Soviet army stayed: what it left of it was on its way for more than a year.
        for out in ways_out().iter().filter(|r| own(r) && army.id != "ussr") {
            assert_eq!(army.left, out.appears, "{}", out.id);
        }
    }
    let withdrawals = ways_out()
        .into_iter()
        .filter(|r| r.kind == Kind::Withdrawal);
    let mut armies: Vec<usize> = withdrawals.filter_map(|r| r.army).collect();
    armies.dedup();
    let ids: Vec<&str> = armies
        .iter()
        .filter_map(|a| STORY.armies.get(*a))
        .map(|a| a.id)
        .collect();
    // What East Germany had sent was too little to be drawn on its way home.
    assert_eq!(ids, ["hungary", "poland", "bulgaria", "ussr"]);
}

proptest! {
    #[test]
    fn they_never_turn_back(route in any_way_out(), a in 0.0..=1.0_f64, b in 0.0..=1.0_f64) {
        let at = |share: f64| {
            let (from, to) = (route.appears.0 as f64, route.until.0 as f64 - 1.0);
            Moment((from + share * (to - from)) as i64)
        };
        let (early, late) = (progress(route, at(a.min(b))), progress(route, at(a.max(b))));
        prop_assert!(early.is_some() && early <= late, "{}: {early:?} then {late:?}", route.id);
    }
}
