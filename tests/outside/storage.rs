//! What the browser kept from the last visit.

use five_armies::address::Theme;
use five_armies::kept::{Kept, Key, read};
use five_armies::motion::Motion;

fn reading(key: Key, value: &str) -> Kept {
    read(|asked| (asked == key).then(|| value.to_owned()))
}

#[test]
fn what_was_chosen_is_there_at_the_next_visit() {
    for theme in Theme::ALL {
        assert_eq!(reading(Key::Theme, theme.key()).theme, Some(theme));
    }
    for motion in Motion::ALL {
        assert_eq!(reading(Key::Motion, motion.key()).motion, Some(motion));
    }
    assert!(reading(Key::NoSigns, "true").no_signs);
    let chosen = Kept {
        theme: Some(Theme::Dark),
        motion: None,
        no_signs: true,
    };
    assert_eq!(read(|key| chosen.value(key).map(str::to_owned)), chosen);
}

#[test]
fn anything_else_is_as_good_as_none() {
    let long = "dark".repeat(1_000);
    for value in [
        "", " dark", "DARK", "dark\n", "False", "false", "1", "null", "{}", "\u{0}", &long,
    ] {
        for key in Key::ALL {
            assert_eq!(
                reading(key, value),
                Kept::default(),
                "{}: {value:.20?}",
                key.name()
            );
        }
    }
    // What is right under one key is not under another.
    assert_eq!(reading(Key::Motion, "dark"), Kept::default());
    assert_eq!(reading(Key::Theme, "less"), Kept::default());
}

/// The head of the page sets colours and motion before the program is there: it must ask for the same names.
#[test]
fn the_head_of_the_page_reads_the_same_keys() {
    let page = include_str!("../../index.html");
    for key in [Key::Theme, Key::Motion] {
        let asked = format!("localStorage.getItem(\"{}\")", key.name());
        assert_eq!(page.matches(&asked).count(), 1, "{asked}");
    }
    assert_eq!(page.matches("localStorage.getItem").count(), 2);
}
