//! The code that embedders copy.

use five_armies::address::{Address, View, read};
use five_armies::embed_code::{Way, code};
use five_armies::evidence::Telling;
use five_armies::language::Language;
use five_armies::moment::Moment;
use five_armies::story::STORY;

const FOLDER: &str = "https://maps.example/five-armies/";

fn given(way: Way, asks: &Address) -> String {
    code(way, FOLDER, "cs.html", "Map: \"five\" & more", asks)
}

fn full() -> Address {
    Address {
        at: Some(Moment::new(1968, 8, 21, 2, 20)),
        view: Some(View::Map),
        telling: Some(Telling::Article),
        language: Some(Language::Czech),
        ..Address::default()
    }
}

/// The value of the first attribute of that name, unescaped.
fn attribute(code: &str, name: &str) -> Option<String> {
    let start = code.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = code.get(start..)?.split('"').next()?;
    Some(
        value
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&amp;", "&"),
    )
}

#[test]
fn the_frames_address_asks_for_what_was_chosen() {
    for way in [Way::Frame, Way::Script] {
        let src = attribute(&given(way, &full()), "src").unwrap_or_default();
        let (page, hash) = src.split_once('#').unwrap_or_default();
        assert_eq!(page, "https://maps.example/five-armies/cs.html?embed=1");
        assert_eq!(read("", hash, &STORY.timeline), (full(), vec![]));
    }
    let src = attribute(&given(Way::Frame, &Address::default()), "src");
    assert_eq!(
        src.as_deref(),
        Some("https://maps.example/five-armies/cs.html?embed=1")
    );
}

#[test]
fn only_the_first_way_needs_no_script() {
    assert!(!given(Way::Frame, &full()).contains("script"));
    for way in [Way::Script, Way::Element] {
        let code = given(way, &full());
        assert!(
            code.contains("src=\"https://maps.example/five-armies/embed.js\""),
            "{code}"
        );
    }
}

#[test]
fn frames_have_a_title_and_measures_where_styles_are_stripped() {
    for way in [Way::Frame, Way::Script] {
        let code = given(way, &full());
        assert_eq!(
            attribute(&code, "title").as_deref(),
            Some("Map: \"five\" & more")
        );
        assert_eq!(attribute(&code, "width").as_deref(), Some("100%"));
        assert_eq!(attribute(&code, "height").as_deref(), Some("640"));
        assert!(attribute(&code, "style").is_some());
    }
}

#[test]
fn the_element_says_the_same_in_attributes_and_holds_a_link() {
    let code = given(Way::Element, &full());
    let says = |name: &str| attribute(&code, name);
    assert_eq!(says("src").as_deref(), Some(FOLDER));
    assert_eq!(says("t").as_deref(), Some("1968-08-21T02:20"));
    assert_eq!(says("view").as_deref(), Some("map"));
    assert_eq!(says("lang").as_deref(), Some("cs"));
    assert_eq!(says("basis").as_deref(), Some("article"));
    assert_eq!(
        says("href").as_deref(),
        Some("https://maps.example/five-armies/cs.html")
    );
    let plain = given(
        Way::Element,
        &Address {
            view: Some(View::Full),
            ..Address::default()
        },
    );
    assert_eq!(attribute(&plain, "view"), None);
    assert_eq!(attribute(&plain, "t"), None);
}

#[test]
fn nothing_ends_an_attribute_or_tag_early() {
    for way in Way::ALL {
        let code = code(
            way,
            "https://a.example/\"><b>/",
            "x.html",
            "\"><i>",
            &full(),
        );
        assert!(!code.contains("<b>") && !code.contains("<i>"), "{code}");
        assert_eq!(code.matches('"').count() % 2, 0, "{code}");
    }
}
