//! Which part of the map is in the window: zoom and pan, without a browser.

use crate::projection::MapPoint;
use crate::story::MapBox;

/// Largest zoom; beyond it the borders' own generalisation shows.
pub const CLOSEST: f64 = 8.0;
/// One press of a zoom button or key.
pub const ZOOM_STEP: f64 = 1.6;

/// Where the map is looked at from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the map in the middle of the window.
    pub centre: MapPoint,
    /// 1 shows the whole view, more is closer; 1..=[`CLOSEST`].
    pub zoom: f64,
}

/// What a reader asks of the camera. Points are in the window's units: map units at zoom 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// Zoom by a factor, keeping the map under this point of the window where it is.
    Zoom(f64, MapPoint),
    /// Zoom by a factor about the middle.
    ZoomMiddle(f64),
    /// Move the map by this much.
    Drag(f64, f64),
    /// Bring a point of the map into view.
    Show(MapPoint),
    /// Back to the whole view.
    Whole,
}

impl Camera {
    /// The whole view.
    pub fn whole(view: MapBox) -> Self {
        Self {
            centre: middle(view),
            zoom: 1.0,
        }
    }

    /// The camera after a request; it never leaves the view, whatever was asked.
    pub fn after(self, look: Look, view: MapBox) -> Self {
        let mid = middle(view);
        let moved = match look {
            Look::Zoom(factor, at) => {
                let zoom = bounded(self.zoom * factor, self.zoom);
                // The map point under `at` is centre + (at - mid) / zoom, before and after.
                let shift = 1.0 / self.zoom - 1.0 / zoom;
                let centre = MapPoint {
                    x: self.centre.x + (at.x - mid.x) * shift,
                    y: self.centre.y + (at.y - mid.y) * shift,
                };
                Self { centre, zoom }
            }
            Look::ZoomMiddle(factor) => Self {
                zoom: bounded(self.zoom * factor, self.zoom),
                ..self
            },
            Look::Drag(dx, dy) => {
                let centre = MapPoint {
                    x: self.centre.x - dx / self.zoom,
                    y: self.centre.y - dy / self.zoom,
                };
                Self { centre, ..self }
            }
            Look::Show(point) => {
                // Room for the label beside the point.
                let (rx, ry) = (0.4 * view.width / self.zoom, 0.4 * view.height / self.zoom);
                let seen =
                    (point.x - self.centre.x).abs() < rx && (point.y - self.centre.y).abs() < ry;
                if seen {
                    self
                } else {
                    Self {
                        centre: point,
                        ..self
                    }
                }
            }
            Look::Whole => Self::whole(view),
        };
        // The farther in, the more of the view the middle may roam over; at 1 it is fixed.
        let slack = 1.0 - 1.0 / moved.zoom;
        let (rx, ry) = (view.width / 2.0 * slack, view.height / 2.0 * slack);
        let held = |value: f64, middle: f64, reach: f64| {
            if value.is_finite() {
                value.max(middle - reach).min(middle + reach)
            } else {
                middle
            }
        };
        Self {
            centre: MapPoint {
                x: held(moved.centre.x, mid.x, rx),
                y: held(moved.centre.y, mid.y, ry),
            },
            zoom: moved.zoom,
        }
    }

    /// Shift of the map, in window units: where a map point `p` is drawn at `p * zoom + shift`.
    pub fn shift(&self, view: MapBox) -> (f64, f64) {
        let mid = middle(view);
        (
            mid.x - self.centre.x * self.zoom,
            mid.y - self.centre.y * self.zoom,
        )
    }
}

/// The middle of a box.
fn middle(view: MapBox) -> MapPoint {
    MapPoint {
        x: view.x + view.width / 2.0,
        y: view.y + view.height / 2.0,
    }
}

/// A zoom within its bounds; what is no number changes nothing.
fn bounded(zoom: f64, before: f64) -> f64 {
    if zoom.is_finite() {
        zoom.clamp(1.0, CLOSEST)
    } else {
        before
    }
}
