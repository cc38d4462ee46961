//! What must hold of everything that comes from outside, for any bytes: nothing panics, and what is accepted is what
//! the page can use. The fuzz targets give these functions what libFuzzer makes up; the tests in `tests/outside/` give
//! them what was kept of that, and what proptest makes up.

pub mod address;
pub mod content;
pub mod geometry;
pub mod host_message;
pub mod markup;
pub mod storage;

/// The text that bytes are, up to the first that is none.
fn text(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}
