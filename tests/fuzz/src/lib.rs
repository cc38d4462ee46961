//! The library of the fuzz targets, which libFuzzer links to each of them.

/// The content folder.
const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/content");

// The build script's modules look for these at the root of their crate.
use five_armies::{curve, daylight, equal_earth, language, markup, moment, projection};

#[allow(
    dead_code,
    missing_docs,
    reason = "the build script's modules are documented for its author, and this uses some"
)]
#[path = "../../../src/build"]
mod build {
    pub mod compile;
}

pub mod outside;
