//! What the relief does to the ground: the shades of its picture.

use std::io::Cursor;
use std::sync::OnceLock;

use image_webp::WebPDecoder;

/// Its darkest shade, none, and its lightest, 0..=1. Single pixels, one in a hundred at either end, are left out.
pub fn shades() -> [f64; 3] {
    static SHADES: OnceLock<[f64; 3]> = OnceLock::new();
    *SHADES.get_or_init(decoded)
}

fn decoded() -> [f64; 3] {
    let file = include_bytes!("../../src/content/map/relief.webp");
    let mut decoder = WebPDecoder::new(Cursor::new(&file[..])).expect("a WebP picture");
    let size = decoder.output_buffer_size().expect("a picture of a size");
    let mut pixels = vec![0; size];
    decoder.read_image(&mut pixels).expect("a whole picture");
    let channels = if decoder.has_alpha() { 4 } else { 3 };
    let mut reds: Vec<u8> = pixels.chunks_exact(channels).map(|p| p[0]).collect();
    reds.sort_unstable();
    let at = |share: usize| f64::from(reds[(reds.len() - 1) * share / 100]) / 255.0;
    [at(1), 0.5, at(99)]
}

#[test]
fn the_relief_has_slopes_on_both_sides_of_flat() {
    let [dark, flat, light] = shades();
    assert!(dark < 0.4 && flat == 0.5 && light > 0.6, "{dark} {light}");
}
