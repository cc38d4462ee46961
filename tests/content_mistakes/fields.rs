//! Fields: unknown, missing, of the wrong type.

use crate::edit::content;

#[test]
fn an_unknown_field_is_named_with_those_that_are_known() {
    let edited = content().with_line("armies.toml", "gdr", "colour = \"red\"");
    edited.says_at(
        "armies.toml",
        "army \"gdr\"",
        "colour",
        "unknown field; expected one of arrowhead",
    );
}

#[test]
fn an_unknown_field_of_a_waypoint_is_named() {
    let edited = content().with(
        "routes.toml",
        "id = \"rec-ussr-most\"",
        "place = \"most\"",
        "place = \"most\"\nplce = \"most\"",
    );
    edited.says_at(
        "routes.toml",
        "route \"rec-ussr-most\", waypoint number 3",
        "plce",
        "unknown field",
    );
}

#[test]
fn an_unknown_kind_of_entry_is_named() {
    let edited = content().with_more("events.toml", "\n[[evnt]]\nid = \"x\"\n");
    edited.says(
        "events.toml",
        "the file",
        "evnt",
        "unknown field; expected one of event",
    );
}

#[test]
fn an_unknown_language_is_named() {
    let edited = content().with_line(
        "events.toml",
        "1968-03-23-dresden-meeting",
        "title.cs = \"Tlak\"",
    );
    edited.says(
        "events.toml",
        "event \"1968-03-23-dresden-meeting\", title",
        "cs",
        "unknown field; expected one of en",
    );
}

#[test]
fn a_missing_field_is_named() {
    let edited = content().without_field("places.toml", "brno", "lon");
    edited.says_at(
        "places.toml",
        "place \"brno\"",
        "lon",
        "expected this field, it is missing",
    );
}

#[test]
fn an_entry_without_an_id_is_named_by_its_number() {
    let edited = content().with("sources.toml", "[[source]]", "id = \"blog-article\"\n", "");
    edited.says_at(
        "sources.toml",
        "source number 1",
        "id",
        "expected this field, it is missing",
    );
}

#[test]
fn a_missing_language_is_named() {
    let edited = content().with("story.toml", "[story]", "title.en = ", "title.de = ");
    edited.says(
        "story.toml",
        "story, title",
        "en",
        "expected this field, it is missing",
    );
}

#[test]
fn a_number_in_the_place_of_a_text_is_refused() {
    let edited = content().with_field("places.toml", "brno", "name", "7");
    edited.says_at(
        "places.toml",
        "place \"brno\"",
        "name",
        "expected a text that is not empty",
    );
}

#[test]
fn a_text_in_the_place_of_a_number_is_refused() {
    let edited = content().with_field("places.toml", "brno", "lat", "\"49\"");
    edited.says_at(
        "places.toml",
        "place \"brno\"",
        "lat",
        "expected a number from -90 to 90",
    );
}

#[test]
fn a_number_out_of_bounds_is_refused() {
    for (field, value, problem) in [
        ("lat", "491.951", "from -90 to 90"),
        ("lon", "nan", "from -180 to 180"),
        ("rank", "6", "from 1 to 5"),
    ] {
        let edited = content().with_field("places.toml", "brno", field, value);
        edited.says_at("places.toml", "place \"brno\"", field, problem);
    }
}

#[test]
fn a_text_in_the_place_of_a_flag_is_refused() {
    let edited = content().with_field("reactions.toml", "gdr", "dated", "\"yes\"");
    edited.says_at(
        "reactions.toml",
        "reaction \"gdr\"",
        "dated",
        "expected true or false",
    );
}

#[test]
fn a_text_in_the_place_of_a_list_is_refused() {
    let edited = content().with_field("reactions.toml", "gdr", "sources", "\"hearsay\"");
    edited.says_at(
        "reactions.toml",
        "reaction \"gdr\"",
        "sources",
        "expected a list of texts",
    );
}

#[test]
fn a_text_without_languages_is_refused() {
    let edited = content()
        .with_field("events.toml", "1968-03-23-dresden-meeting", "title.en", "")
        .with(
            "events.toml",
            "id = \"1968-03-23-dresden-meeting\"",
            "title.en = ",
            "title = \"Pressure\"",
        );
    edited.says_at(
        "events.toml",
        "event \"1968-03-23-dresden-meeting\"",
        "title",
        "expected a table",
    );
}

#[test]
fn a_single_table_in_the_place_of_entries_is_refused() {
    let problem = "expected tables headed [[region]]";
    for text in ["[region]\nslope = 0\n", "region = [0]\n"] {
        let edited = content().with_file("regions.toml", text.as_bytes());
        edited.says("regions.toml", "the file", "region", problem);
    }
}
