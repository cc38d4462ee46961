//! The page's opening markup, as the host writes it.

mod entries;
mod soundness;
mod tags;
