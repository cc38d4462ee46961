//! What stands on the map for a while: in its time, by its telling, one at a spot, and something in every act.

use five_armies::evidence::{Basis, Telling};
use five_armies::march::Phase;
use five_armies::moment::Moment;
use five_armies::scene::{scene_at, sights_at};
use five_armies::story::{STORY, Sight};
use proptest::prelude::*;

/// Kilometres within which two sights share a spot; a map unit is 250 m.
const ONE_SPOT_KM: f64 = 15.0;

fn tellings() -> impl Strategy<Value = Telling> {
    proptest::sample::select(vec![Telling::Article, Telling::Record])
}

/// Moments drawn evenly over the scrubber, and around the hours at which sights come and go.
fn moments() -> impl Strategy<Value = Moment> {
    let edges: Vec<i64> = STORY
        .sights
        .iter()
        .flat_map(|s| [s.from.0, s.until.0])
        .collect();
    prop_oneof![
        (0.0..=1.0_f64).prop_map(|p| STORY.timeline.moment_at(p)),
        (proptest::sample::select(edges), -1..=1_i64).prop_map(|(at, by)| Moment(at + by)),
        any::<i32>().prop_map(|s| Moment(i64::from(s))),
    ]
}

fn shown(at: Moment, telling: Telling) -> Vec<&'static Sight> {
    let all = sights_at(&STORY, at, telling).into_iter();
    all.filter_map(|i| STORY.sights.get(i)).collect()
}

/// Whether it belongs to the telling and its time has come and not gone.
fn is_due(sight: &Sight, at: Moment, telling: Telling) -> bool {
    let other = match telling {
        Telling::Article => Basis::Record,
        Telling::Record => Basis::Article,
    };
    sight.basis != other && (sight.from.0..sight.until.0).contains(&at.0)
}

fn share_a_spot(a: &Sight, b: &Sight) -> bool {
    let at = |s: &Sight| STORY.places.get(s.place).and_then(|p| p.at);
    let Some(((ax, ay), (bx, by))) = at(a).zip(at(b)) else {
        return false;
    };
    let (dx, dy) = (f64::from(ax) - f64::from(bx), f64::from(ay) - f64::from(by));
    dx.hypot(dy) * 0.25 <= ONE_SPOT_KM
}

proptest! {
    #[test]
    fn only_what_is_due_is_shown(at in moments(), telling in tellings()) {
        for sight in shown(at, telling) {
            prop_assert!(is_due(sight, at, telling), "{} at {}", sight.id, at.iso());
        }
    }

    #[test]
    fn of_those_at_one_spot_only_the_latest_is_shown(at in moments(), telling in tellings()) {
        let shown = shown(at, telling);
        for (i, a) in shown.iter().enumerate() {
            for b in shown.iter().skip(i + 1) {
                prop_assert!(!share_a_spot(a, b), "{} and {} at {}", a.id, b.id, at.iso());
            }
        }
        let due: Vec<&Sight> = STORY.sights.iter().filter(|s| is_due(s, at, telling)).collect();
        for (i, sight) in due.iter().enumerate() {
            let later = due.iter().skip(i + 1).any(|other| share_a_spot(sight, other));
            let is_shown = shown.iter().any(|s| s.id == sight.id);
            prop_assert_eq!(is_shown, !later, "{} at {}", sight.id, at.iso());
        }
    }

    #[test]
    fn the_scene_holds_the_same(at in moments(), telling in tellings()) {
        prop_assert_eq!(scene_at(&STORY, at, telling).sights, sights_at(&STORY, at, telling));
    }
}

#[test]
fn each_is_seen_in_its_time_unless_another_took_its_spot() {
    for sight in STORY.sights {
        assert!(sight.from < sight.until, "{}", sight.id);
        let telling = match sight.basis {
            Basis::Article => Telling::Article,
            _ => Telling::Record,
        };
        let seen = shown(sight.from, telling).iter().any(|s| s.id == sight.id);
        assert!(seen, "{} is never seen at its first moment", sight.id);
        for at in [Moment(sight.from.0 - 1), sight.until] {
            let seen = shown(at, telling).iter().any(|s| s.id == sight.id);
            assert!(!seen, "{} at {}", sight.id, at.iso());
        }
    }
}

