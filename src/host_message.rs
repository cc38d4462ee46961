//! What the page in a frame and the page around it tell each other.
//!
//! Two stages, as for the address: [`read`] takes what was written and refuses what it does not
//! understand; a [`Request`] cannot be wrong. Whether a message comes from the page around it,
//! only the browser knows.

use crate::moment::Moment;
use crate::timeline::Timeline;

/// What the page around the frame may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Go to a moment.
    Seek(Moment),
    /// Play.
    Play,
    /// Pause.
    Pause,
    /// From now on links lead to this address: the page around the frame passes them on.
    Address(String),
}

/// Longest value of a message that is looked at, in UTF-16 units.
pub const LONGEST: u32 = 500;

/// Reads a message of a type with its value, `t` or `address`; anything unknown is `None`.
pub fn read(kind: &str, value: Option<&str>, timeline: &Timeline) -> Option<Request> {
    match (kind, value) {
        ("five-armies:seek", Some(t)) => {
            let moment = Moment::parse(t).filter(|&m| m == timeline.clamp(m));
            moment.map(Request::Seek)
        }
        ("five-armies:play", _) => Some(Request::Play),
        ("five-armies:pause", _) => Some(Request::Pause),
        ("five-armies:host", Some(address)) => {
            is_page(address).then(|| Request::Address(address.to_owned()))
        }
        _ => None,
    }
}

/// Whether a link may lead there: a page on the web or on the reader's disk.
fn is_page(address: &str) -> bool {
    let schemes = ["https://", "http://", "file:///"];
    let fits = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '#');
    schemes.iter().any(|s| address.starts_with(s)) && address.chars().all(fits)
}

/// The value of WordPress's secret in the part of an address behind the `#`, with which it knows its own frames again;
/// letters and digits.
pub fn wordpress_secret(hash: &str) -> Option<&str> {
    let secret = hash.strip_prefix("#?secret=")?;
    let fits = !secret.is_empty() && secret.len() <= 64;
    (fits && secret.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(secret)
}

/// The height that a frame of some width wants, in CSS pixels: upright on telephones, lying where there is room.
pub fn wanted_height(width: f64) -> f64 {
    let share = if width < 700.0 {
        5.0 / 4.0
    } else {
        10.0 / 16.0
    };
    (width * share).round().clamp(400.0, 900.0)
}
