//! What the page around a frame may ask for, and what is ignored.

use five_armies::host_message::{Request, read, wanted_height, wordpress_secret};
use five_armies::moment::Moment;
use five_armies::story::STORY;
use proptest::prelude::*;

fn reading(kind: &str, value: Option<&str>) -> Option<Request> {
    read(kind, value, &STORY.timeline)
}

#[test]
fn the_requests_of_the_contract_are_understood() {
    let at = Moment::new(1968, 8, 21, 2, 20);
    assert_eq!(
        reading("five-armies:seek", Some("1968-08-21T02:20")),
        Some(Request::Seek(at))
    );
    assert_eq!(reading("five-armies:play", None), Some(Request::Play));
    assert_eq!(reading("five-armies:pause", None), Some(Request::Pause));
    for address in [
        "https://blog.example/post?p=1",
        "http://127.0.0.1:8080/",
        "file:///home/post.html",
    ] {
        assert_eq!(
            reading("five-armies:host", Some(address)),
            Some(Request::Address(address.to_owned()))
        );
    }
}

#[test]
fn anything_else_is_ignored() {
    for (kind, value) in [
        ("seek", Some("1968-08-21T02:20")),
        ("five-armies:stop", None),
        ("five-armies:height", Some("640")),
        ("five-armies:seek", None),
        ("five-armies:seek", Some("")),
        ("five-armies:seek", Some("NaN")),
        ("five-armies:seek", Some("02:20")),
        ("five-armies:seek", Some("2020-01-01T00:00")),
        ("five-armies:seek", Some("1968-02-31T00:00")),
        ("five-armies:host", None),
        ("five-armies:host", Some("javascript:alert(1)")),
        ("five-armies:host", Some("blog.example/post")),
        ("five-armies:host", Some("https://blog.example/\"><script>")),
        ("five-armies:host", Some("https://blog.example/#fa=x")),
        ("five-armies:host", Some("https://blog.example/a b")),
    ] {
        assert_eq!(reading(kind, value), None, "{kind} {value:?}");
    }
}

#[test]
fn a_secret_is_wordpresss_and_nothing_else() {
    assert_eq!(wordpress_secret("#?secret=aB3xYz01"), Some("aB3xYz01"));
    let long = format!("#?secret={}", "a".repeat(65));
    for hash in [
        "",
        "#",
        "#t=1968-08-21",
        "#?secret=",
        "#?secret=a\"b",
        "#secret=ab",
        &long,
    ] {
        assert_eq!(wordpress_secret(hash), None, "{hash}");
    }
}

#[test]
fn a_frame_is_upright_where_it_is_narrow_and_lies_where_there_is_room() {
    assert_eq!(wanted_height(400.0), 500.0);
    assert_eq!(wanted_height(699.0), 874.0);
    assert_eq!(wanted_height(800.0), 500.0);
    assert_eq!(wanted_height(1200.0), 750.0);
    // Not below what the page needs, not above what a screen has.
    assert_eq!(wanted_height(300.0), 400.0);
    assert_eq!(wanted_height(2000.0), 900.0);
}

proptest! {
    #[test]
    fn nothing_written_makes_it_fail(kind in ".{0,40}", value in proptest::option::of(".{0,600}")) {
        let _ = reading(&kind, value.as_deref());
        let _ = reading("five-armies:seek", value.as_deref());
        let _ = reading("five-armies:host", value.as_deref());
        let _ = wordpress_secret(&kind);
    }

    #[test]
    fn whatever_is_sought_lies_in_the_story(year in 1900i32..2100, month in 0u8..14, day in 0u8..33) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        if let Some(Request::Seek(at)) = reading("five-armies:seek", Some(&text)) {
            prop_assert_eq!(STORY.timeline.clamp(at), at);
        }
    }

    #[test]
    fn a_height_is_one_that_pages_around_frames_accept(width in 0.0..5000.0f64) {
        let height = wanted_height(width);
        prop_assert!((200.0..=1000.0).contains(&height), "{}", height);
    }
}
