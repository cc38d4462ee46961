//! Addresses: the part behind the `?` in the first line, that behind the `#` in the rest.

use five_armies::address::{Address, Key, read, write};
use five_armies::moment::Moment;
use five_armies::story::STORY;

/// More is no address of this page, whatever stands in it.
const LONGEST: usize = 1_000;

/// What is read lies within the story, and is read again when it has been written.
pub fn check(bytes: &[u8]) {
    let text = super::text(bytes);
    let (query, hash) = text.split_once('\n').unwrap_or(("", text));
    let (address, refused) = read(query, hash, &STORY.timeline);
    assert_eq!(
        read(query, hash, &STORY.timeline),
        (address.clone(), refused.clone())
    );

    assert!(address.at.is_none_or(|at| at == STORY.timeline.clamp(at)));
    assert!(
        address
            .act
            .is_none_or(|act| act < STORY.timeline.acts.len())
    );
    let is_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let show = address.show.as_deref();
    assert!(show.is_none_or(|id| !id.is_empty() && id.len() < LONGEST && id.chars().all(is_id)));
    for (i, key) in refused.iter().enumerate() {
        let later = refused.iter().skip(i + 1);
        assert!(
            !later.clone().any(|other| other == key),
            "{} is named twice",
            key.name()
        );
    }

    let written = write(&address);
    assert!(
        written.len() <= LONGEST + 150,
        "{} bytes are written",
        written.len()
    );
    if written.len() <= LONGEST {
        let again = Address {
            at: address.at.map(Moment::to_minute),
            act: None,
            ..address
        };
        assert_eq!(
            read("", &written, &STORY.timeline),
            (again, Vec::<Key>::new())
        );
    }
}
