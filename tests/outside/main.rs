//! What comes from outside: addresses, messages of the page around the frame, what the browser kept, content files,
//! maps. What must hold of any of them stands in `tests/fuzz/src/outside/`; here it is asked of all that the fuzz
//! targets have kept, and of what proptest makes up.

#![allow(
    clippy::unreachable,
    reason = "a test that cannot be set up has failed"
)]

/// The content folder.
const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/content");

// The build script's modules look for these at the root of their crate.
use five_armies::{curve, daylight, equal_earth, language, markup, moment, projection};

#[allow(
    dead_code,
    missing_docs,
    reason = "the build script's modules are documented for its author, and this test uses some"
)]
#[path = "../../src/build"]
mod build {
    pub mod compile;
}

mod corpora;
mod deep;
mod made_up;
#[path = "../fuzz/src/outside/mod.rs"]
mod outside;
mod storage;
