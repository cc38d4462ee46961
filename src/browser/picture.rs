//! The map as it is on the screen, as a picture that stands alone.
//!
//! A copy of the stage's two drawings in which everything that the style sheets say is written as an attribute. Only
//! what is drawn is copied. Made of nodes, so that whatever a text holds the XML stays sound.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Document, Element, XmlSerializer};

use super::{all, element, window};
use crate::caption::{self, MARGIN, caption};
use crate::svg;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What is drawn, and where.
const SHAPE: [&str; 12] = [
    "d",
    "x",
    "y",
    "width",
    "height",
    "cx",
    "cy",
    "r",
    "viewBox",
    "preserveAspectRatio",
    "href",
    "transform",
];

/// How shapes and letters are painted, and the values that go without saying.
const PAINT: [(&str, &str); 8] = [
    ("fill", ""),
    ("stroke", "none"),
    ("stroke-width", "1px"),
    ("stroke-opacity", "1"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("stroke-dasharray", "none"),
    ("paint-order", "normal"),
];

/// The same for letters alone.
const TYPE: [(&str, &str); 6] = [
    ("font-family", ""),
    ("font-size", ""),
    ("font-weight", "400"),
    ("font-style", "normal"),
    ("letter-spacing", "normal"),
    ("text-anchor", "start"),
];

/// A picture and its size in CSS pixels.
pub struct Picture {
    /// The SVG document.
    pub text: String,
    /// Width.
    pub width: f64,
    /// Height, that of the strip below the map included.
    pub height: f64,
}

/// What the stage shows now, above a strip that says title, time and credits. `None` when there is no stage or it has
/// no size, as in a view without the map.
pub fn svg_of_map(title: &str, time: &str, credits: &[String]) -> Option<Picture> {
    let stage = element("stage")?;
    let document = window()?.document()?;
    let (width, map_height) = (
        f64::from(stage.client_width()),
        f64::from(stage.client_height()),
    );
    if width < 1.0 || map_height < 1.0 {
        return None;
    }
    let lines = caption(title, time, credits, width);
    let height = map_height + caption::height(&lines);
    let pen = Pen { document };
    let view = ["0 0 ", &svg::tenths(width), " ", &svg::tenths(height)].concat();
    let size = [
        ("width", svg::tenths(width)),
        ("height", svg::tenths(height)),
    ];
    let picture = pen.element("svg")?;
    put(&picture, "viewBox", &view)?;
    for (name, value) in &size {
        put(&picture, name, value)?;
    }
    let named = pen.added(&picture, "title")?;
    named.set_text_content(Some(&[title, ". ", time].concat()));

    let ground = computed(&stage)?;
    pen.plate(
        &picture,
        0.0,
        map_height,
        width,
        &said(&ground, "background-color"),
    )?;
    for drawing in all("#stage > svg") {
        let copy = pen.copy(&drawing, &picture)?;
        put(&copy, "width", &svg::tenths(width))?;
        put(&copy, "height", &svg::tenths(map_height))?;
    }

    let paper = computed(&pen.document.body()?)?;
    let strip = height - map_height;
    pen.plate(
        &picture,
        map_height,
        strip,
        width,
        &said(&paper, "background-color"),
    )?;
    for line in lines {
        let text = pen.added(&picture, "text")?;
        put(&text, "x", &svg::tenths(MARGIN))?;
        put(&text, "y", &svg::tenths(map_height + line.y))?;
        put(&text, "fill", &said(&paper, "color"))?;
        put(&text, "font-family", &said(&ground, "font-family"))?;
        put(&text, "font-size", &svg::tenths(line.size))?;
        if line.bold {
            put(&text, "font-weight", "700")?;
        }
        text.set_text_content(Some(&line.text));
    }
    let text = XmlSerializer::new()
        .ok()?
        .serialize_to_string(&picture)
        .ok()?;
    Some(Picture {
        text,
        width,
        height,
    })
}

/// Makes the nodes of the picture.
struct Pen {
    document: Document,
}

impl Pen {
    fn element(&self, name: &str) -> Option<Element> {
        self.document.create_element_ns(Some(SVG), name).ok()
    }

    fn added(&self, parent: &Element, name: &str) -> Option<Element> {
        let child = self.element(name)?;
        parent.append_child(&child).ok()?;
        Some(child)
    }

    /// A rectangle as wide as the picture.
    fn plate(&self, parent: &Element, y: f64, height: f64, width: f64, fill: &str) -> Option<()> {
        let plate = self.added(parent, "rect")?;
        put(&plate, "y", &svg::tenths(y))?;
        put(&plate, "width", &svg::tenths(width))?;
        put(&plate, "height", &svg::tenths(height))?;
        put(&plate, "fill", fill)
    }

    /// Adds a copy of an element and of all that is drawn in it; `None` when nothing of it is drawn.
    fn copy(&self, from: &Element, parent: &Element) -> Option<Element> {
        let style = computed(from)?;
        if said(&style, "display") == "none" {
            return None;
        }
        let name = from.local_name();
        let copy = self.element(&name)?;
        for attribute in SHAPE {
            if let Some(value) = from.get_attribute(attribute) {
                put(&copy, attribute, &value)?;
            }
        }
        put_unless(&copy, &style, ("opacity", "1"))?;
        // Where both are given, the style sheets leave the attribute alone.
        if !copy.has_attribute("transform") {
            put_unless(&copy, &style, ("transform", "none"))?;
        }
        match name.as_str() {
            "svg" | "g" => {
                let mut child = from.first_element_child();
                while let Some(inner) = child {
                    self.copy(&inner, &copy);
                    child = inner.next_element_sibling();
                }
                copy.first_element_child()?;
            }
            "image" => self.blend(&style, parent)?,
            "text" => {
                paint(&copy, &style)?;
                for property in TYPE {
                    put_unless(&copy, &style, property)?;
                }
                copy.set_text_content(Some(&letters(from, &style)?));
            }
            _ => {
                let drawn = from.get_attribute("d").is_none_or(|d| !d.is_empty());
                paint(&copy, &style).filter(|()| drawn)?;
            }
        }
        parent.append_child(&copy).ok()?;
        Some(copy)
    }

    /// How pictures mix with what lies under them. No attribute says that, and a `style` attribute is what the page's
    /// policy stops.
    fn blend(&self, style: &CssStyleDeclaration, parent: &Element) -> Option<()> {
        let mode = said(style, "mix-blend-mode");
        let rule = self.added(parent, "style")?;
        rule.set_text_content(Some(&["image{mix-blend-mode:", &mode, "}"].concat()));
        Some(())
    }
}

/// Writes how a shape is painted; `None` when it is not.
fn paint(copy: &Element, style: &CssStyleDeclaration) -> Option<()> {
    let invisible = |name| {
        matches!(
            said(style, name).as_str(),
            "none" | "transparent" | "rgba(0, 0, 0, 0)"
        )
    };
    if invisible("fill") && invisible("stroke") {
        return None;
    }
    for property in PAINT {
        put_unless(copy, style, property)?;
    }
    Some(())
}

/// The letters of a text as they are shown; `None` when there are none. Other programs know no `text-transform`.
fn letters(text: &Element, style: &CssStyleDeclaration) -> Option<String> {
    let letters = text.text_content().filter(|letters| !letters.is_empty())?;
    Some(match said(style, "text-transform").as_str() {
        "uppercase" => js_sys::JsString::from(letters).to_upper_case().into(),
        _ => letters,
    })
}

fn computed(element: &Element) -> Option<CssStyleDeclaration> {
    window()?.get_computed_style(element).ok()?
}

/// The value of a property.
fn said(style: &CssStyleDeclaration, property: &str) -> String {
    style.get_property_value(property).unwrap_or_default()
}

fn put(element: &Element, name: &str, value: &str) -> Option<()> {
    element.set_attribute(name, value).ok()
}

/// Writes a property as an attribute, unless it has the value that goes without saying.
fn put_unless(
    copy: &Element,
    style: &CssStyleDeclaration,
    (property, usual): (&str, &str),
) -> Option<()> {
    let value = said(style, property);
    if value == usual {
        return Some(());
    }
    put(copy, property, &value)
}
