//! The moment at which the reader comes to rest: what is slow or is seen by others waits for it.

use std::time::Duration;

use leptos::prelude::*;

use super::effect;
use crate::address::Address;
use crate::view::Page;

/// How long the reader must be still. Some browsers refuse more than 100 changes of the address in 30 seconds.
const STILL: Duration = Duration::from_millis(500);

/// Calls `act` with the address of what is shown, each time the reader has moved something and then been still.
pub fn when_still(page: Page, act: fn(&Address)) {
    let pending: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    effect(move || {
        if let Some(timer) = pending.get_value() {
            timer.clear();
            pending.set_value(None);
        }
        // While it plays, only the end of playing matters.
        if !page.touched.get() || page.playing.get() {
            return;
        }
        let address = page.address();
        let timer = set_timeout_with_handle(move || act(&address), STILL);
        pending.set_value(timer.ok());
    });
}
