//! What the address says, and what of it is refused.

use five_armies::address::{Address, Key, Mode, Theme, View, read, write};
use five_armies::evidence::Telling;
use five_armies::language::Language;
use five_armies::moment::Moment;
use five_armies::story::STORY;
use proptest::prelude::*;

const NONE: [Key; 0] = [];

fn reading(hash: &str) -> (Address, Vec<Key>) {
    read("", hash, &STORY.timeline)
}

/// Nothing is understood and nothing refused.
fn ignored(hash: &str) {
    let shown: String = hash.chars().take(60).collect();
    assert_eq!(reading(hash), (Address::default(), Vec::new()), "{shown:?}");
}

/// The value is refused under its key, and the rest of the address is still understood.
fn refused(pair: &str, key: Key) {
    assert_eq!(
        reading(&format!("#{pair}")),
        (Address::default(), vec![key]),
        "{pair}"
    );
    let (other, name) = if key == Key::Theme {
        ("basis=article", "telling")
    } else {
        ("theme=dark", "theme")
    };
    for hash in [format!("#{pair}&{other}"), format!("#{other}&{pair}")] {
        let (address, keys) = reading(&hash);
        assert_eq!(keys, [key], "{hash}");
        let kept = if name == "theme" {
            address.theme.is_some()
        } else {
            address.telling.is_some()
        };
        assert!(kept, "{name} was lost in {hash}");
    }
}

