//! TopoJSON to lines in whole units, for both maps.
//!
//! Every arc is projected, simplified and rounded once, so that what shares an arc fits together.

use std::collections::BTreeMap;

use geo::LineString;
use serde::Deserialize;

use super::Files;
use super::mistake::Mistake;
use crate::projection::LonLat;

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

impl Transform {
    /// An arc in degrees: each of its points is written as the step from the one before.
    fn degrees(&self, steps: &[[f64; 2]]) -> Vec<LonLat> {
        let (mut x, mut y) = (0.0, 0.0);
        let at = |[dx, dy]: &[f64; 2]| {
            x += dx;
            y += dy;
            LonLat {
                lon: x * self.scale[0] + self.translate[0],
                lat: y * self.scale[1] + self.translate[1],
            }
        };
        steps.iter().map(at).collect()
    }
}

/// A line or an area, made of arcs.
#[derive(Deserialize)]
pub struct Geometry {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    properties: BTreeMap<String, serde_json::Value>,
    #[serde(default)]
    arcs: serde_json::Value,
}

/// Numbers of arcs end to end; a negative number means an arc backwards.
pub type Run = Vec<i64>;

impl Geometry {
    /// A property that is text; empty if there is none.
    pub fn property(&self, name: &str) -> &str {
        self.properties
            .get(name)
            .and_then(serde_json::Value::as_str)
            .unwrap_or("")
    }

