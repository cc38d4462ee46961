//! The rules of the content check, as its source holds them.
//!
//! A rule ends where a mistake is noted: where a function that is marked with `track_caller` is called by one that is
//! not. The compiler gives the same place to the mistake.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The word that every message holds: it says what was expected.
const EXPECTED: &str = "expected";

/// What stands in the source of the check.
#[derive(Debug, Default)]
pub struct Source {
    /// The place of each rule, as `compile/check.rs:60:24`.
    pub rules: BTreeSet<String>,
    /// The functions that hold more messages than calls to note them.
    pub crowded: Vec<String>,
}

impl Source {
    /// Reads the build script.
    pub fn read() -> Result<Self, Box<dyn Error>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/build");
        let mut files = Vec::new();
        for path in rust_files(&root)? {
            let name = path.strip_prefix(&root)?.display().to_string();
            files.push((name.replace('\\', "/"), fs::read_to_string(&path)?));
        }
        Self::of(&files)
    }

    /// Of files by their names.
    pub fn of(files: &[(String, String)]) -> Result<Self, Box<dyn Error>> {
        let mut parsed = Vec::new();
        // The standard library's own, from which all places come.
        let mut passing = BTreeSet::from(["caller".to_owned()]);
        for (name, text) in files {
            let tokens: TokenStream = text.parse().map_err(|e| format!("{name}: {e}"))?;
            passing.extend(marked(tokens.clone()));
            parsed.push((name, tokens));
        }
        let mut source = Self::default();
        for (file, tokens) in parsed {
            let mut walk = Walk {
                file,
                passing: &passing,
                source: &mut source,
            };
            let mut outside = Function::default();
            walk.through(tokens, &mut outside);
            walk.leave("outside of functions", &outside);
        }
        Ok(source)
    }
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    Ok(files)
}

/// The names of the functions that are marked with `track_caller`, however deep they stand.
fn marked(tokens: TokenStream) -> Vec<String> {
    let mut names = Vec::new();
    let mut mark = false;
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        if is_attribute(&tokens, at) {
            mark |= is_mark(token);
        } else if let TokenTree::Group(group) = token {
            names.extend(marked(group.stream()));
        } else if let Some(name) = function(&tokens, at)
            && std::mem::take(&mut mark)
        {
            names.push(name);
        }
    }
    names
}

/// Whether a token is the brackets of an attribute.
fn is_attribute(tokens: &[TokenTree], at: usize) -> bool {
    let sign = |back: usize, sign: char| {
        let before = at.checked_sub(back).and_then(|i| tokens.get(i));
        matches!(before, Some(TokenTree::Punct(p)) if p.as_char() == sign)
    };
    matches!(tokens.get(at), Some(TokenTree::Group(_)))
        && (sign(1, '#') || sign(1, '!') && sign(2, '#'))
}

fn is_mark(attribute: &TokenTree) -> bool {
    attribute.to_string() == "[track_caller]"
}

/// The name of the function that begins at a token.
fn function(tokens: &[TokenTree], at: usize) -> Option<String> {
    match (tokens.get(at), tokens.get(at + 1)) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Ident(name))) if word == "fn" => {
            Some(name.to_string())
        }
        _ => None,
    }
}

/// A function on the way through a file.
#[derive(Default)]
struct Function {
    /// Whether it passes mistakes on: where it is called is their place.
    passes_on: bool,
    messages: usize,
    calls: usize,
}

struct Walk<'a> {
    file: &'a str,
    passing: &'a BTreeSet<String>,
    source: &'a mut Source,
}

impl Walk<'_> {
    fn through(&mut self, tokens: TokenStream, inside: &mut Function) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut mark = false;
        let mut begun: Option<(String, Function)> = None;
        for (at, token) in tokens.iter().enumerate() {
            if let Some(name) = function(&tokens, at) {
                let passes_on = std::mem::take(&mut mark);
                let function = Function {
                    passes_on,
                    ..Function::default()
                };
                begun = Some((name, function));
            }
            match token {
                TokenTree::Group(_) if is_attribute(&tokens, at) => mark |= is_mark(token),
                TokenTree::Group(group) => match begun.take() {
                    Some((name, mut function)) if group.delimiter() == Delimiter::Brace => {
                        self.through(group.stream(), &mut function);
                        self.leave(&name, &function);
                    }
                    before_the_body => {
                        begun = before_the_body;
                        self.through(group.stream(), inside);
                    }
                },
                TokenTree::Punct(end) if end.as_char() == ';' => begun = None,
                TokenTree::Literal(literal) if literal.to_string().contains(EXPECTED) => {
                    inside.messages += 1;
                }
                TokenTree::Ident(name) if self.passing.contains(&name.to_string()) => {
                    self.call(&tokens, at, inside);
                }
                _ => {}
            }
        }
    }

    /// Notes the place of a call, if it is one.
    fn call(&mut self, tokens: &[TokenTree], at: usize, inside: &mut Function) {
        let given = matches!(
            tokens.get(at + 1),
            Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Parenthesis
        );
        let begins = at
            .checked_sub(1)
            .is_some_and(|i| function(tokens, i).is_some());
        if !given || begins {
            return;
        }
        inside.calls += 1;
        // Of a path the call begins with the first name.
        let mut first = at;
        while let Some(before) = first.checked_sub(3)
            && let Some(
                [
                    TokenTree::Ident(_),
                    TokenTree::Punct(a),
                    TokenTree::Punct(b),
                ],
            ) = tokens.get(before..first)
            && (a.as_char(), b.as_char()) == (':', ':')
        {
            first = before;
        }
        if let Some(token) = tokens.get(first)
            && !inside.passes_on
        {
            let start = token.span().start();
            let place = format!("{}:{}:{}", self.file, start.line, start.column + 1);
            self.source.rules.insert(place);
        }
    }

    fn leave(&mut self, name: &str, function: &Function) {
        if function.messages > function.calls {
            self.source.crowded.push(format!(
                "src/build/{}, {name}: {} messages, noted at {} places",
                self.file, function.messages, function.calls
            ));
        }
    }
}
