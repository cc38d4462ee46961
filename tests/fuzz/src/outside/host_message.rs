//! Messages of the page around the frame: the type in the first line, the value, if there is one, in the rest.

use five_armies::host_message::{Request, read, wordpress_secret};
use five_armies::story::STORY;

/// What is asked for lies within the story, or is an address that a link may lead to.
pub fn check(bytes: &[u8]) {
    let text = super::text(bytes);
    let (kind, value) = match text.split_once('\n') {
        Some((kind, value)) => (kind, Some(value)),
        None => (text, None),
    };
    match read(kind, value, &STORY.timeline) {
        Some(Request::Seek(at)) => {
            assert_eq!(at, STORY.timeline.clamp(at));
            let written = at.iso();
            assert!(
                value.is_some_and(|value| written.starts_with(value)),
                "{value:?} became {written}"
            );
        }
        Some(Request::Address(address)) => {
            assert_eq!(Some(address.as_str()), value);
            assert!(address.starts_with("http") || address.starts_with("file:///"));
            assert!(
                address
                    .bytes()
                    .all(|b| b.is_ascii_graphic() && !b"\"<>#".contains(&b))
            );
        }
        Some(Request::Play | Request::Pause) => assert!(kind.starts_with("five-armies:p")),
        None => {}
    }
    if let Some(secret) = wordpress_secret(text) {
        assert!((1..=64).contains(&secret.len()));
        assert!(secret.bytes().all(|b| b.is_ascii_alphanumeric()));
        assert_eq!(text, format!("#?secret={secret}"));
    }
}
