//! Five Armies: the invasion of Czechoslovakia on 20-21 August 1968 as one page.
//!
//! Data flows one way: content files, checked and compiled in by the build script, become the
//! [`story`]; a [`scene`] is the picture of the story at a moment; views draw scenes and send
//! commands; [`playback`] answers them. The modules of the first group know neither Leptos nor the
//! browser: `cargo test --no-default-features` builds none of them.

pub mod address;
pub mod announcer;
pub mod camera;
pub mod caption;
pub mod changes;
pub mod curve;
pub mod daylight;
pub mod description;
pub mod embed_code;
pub mod equal_earth;
pub mod evidence;
pub mod geojson;
pub mod host_message;
pub mod kept;
pub mod keys;
pub mod kiosk;
pub mod labels;
pub mod language;
pub mod march;
#[cfg(not(feature = "hydrate"))]
pub mod markup;
pub mod moment;
pub mod motion;
pub mod nearest;
pub mod neighbours;
pub mod notes;
pub mod phrase;
pub mod playback;
pub mod projection;
pub mod properties;
pub mod scene;
pub mod spreadsheet;
pub mod story;
pub mod svg;
pub mod timeline;
pub mod trace;
pub mod words;

#[cfg(feature = "ssr")]
pub mod prose;

#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod view;
