//! The map files: one TopoJSON in the place of each of them.

use crate::build::compile::basemap::{BaseMap, Sheets};
use crate::build::compile::worldmap::WorldMap;
use crate::build::compile::{Files, Mistake};

/// The view of the base map, in map units: left edge, top edge, width, height.
const VIEW: [f64; 4] = [-1_580.0, -773.0, 3_310.0, 1_929.0];
/// No map reaches farther than this from its middle, in its units.
const FARTHEST: i64 = 20_000;

/// Both maps come out, or mistakes that name the file.
pub fn check(bytes: &[u8]) {
    let names = ["states", "rivers", "lakes", "world"].map(|name| format!("map/{name}.topojson"));
    let mut files: Files = Files(names.map(|name| (name, bytes.to_vec())).into());
    files.0.insert("map/relief.webp".to_owned(), Vec::new());

    match Sheets::read(&files) {
        Ok(sheets) => {
            let BaseMap {
                land,
                home,
                borders,
                curtain,
                inner,
                rivers,
                streams,
                lakes,
                ..
            } = &BaseMap::draw(&sheets, VIEW);
            let layers = [land, home, borders, curtain, inner, rivers, streams, lakes];
            layers.into_iter().for_each(|layer| is_path(layer));
        }
        Err(mistakes) => are_told(&mistakes),
    }
    match WorldMap::build(&files, &["CSK".to_owned()]) {
        Ok(map) => {
            assert_eq!(map.states.len(), 1);
            for state in &map.states {
                is_path(&state.path);
                let (x, y) = state.anchor;
                assert!(
                    i64::from(x).abs() <= FARTHEST && i64::from(y).abs() <= FARTHEST,
                    "{x} {y}"
                );
            }
            is_path(&map.others);
            is_path(&map.borders);
        }
        Err(mistakes) => are_told(&mistakes),
    }
}

/// Path data of lines that stay on the map.
fn is_path(path: &str) {
    assert!(
        path.bytes().all(|b| b"Mlz -0123456789".contains(&b)),
        "{path}"
    );
    for line in path.split('M').skip(1) {
        let numbers = line.replace('-', " -").replace(['l', 'z'], " ");
        let numbers: Vec<i64> = numbers
            .split_whitespace()
            .map(|n| n.parse().unwrap_or(i64::MAX))
            .collect();
        assert!(
            !numbers.is_empty() && numbers.len().is_multiple_of(2),
            "{line}"
        );
        for axis in 0..2 {
            let steps = numbers.iter().skip(axis).step_by(2);
            let mut at = 0_i64;
            for step in steps {
                at = at.saturating_add(*step);
                assert!(at.abs() <= FARTHEST, "{line}");
            }
        }
    }
}

fn are_told(mistakes: &[Mistake]) {
    assert!(!mistakes.is_empty());
    mistakes.iter().for_each(is_told);
}

fn is_told(mistake: &Mistake) {
    let said = mistake.to_string();
    assert!(
        mistake.file.starts_with("map/") && mistake.problem.contains("expected"),
        "{said}"
    );
    assert!(!said.contains(char::is_control), "{said:?}");
}
