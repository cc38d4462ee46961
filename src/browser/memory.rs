//! What is remembered for the next visit (see [`crate::kept`]); nothing else. Storage may be missing, full or throw;
//! then nothing is remembered.

use super::window;
use crate::kept::{Kept, Key, read};

/// What the last visit left.
pub fn kept() -> Kept {
    read(|key| storage()?.get_item(key.name()).ok()?)
}

/// Keeps what stands under one of the keys; `None` when the browser refuses.
pub fn keep(key: Key, kept: &Kept) -> Option<()> {
    let (storage, name) = (storage()?, key.name());
    match kept.value(key) {
        Some(value) => storage.set_item(name, value).ok(),
        None => storage.remove_item(name).ok(),
    }
}

fn storage() -> Option<web_sys::Storage> {
    window()?.local_storage().ok()?
}
