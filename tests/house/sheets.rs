//! The style sheets, read by the parser of a browser: which names their selectors, values and queries hold.

use std::collections::BTreeSet;

use cssparser::{ParseError, Parser, ParserInput, Token};

use crate::files;

/// The names that style sheets define, use and select by.
#[derive(Default, Debug, PartialEq)]
pub struct Names {
    /// `.name`
    pub classes: BTreeSet<String>,
    /// `#name`
    pub ids: BTreeSet<String>,
    /// `[name]`, and the value it is compared with.
    pub attributes: BTreeSet<(String, Option<String>)>,
    /// `--name: value`, also of `@property`.
    pub defined: BTreeSet<String>,
    /// `var(--name)`
    pub used: BTreeSet<String>,
    /// `@keyframes name` and `@font-face` names, and where those are asked for.
    pub made: BTreeSet<String>,
    /// Every other word of a value.
    pub said: BTreeSet<String>,
}

/// The names of all sheets, and of styles in the page's own template.
pub fn all() -> Names {
    let mut names = Names::default();
    for (_, text) in files::of(&["style/"], &[".css"]) {
        names.read(text);
    }
    names
}

impl Names {
    /// Takes in a sheet.
    pub fn read(&mut self, text: &str) {
        let mut input = ParserInput::new(text);
        self.rules(&mut Parser::new(&mut input));
    }

    /// Rules, one after the other: what stands before a block says what is in it.
    fn rules(&mut self, css: &mut Parser) {
        let mut at_rule = String::new();
        while let Ok(token) = css.next().cloned() {
            match token {
                Token::AtKeyword(name) => at_rule = name.to_string(),
                Token::CurlyBracketBlock => {
                    within(css, |css| match at_rule.as_str() {
                        "container" | "keyframes" | "layer" | "media" | "supports" => {
                            self.rules(css);
                        }
                        "font-face" => self.family(css),
                        _ => self.values(css),
                    });
                    at_rule.clear();
                }
                Token::Semicolon => at_rule.clear(),
                Token::Ident(name) if at_rule == "keyframes" => {
                    self.made.insert(name.to_string());
                }
                Token::Ident(name) if at_rule == "property" => {
                    self.defined.insert(name.to_string());
                }
                _ if at_rule.is_empty() => self.selector(css, token),
                _ => self.nested(css, &token),
            }
        }
    }

    /// A part of a selector.
    fn selector(&mut self, css: &mut Parser, token: Token) {
        match token {
            Token::Delim('.') => {
                if let Ok(name) = css.expect_ident() {
                    self.classes.insert(name.to_string());
                }
            }
            Token::IDHash(name) => {
                self.ids.insert(name.to_string());
            }
            Token::SquareBracketBlock => within(css, |css| {
                let name = css
                    .expect_ident()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                let mut value = None;
                while let Ok(token) = css.next() {
                    if let Token::QuotedString(said) | Token::Ident(said) = token {
                        value = Some(said.to_string());
                    }
                }
                self.attributes.insert((name, value));
            }),
            Token::Function(_) => within(css, |css| {
                while let Ok(token) = css.next().cloned() {
                    self.selector(css, token);
                }
            }),
            _ => {}
        }
    }

    /// The family of a typeface; the rest of its rule is said to nobody.
    fn family(&mut self, css: &mut Parser) {
        while let Ok(token) = css.next() {
            if matches!(token, Token::Ident(name) if &**name == "font-family") {
                let _ = css.expect_colon();
                if let Ok(family) = css.expect_ident_or_string() {
                    self.made.insert(family.to_string());
                }
            }
        }
    }

    /// Names with values.
    fn values(&mut self, css: &mut Parser) {
        let mut first = true;
        while let Ok(token) = css.next().cloned() {
            match &token {
                Token::Ident(name) if first && name.starts_with("--") => {
                    self.defined.insert(name.to_string());
                }
                Token::Ident(name) | Token::QuotedString(name) => {
                    self.said.insert(name.to_string());
                }
                _ => self.nested(css, &token),
            }
            first = token == Token::Semicolon;
        }
    }

    /// What stands within brackets, in a value or in a query.
    fn nested(&mut self, css: &mut Parser, token: &Token) {
        let in_var = matches!(token, Token::Function(name) if &**name == "var");
        let opens = matches!(token, Token::Function(_) | Token::ParenthesisBlock);
        if in_var || opens {
            within(css, |css| {
                if in_var && let Ok(name) = css.expect_ident() {
                    self.used.insert(name.to_string());
                }
                while let Ok(token) = css.next().cloned() {
                    self.nested(css, &token);
                }
            });
        }
    }
}

fn within(css: &mut Parser, mut read: impl FnMut(&mut Parser)) {
    let _ = css.parse_nested_block(|inner| -> Result<(), ParseError<()>> {
        read(inner);
        Ok(())
    });
}

#[test]
fn names_are_taken_from_where_they_stand() {
    let mut names = Names::default();
    names.read(
        "@font-face { font-family: \"Faced\"; src: url(x.woff2) } @property --p { syntax: \"*\" }\
         @keyframes turning { from { --q: 1 } } /* .no */ .a:not(#b, [c=\"d\"]) > e[f] { g: var(--h, var(--i)) turning }\
         @media (min-width: 1px) { .j.k { --l: calc(1px * var(--m)); color: #aaa } }",
    );
    let set = |words: &[&str]| {
        words
            .iter()
            .map(|it| (*it).to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(names.classes, set(&["a", "j", "k"]));
    assert_eq!(names.ids, set(&["b"]));
    let attributes = [
        ("c".to_owned(), Some("d".to_owned())),
        ("f".to_owned(), None),
    ];
    assert_eq!(names.attributes, BTreeSet::from(attributes));
    assert_eq!(names.defined, set(&["--l", "--p", "--q"]));
    assert_eq!(names.used, set(&["--h", "--i", "--m"]));
    assert_eq!(names.made, set(&["Faced", "turning"]));
    assert!(names.said.contains("turning") && !names.said.contains("Faced"));
}
