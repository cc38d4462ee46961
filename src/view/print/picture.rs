//! The map at a moment as a picture of its own, 1200 by 630: what a link shows where it is shared.

use std::fmt::Write;

use super::drawn::{Drawn, columns};
use super::rich::escaped;
use super::sheets::{Sheets, dashes};
use crate::evidence::Telling;
use crate::labels::{LETTERS_APART, Labelled, Side, place_labels, reserved, text_width};
use crate::moment::Moment;
use crate::prose::{self, StillProse};
use crate::scene::light_on;
use crate::story::{MapBox, RegionKind, STORY, Vertex};
use crate::words::{SUBTITLE, TITLE, Words};

/// Width and height of the map in the picture, in pixels; the words stand below it.
const MAP: (f64, f64) = (1200.0, 512.0);
const HEIGHT: f64 = 630.0;
/// Names on the map are larger than on the page: the picture is mostly seen small.
const LARGER: f64 = 1.25;
/// The picture as an SVG document, with every colour in it.
pub fn picture(words: Words, still: &StillProse) -> String {
    let scale = (MAP.0 / STORY.view.width).min(MAP.1 / STORY.view.height);
    let sheet = Sheet {
        words,
        at: still.at,
        scale,
        window: STORY.view.grown_to(MAP, scale),
        ink: Sheets::at(light_on(&STORY, still.at)),
    };
    let MapBox {
        x,
        y,
        width,
        height,
    } = sheet.window;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" viewBox=\"0 0 1200 630\" \
         font-family=\"Archivo\"><svg width=\"{}\" height=\"{}\" viewBox=\"{x:.0} {y:.0} {width:.0} {height:.0}\">\
         {}{}</svg>{}{}</svg>",
        MAP.0,
        MAP.1,
        sheet.ground(),
        sheet.columns(),
        sheet.names(),
        sheet.bar()
    )
}

struct Sheet {
    words: Words,
    at: Moment,
    /// Pixels in a map unit.
    scale: f64,
    /// The part of the map in the picture.
    window: MapBox,
    /// Its colours.
    ink: Sheets,
}

impl Sheet {
    /// Map units in a number of pixels.
    fn px(&self, pixels: f64) -> f64 {
        (pixels / self.scale).round()
    }

    /// Pixels on the picture.
    fn place(&self, at: Vertex) -> (f64, f64) {
        let x = (f64::from(at.0) - self.window.x) * self.scale;
        let y = (f64::from(at.1) - self.window.y) * self.scale;
        (x.round(), y.round())
    }

    /// Land, water and borders, without the relief: seen small, that is only unrest.
    fn ground(&self) -> String {
        let line = |d: &str, colour: &str, thick: f64, more: &str| {
            format!(
                "<path d=\"{d}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{more}/>",
                self.ink.colour(colour),
                self.px(thick)
            )
        };
        let area = |d: &str, colour: &str| {
            format!("<path d=\"{d}\" fill=\"{}\"/>", self.ink.colour(colour))
        };
        let dots = format!(
            " stroke-dasharray=\"0 {}\" stroke-linecap=\"round\"",
            self.px(4.0)
        );
        [
            format!(
                "<rect x=\"{:.0}\" y=\"{:.0}\" width=\"{:.0}\" height=\"{:.0}\" fill=\"{}\"/>",
                self.window.x,
                self.window.y,
                self.window.width + 1.0,
                self.window.height + 1.0,
                self.ink.colour("sea")
            ),
            area(prose::LAND, "land"),
            area(prose::HOME, "home"),
            line(prose::RIVERS, "water", 1.1, ""),
            area(prose::LAKES, "sea"),
            line(prose::BORDERS, "line", 0.9, ""),
            line(prose::HOME, "line", 1.6, ""),
            line(prose::CURTAIN, "name", 1.9, &dots),
        ]
        .concat()
    }

    fn columns(&self) -> String {
        let all = columns(self.at, Telling::Record, 0.0);
        let lines: String = all.iter().map(|column| self.line(column)).collect();
        let heads: String = all.iter().map(|column| self.head(column)).collect();
        lines + &heads
    }

    fn line(&self, column: &Drawn) -> String {
        let mut out = String::new();
        let mut stroke = |d: &str, colour: &str, thick: f64, dash: &[f64]| {
            let dash: Vec<String> = dash.iter().map(|d| self.px(*d).to_string()).collect();
            let _ = write!(
                out,
                "<path d=\"{d}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\" \
                 stroke-dasharray=\"{}\"/>",
                self.ink.colour(colour),
                self.px(thick),
                if dash.is_empty() {
                    "none".to_owned()
                } else {
                    dash.join(" ")
                }
            );
        };
        if !column.planned.is_empty() {
            stroke(&column.planned, column.army, 1.6, &[2.0, 5.0]);
        }
        for leg in &column.legs {
            if leg.air {
                stroke(&leg.path, column.army, 2.0, &[1.5, 3.5]);
                continue;
            }
            stroke(&leg.path, "halo", 6.5, &[]);
            stroke(&leg.path, column.army, 4.0, &larger(&dashes(column.army)));
            if !leg.certain {
                stroke(&leg.path, "home", 1.8, &[]);
            }
        }
        out
    }

