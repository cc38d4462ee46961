//! The base map: TopoJSON of 1968 to SVG path data in whole map units, and the relief.
//!
//! Shared borders are drawn once (after the mesh of topojson-client). Lines far from
//! Czechoslovakia are simplified harder: no screen shows them large.

use base64::Engine;
use geo::{LineString, Simplify};

use super::Files;
use super::check::MAP;
use super::corners::Corners;
use super::mistake::{Mistake, noted};
use super::path::{extent, path};
use super::topology::{Drawn, Geometry, Point};
use crate::projection::{Conic, EARTH_KM, UNIT_KM};

/// Path data of each layer.
#[derive(Default)]
pub struct BaseMap {
    pub land: String,
    pub home: String,
    pub borders: String,
    pub curtain: String,
    pub inner: String,
    pub rivers: String,
    pub streams: String,
    pub lakes: String,
    /// The relief as a data URI, and its box: x, y, width, height in map units.
    pub relief: (String, [i32; 4]),
}

/// Edges of the relief picture on the unit sphere: west, east, south, north.
const RELIEF_EDGES: [f64; 4] = [-0.13, 0.135, -0.085, 0.085];
/// Where detail matters, in map units: left, top, right, bottom. It is the view, which can be seen from near, and what
/// a window shows beside it then.
const FOCUS: [f64; 4] = [-1_800.0, -1_000.0, 1_950.0, 1_400.0];
/// Largest departure from the source line in map units: in the focus, and outside.
const TOLERANCE: (f64, f64) = (1.6, 7.0);
/// Smallest extent of an island or lake that is drawn, in map units: in the focus, and outside.
const SMALLEST: (f64, f64) = (8.0, 60.0);

/// What the base map is drawn from.
pub struct Sheets {
    states: Drawn,
    rivers: Drawn,
    lakes: Drawn,
    /// A picture in WebP.
    relief: Vec<u8>,
}

impl Sheets {
    /// Reads the map files, or finds every mistake in them.
    pub fn read(files: &Files) -> Result<Self, Vec<Mistake>> {
        const RELIEF: &str = "map/relief.webp";
        let mut mistakes = Vec::new();
        let states = noted(drawn(files, "map/states.topojson"), &mut mistakes);
        let rivers = noted(drawn(files, "map/rivers.topojson"), &mut mistakes);
        let lakes = noted(drawn(files, "map/lakes.topojson"), &mut mistakes);
        let relief = files.bytes(RELIEF).map_err(|m| vec![m]);
        let relief = noted(relief, &mut mistakes);
        match (states, rivers, lakes, relief) {
            (Some(states), Some(rivers), Some(lakes), Some(relief)) => Ok(Self {
                states,
                rivers,
                lakes,
                relief: relief.to_vec(),
            }),
            _ => Err(mistakes),
        }
    }
}

impl BaseMap {
    /// Draws all layers, as far as any window shows them around the view: left edge, top edge, width and height in map
    /// units.
    pub fn draw(sheets: &Sheets, view: [f64; 4]) -> Self {
        let seen = |lines| path(&Corners::of(view).left_out_of(lines));
        let Sheets {
            states,
            rivers,
            lakes,
            relief,
        } = sheets;
        let data = base64::engine::general_purpose::STANDARD.encode(relief);
        let scale = EARTH_KM / UNIT_KM;
        let [west, east, south, north] = RELIEF_EDGES.map(|edge| (edge * scale).round() as i32);
        let big = |g: &Geometry| g.number("rank").is_some_and(|r| r <= 6.0);
        let kind = |k: &'static str| move |g: &Geometry| g.property("kind") == k;
        let outline = states.outline("states", |_| true);
        let outline = outline.iter().map(|ring| states.joined(ring)).collect();
        Self {
            land: seen(large(outline)),
            home: seen(states.lines("states", |g| g.id == "CSK")),
            borders: seen(states.lines("borders", |g| {
                g.property("kind") == "state"
                    && g.property("a") != "CSK"
                    && g.property("b") != "CSK"
            })),
            curtain: seen(states.lines("borders", kind("iron-curtain"))),
            inner: seen(states.lines("internal", kind("czech-slovak"))),
            rivers: seen(rivers.lines("rivers", big)),
            streams: seen(near(rivers.lines("rivers", |g| !big(g)))),
            lakes: seen(large(lakes.lines("lakes", |_| true))),
            relief: (
                format!("data:image/webp;base64,{data}"),
                [west, -north, east - west, north - south],
            ),
        }
    }
}

/// A map file in map units.
fn drawn(files: &Files, name: &str) -> Result<Drawn, Vec<Mistake>> {
    let conic = Conic::central_europe();
    let project = |at| {
        let point = conic.to_map(at);
        (point.x, point.y)
    };
    Drawn::read(files, name, MAP, project, |line| {
        line.simplify(tolerance(line))
    })
}

fn tolerance(line: &LineString<f64>) -> f64 {
    if line.coords().any(|c| in_focus(c.x, c.y)) {
        TOLERANCE.0
    } else {
        TOLERANCE.1
    }
}

fn in_focus(x: f64, y: f64) -> bool {
    let [left, top, right, bottom] = FOCUS;
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

/// The lines that come into the focus: elsewhere small streams would only be noise.
fn near(lines: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let comes = |line: &Vec<Point>| {
        line.iter()
            .any(|p| in_focus(f64::from(p.0), f64::from(p.1)))
    };
    lines.into_iter().filter(comes).collect()
}

/// The rings that are large enough to be seen.
fn large(rings: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    rings
        .into_iter()
        .filter(|ring| {
            let near = ring
                .iter()
                .any(|p| in_focus(f64::from(p.0), f64::from(p.1)));
            let smallest = if near { SMALLEST.0 } else { SMALLEST.1 };
            f64::from(extent(ring)) >= smallest
        })
        .collect()
}
