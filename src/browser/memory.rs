//! What is remembered for the next visit: the colours, nothing else. Storage may be missing, full
//! or throw; then nothing is remembered.

use super::window;
use crate::address::Theme;

/// The key under which the colours are kept.
const THEME: &str = "five-armies:theme";

/// The colours of the last visit.
pub fn kept_theme() -> Option<Theme> {
    let text = window()?.local_storage().ok()??.get_item(THEME).ok()??;
    Theme::from_key(&text)
}

/// Keeps the colours; `None` when the browser refuses.
pub fn keep_theme(theme: Theme) -> Option<()> {
    window()?
        .local_storage()
        .ok()??
        .set_item(THEME, theme.key())
        .ok()
}