    fn head(&self, column: &Drawn) -> String {
        let (fill, stroke, thick) = if column.certain {
            (column.army, "halo", 1.3)
        } else {
            ("halo", column.army, 1.8)
        };
        format!(
            "<path transform=\"{}scale({})\" d=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{thick}\"/>",
            column.head,
            self.px(LARGER),
            column.arrowhead,
            self.ink.colour(fill),
            self.ink.colour(stroke)
        )
    }

    /// Names of states, towns and armies, in pixels.
    fn names(&self) -> String {
        let mut out = String::new();
        let states = STORY.regions.iter().filter(|r| r.kind == RegionKind::State);
        for region in states {
            let name = self.words.say(region.name);
            let (x, y) = self.place(region.at);
            let half = text_width(name) * LETTERS_APART / 2.0 * LARGER;
            if x < half || x + half > MAP.0 || !(20.0..MAP.1 - 10.0).contains(&y) {
                continue;
            }
            let _ = write!(
                out,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"15\" font-weight=\"500\" letter-spacing=\"3.3\" \
                 fill=\"{}\">{}</text>",
                self.ink.colour("state"),
                escaped(&name.to_uppercase())
            );
        }
        let scale = self.scale / LARGER;
        let taken = reserved(&STORY, Telling::Record, self.words, scale);
        let labels = place_labels(STORY.places, taken, scale, Some(self.window));
        for (place, label) in STORY.places.iter().zip(labels) {
            if let (Some(at), Labelled::Named(side)) = (place.at, label) {
                let colour = if place.home { "name" } else { "state" };
                out.push_str(&self.town(self.place(at), place.name, side, colour, place.rank == 1));
            }
        }
        out.push_str(&self.armies());
        out
    }

    fn town(
        &self,
        (x, y): (f64, f64),
        name: &str,
        side: Side,
        colour: &str,
        great: bool,
    ) -> String {
        let (dx, dy, anchor) = match side {
            Side::Right => (8.0, 5.0, "start"),
            Side::Left => (-8.0, 5.0, "end"),
            Side::Above => (0.0, -9.0, "middle"),
            Side::Below => (0.0, 20.0, "middle"),
        };
        let halo = if colour == "name" {
            "halo"
        } else {
            "abroad-halo"
        };
        let size = if great { 18 } else { 15 };
        format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"3.2\" fill=\"{0}\"/>{1}",
            self.ink.colour(colour),
            self.text(
                (x + dx, y + dy),
                name,
                &format!("font-size=\"{size}\" font-weight=\"600\" text-anchor=\"{anchor}\""),
                colour,
                halo
            )
        )
    }

    fn text(&self, (x, y): (f64, f64), text: &str, face: &str, colour: &str, halo: &str) -> String {
        format!(
            "<text x=\"{x}\" y=\"{y}\" {face} fill=\"{}\" stroke=\"{}\" stroke-width=\"3.5\" stroke-linejoin=\"round\" \
             paint-order=\"stroke\">{}</text>",
            self.ink.colour(colour),
            self.ink.colour(halo),
            escaped(text)
        )
    }

    /// The names of the armies that are on the map.
    fn armies(&self) -> String {
        let mut out = String::new();
        let on_map = columns(self.at, Telling::Record, 0.0);
        for army in STORY.armies {
            let own = army
                .labels
                .iter()
                .filter(|l| Telling::Record.includes(l.basis));
            for label in own.filter(|_| on_map.iter().any(|c| c.army == army.id)) {
                let (x, y) = self.place(label.at);
                let _ = write!(
                    out,
                    "<path transform=\"translate({x} {y})scale({LARGER})\" d=\"{}\" fill=\"{}\"/>",
                    army.arrowhead,
                    self.ink.colour(army.id)
                );
                let at = (x + 16.0, y + 5.5);
                let face = "font-size=\"16\" font-weight=\"700\"";
                out.push_str(&self.text(
                    at,
                    self.words.say(label.text),
                    face,
                    army.id,
                    "abroad-halo",
                ));
            }
        }
        out
    }

    fn bar(&self) -> String {
        let [paper, ink, muted] = ["bar", "bar-ink", "bar-muted"].map(|name| self.ink.colour(name));
        let line = |y: f64, size: u8, weight: u16, colour: &str, text: &str| {
            format!(
                "<text x=\"32\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
                escaped(text)
            )
        };
        let heading = [self.words.say(TITLE), ": ", self.words.say(SUBTITLE)].concat();
        [
            format!(
                "<rect y=\"{}\" width=\"1200\" height=\"{}\" fill=\"{paper}\"/>",
                MAP.1,
                HEIGHT - MAP.1
            ),
            line(558.0, 36, 800, ink, &self.words.moment_in_full(self.at)),
            line(592.0, 22, 600, ink, &heading),
            line(616.0, 15, 400, muted, self.words.picture_credit()),
        ]
        .concat()
    }
}

/// Lengths on the picture of lengths on the page.
fn larger(lengths: &[f64]) -> Vec<f64> {
    lengths.iter().map(|length| length * LARGER).collect()
}
