//! The lines of the columns: lengths, stations, legs and lanes.

use five_armies::curve::distance;
use five_armies::evidence::{Basis, Confidence, Telling};
use five_armies::projection::UNIT_KM;
use five_armies::story::{Kind, Route, STORY, point};

#[test]
fn lines_lengths_stations_and_legs_fit_each_other() {
    for r in STORY.routes {
        assert!(
            r.line.len() >= 2 && r.line.len() == r.along.len(),
            "{}",
            r.id
        );
        assert!(
            r.along.first() == Some(&0) && r.along.is_sorted(),
            "{}: lengths fall",
            r.id
        );
        for (i, pair) in r.line.windows(2).enumerate() {
            let [a, b] = pair else { continue };
            let step = f64::from(r.along[i + 1]) - f64::from(r.along[i]);
            assert!(
                (distance(point(*a), point(*b)) - step).abs() <= 1.0,
                "{} at vertex {i}",
                r.id
            );
        }
        assert!(r.stations.len() >= 2, "{}", r.id);
        assert!(
            r.stations.is_sorted_by_key(|s| s.at),
            "{}: times fall",
            r.id
        );
        assert!(
            r.stations.is_sorted_by_key(|s| s.along),
            "{}: lengths fall",
            r.id
        );
        assert_eq!(r.stations.first().map(|s| s.along), Some(0), "{}", r.id);
        assert_eq!(
            r.stations.last().map(|s| f64::from(s.along)),
            Some(r.length()),
            "{}",
            r.id
        );
        assert_eq!(r.legs.first().map(|l| l.from), Some(0), "{}", r.id);
        assert_eq!(
            r.legs.last().map(|l| f64::from(l.to)),
            Some(r.length()),
            "{}",
            r.id
        );
        let joined = r
            .legs
            .windows(2)
            .all(|l| l[0].to == l[1].from && l[0].certain != l[1].certain);
        assert!(
            joined && r.legs.iter().all(|l| l.from <= l.to),
            "{}: legs leave a gap",
            r.id
        );
        assert!(
            r.appears <= r.departs() || r.kind == Kind::Waiting,
            "{}",
            r.id
        );
        assert_eq!(r.planned.is_empty(), r.kind != Kind::Waiting, "{}", r.id);
        assert!(
            r.basis != Basis::Article || r.confidence != Confidence::High,
            "{}",
            r.id
        );
    }
}

fn by_road(route: &Route) -> bool {
    matches!(route.kind, Kind::Ground | Kind::Withdrawal | Kind::Refugees)
}

#[test]
fn a_line_passes_its_towns() {
    for r in STORY.routes.iter().filter(|r| by_road(r)) {
        for s in r.stations {
            let town = STORY.places.get(s.place).and_then(|p| p.at).map(point);
            let off = town.map_or(f64::NAN, |t| distance(t, r.head_at(f64::from(s.along)).at));
            // At most four lanes of 4.2 km beside the road.
            assert!(
                off <= 4.0 * 4.2 / 0.25,
                "{} is {off} units from station {}",
                r.id,
                s.place
            );
        }
    }
}

#[test]
fn columns_on_the_road_from_uzhgorod_to_kosice_lie_side_by_side() {
    let index = |id| STORY.places.iter().position(|p| p.id == id);
    let stretch = |r: &Route| {
        let at = |id| {
            r.stations
                .iter()
                .find(|s| Some(s.place) == index(id))
                .map(|s| f64::from(s.along))
        };
        Some((at("uzhgorod")?, at("kosice")?))
    };
    let on_road: Vec<(&Route, (f64, f64))> = STORY
        .routes
        .iter()
        .filter(|r| r.kind.enters() && Telling::Record.includes(r.basis))
        .filter_map(|r| Some((r, stretch(r)?)))
        .collect();
    let ids: Vec<&str> = on_road.iter().map(|(r, _)| r.id).collect();
    assert_eq!(
        ids,
        [
            "rec-ussr-38a-zilina",
            "rec-ussr-38a-zvolen",
            "rec-bulgaria-12"
        ]
    );
    for (i, (r, (from, to))) in on_road.iter().enumerate() {
        let middle = r.head_at((from + to) / 2.0).at;
        for (other, _) in on_road.iter().skip(i + 1) {
            let nearest = (0..other.length() as usize)
                .map(|l| distance(middle, other.head_at(l as f64).at))
                .fold(f64::INFINITY, f64::min);
            let km = nearest * UNIT_KM;
            assert!(
                (2.0..12.0).contains(&km),
                "{} and {} are {km} km apart",
                r.id,
                other.id
            );
        }
    }
}

#[test]
fn a_leg_is_certain_where_both_ends_and_the_way_are_named() {
    for r in STORY.routes {
        for pair in r.stations.windows(2) {
            let [a, b] = pair else { continue };
            let middle = (f64::from(a.along) + f64::from(b.along)) / 2.0;
            let holds = |l: &&five_armies::story::Leg| {
                f64::from(l.from) <= middle && middle < f64::from(l.to)
            };
            let leg = r.legs.iter().find(holds).map(|l| l.certain);
            let named = !a.notional && !b.notional && !b.guessed_way;
            // Two stations on one spot have no way between them.
            assert!(
                a.along == b.along || leg == Some(named),
                "{} at {middle}",
                r.id
            );
        }
    }
    let guessed: Vec<&str> = STORY
        .routes
        .iter()
        .filter(|r| r.stations.iter().any(|s| s.guessed_way))
        .map(|r| r.id)
        .collect();
    assert_eq!(guessed, ["rec-ussr-38a-zvolen", "rec-bulgaria-12"]);
}
