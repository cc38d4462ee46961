//! The base map: TopoJSON of 1968 to SVG path data in whole map units, and the relief.
//!
//! Shared borders are drawn once (after the mesh of topojson-client). Lines far from
//! Czechoslovakia are simplified harder: no screen shows them large.

use std::collections::BTreeMap;

use base64::Engine;
use geo::{LineString, Simplify};
use serde::Deserialize;

use super::Files;
use super::mistake::Mistake;
use crate::projection::{Conic, EARTH_KM, LonLat, UNIT_KM};

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
const RELIEF: [f64; 4] = [-0.13, 0.135, -0.085, 0.085];
/// Where detail matters, in map units: left, top, right, bottom.
const FOCUS: [f64; 4] = [-2_400.0, -1_500.0, 2_400.0, 1_700.0];
/// Largest departure from the source line in map units: in the focus, and outside.
const TOLERANCE: (f64, f64) = (1.6, 7.0);
/// Smallest extent of an island or lake that is drawn, in map units: in the focus, and outside.
const SMALLEST: (f64, f64) = (8.0, 60.0);

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<[f64; 2]>>,
    objects: BTreeMap<String, Collection>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    id: String,
    #[serde(default)]
    properties: BTreeMap<String, serde_json::Value>,
    #[serde(default)]
    arcs: serde_json::Value,
}

impl Geometry {
    fn property(&self, name: &str) -> &str {
        self.properties
            .get(name)
            .and_then(serde_json::Value::as_str)
            .unwrap_or("")
    }

    /// The runs of arcs of a line, or the rings of a polygon, however deep they are nested.
    fn runs(&self) -> Vec<Vec<i64>> {
        fn collect(value: &serde_json::Value, runs: &mut Vec<Vec<i64>>) {
            let Some(items) = value.as_array() else {
                return;
            };
            let run: Option<Vec<i64>> = items.iter().map(serde_json::Value::as_i64).collect();
            match run {
                Some(run) if !run.is_empty() => runs.push(run),
                _ => items.iter().for_each(|item| collect(item, runs)),
            }
        }
        let mut runs = Vec::new();
        collect(&self.arcs, &mut runs);
        runs
    }
}

/// A point in whole map units.
type Point = (i32, i32);

/// A topology whose arcs are projected, simplified and rounded.
struct Drawn {
    arcs: Vec<Vec<Point>>,
    objects: BTreeMap<String, Collection>,
}

impl BaseMap {
    /// Reads the map files and draws all layers.
    pub fn build(files: &Files) -> Result<Self, Mistake> {
        let states = Drawn::read(files, "map/states.topojson")?;
        let rivers = Drawn::read(files, "map/rivers.topojson")?;
        let lakes = Drawn::read(files, "map/lakes.topojson")?;
        let relief = files
            .0
            .get("map/relief.webp")
            .ok_or_else(|| Mistake::whole_file("map/relief.webp", "expected this file to exist"))?;
        let data = base64::engine::general_purpose::STANDARD.encode(relief);
        let scale = EARTH_KM / UNIT_KM;
        let [west, east, south, north] = RELIEF.map(|edge| (edge * scale).round() as i32);
        let big = |g: &Geometry| {
            g.properties
                .get("rank")
                .and_then(serde_json::Value::as_i64)
                .is_some_and(|r| r <= 6)
        };
        let kind = |k: &'static str| move |g: &Geometry| g.property("kind") == k;
        Ok(Self {
            land: path(&states.outline("states")),
            home: path(&states.lines("states", |g| g.id == "CSK")),
            borders: path(&states.lines("borders", |g| {
                g.property("kind") == "state"
                    && g.property("a") != "CSK"
                    && g.property("b") != "CSK"
            })),
            curtain: path(&states.lines("borders", kind("iron-curtain"))),
            inner: path(&states.lines("internal", kind("czech-slovak"))),
            rivers: path(&rivers.lines("rivers", big)),
            streams: path(&rivers.lines("rivers", |g| !big(g))),
            lakes: path(&large(lakes.lines("lakes", |_| true))),
            relief: (
                format!("data:image/webp;base64,{data}"),
                [west, -north, east - west, north - south],
            ),
        })
    }
}

impl Drawn {
    fn read(files: &Files, name: &str) -> Result<Self, Mistake> {
        let topology: Topology = serde_json::from_str(files.text(name)?).map_err(|e| {
            Mistake::whole_file(name, &format!("expected a quantised TopoJSON: {e}"))
        })?;
        let conic = Conic::central_europe();
        let Transform { scale, translate } = &topology.transform;
        let arcs = topology
            .arcs
            .iter()
            .map(|deltas| {
                let (mut x, mut y) = (0.0, 0.0);
                let line: LineString<f64> = deltas
                    .iter()
                    .map(|d| {
                        x += d[0];
                        y += d[1];
                        let at = LonLat {
                            lon: x * scale[0] + translate[0],
                            lat: y * scale[1] + translate[1],
                        };
                        let point = conic.to_map(at);
                        (point.x, point.y)
                    })
                    .collect();
                rounded(&line.simplify(tolerance(&line)))
            })
            .collect();
        Ok(Self {
            arcs,
            objects: topology.objects,
        })
    }

