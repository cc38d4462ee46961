//! The page's opening markup in every language, as the host writes it.

#![allow(
    clippy::expect_used,
    clippy::unreachable,
    reason = "a test that cannot be set up has failed"
)]

mod claims;
mod entries;
mod hand_out;
mod keys;
mod landmarks;
mod languages;
mod pseudo;
mod soundness;
mod sources;
mod stills;
mod tags;
mod world;

#[allow(dead_code, reason = "shared with tests that use the rest")]
#[path = "../written/mod.rs"]
mod written;
