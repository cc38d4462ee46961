//! The strip of text under a picture of the map: what goes into which line, and where.

use crate::labels::text_width;

/// The size at which [`text_width`] measures, in CSS pixels.
const MEASURED: f64 = 12.5;
/// How much wider letters may be than measured: the page's typeface does not travel with the picture.
const SPARE: f64 = 1.15;
/// Space around the text, in CSS pixels.
pub const MARGIN: f64 = 14.0;

/// A line of the strip. Lengths are in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// Size of the letters.
    pub size: f64,
    /// Whether the letters are bold.
    pub bold: bool,
    /// Height of the base line below the strip's upper edge.
    pub y: f64,
}

/// The strip: title, time and credits one below the other, each broken where it would leave a strip of this width.
pub fn caption(title: &str, time: &str, credits: &[String], width: f64) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut y = MARGIN;
    let room = width - 2.0 * MARGIN;
    let mut add = |text: &str, size: f64, bold: bool| {
        for part in broken(text, room * MEASURED / (size * SPARE)) {
            y += size * 1.4;
            let (text, y) = (part, y);
            lines.push(Line {
                text,
                size,
                bold,
                y,
            });
        }
    };
    add(title, 18.0, true);
    add(time, 14.0, false);
    for credit in credits {
        add(credit, 10.0, false);
    }
    lines
}

/// Height of a strip, in CSS pixels.
pub fn height(lines: &[Line]) -> f64 {
    lines.last().map_or(0.0, |line| line.y + MARGIN)
}

/// A text in lines that are no wider than `room`; a single word that is wider has a line of its own.
fn broken(text: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if text_width(line) + text_width(" ") + text_width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
