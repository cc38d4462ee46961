//! Mistakes in the content, one by one: each must be found and said so that an author can mend it.
//!
//! The build script's own modules are taken in as they are; the files are changed in memory only.

#![allow(
    clippy::unreachable,
    reason = "a test that cannot be set up has failed"
)]

// The build script's modules look for these at the root of their crate.
use five_armies::{curve, daylight, equal_earth, language, markup, moment, projection};

#[allow(
    missing_docs,
    reason = "the build script's modules are documented for its author"
)]
#[path = "../../src/build"]
mod build {
    pub mod compile;
}

mod edit;
mod entries;
mod fields;
mod files;
mod frame;
mod hand_out;
mod maps;
mod names;
mod order;
mod resting;
mod routes;
mod rules;
mod sights;
mod stills;
mod told;
mod told_markup;
mod translations;
mod values;
mod wording;