#[test]
fn all_lie_in_the_part_of_the_map_that_every_screen_shows() {
    let v = STORY.view;
    for sight in STORY.sights {
        let at = STORY.places.get(sight.place).and_then(|p| p.at);
        let inside = at.is_some_and(|(x, y)| {
            (v.x..=v.x + v.width).contains(&f64::from(x))
                && (v.y..=v.y + v.height).contains(&f64::from(y))
        });
        assert!(inside, "{}", sight.id);
    }
}

/// What is on the map: sights, and columns and ways out.
fn seen(at: Moment) -> (Vec<&'static str>, Vec<&'static str>) {
    let scene = scene_at(&STORY, at, Telling::Record);
    let columns = STORY.routes.iter().zip(&scene.columns);
    let there = columns.filter(|(_, c)| c.column.phase != Phase::Absent);
    (
        shown(at, Telling::Record).iter().map(|s| s.id).collect(),
        there.map(|(route, _)| route.id).collect(),
    )
}

#[test]
fn there_is_something_to_see_in_every_act() {
    // Act, moment, a sight that the story speaks of, a column or way out.
    for (act, at, sight, column) in [
        ("spring", "1968-03-23", Some("dresden-meeting"), None),
        ("spring", "1968-07-01", Some("exercise-sumava"), None),
        ("spring", "1968-07-29", Some("cierna-talks"), None),
        ("spring", "1968-08-03", Some("bratislava-conference"), None),
        ("spring", "1968-08-18", Some("soviets-at-uzhgorod"), None),
        (
            "night",
            "1968-08-20T23:00",
            Some("presidium-in-session"),
            Some("rec-ussr-advance-ruzyne"),
        ),
        (
            "night",
            "1968-08-21T08:00",
            Some("fight-for-the-radio"),
            Some("rec-poland-4dz"),
        ),
        (
            "week",
            "1968-08-22T12:00",
            Some("vysocany-congress"),
            Some("out-refugees-moravia"),
        ),
        (
            "week",
            "1968-08-23T13:00",
            Some("general-strike"),
            Some("out-refugees-bratislava"),
        ),
        (
            "week",
            "1968-08-24",
            Some("free-radio-plzen"),
            Some("out-refugees-moravia"),
        ),
        (
            "week",
            "1968-08-26",
            Some("milovice-base"),
            Some("out-refugees-south-bohemia"),
        ),
        ("after", "1968-10-16", Some("treaty-in-prague"), None),
        ("after", "1968-10-25", None, Some("out-poland")),
        ("after", "1968-11-01", None, Some("out-bulgaria")),
        ("after", "1969-01-16", Some("jan-palach"), None),
        ("after", "1989-11-20", Some("velvet-revolution"), None),
        (
            "after",
            "1990-02-26",
            Some("first-train-from-frenstat"),
            Some("out-ussr-1990-frenstat"),
        ),
        ("after", "1991-06-20", None, Some("out-ussr-1991")),
        ("after", "1991-07-01", Some("pact-dissolved"), None),
    ] {
        let moment = Moment::parse(at).unwrap_or(Moment(0));
        let index = STORY.timeline.act_at(moment);
        let found = STORY.timeline.acts.get(index).map(|a| a.id);
        assert_eq!(found, Some(act), "{at}");
        let (sights, columns) = seen(moment);
        let there = |wanted: Option<&str>, all: &[&str]| wanted.is_none_or(|w| all.contains(&w));
        assert!(there(sight, &sights), "{at}: {sight:?} in {sights:?}");
        assert!(there(column, &columns), "{at}: {column:?} in {columns:?}");
    }
}