    /// The lines of an object's chosen geometries.
    fn lines(&self, object: &str, chosen: impl Fn(&Geometry) -> bool) -> Vec<Vec<Point>> {
        let geometries = self
            .objects
            .get(object)
            .map_or(&[][..], |o| o.geometries.as_slice());
        geometries
            .iter()
            .filter(|g| chosen(g))
            .flat_map(Geometry::runs)
            .map(|run| self.joined(&run))
            .collect()
    }

    /// The outline of all polygons of an object together: the arcs that bound only one of them,
    /// joined end to end.
    fn outline(&self, object: &str) -> Vec<Vec<Point>> {
        let geometries = self
            .objects
            .get(object)
            .map_or(&[][..], |o| o.geometries.as_slice());
        let runs: Vec<i64> = geometries
            .iter()
            .flat_map(Geometry::runs)
            .flatten()
            .collect();
        let index = |arc: i64| if arc < 0 { !arc } else { arc };
        let mut uses: BTreeMap<i64, usize> = BTreeMap::new();
        runs.iter()
            .for_each(|&arc| *uses.entry(index(arc)).or_default() += 1);
        let mut open: Vec<Vec<Point>> = runs
            .into_iter()
            .filter(|&arc| uses.get(&index(arc)) == Some(&1))
            .map(|arc| self.joined(&[arc]))
            .filter(|line| line.len() > 1)
            .collect();
        let mut rings = Vec::new();
        while let Some(mut ring) = open.pop() {
            while ring.first() != ring.last() {
                let Some(next) = open.iter().position(|line| line.first() == ring.last()) else {
                    break;
                };
                ring.extend(open.swap_remove(next).into_iter().skip(1));
            }
            rings.push(ring);
        }
        large(rings)
    }

    /// Arcs end to end; a negative number means an arc backwards.
    fn joined(&self, run: &[i64]) -> Vec<Point> {
        let mut line: Vec<Point> = Vec::new();
        for &arc in run {
            let index = if arc < 0 { !arc } else { arc };
            let mut points = usize::try_from(index)
                .ok()
                .and_then(|i| self.arcs.get(i))
                .cloned()
                .unwrap_or_default();
            if arc < 0 {
                points.reverse();
            }
            line.extend(points.into_iter().skip(usize::from(!line.is_empty())));
        }
        line
    }
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

fn rounded(line: &LineString<f64>) -> Vec<Point> {
    let mut points: Vec<Point> = line
        .coords()
        .map(|c| (c.x.round() as i32, c.y.round() as i32))
        .collect();
    points.dedup();
    points
}

/// The rings that are large enough to be seen.
fn large(rings: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let extent = |ring: &[Point], pick: fn(&Point) -> i32| {
        let values = ring.iter().map(pick);
        f64::from(values.clone().max().unwrap_or(0) - values.min().unwrap_or(0))
    };
    rings
        .into_iter()
        .filter(|ring| {
            let near = ring
                .iter()
                .any(|p| in_focus(f64::from(p.0), f64::from(p.1)));
            let smallest = if near { SMALLEST.0 } else { SMALLEST.1 };
            extent(ring, |p| p.0).max(extent(ring, |p| p.1)) >= smallest
        })
        .collect()
}

/// Path data: absolute starts, then relative steps, with no space that is not needed.
fn path(lines: &[Vec<Point>]) -> String {
    let mut text = String::new();
    let mut push = |command: &str, (x, y): Point| {
        text.push_str(command);
        if command.is_empty() && x >= 0 {
            text.push(' ');
        }
        text.push_str(&x.to_string());
        if y >= 0 {
            text.push(' ');
        }
        text.push_str(&y.to_string());
    };
    for line in lines {
        let closed = line.len() > 2 && line.first() == line.last();
        let drawn = if closed {
            line.get(..line.len() - 1).unwrap_or(line)
        } else {
            line
        };
        let mut before: Option<Point> = None;
        for (i, &point) in drawn.iter().enumerate() {
            match before {
                None => push("M", point),
                Some(b) => push(
                    if i == 1 { "l" } else { "" },
                    (point.0 - b.0, point.1 - b.1),
                ),
            }
            before = Some(point);
        }
        if closed {
            push("z", (0, 0));
        }
    }
    text.replace("z0 0", "z")
}
