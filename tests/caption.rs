//! The lines under a picture of the map.

use five_armies::caption::{Line, MARGIN, caption, height};
use five_armies::labels::text_width;
use proptest::prelude::*;

const CREDIT: &str =
    "Borders, rivers and lakes: made with Natural Earth, redrawn to the borders of 1968.";

fn strip(width: f64) -> Vec<Line> {
    let credits = [CREDIT.to_owned(), "Text and code: Five Armies".to_owned()];
    caption(
        "Five Armies: the invasion",
        "21 August 1968, 02:20",
        &credits,
        width,
    )
}

#[test]
fn title_time_and_credits_stand_one_below_the_other() {
    let lines = strip(860.0);
    let texts: Vec<&str> = lines.iter().map(|l| l.text.as_str()).collect();
    let expected = [
        "Five Armies: the invasion",
        "21 August 1968, 02:20",
        CREDIT,
        "Text and code: Five Armies",
    ];
    assert_eq!(texts, expected);
    assert_eq!(
        lines.iter().map(|l| l.bold).collect::<Vec<_>>(),
        [true, false, false, false]
    );
}

#[test]
fn a_strip_without_words_has_no_height() {
    assert_eq!(height(&caption("", "", &[], 400.0)), 0.0);
}

proptest! {
    #[test]
    fn at_any_width_all_words_are_there_and_fit(width in 200.0..2000.0_f64) {
        let lines = strip(width);
        let all: Vec<&str> = lines.iter().flat_map(|l| l.text.split(' ')).collect();
        let expected = ["Five Armies: the invasion", "21 August 1968, 02:20", CREDIT, "Text and code: Five Armies"];
        prop_assert_eq!(all.join(" "), expected.join(" "));
        for line in &lines {
            prop_assert!(text_width(&line.text) * 1.1 * line.size / 12.5 <= width - 2.0 * MARGIN + 1e-9, "{:?}", line);
        }
        for pair in lines.windows(2) {
            prop_assert!(pair[1].y - pair[0].y >= pair[1].size, "lines overlap: {:?}", pair);
        }
        prop_assert!(lines.iter().all(|l| l.y > MARGIN && l.y < height(&lines)));
    }
}
