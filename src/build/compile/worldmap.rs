//! The world map: the states of 1968 to SVG path data in whole units; x to the right, y down.
//!
//! The states that the page speaks of have a path each, all other land has one. All are made of
//! the same arcs, so neighbours meet without a gap.

use std::collections::BTreeMap;

use geo::{LineString, SimplifyVw};

use super::Files;
use super::mistake::{Mistake, noted};
use super::path::{extent, path};
use super::topology::{self, Drawn, Geometry, Point, Run, index, uses};
use crate::equal_earth::EqualEarth;
use crate::projection::LonLat;

/// Path data of the world. Boxes are x, y, width, height in units.
pub struct WorldMap {
    /// The box of all that is drawn.
    pub view: [i32; 4],
    /// The box around Europe.
    pub europe: [i32; 4],
    /// The states asked for, in the order asked.
    pub states: Vec<State>,
    /// The outline of all other land.
    pub others: String,
    /// The borders of other states with each other.
    pub borders: String,
    /// The outline of the sphere within the view.
    pub graticule: String,
}

/// A state as it is drawn.
pub struct State {
    /// Its code in the map file.
    pub code: String,
    /// Its area; empty if the map file has only a point for it.
    pub path: String,
    /// Where its name or dot stands.
    pub anchor: Point,
    /// Too small to be seen as an area: to be drawn as a dot.
    pub tiny: bool,
}

const FILE: &str = "map/world.topojson";
/// Half the length of the equator in units. A unit is about 17 km in Europe.
const HALF_EQUATOR: f64 = 1_000.0;
/// The meridian at which the map is cut, from both sides, in degrees.
const CUT: (f64, f64) = (-169.0, 191.0);
/// All of the Earth in degrees, as it is cut: west, east, south, north.
const EARTH: [f64; 4] = [CUT.0, CUT.1, -90.0, 90.0];
/// The parallels at which the view ends: south of Cape Horn, north of Greenland.
const ENDS: (f64, f64) = (-56.0, 83.7);
/// Europe in degrees: west, east, south, north.
const EUROPE: [f64; 4] = [-11.0, 32.0, 35.0, 62.0];
/// The smallest corner that is drawn: the area, in square units, of the triangle of a point and its
/// neighbours (Visvalingam's measure). In Europe, and outside. Chosen for the weight: about 22 kB.
const SMALLEST_CORNER: (f64, f64) = (0.4, 9.0);
/// Smallest extent of an island or enclave that is drawn, in units: in Europe, and outside.
const SMALLEST_RING: (i32, i32) = (4, 6);
/// A state is a dot if its area is less, in square kilometres.
const DOT_KM2: f64 = 3_000.0;
/// A state is a dot if its extent is less, in units.
const DOT_EXTENT: i32 = 8;

impl WorldMap {
    /// Reads the map file and draws the states of these codes, and all other land as one; or finds every mistake in it.
    pub fn build(files: &Files, codes: &[String]) -> Result<Self, Vec<Mistake>> {
        let europe = box_around(&edges(EUROPE));
        let world = World::read(files, europe)?;
        let named = |code: &str| codes.iter().any(|c| c == code);
        let mut mistakes = Vec::new();
        let states = codes
            .iter()
            .filter_map(|code| noted(world.state(code), &mut mistakes))
            .collect();
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let others = world.drawn.outline(STATES, |g| !named(&g.id));
        let mut borders = world.drawn.lines("borders", |g| {
            !named(g.property("a")) && !named(g.property("b"))
        });
        // Rounded to a point, or round an enclave that is not drawn.
        borders.retain(|line| line.first() != line.last() || extent(line) >= SMALLEST_RING.1);
        let sphere = edges([CUT.0, CUT.1, ENDS.0, ENDS.1]);
        Ok(Self {
            view: box_around(&sphere),
            europe,
            states,
            others: path(&world.rings(&others)),
            borders: path(&chained(borders)),
            graticule: path(&[sphere.into_iter().map(whole).collect()]),
        })
    }
}

/// The map file in units.
struct World {
    drawn: Drawn,
    /// How often each arc bounds a state: a border twice, a coast once.
    uses: BTreeMap<i64, usize>,
    europe: [i32; 4],
}

/// The map file's object of states.
const STATES: &str = "states";

impl World {
    fn read(files: &Files, europe: [i32; 4]) -> Result<Self, Vec<Mistake>> {
        let simplify = |line: &LineString<f64>| {
            let near = line.coords().any(|c| within(europe, whole((c.x, c.y))));
            line.simplify_vw(if near {
                SMALLEST_CORNER.0
            } else {
                SMALLEST_CORNER.1
            })
        };
        let drawn = Drawn::read(files, FILE, EARTH, units, simplify)?;
        let runs = drawn.geometries(STATES).iter().flat_map(Geometry::runs);
        Ok(Self {
            uses: uses(runs.flatten()),
            drawn,
            europe,
        })
    }