fn any_address() -> impl Strategy<Value = Address> {
    let (start, end) = (STORY.timeline.start().0, STORY.timeline.end().0);
    let telling = prop_oneof![Just(Telling::Article), Just(Telling::Record)];
    (
        proptest::option::of((start..=end).prop_map(Moment)),
        proptest::option::of(telling),
        proptest::option::of(proptest::sample::select(Theme::ALL.to_vec())),
        proptest::option::of(proptest::sample::select(View::ALL.to_vec())),
        proptest::option::of(proptest::sample::select(Language::ALL.to_vec())),
        proptest::option::of("[A-Za-z0-9-]{1,30}"),
        proptest::option::of(proptest::sample::select(Mode::ALL.to_vec())),
    )
        .prop_map(|(at, telling, theme, view, language, show, mode)| Address {
            at,
            telling,
            theme,
            view,
            language,
            act: None,
            show,
            mode,
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_to_the_minute(address in any_address()) {
        let wanted = Address { at: address.at.map(Moment::to_minute), ..address.clone() };
        prop_assert_eq!(reading(&write(&address)), (wanted, Vec::new()));
    }

    #[test]
    fn browsers_may_write_the_colon_as_they_like(address in any_address()) {
        let text = write(&address);
        prop_assert_eq!(reading(&text.replace(':', "%3A")), reading(&text));
        prop_assert_eq!(reading(&text.replace(':', "%3a")), reading(&text));
    }

    #[test]
    fn the_order_of_the_pairs_does_not_matter(address in any_address()) {
        let text = write(&address);
        let mut pairs: Vec<&str> = text.trim_start_matches('#').split('&').collect();
        pairs.reverse();
        prop_assert_eq!(reading(&pairs.join("&")).0, reading(&text).0);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let (address, _) = reading(&text);
        prop_assert!(address.at.is_none_or(|at| at == STORY.timeline.clamp(at)));
    }

    #[test]
    fn no_text_like_an_address_makes_it_panic(text in "#?((t|theme|view|lang|basis|act|show|mode|x)(=[-0-9T:%a-zé]{0,18})?&?){0,80}") {
        let (address, keys) = reading(&text);
        prop_assert!(address.at.is_none_or(|at| at == STORY.timeline.clamp(at)));
        prop_assert!(keys.len() <= 8);
    }

    #[test]
    fn unknown_keys_are_ignored_in_silence(name in "[a-z_]{1,12}", value in "[ -%'-~]{0,30}", address in any_address()) {
        prop_assume!(!["t", "basis", "theme", "view", "lang", "act", "show", "mode"].contains(&name.as_str()));
        let text = write(&address);
        prop_assert_eq!(reading(&format!("{text}&{name}={value}")), reading(&text));
        prop_assert_eq!(reading(&format!("{name}={value}&{}", text.trim_start_matches('#'))), reading(&text));
    }
}

#[test]
fn an_address_is_written_in_one_form() {
    let address = Address {
        at: Some(Moment::new(1968, 8, 20, 23, 0)),
        telling: Some(Telling::Record),
        theme: Some(Theme::Dark),
        view: Some(View::Map),
        language: Some(Language::English),
        act: None,
        show: Some("claim-c30".to_owned()),
        mode: Some(Mode::Kiosk),
    };
    let written =
        "#t=1968-08-20T23:00&view=map&lang=en&theme=dark&basis=record&mode=kiosk&show=claim-c30";
    assert_eq!(write(&address), written);
    assert_eq!(reading(written), (address, Vec::new()));
}

#[test]
fn an_empty_address_asks_for_nothing() {
    assert_eq!(write(&Address::default()), "#");
    for hash in [
        "",
        "#",
        "##",
        "&",
        "#&&&",
        "=",
        "#=&=",
        "#top",
        "#source-blog-article",
        "#T=1968-08-20&Theme=dark",
    ] {
        ignored(hash);
    }
}

#[test]
fn an_act_is_asked_for_by_its_name_and_kept_as_a_moment() {
    for (index, act) in STORY.timeline.acts.iter().enumerate() {
        let (address, keys) = reading(&format!("#act={}", act.id));
        assert_eq!((address.act, keys), (Some(index), NONE.to_vec()));
        // The moment says it better: an act is read and not written.
        assert_eq!((address.at, write(&address)), (None, "#".to_owned()));
    }
    let (address, _) = reading("#act=week&t=1968-08-20T23:00");
    assert_eq!(
        (address.act, address.at),
        (Some(2), Some(Moment::new(1968, 8, 20, 23, 0)))
    );
    for value in ["", "Night", "spring ", "2", "intermission", "act-night"] {
        refused(&format!("act={value}"), Key::Act);
    }
    refused("act", Key::Act);
}

#[test]
fn a_part_of_the_page_is_asked_for_by_its_id() {
    for id in [
        "claims",
        "told-c30",
        "source-blog-article",
        "state-CSK",
        "a-0-Z",
    ] {
        let (address, keys) = reading(&format!("#show={id}"));
        assert_eq!((address.show.as_deref(), keys), (Some(id), NONE.to_vec()));
    }
    for value in [
        "",
        " ",
        "#claims",
        "claim c30",
        "claim_c30",
        "claim.c30",
        "čeština",
        "a%20b",
        "a=b",
        "<script>",
        "\"",
        "a/b",
    ] {
        refused(&format!("show={value}"), Key::Show);
    }
    refused("show", Key::Show);
}

#[test]
fn a_date_alone_is_its_first_minute() {
    let (address, keys) = reading("#t=1968-08-21");
    assert_eq!(
        (address.at, keys),
        (Some(Moment::new(1968, 8, 21, 0, 0)), NONE.to_vec())
    );
}

#[test]
fn bad_values_are_refused_by_their_key() {
    for value in [
        "",
        "yesterday",
        "1968-02-30",
        "1968-13-01",
        "1968-08-21T24:00",
        "23:00",
        "1968-08-21T23%3",
    ] {
        refused(&format!("t={value}"), Key::Moment);
    }
    refused("t", Key::Moment);
    for (name, key) in [
        ("basis", Key::Basis),
        ("theme", Key::Theme),
        ("view", Key::View),
        ("lang", Key::Language),
        ("mode", Key::Mode),
    ] {
        for value in [
            "",
            "both",
            "DARK",
            "dark ",
            "xx",
            "en-GB",
            "1",
            "null",
            "čeština",
        ] {
            refused(&format!("{name}={value}"), key);
        }
        refused(name, key);
    }
}

#[test]
fn moments_outside_the_story_are_refused() {
    for value in [
        "1967-12-31T23:59",
        "1992-01-01T00:01",
        "1939-03-15",
        "2026-11-23",
        "0000-01-01",
        "9999-12-31",
    ] {
        refused(&format!("t={value}"), Key::Moment);
    }
    for value in ["1968-01-01", "1992-01-01"] {
        assert!(reading(&format!("t={value}")).0.at.is_some(), "{value}");
    }
}

#[test]
fn a_key_is_refused_once_however_often_it_is_wrong() {
    let (address, keys) = reading("#theme=red&theme=blue&view=all&theme=&t=x");
    assert_eq!(address, Address::default());
    assert_eq!(keys, [Key::Theme, Key::View, Key::Moment]);
}

#[test]
fn ten_thousand_bytes_of_noise_are_ignored() {
    ignored(&"x".repeat(10_240));
    ignored(&"&".repeat(10_240));
    ignored(&"č".repeat(5_120));
    ignored(&"a=b&".repeat(2_560));
    ignored(&format!("{}&theme=dark", "noise".repeat(2_048)));
    let (address, keys) = reading(&format!("#theme=dark&{}", "noise&".repeat(2_048)));
    assert_eq!((address.theme, keys), (Some(Theme::Dark), Vec::new()));
}

#[test]
fn an_address_that_is_cut_off_does_not_say_something_else() {
    for room in 0..=40 {
        let hash = format!("x={}&t=1968-08-20T23:00", "y".repeat(960 + room));
        let at = reading(&hash).0.at;
        let whole = Some(Moment::new(1968, 8, 20, 23, 0));
        assert!(
            at.is_none() || at == whole,
            "{room}: {:?}",
            at.map(Moment::iso)
        );
    }
}

#[test]
fn a_frame_may_ask_behind_the_question_mark_and_is_overruled_behind_the_hash() {
    let both = |query: &str, hash: &str| read(query, hash, &STORY.timeline);
    let (address, refused) = both("?embed=1&view=map&theme=dark", "");
    assert_eq!(
        (address.view, address.theme),
        (Some(View::Map), Some(Theme::Dark))
    );
    assert_eq!(refused, NONE);

    let (address, _) = both("?view=map&theme=dark", "#view=reactions");
    assert_eq!(
        (address.view, address.theme),
        (Some(View::Reactions), Some(Theme::Dark))
    );

    let (address, refused) = both("?theme=pink", "#view=map");
    assert_eq!((address.view, refused), (Some(View::Map), vec![Key::Theme]));
}

#[test]
fn what_wordpress_keeps_behind_the_hash_is_left_alone() {
    ignored("#?secret=aB3xYz&view=map&theme=pink");
    let (address, refused) = read("?view=map", "#?secret=aB3&view=reactions", &STORY.timeline);
    assert_eq!((address.view, refused), (Some(View::Map), vec![]));
}
