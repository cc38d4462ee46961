//! The style sheets, taken apart into their rules.

/// One rule: where it holds, for what, and what it says.
pub struct Rule {
    /// The query around it; empty when there is none.
    pub query: String,
    /// Its selector, on one line.
    pub selector: String,
    /// Name and value, in order.
    pub says: Vec<(String, String)>,
}

impl Rule {
    /// The value of a property.
    pub fn get(&self, name: &str) -> Option<&str> {
        let said = self.says.iter().rfind(|(n, _)| n == name);
        said.map(|(_, value)| value.as_str())
    }
}

/// Every sheet of the page, in the order in which the page links them.
pub const SHEETS: [(&str, &str); 17] = [
    ("tokens", include_str!("../../style/tokens.css")),
    ("page", include_str!("../../style/page.css")),
    ("map", include_str!("../../style/map.css")),
    ("columns", include_str!("../../style/columns.css")),
    ("clock", include_str!("../../style/clock.css")),
    ("panels", include_str!("../../style/panels.css")),
    ("story", include_str!("../../style/story.css")),
    ("world", include_str!("../../style/world.css")),
    ("embed", include_str!("../../style/embed.css")),
    ("dialogs", include_str!("../../style/dialogs.css")),
    ("present", include_str!("../../style/present.css")),
    ("focus", include_str!("../../style/focus.css")),
    ("spoken", include_str!("../../style/spoken.css")),
    ("print", include_str!("../../style/print.css")),
    ("hand_out", include_str!("../../style/hand_out.css")),
    ("touch", include_str!("../../style/touch.css")),
    ("forced", include_str!("../../style/forced.css")),
];

/// The rules of all sheets, in order.
pub fn all() -> Vec<Rule> {
    SHEETS.iter().flat_map(|(_, text)| rules(text)).collect()
}

/// The rules of one sheet.
pub fn of(name: &str) -> Vec<Rule> {
    let found = SHEETS.iter().find(|(n, _)| *n == name);
    rules(found.expect("a sheet of that name").1)
}

fn rules(text: &str) -> Vec<Rule> {
    let mut bare = String::new();
    for (i, part) in text.split("/*").enumerate() {
        bare += if i == 0 {
            part
        } else {
            part.split_once("*/").map_or("", |(_, rest)| rest)
        };
    }
    let (mut found, mut query, mut rest) = (Vec::new(), String::new(), bare.as_str());
    while let Some((before, behind)) = rest.split_once(['{', '}']) {
        let closes = !rest.starts_with(&format!("{before}{{"));
        let head = before.split_whitespace().collect::<Vec<_>>().join(" ");
        if closes {
            query.clear();
            rest = behind;
        } else if head.starts_with("@media") {
            query = head.trim_start_matches("@media").trim().to_owned();
            rest = behind;
        } else {
            let (body, after) = behind.split_once('}').unwrap_or((behind, ""));
            let says = body.split(';').filter_map(|line| line.split_once(':'));
            found.push(Rule {
                query: query.clone(),
                selector: head,
                says: says
                    .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                    .collect(),
            });
            rest = after;
        }
    }
    found
}

#[test]
fn rules_come_apart() {
    let text = "a{b:c;d:e}/* {} */@media (x){f,\ng{h:i}}j{k:l}";
    let found: Vec<_> = rules(text)
        .into_iter()
        .map(|r| (r.query, r.selector, r.says.len()))
        .collect();
    let wanted = [("", "a", 2), ("(x)", "f, g", 1), ("", "j", 1)];
    let wanted = wanted.map(|(q, s, n)| (q.to_owned(), s.to_owned(), n));
    assert_eq!(found, wanted);
}

#[test]
fn no_sheet_of_the_page_is_left_out() {
    let page = include_str!("../../index.html");
    let linked: Vec<&str> = page
        .split("href=\"style/")
        .skip(1)
        .filter_map(|rest| rest.split_once(".css").map(|(name, _)| name))
        .collect();
    assert_eq!(linked, SHEETS.map(|(name, _)| name));
}
