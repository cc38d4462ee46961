//! The six stills: on the page, and as pictures of their own.

use std::collections::BTreeSet;

use five_armies::evidence::Telling;
use five_armies::march::Phase;
use five_armies::moment::Moment;
use five_armies::prose;
use five_armies::scene::{light_on, scene_at};
use five_armies::story::STORY;
use five_armies::view::print::picture;

use crate::tags::{pages, spoken, taken_apart};

#[test]
fn the_night_is_told_in_six_pictures_at_their_hours() {
    let hours: Vec<String> = prose::STILLS.iter().map(|s| s.at.iso()).collect();
    let wanted = [
        "20T20:00", "20T22:30", "21T00:30", "21T02:20", "21T05:00", "21T12:00",
    ];
    assert_eq!(hours, wanted.map(|hour| format!("1968-08-{hour}")));
    for page in pages() {
        let strip = taken_apart(page.element("stills"));
        let seeks: Vec<_> = strip.iter().filter_map(|t| t.get("data-seek")).collect();
        assert_eq!(seeks, hours, "{}", page.name);
    }
}

#[test]
fn a_still_shows_the_columns_that_the_scene_of_its_moment_has() {
    for page in pages() {
        for still in prose::STILLS {
            let drawn = taken_apart(page.element(&format!("still-{}", still.id)));
            let scene = scene_at(&STORY, still.at, Telling::Record);
            let on_map = scene
                .columns
                .iter()
                .filter(|c| c.column.phase != Phase::Absent);
            let named = format!("{} {}", page.name, still.id);
            let of = |class| drawn.iter().filter(move |t| t.get("class") == Some(class));
            assert_eq!(of("head").count(), on_map.clone().count(), "{named}");
            // Lines that look alike are one path, in which each begins anew.
            let begun = |class| {
                let paths = of(class).filter_map(|t| t.get("d"));
                paths.map(|d| d.matches('M').count()).sum::<usize>()
            };
            let shown = scene.columns.iter().zip(STORY.routes);
            let shown = shown.filter(|(c, _)| c.column.phase != Phase::Absent);
            let behind = shown.clone().map(|(c, route)| {
                let legs = route.legs.iter();
                legs.filter(|leg| c.column.covered > leg.from.into())
                    .count()
            });
            assert_eq!(begun("leg"), behind.sum::<usize>(), "{named}");
            let planned = shown.filter(|(_, route)| !route.planned.is_empty());
            assert_eq!(begun("planned"), planned.count(), "{named}");
            let groups: Vec<_> = of("route").filter_map(|t| t.get("data-state")).collect();
            let armies: BTreeSet<_> = groups.iter().collect();
            assert_eq!(armies.len(), groups.len(), "{named}: {groups:?}");
            let certain = drawn.iter().filter(|t| {
                t.get("class") == Some("head") && t.get("data-certain") == Some("true")
            });
            assert_eq!(certain.count(), on_map.filter(|c| c.column.certain).count());
            let light = drawn.iter().find_map(|t| t.get("data-light"));
            assert_eq!(light, Some(light_on(&STORY, still.at).key()));
        }
    }
}

#[test]
fn a_still_is_a_picture_with_words_and_uses_the_base_map_again() {
    for page in spoken() {
        for still in prose::STILLS {
            let markup = page.element(&format!("still-{}", still.id));
            let caption = page.words.say(still.caption).split(['\'', '’', '"']).next();
            assert!(
                markup.contains(caption.unwrap_or("?")),
                "{} {}",
                page.name,
                still.id
            );
            let tags = taken_apart(markup);
            let plate = tags.iter().find(|t| t.get("class") == Some("plate"));
            let named = plate.and_then(|t| t.get("aria-label")).unwrap_or("");
            assert!(named.contains(&still.at.clock()), "{named}");
            for used in tags.iter().filter(|t| t.name == "use") {
                let id = used
                    .get("href")
                    .and_then(|h| h.strip_prefix('#'))
                    .unwrap_or("");
                assert_eq!(page.count("id", id), 1, "{id}");
            }
        }
    }
}

#[test]
fn a_picture_stands_alone_with_its_moment_and_every_colour() {
    for page in spoken() {
        for still in prose::STILLS {
            let svg = picture(page.words, still);
            assert!(svg.starts_with(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\""
            ));
            for stranger in ["var(", "class=", "<use", "http://www.w3.org/1999", "#000\""] {
                assert!(
                    !svg.contains(stranger),
                    "{} {}: {stranger}",
                    page.name,
                    still.id
                );
            }
            let moment = page.words.moment_in_full(still.at).replace('&', "&amp;");
            assert!(svg.contains(&moment), "{moment}");
            assert!(svg.contains(">Praha<") && svg.contains(">Košice<"));
        }
    }
}

#[test]
fn by_night_the_ground_of_a_picture_is_darker_than_by_day() {
    let ground = |at: Moment| {
        let still = prose::STILLS.iter().find(|s| s.at == at)?;
        let svg = picture(crate::tags::english().words, still);
        let rest = svg.split_once("<rect")?.1;
        let fill = rest.split_once("fill=\"#")?.1.get(..6)?.to_owned();
        u32::from_str_radix(fill.get(..2)?, 16).ok()
    };
    let night = ground(Moment::new(1968, 8, 21, 2, 20));
    let day = ground(Moment::new(1968, 8, 21, 12, 0));
    assert!(night.is_some() && night < day, "{night:?} {day:?}");
}

#[test]
fn in_a_picture_the_armies_keep_their_dashes() {
    let still = prose::STILLS.iter().find(|s| s.id == "1200");
    let svg = still.map(|s| picture(crate::tags::english().words, s));
    let svg = svg.unwrap_or_default();
    let dashes = svg.split("stroke-dasharray=\"").skip(1);
    let patterns: BTreeSet<&str> = dashes.filter_map(|d| d.split('"').next()).collect();
    // Of Poland, Hungary, Bulgaria and the held East Germans; of flights, of ways not gone, of the Iron Curtain; and none.
    assert_eq!(patterns.len(), 8, "{patterns:?}");
}
