//! The map as it is on the screen, as a picture that stands alone.
//!
//! A copy of the stage's drawings in which everything that the style sheets say is written as an attribute. Only
//! what is drawn is copied. Made of nodes, so that whatever a text holds the XML stays sound.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Document, Element, SvgTextContentElement, XmlSerializer};

use super::{all, element, window};
use crate::caption::{self, MARGIN, caption};
use crate::svg;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What is drawn, and where.
const SHAPE: [&str; 14] = [
    "d",
    "x",
    "y",
    "dx",
    "dy",
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
    let (width, map) = (
        f64::from(stage.client_width()),
        f64::from(stage.client_height()),
    );
    if width < 1.0 || map < 1.0 {
        return None;
    }
    let lines = caption(title, time, credits, width);
    let height = map + caption::height(&lines);
    let pen = Pen(window()?.document()?);
    let picture = pen.element("svg")?;
    let view = ["0 0 ", &svg::tenths(width), " ", &svg::tenths(height)].concat();
    put(&picture, "viewBox", &view);
    size(&picture, width, height);
    let named = pen.added(&picture, "title")?;
    named.set_text_content(Some(&[title, ". ", time].concat()));

    let sea = computed(&stage)?;
    let paper = computed(&pen.0.document_element()?)?;
    for (ground, y, height) in [(&sea, 0.0, map), (&paper, map, height - map)] {
        let plate = pen.added(&picture, "rect")?;
        size(&plate, width, height);
        put_number(&plate, "y", y);
        put(&plate, "fill", &said(ground, "background-color"));
    }
    for drawing in all("#stage :is(.base,.live,.names)") {
        size(&pen.copy(&drawing, &picture)?, width, map);
    }
    for line in lines {
        let text = pen.added(&picture, "text")?;
        put_number(&text, "x", MARGIN);
        put_number(&text, "y", map + line.y);
        put_number(&text, "font-size", line.size);
        put(&text, "font-weight", if line.bold { "700" } else { "400" });
        put(&text, "font-family", &said(&sea, "font-family"));
        put(&text, "fill", &said(&paper, "color"));
        text.set_text_content(Some(&line.text));
    }
    let text = XmlSerializer::new().ok()?.serialize_to_string(&picture);
    Some(Picture {
        text: text.ok()?,
        width,
        height,
    })
}

/// Makes the nodes of the picture.
struct Pen(Document);

impl Pen {
    fn element(&self, name: &str) -> Option<Element> {
        self.0.create_element_ns(Some(SVG), name).ok()
    }

    fn added(&self, parent: &Element, name: &str) -> Option<Element> {
        let child = self.element(name)?;
        parent.append_child(&child).ok()?;
        Some(child)
    }

    /// Adds a copy of an element and of all that is drawn in it; `None` when nothing of it is drawn.
    fn copy(&self, from: &Element, parent: &Element) -> Option<Element> {
        let style = computed(from)?;
        if said(&style, "display") == "none" {
            return None;
        }
        let name = match from.local_name() {
            // On the page it is a group that costs nothing while it is hidden; a picture of its own has none hidden.
            name if name == "a" => "g".to_owned(),
            name => name,
        };
        let copy = self.element(&name)?;
        for attribute in SHAPE {
            if let Some(value) = from.get_attribute(attribute) {
                put(&copy, attribute, &value);
            }
        }
        put_styles(&copy, &style, &[("opacity", "1")]);
        // The style sheets move nothing that is moved by its attribute.
        if copy.get_attribute("transform").is_none() {
            put_styles(&copy, &style, &[("transform", "none")]);
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
            "image" => {
                // How pictures mix with what lies under them. No attribute says that, and a `style` attribute is what
                // the page's policy stops.
                let mode = said(&style, "mix-blend-mode");
                let rule = ["image{mix-blend-mode:", &mode, "}"].concat();
                self.added(parent, "style")?.set_text_content(Some(&rule));
            }
            _ => paint(from, &copy, &style)?,
        }
        parent.append_child(&copy).ok()?;
        Some(copy)
    }
}

/// Writes how a shape or a text is painted; `None` when nothing is.
fn paint(from: &Element, copy: &Element, style: &CssStyleDeclaration) -> Option<()> {
    let blank = |name| matches!(said(style, name).as_str(), "none" | "rgba(0, 0, 0, 0)");
    let unfinished = copy.get_attribute("d").is_some_and(|d| d.is_empty());
    if unfinished || blank("fill") && blank("stroke") {
        return None;
    }
    put_styles(copy, style, &PAINT);
    // The dots of towns have their size from the style sheet.
    if copy.local_name() == "circle" && copy.get_attribute("r").is_none() {
        put(copy, "r", &said(style, "r"));
    }
    if copy.local_name() != "text" {
        return Some(());
    }
    let text: &SvgTextContentElement = from.unchecked_ref();
    put_styles(copy, style, &TYPE);
    // The page's typeface does not travel with the picture, and in another one names would run into each other.
    let width = f64::from(text.get_computed_text_length());
    put_number(copy, "textLength", width);
    put(copy, "lengthAdjust", "spacingAndGlyphs");
    let letters = text.text_content().filter(|letters| !letters.is_empty())?;
    copy.set_text_content(Some(&letters));
    // Other programs know no `text-transform`.
    if said(style, "text-transform") == "uppercase" {
        let capitals = js_sys::JsString::from(letters).to_upper_case();
        copy.set_text_content(capitals.as_string().as_deref());
    }
    Some(())
}

fn computed(element: &Element) -> Option<CssStyleDeclaration> {
    window()?.get_computed_style(element).ok()?
}

/// The value of a property.
fn said(style: &CssStyleDeclaration, property: &str) -> String {
    style.get_property_value(property).unwrap_or_default()
}

/// Sets an attribute. That cannot fail: the names are all written here.
fn put(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

fn put_number(element: &Element, name: &str, value: f64) {
    put(element, name, &svg::tenths(value));
}

fn size(element: &Element, width: f64, height: f64) {
    put_number(element, "width", width);
    put_number(element, "height", height);
}

/// Writes properties as attributes, but for those that have the value that goes without saying.
fn put_styles(copy: &Element, style: &CssStyleDeclaration, properties: &[(&str, &str)]) {
    for (property, usual) in properties {
        let value = said(style, property);
        if value != *usual {
            put(copy, property, &value);
        }
    }
}
