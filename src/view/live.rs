//! Closures of one type each.
//!
//! Leptos compiles its machinery anew for every type of closure it is given. The page has some
//! hundred; boxed, they share one copy, which saves the reader tens of kilobytes.

use leptos::ev;
use leptos::prelude::Memo;

/// A text that follows signals.
pub type Live = Box<dyn Fn() -> String + Send>;

/// A text, in an element or an attribute.
pub fn live(text: impl Fn() -> String + Send + 'static) -> Live {
    Box::new(text)
}

/// One of some fixed words.
pub fn word(word: impl Fn() -> &'static str + Send + 'static) -> Live {
    Box::new(move || word().to_owned())
}

/// `true` or `false`.
pub fn flag(flag: impl Fn() -> bool + Send + 'static) -> Live {
    Box::new(move || flag().to_string())
}

/// Whether a switch is on.
pub type Checked = Box<dyn Fn() -> bool + Send>;

/// Whether a switch is on.
pub fn checked(checked: impl Fn() -> bool + Send + 'static) -> Checked {
    Box::new(checked)
}

/// A value derived from signals, kept as long as it is the same.
pub fn memo<T>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let value: Box<dyn Fn() -> T + Send + Sync> = Box::new(value);
    Memo::new(move |_| value())
}

/// What a click does.
pub fn click(act: impl FnMut() + 'static) -> Box<dyn FnMut(ev::MouseEvent)> {
    let mut act = act;
    Box::new(move |_| act())
}

/// What a change of a switch does.
pub fn change(act: impl FnMut() + 'static) -> Box<dyn FnMut(ev::Event)> {
    let mut act = act;
    Box::new(move |_| act())
}
