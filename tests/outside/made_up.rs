//! Inputs that proptest makes up, near enough to real ones to be understood now and then.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::outside;

/// A line that changes a content file: which, where, how, and to what.
fn change() -> impl Strategy<Value = String> {
    let file = prop_oneof![
        Just("story.toml"),
        Just("places.toml"),
        Just("routes.toml"),
        Just("events.toml"),
        Just("chapters.toml"),
        Just("departures.toml"),
        Just("reactions.toml"),
        Just("words.toml"),
        Just("cs/claims.toml"),
        Just("other"),
    ];
    let act =
        prop_oneof![4 => Just("="), 1 => Just("-"), 1 => Just("+"), 1 => Just("*"), 1 => Just("^")];
    let text = prop_oneof![
        "\"[ -~]{0,20}\"",
        "-?[0-9]{1,4}(\\.[0-9]{1,3})?(e[0-9]{1,3})?",
        "\"[0-9]{4}-[0-2][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]\"",
        "\\[\\[[a-z]{1,9}\\]\\]",
        "(true|false|nan|-inf|\\[\\]|\\{\\}|\"\")",
        "\"\"\"[„“ž\\\\n\\[\\](:)a-z]{0,20}\"\"\"",
    ];
    (file, 0..900_u16, act, text)
        .prop_map(|(file, line, act, text)| format!("{file} {line} {act} {text}\n"))
}

/// A step of an arc, mostly a small one.
fn step() -> impl Strategy<Value = Value> {
    let number = || prop_oneof![20 => (-300..300_i32).prop_map(Value::from), 1 => any::<f64>().prop_map(Value::from)];
    (number(), number()).prop_map(|(x, y)| json!([x, y]))
}

/// A geometry of arcs, some of which there are not.
fn geometry() -> impl Strategy<Value = Value> {
    let runs = proptest::collection::vec(proptest::collection::vec(-5..5_i64, 0..4), 0..3);
    let kinds = prop_oneof![Just("state"), Just("iron-curtain"), Just("czech-slovak")];
    (prop_oneof![Just("CSK"), Just("AUT"), Just("")], kinds, runs, any::<f64>()).prop_map(|(id, kind, runs, number)| {
        let properties = json!({ "kind": kind, "a": id, "rank": number, "km2": number, "lx": 15, "ly": number });
        json!({ "id": id, "properties": properties, "arcs": runs })
    })
}

prop_compose! {
    fn topology()(
        arcs in proptest::collection::vec(proptest::collection::vec(step(), 0..8), 0..6),
        states in proptest::collection::vec(geometry(), 0..5),
        lines in proptest::collection::vec(geometry(), 0..5),
        scale in prop_oneof![4 => Just(0.01), 1 => any::<f64>()],
    ) -> Value {
        json!({
            "transform": { "scale": [scale, scale], "translate": [15, 49] },
            "arcs": arcs,
            "objects": {
                "states": { "geometries": states }, "borders": { "geometries": lines },
                "internal": { "geometries": lines }, "rivers": { "geometries": lines }, "lakes": { "geometries": states },
            },
        })
    }
}

proptest! {
    #[test]
    fn a_message_is_understood_or_left_alone(
        kind in "(five-armies:(seek|play|pause|host|height)|[a-z:-]{0,20})",
        value in "(19[0-9]{2}(-[01][0-9](-[0-3][0-9](T[0-2][0-9]:[0-6][0-9])?)?)?|(https?|file|data)://?/?[ -~]{0,40}|.{0,40})",
    ) {
        outside::host_message::check(format!("{kind}\n{value}").as_bytes());
        outside::host_message::check(kind.as_bytes());
    }

    #[test]
    fn an_address_is_understood_or_refused(text in "(\\?[a-z=&-]{0,20}\n)?#?((t|show|act|mode|lang)=[0-9T:%a-z-]{0,20}&){0,60}") {
        outside::address::check(text.as_bytes());
    }

    #[test]
    fn what_was_kept_is_understood_or_as_good_as_none(text in "(auto|light|dark|less|full|true|.{0,9})\n(auto|less|full|.{0,9})\n.{0,5}") {
        outside::storage::check(text.as_bytes());
    }

    #[test]
    fn markup_is_told_again_by_its_pieces(text in "[\\[\\](): abž]{0,80}") {
        outside::markup::check(text.as_bytes());
    }

    #[test]
    fn bytes_that_are_no_text_are_taken_too(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        outside::address::check(&bytes);
        outside::host_message::check(&bytes);
        outside::storage::check(&bytes);
        outside::markup::check(&bytes);
        outside::geometry::check(&bytes);
    }

    #[test]
    fn a_map_is_drawn_or_its_mistake_is_told(topology in topology()) {
        outside::geometry::check(topology.to_string().as_bytes());
    }
}

proptest! {
    // Each reads all of the content.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn changed_content_is_a_story_or_a_list_of_mistakes(changes in proptest::collection::vec(change(), 1..4)) {
        outside::content::check(changes.concat().as_bytes());
    }
}
