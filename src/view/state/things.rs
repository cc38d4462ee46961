//! The things on the map among which arrow keys go.

use leptos::prelude::*;

use super::Page;
use crate::camera::Look;
use crate::labels::Labelled;
use crate::march::Phase;
use crate::projection::MapPoint;
use crate::scene::{column_at, sights_at};
use crate::story::{STORY, point};

/// How far from the window's edge a thing must stand to be seen, in CSS pixels.
const EDGE: f64 = 8.0;

/// A thing on the map, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A town that is named.
    Town(usize),
    /// A column, at its head.
    Column(usize),
    /// A sight.
    Sight(usize),
}

impl Page {
    /// Where a thing stands; `None` while it is not on the map.
    pub fn spot(&self, thing: Thing) -> Option<MapPoint> {
        let at_place = |place: usize| STORY.places.get(place)?.at.map(point);
        match thing {
            Thing::Town(index) => {
                let labelled = self.labels.with(|all| all.get(index).copied());
                labelled.filter(|l| *l != Labelled::Hidden)?;
                at_place(index)
            }
            Thing::Column(index) => {
                let route = STORY.routes.get(index)?;
                let column = column_at(route, self.at.get(), self.telling.get());
                (column.phase != Phase::Absent).then(|| route.head_at(column.covered).at)
            }
            Thing::Sight(index) => {
                let shown = sights_at(&STORY, self.at.get(), self.telling.get());
                let sight = STORY.sights.get(index).filter(|_| shown.contains(&index))?;
                at_place(sight.place)
            }
        }
    }

    /// All that is on the map, and that the map can be moved to show.
    pub fn things(&self) -> Vec<(Thing, MapPoint)> {
        let towns = (0..STORY.places.len()).map(Thing::Town);
        let columns = (0..STORY.routes.len()).map(Thing::Column);
        let sights = (0..STORY.sights.len()).map(Thing::Sight);
        untrack(|| {
            towns
                .chain(columns)
                .chain(sights)
                .filter_map(|thing| Some((thing, self.spot(thing)?)))
                .filter(|(_, spot)| self.can_be_seen(*spot))
                .collect()
        })
    }

    /// Whether a point of the map can be brought into the window at this zoom.
    fn can_be_seen(&self, spot: MapPoint) -> bool {
        let camera = self.camera.get().after(Look::Show(spot), STORY.view);
        let scale = self.scale.get() * camera.zoom;
        let (width, height) = self.size.get();
        (spot.x - camera.centre.x).abs() * scale < width / 2.0 - EDGE
            && (spot.y - camera.centre.y).abs() * scale < height / 2.0 - EDGE
    }

    /// The side of the window on which the card does not lie over its column: decided when it opens.
    pub fn free_side(&self) -> &'static str {
        let picked = self.picked.get();
        let spot = untrack(|| picked.and_then(|index| self.spot(Thing::Column(index))));
        let middle = self.camera.get_untracked().centre;
        if spot.is_some_and(|spot| spot.x < middle.x && spot.y > middle.y) {
            "right"
        } else {
            "left"
        }
    }
}
