//! What the browser kept: the values of the keys, a line each, in their order; an empty line for one that is missing.

use five_armies::kept::{Kept, Key, read};

/// What is read is written as it was found, and what is refused changes nothing.
pub fn check(bytes: &[u8]) {
    let lines: Vec<&str> = super::text(bytes).split('\n').collect();
    let written = |key: Key| {
        let line = lines.get(key as usize).copied().unwrap_or("");
        (!line.is_empty()).then(|| line.to_owned())
    };
    let kept = read(written);
    for key in Key::ALL {
        let value = kept.value(key);
        assert!(
            value.is_none() || value == written(key).as_deref(),
            "{}: {value:?}",
            key.name()
        );
        let alone = read(|k| (k == key).then(|| written(k)).flatten());
        assert_eq!(
            alone.value(key),
            value,
            "{} depends on the others",
            key.name()
        );
    }
    assert_eq!(read(|key| kept.value(key).map(str::to_owned)), kept);
    assert_eq!(read(|_| None), Kept::default());
}
