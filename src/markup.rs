//! The markup inside long texts: `[words](kind:target)`. The build script checks it, the host turns it into HTML.
//!
//! The words may hold markup themselves, but not without end. What is not of this form is plain text.

/// How deep markup may lie in markup; three are more than a reader can tell apart.
const DEEPEST: usize = 8;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Plain(String),
    /// Words with a meaning.
    Span {
        /// What they are, e.g. `time`.
        kind: String,
        /// What they refer to, e.g. `1968-08-20T23:00`.
        target: String,
        /// The words.
        inner: Vec<Piece>,
    },
}

/// Takes a text apart.
pub fn parse(text: &str) -> Vec<Piece> {
    parse_within(text, 0)
}

fn parse_within(text: &str, depth: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let (before, behind) = rest.split_at(open);
        plain.push_str(before);
        match span(behind, depth) {
            Some((piece, after)) => {
                if !plain.is_empty() {
                    pieces.push(Piece::Plain(std::mem::take(&mut plain)));
                }
                pieces.push(piece);
                rest = after;
            }
            None => {
                plain.push('[');
                rest = behind.strip_prefix('[').unwrap_or("");
            }
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
    pieces
}

/// The span at the start of a text that begins with `[`, and what follows it.
fn span(text: &str, depth: usize) -> Option<(Piece, &str)> {
    if depth == DEEPEST {
        return None;
    }
    let close = closing(text)?;
    let inner = text.get(1..close)?;
    let (target, after) = text.get(close + 1..)?.strip_prefix('(')?.split_once(')')?;
    let (kind, target) = target.split_once(':')?;
    let piece = Piece::Span {
        kind: kind.to_owned(),
        target: target.to_owned(),
        inner: parse_within(inner, depth + 1),
    };
    Some((piece, after))
}

/// The `]` that belongs to the `[` at the start.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth <= 1 => return Some(i),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Every `kind` and `target` of a text, in order, those inside of others too.
pub fn targets(pieces: &[Piece]) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for piece in pieces {
        if let Piece::Span {
            kind,
            target,
            inner,
        } = piece
        {
            found.push((kind.as_str(), target.as_str()));
            found.extend(targets(inner));
        }
    }
    found
}

/// The words alone.
pub fn words_of(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Plain(words) => words.clone(),
            Piece::Span { inner, .. } => words_of(inner),
        })
        .collect()
}

/// The text again, its plain words changed by a function.
pub fn with_words(pieces: &[Piece], change: &mut impl FnMut(&str) -> String) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Plain(words) => change(words),
            Piece::Span {
                kind,
                target,
                inner,
            } => format!("[{}]({kind}:{target})", with_words(inner, change)),
        })
        .collect()
}
