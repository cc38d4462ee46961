//! Numbers as text for SVG attributes: whole numbers and fixed tenths only, because formatting
//! floats would cost the page 7 kB. The one place where numbers are rounded for drawing.

use crate::projection::MapPoint;
use crate::story::{Vertex, point};

/// Appends a number rounded to tenths, without a trailing `.0`.
pub fn push_tenths(text: &mut String, value: f64) {
    push_fixed(text, value, 10);
}

/// A number with one decimal at most.
pub fn tenths(value: f64) -> String {
    let mut text = String::new();
    push_tenths(&mut text, value);
    text
}

/// Appends a number rounded to a fixed number of steps per unit (10, 1000 or 10 000).
fn push_fixed(text: &mut String, value: f64, steps: u64) {
    let scaled = (value * steps as f64).round() as i64;
    if scaled < 0 {
        text.push('-');
    }
    let scaled = scaled.unsigned_abs();
    text.push_str(&(scaled / steps).to_string());
    let rest = scaled % steps;
    if rest > 0 {
        text.push('.');
        // The leading one of `steps` keeps the zeros behind the point.
        let digits = (rest + steps).to_string();
        text.push_str(digits.get(1..).unwrap_or("").trim_end_matches('0'));
    }
}

/// A number 0..=1 with three decimals at most.
pub fn thousandths(value: f64) -> String {
    let mut text = String::new();
    push_fixed(&mut text, value, 1000);
    text
}

/// A number with four decimals at most: a position on the scrubber, degrees on the Earth (to about 10 m).
pub fn ten_thousandths(value: f64) -> String {
    let mut text = String::new();
    push_fixed(&mut text, value, 10_000);
    text
}

/// A share 0..=1 as a whole number of equal parts.
pub fn parts(share: f64, count: u16) -> i64 {
    (share * f64::from(count)).round() as i64
}

/// `translate(x y)`.
pub fn translate(at: MapPoint) -> String {
    let mut text = String::from("translate(");
    push_tenths(&mut text, at.x);
    text.push(' ');
    push_tenths(&mut text, at.y);
    text.push(')');
    text
}

/// `translate(x y)rotate(degrees)`.
pub fn placed(at: MapPoint, degrees: f64) -> String {
    let mut text = translate(at);
    text.push_str("rotate(");
    push_tenths(&mut text, degrees);
    text.push(')');
    text
}

/// `translate(x y)scale(factor)`.
pub fn zoomed(shift: (f64, f64), factor: f64) -> String {
    let mut text = translate(MapPoint {
        x: shift.0,
        y: shift.1,
    });
    text.push_str("scale(");
    text.push_str(&thousandths(factor));
    text.push(')');
    text
}

/// Path data of a whole polyline.
pub fn polyline(line: &[Vertex]) -> String {
    let mut text = String::new();
    let mut before: Option<Vertex> = None;
    for &vertex in line {
        push_vertex(&mut text, vertex, &mut before);
    }
    text
}

/// Path data of the part of a polyline between two lengths of it; empty when there is none.
pub fn stretch(line: &[Vertex], along: &[u16], from: f64, to: f64) -> String {
    let mut text = String::new();
    if to <= from {
        return text;
    }
    let mut before: Option<Vertex> = None;
    push_vertex(&mut text, at_length(line, along, from), &mut before);
    for (&vertex, &length) in line.iter().zip(along) {
        let length = f64::from(length);
        if length > from && length < to {
            push_vertex(&mut text, vertex, &mut before);
        }
    }
    push_vertex(&mut text, at_length(line, along, to), &mut before);
    text
}

/// The vertex nearest to a length of a polyline, between its own vertices.
fn at_length(line: &[Vertex], along: &[u16], length: f64) -> Vertex {
    let next = along.partition_point(|&l| f64::from(l) <= length);
    let (Some(&a), la) = (
        line.get(next.saturating_sub(1)),
        along.get(next.saturating_sub(1)),
    ) else {
        return (0, 0);
    };
    let (Some(&b), Some(&lb), Some(&la)) = (line.get(next), along.get(next), la) else {
        return a;
    };
    let share = (length - f64::from(la)) / f64::from(lb.saturating_sub(la).max(1));
    let (p, q) = (point(a), point(b));
    (
        (p.x + share * (q.x - p.x)).round() as i16,
        (p.y + share * (q.y - p.y)).round() as i16,
    )
}

/// Appends a vertex, absolute at first and then relative to the one before.
fn push_vertex(text: &mut String, vertex: Vertex, before: &mut Option<Vertex>) {
    let (x, y) = match before {
        None => {
            text.push('M');
            (vertex.0, vertex.1)
        }
        Some(b) if *b == vertex => return,
        Some(b) => {
            text.push('l');
            (vertex.0 - b.0, vertex.1 - b.1)
        }
    };
    text.push_str(&x.to_string());
    if y >= 0 {
        text.push(' ');
    }
    text.push_str(&y.to_string());
    *before = Some(vertex);
}
