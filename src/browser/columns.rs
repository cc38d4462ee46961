//! Draws the columns as they are at the moment: finds them in the page, and writes what differs.
//!
//! A frame moves some twenty of them. Signals and effects for each attribute cost more than the arithmetic.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, PointerEvent};

use super::{all, effect, listen_before};
use crate::march::Column;
use crate::scene::column_at;
use crate::story::{Route, STORY};
use crate::view::Page;

/// An attribute that some elements have in common, and what it says.
struct Attribute {
    elements: Vec<Element>,
    name: &'static str,
    value: RefCell<Option<String>>,
}

impl Attribute {
    fn of(elements: &[&Element], name: &'static str) -> Self {
        let elements: Vec<Element> = elements.iter().map(|&e| e.clone()).collect();
        let value = elements.first().and_then(|e| e.get_attribute(name));
        Self {
            elements,
            name,
            value: RefCell::new(value),
        }
    }

    fn write(&self, value: String) {
        if self.value.borrow().as_ref() == Some(&value) {
            return;
        }
        for element in &self.elements {
            let _ = element.set_attribute(self.name, &value);
        }
        self.value.replace(Some(value));
    }
}

/// A column in the page.
struct OnMap {
    route: &'static Route,
    line: Element,
    head: Element,
    phase: Attribute,
    certain: Attribute,
    progress: Attribute,
    place: Attribute,
    /// Of each stretch, the path data of its lines.
    legs: Vec<Attribute>,
    reach: Attribute,
    drawn: Cell<Option<Column>>,
}

impl OnMap {
    fn of(route: &'static Route, line: Element, head: Element) -> Option<Self> {
        let children = line.children();
        let paths: Vec<Element> = (0..children.length())
            .filter_map(|i| children.item(i))
            .collect();
        let [_planned, lines @ .., reach] = paths.as_slice() else {
            return None;
        };
        // Not every stretch has a casing and a core.
        let mut legs: Vec<Vec<&Element>> = Vec::new();
        let mut cased = false;
        for path in lines {
            let class = path.get_attribute("class");
            let goes_on = class.as_deref() == Some("core") || cased;
            match legs.last_mut().filter(|_| goes_on) {
                Some(leg) => leg.push(path),
                None => legs.push(vec![path]),
            }
            cased = class.as_deref() == Some("casing");
        }
        let legs = legs.iter().map(|lines| Attribute::of(lines, "d"));
        Some(Self {
            route,
            phase: Attribute::of(&[&line, &head], "data-phase"),
            certain: Attribute::of(&[&line, &head], "data-certain"),
            progress: Attribute::of(&[&line], "data-progress"),
            place: Attribute::of(&[&head], "transform"),
            legs: legs.collect(),
            reach: Attribute::of(&[reach], "d"),
            drawn: Cell::new(None),
            line,
            head,
        })
    }

    fn draw(&self, column: Column) {
        let before = self.drawn.replace(Some(column));
        if before == Some(column) {
            return;
        }
        self.phase.write(column.phase.key().to_owned());
        self.certain.write(column.certain.to_string());
        self.progress.write(self.route.progress(column));
        self.place.write(self.route.head_transform(column));
        self.reach.write(self.route.reach_path(column));
        for (leg, path) in self.route.legs.iter().zip(&self.legs) {
            // What lay behind the column before, and still does, is as it was.
            // Not `clamp`: what it would say of wrong bounds takes 5 kB to write numbers.
            let behind = |c: Column| c.covered.max(leg.from.into()).min(leg.to.into());
            if before.is_none_or(|before| behind(before) != behind(column)) {
                path.write(self.route.leg_path(leg, column));
            }
        }
    }

    fn holds(&self, node: &Node) -> bool {
        self.line.contains(Some(node)) || self.head.contains(Some(node))
    }
}

/// Keeps the columns up to date, and opens a column's card when it is clicked or a mouse comes to it.
pub fn follow(page: Page) {
    let lines = all(".live .route");
    let heads = all(".live .head");
    let columns: Rc<Vec<OnMap>> = Rc::new(
        STORY
            .routes
            .iter()
            .zip(lines.into_iter().zip(heads))
            .filter_map(|(route, (line, head))| OnMap::of(route, line, head))
            .collect(),
    );
    let Some(live) = all(".live").into_iter().next() else {
        return;
    };
    // On the way down: entering an element is not told to those around it.
    let clicked = Rc::clone(&columns);
    listen_before(&live, "click", move |event| {
        if let Some(index) = hit(&clicked, event) {
            page.picked.set(Some(index));
        }
    });
    let entered = Rc::clone(&columns);
    listen_before(&live, "pointerenter", move |event| {
        // A finger opens the card by a tap.
        let mouse = event
            .dyn_ref::<PointerEvent>()
            .is_some_and(|e| e.pointer_type() == "mouse");
        if let Some(index) = hit(&entered, event).filter(|_| mouse) {
            page.picked.set(Some(index));
        }
    });
    effect(move || {
        let (at, telling) = (page.at.get(), page.telling.get());
        for column in columns.iter() {
            column.draw(column_at(column.route, at, telling));
        }
    });
}

/// The column, by index, to which an event belongs.
fn hit(columns: &[OnMap], event: &web_sys::Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Node>().ok()?;
    columns.iter().position(|column| column.holds(&target))
}
