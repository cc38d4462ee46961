//! What the core and the build script take, natively: `cargo bench --no-default-features`. What a reader's browser takes
//! is measured by `cargo xtask bench`.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be set up has failed"
)]

use std::path::Path;

use divan::{Bencher, black_box};
use five_armies::changes::changes;
use five_armies::evidence::Telling;
use five_armies::labels::{place_labels, reserved};
use five_armies::language::Language;
use five_armies::moment::Moment;
use five_armies::nearest::answers;
use five_armies::projection::{Conic, LonLat, MapPoint};
use five_armies::scene::{column_at, scene_at};
use five_armies::story::STORY;
use five_armies::words::Words;

// The build script's modules look for these at the root of their crate.
use five_armies::{curve, daylight, equal_earth, language, markup, moment, projection};

#[allow(
    dead_code,
    missing_docs,
    reason = "the build script's modules are documented for its author, and this measures some"
)]
#[path = "../../src/build"]
mod build {
    pub mod compile;
}

use build::compile::{Files, check, compile, worldmap::WorldMap};

fn main() {
    divan::main();
}

/// The night at its busiest, a quiet spring day, and the end.
const MOMENTS: [&str; 3] = ["1968-08-21T02:20", "1968-04-10T12:00", "1991-06-21T12:00"];

fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

#[divan::bench(args = MOMENTS)]
fn a_whole_scene(text: &str) -> usize {
    let at = moment(text);
    scene_at(black_box(&STORY), black_box(at), Telling::Record).happened
}

/// What a frame reckons: where each column is, and what its head and its stretches say.
#[divan::bench(args = MOMENTS)]
fn all_columns_as_attributes(text: &str) -> usize {
    let at = moment(text);
    let written = |route: &five_armies::story::Route| {
        let column = column_at(route, black_box(at), Telling::Record);
        let legs = route
            .legs
            .iter()
            .map(|leg| route.leg_path(leg, column).len());
        legs.sum::<usize>() + route.head_transform(column).len()
    };
    STORY.routes.iter().map(written).sum()
}

#[divan::bench]
fn all_changes() -> usize {
    changes(black_box(&STORY)).len()
}

#[divan::bench]
fn names_on_the_map() -> usize {
    const SCALE: f64 = 0.26;
    let words = Words::of(Language::English);
    let taken = reserved(&STORY, Telling::Record, words, SCALE);
    place_labels(STORY.places, taken, black_box(SCALE), Some(STORY.view)).len()
}

#[divan::bench]
fn the_nearest_column_of_every_town() -> usize {
    answers(black_box(&STORY)).len()
}

/// A curve through so many waypoints, a vertex every 20 units (5 km).
#[divan::bench(args = [4, 16, 64])]
fn a_curve(waypoints: u16) -> usize {
    let corner = |i| {
        let (x, side) = (f64::from(i) * 40.0, f64::from(i % 2));
        MapPoint { x, y: side * 25.0 }
    };
    let points: Vec<MapPoint> = (0..waypoints).map(corner).collect();
    curve::through(black_box(&points), 20.0).0.len()
}

#[divan::bench]
fn a_thousand_projected_points() -> f64 {
    let conic = Conic::central_europe();
    let at = |i: i32| {
        conic.to_map(LonLat {
            lon: 12.0 + f64::from(i) / 100.0,
            lat: 49.0,
        })
    };
    (0..1000).map(|i| at(black_box(i)).x).sum()
}

fn content() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
    Files::read(&folder).expect("the content can be read")
}

#[divan::bench(sample_count = 5)]
fn the_world_map(bencher: Bencher) {
    let files = content();
    bencher.bench_local(|| WorldMap::build(&files, &[]).is_ok());
}

#[divan::bench(sample_count = 5)]
fn checking_the_content(bencher: Bencher) {
    let files = content();
    bencher.bench_local(|| check(&files, &mut Vec::new()).reactions.len());
}

#[divan::bench(sample_count = 3)]
fn the_whole_build_script(bencher: Bencher) {
    let files = content();
    bencher.bench_local(|| compile(&files).is_ok());
}
