//! The code with which another page shows this one, in three ways. Pasted by people into editors of all kinds: every
//! attribute is quoted, measures stand in attributes too, where an editor strips styles.

use crate::address::{self, Address, View};

/// How another page shows this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A frame of fixed proportions.
    Frame,
    /// A frame, and the script that keeps its height and passes links on.
    Script,
    /// The element that the script makes.
    Element,
}

impl Way {
    /// The ways in order, the one that asks least of the page first.
    pub const ALL: [Self; 3] = [Self::Frame, Self::Script, Self::Element];

    /// The name used in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Script => "script",
            Self::Element => "element",
        }
    }
}

/// The code of a way. `folder` is the absolute address of the folder that holds the page, with its `/`; `file` the
/// name of the page in it; `title` says what the frame shows.
pub fn code(way: Way, folder: &str, file: &str, title: &str, asks: &Address) -> String {
    let hash = address::write(asks);
    let hash = if hash == "#" { "" } else { hash.as_str() };
    let page = [folder, file].concat();
    let src = escaped(&[page.as_str(), "?embed=1", hash].concat());
    let title = escaped(title);
    let script = [
        "<script async src=\"",
        &escaped(folder),
        "embed.js\"></script>",
    ]
    .concat();
    let frame = |style: &str| {
        [
            "<iframe src=\"",
            &src,
            "\"\n  title=\"",
            &title,
            "\"\n  width=\"100%\" height=\"640\" loading=\"lazy\" allow=\"fullscreen; clipboard-write\"\n  style=\"",
            style,
            "\"></iframe>",
        ]
        .concat()
    };
    match way {
        Way::Frame => frame(
            "display: block; width: 100%; aspect-ratio: 4 / 5; height: auto; max-height: 42rem; border: 0",
        ),
        Way::Script => [
            frame("display: block; width: 100%; border: 0"),
            "\n".into(),
            script,
        ]
        .concat(),
        Way::Element => {
            let mut out = String::from("<five-armies src=\"");
            out.push_str(&escaped(folder));
            out.push('"');
            let mut add = |name: &str, value: &str| {
                for part in [" ", name, "=\"", value, "\""] {
                    out.push_str(part);
                }
            };
            if let Some(at) = asks.at {
                add("t", &at.iso());
            }
            if let Some(view) = asks.view.filter(|view| *view != View::Full) {
                add("view", view.key());
            }
            if let Some(language) = asks.language {
                add("lang", language.tag());
            }
            if let Some(telling) = asks.telling {
                add("basis", telling.key());
            }
            for part in [
                ">\n  <a href=\"",
                &escaped(&page),
                "\">",
                &title,
                "</a>\n</five-armies>\n",
                &script,
            ] {
                out.push_str(part);
            }
            out
        }
    }
}

/// Text as the value of an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
