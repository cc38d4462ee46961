//! Lines as SVG path data, and how large they are.

use super::topology::Point;

/// The larger side of the box around a line.
pub fn extent(line: &[Point]) -> i32 {
    let side = |pick: fn(&Point) -> i32| {
        let values = line.iter().map(pick);
        values.clone().max().unwrap_or(0) - values.min().unwrap_or(0)
    };
    side(|p| p.0).max(side(|p| p.1))
}

/// Path data: absolute starts, then relative steps, with no space that is not needed.
pub fn path(lines: &[Vec<Point>]) -> String {
    let mut text = String::new();
    let mut push = |command: &str, (x, y): Point| {
        text.push_str(command);
        if command.is_empty() && x >= 0 {
            text.push(' ');
        }
        text.push_str(&x.to_string());
        if y >= 0 {
            text.push(' ');
        }
        text.push_str(&y.to_string());
    };
    for line in lines {
        let closed = line.len() > 2 && line.first() == line.last();
        let drawn = if closed {
            line.get(..line.len() - 1).unwrap_or(line)
        } else {
            line
        };
        let mut before: Option<Point> = None;
        for (i, &point) in drawn.iter().enumerate() {
            match before {
                None => push("M", point),
                Some(b) => push(
                    if i == 1 { "l" } else { "" },
                    (point.0 - b.0, point.1 - b.1),
                ),
            }
            before = Some(point);
        }
        if closed {
            push("z", (0, 0));
        }
    }
    text.replace("z0 0", "z")
}
