//! Whether everything can be seen: contrast, and who is told apart by what, reckoned from the style sheets themselves
//! for both themes and every light of the map.
//!
//! What must stand out: words against their ground by 4.5 to 1, lines and edges that one needs to understand the map
//! or to use the page by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). Rivers are scenery, and so are the rules between entries.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unreachable,
    reason = "a test that cannot be set up has failed"
)]

mod colour;
mod controls;
mod lines;
mod relief;
mod scheme;
mod sheet;
mod told_apart;
mod words;
mod world;

use colour::{Colour, contrast};

/// What words need against their ground.
const WORDS: f64 = 4.5;
/// What lines and edges need.
const LINES: f64 = 3.0;

/// The five armies, as the style sheets name them.
const ARMIES: [&str; 5] = ["ussr", "gdr", "poland", "hungary", "bulgaria"];

/// Collects what cannot be seen, so that a failure names all of it at once.
#[derive(Default)]
struct Unseen(Vec<String>);

impl Unseen {
    fn check(&mut self, what: &str, colour: Colour, ground: Colour, wanted: f64) {
        let found = contrast(colour, ground);
        if found < wanted {
            self.0.push(format!("{what}: {found:.2}, wanted {wanted}"));
        }
    }

    fn end(self) {
        assert!(self.0.is_empty(), "\n{}", self.0.join("\n"));
    }
}