    fn state(&self, code: &str) -> Result<State, Vec<Mistake>> {
        let found = self.drawn.geometries(STATES).iter().find(|g| g.id == code);
        let state = found.ok_or_else(|| {
            let problem = format!("expected a state with the code {code:?}, found none");
            vec![Mistake::whole_file(FILE, &problem)]
        })?;
        let mut mistakes = Vec::new();
        let [lon, lat, km2] = ["lx", "ly", "km2"].map(|name| {
            state.number(name).unwrap_or_else(|| {
                let problem =
                    format!("expected the number `{name}` of the state {code:?}, found none");
                mistakes.push(Mistake::whole_file(FILE, &problem));
                0.0
            })
        });
        let anchor = LonLat { lon, lat };
        if !topology::within(EARTH, anchor) {
            let problem = format!("expected `lx` and `ly` of the state {code:?} within {EARTH:?}");
            mistakes.push(Mistake::whole_file(FILE, &problem));
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let rings = self.rings(&state.runs());
        let largest = rings.iter().map(|ring| extent(ring)).max().unwrap_or(0);
        Ok(State {
            code: code.to_owned(),
            path: path(&rings),
            anchor: whole(units(anchor)),
            tiny: km2 < DOT_KM2 || largest < DOT_EXTENT,
        })
    }

    /// The rings that can be seen, and the largest in any case. Only a ring by itself, an island or
    /// an enclave, may be left out: without one that lies between neighbours there were a gap.
    fn rings(&self, runs: &[Run]) -> Vec<Vec<Point>> {
        let coast = |arc: &i64| self.uses.get(&index(*arc)) == Some(&1);
        let drawn = runs.iter().map(|run| self.drawn.joined(run));
        let largest = drawn.clone().map(|ring| extent(&ring)).max();
        runs.iter()
            .zip(drawn)
            .filter(|(run, ring)| {
                let alone = run.len() == 1 || run.iter().all(coast);
                let near = ring.iter().any(|&p| within(self.europe, p));
                let smallest = if near {
                    SMALLEST_RING.0
                } else {
                    SMALLEST_RING.1
                };
                !alone || extent(ring) >= smallest || Some(extent(ring)) == largest
            })
            .map(|(_, ring)| ring)
            // Three points and the first again; what has fewer has no area.
            .filter(|ring| ring.len() > 3)
            .collect()
    }
}

/// A position in units.
fn units(at: LonLat) -> (f64, f64) {
    let world = EqualEarth::world();
    let (edge, _) = world.project(LonLat {
        lon: CUT.1,
        lat: 0.0,
    });
    let (x, y) = world.project(at);
    (x / edge * HALF_EQUATOR, -y / edge * HALF_EQUATOR)
}

fn within([left, top, width, height]: [i32; 4], (x, y): Point) -> bool {
    (left..=left + width).contains(&x) && (top..=top + height).contains(&y)
}

/// Round two meridians and two parallels, in degrees, in steps of four degrees of latitude.
fn edges([west, east, south, north]: [f64; 4]) -> Vec<(f64, f64)> {
    let steps = ((north - south) / 4.0).ceil() as i32;
    let lat = |step: i32| south + (north - south) * f64::from(step) / f64::from(steps);
    let left = (0..=steps).map(|step| (west, lat(step)));
    let right = (0..=steps).rev().map(|step| (east, lat(step)));
    left.chain(right)
        .chain([(west, south)])
        .map(|(lon, lat)| units(LonLat { lon, lat }))
        .collect()
}

/// The smallest box of whole units around points.
fn box_around(points: &[(f64, f64)]) -> [i32; 4] {
    let least = |value: fn(&(f64, f64)) -> f64| {
        let least = points.iter().map(value).fold(f64::INFINITY, f64::min);
        least.floor() as i32
    };
    let (left, top) = (least(|p| p.0), least(|p| p.1));
    let (right, bottom) = (-least(|p| -p.0), -least(|p| -p.1));
    [left, top, right - left, bottom - top]
}

/// Lines that meet end to end as one, because a start takes more bytes than a step.
fn chained(mut open: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    let mut chains = Vec::new();
    while let Some(mut chain) = open.pop() {
        while let Some(next) = open
            .iter()
            .position(|line| [line.first(), line.last()].contains(&chain.last()))
        {
            let mut line = open.swap_remove(next);
            if line.first() != chain.last() {
                line.reverse();
            }
            chain.extend(line.into_iter().skip(1));
        }
        chains.push(chain);
    }
    chains
}

fn whole((x, y): (f64, f64)) -> Point {
    (x.round() as i32, y.round() as i32)
}