    /// A property that is a number.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.properties
            .get(name)
            .and_then(serde_json::Value::as_f64)
    }

    /// Whether all that stands for an arc is the number of one. A geometry without arcs is a point, and drawn as none.
    fn knows_its_arcs(&self, count: usize) -> bool {
        fn knows(value: &serde_json::Value, count: usize) -> bool {
            match value {
                serde_json::Value::Array(items) => items.iter().all(|item| knows(item, count)),
                _ => value
                    .as_i64()
                    .and_then(|arc| usize::try_from(index(arc)).ok())
                    .is_some_and(|arc| arc < count),
            }
        }
        self.arcs.is_null() || (self.arcs.is_array() && knows(&self.arcs, count))
    }

    /// The runs of arcs of a line, or the rings of a polygon, however deep they are nested.
    pub fn runs(&self) -> Vec<Run> {
        fn collect(value: &serde_json::Value, runs: &mut Vec<Run>) {
            let Some(items) = value.as_array() else {
                return;
            };
            let run: Option<Run> = items.iter().map(serde_json::Value::as_i64).collect();
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

/// A point in whole units.
pub type Point = (i32, i32);

/// A topology whose arcs are projected, simplified and rounded.
pub struct Drawn {
    arcs: Vec<Vec<Point>>,
    objects: BTreeMap<String, Collection>,
}

impl Drawn {
    /// Reads a map file that holds a part of the Earth: west, east, south, north, in degrees. `project` gives a
    /// position in units, `simplify` takes points out of a line in units; it must keep both ends. Every arc and geometry
    /// that is wrong is a mistake.
    pub fn read(
        files: &Files,
        name: &str,
        part: [f64; 4],
        project: impl Fn(LonLat) -> (f64, f64),
        simplify: impl Fn(&LineString<f64>) -> LineString<f64>,
    ) -> Result<Self, Vec<Mistake>> {
        let text = files.text(name).map_err(|m| vec![m])?;
        let topology: Topology = serde_json::from_str(text).map_err(|e| {
            let problem = format!("expected a quantised TopoJSON: {e}");
            vec![Mistake::whole_file(name, &problem)]
        })?;
        let mut mistakes = Vec::new();
        let mut arcs = Vec::new();
        for (number, deltas) in topology.arcs.iter().enumerate() {
            let line = topology.transform.degrees(deltas);
            if let Some(at) = line.iter().find(|&&at| !within(part, at)) {
                let problem = format!(
                    "expected degrees within {part:?}, found {}, {}",
                    at.lon, at.lat
                );
                mistakes.push(mistake(name, format!("arc {number}"), &problem));
                // A projection has no answer to what is not on the Earth.
                arcs.push(Vec::new());
                continue;
            }
            let line: LineString<f64> = line.into_iter().map(&project).collect();
            arcs.push(rounded(&simplify(&line)));
        }
        for (object, Collection { geometries }) in &topology.objects {
            for (number, geometry) in geometries.iter().enumerate() {
                if !geometry.knows_its_arcs(arcs.len()) {
                    let entry = format!("{object}, geometry number {}", number + 1);
                    let problem = format!(
                        "expected lists of whole numbers, of arcs of which there are {}",
                        arcs.len()
                    );
                    mistakes.push(mistake(name, entry, &problem));
                }
            }
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        Ok(Self {
            arcs,
            objects: topology.objects,
        })
    }

    /// The geometries of an object; none if there is no such object.
    pub fn geometries(&self, object: &str) -> &[Geometry] {
        self.objects
            .get(object)
            .map_or(&[][..], |o| o.geometries.as_slice())
    }

    /// The lines of an object's chosen geometries.
    pub fn lines(&self, object: &str, chosen: impl Fn(&Geometry) -> bool) -> Vec<Vec<Point>> {
        self.geometries(object)
            .iter()
            .filter(|g| chosen(g))
            .flat_map(Geometry::runs)
            .map(|run| self.joined(&run))
            .collect()
    }

    /// The outline of an object's chosen polygons together, as rings: the arcs that bound only
    /// one of them, end to end.
    pub fn outline(&self, object: &str, chosen: impl Fn(&Geometry) -> bool) -> Vec<Run> {
        let runs: Run = self
            .geometries(object)
            .iter()
            .filter(|g| chosen(g))
            .flat_map(Geometry::runs)
            .flatten()
            .collect();
        let uses = uses(runs.iter().copied());
        let mut open: Vec<(i64, Vec<Point>)> = runs
            .into_iter()
            .filter(|&arc| uses.get(&index(arc)) == Some(&1))
            .map(|arc| (arc, self.joined(&[arc])))
            .filter(|(_, line)| line.len() > 1)
            .collect();
        let mut rings = Vec::new();
        while let Some((arc, line)) = open.pop() {
            let mut ring = vec![arc];
            let (first, mut last) = (line.first().copied(), line.last().copied());
            while first != last {
                let Some(next) = open.iter().position(|(_, l)| l.first().copied() == last) else {
                    break;
                };
                let (arc, line) = open.swap_remove(next);
                ring.push(arc);
                last = line.last().copied();
            }
            rings.push(ring);
        }
        rings
    }

    /// The points of a run.
    pub fn joined(&self, run: &[i64]) -> Vec<Point> {
        let mut line: Vec<Point> = Vec::new();
        for &arc in run {
            let mut points = usize::try_from(index(arc))
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

/// Whether a position lies within a part of the Earth, but for what adding steps takes.
pub fn within([west, east, south, north]: [f64; 4], at: LonLat) -> bool {
    const SLACK: f64 = 1e-6;
    (west - SLACK..=east + SLACK).contains(&at.lon)
        && (south - SLACK..=north + SLACK).contains(&at.lat)
}

#[track_caller]
fn mistake(file: &str, entry: String, problem: &str) -> Mistake {
    Mistake {
        entry,
        field: "arcs".to_owned(),
        ..Mistake::whole_file(file, problem)
    }
}

/// The arc of a number, whichever way it is drawn.
pub fn index(arc: i64) -> i64 {
    if arc < 0 { !arc } else { arc }
}

/// How often each arc is drawn, by its index.
pub fn uses(arcs: impl Iterator<Item = i64>) -> BTreeMap<i64, usize> {
    let mut uses = BTreeMap::new();
    arcs.for_each(|arc| *uses.entry(index(arc)).or_default() += 1);
    uses
}

fn rounded(line: &LineString<f64>) -> Vec<Point> {
    let mut points: Vec<Point> = line
        .coords()
        .map(|c| (c.x.round() as i32, c.y.round() as i32))
        .collect();
    points.dedup();
    points
}
