//! Writes the page's opening markup: `prerender FOLDER` leaves `head.html` and `page.html` there.
//!
//! The markup must go into the page byte for byte: the browser's program takes it over node by node.

use std::process::ExitCode;

use five_armies::language::Language;
use five_armies::view::{App, AppProps, Page, print};
use leptos::prelude::*;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1).map(std::path::PathBuf::from) else {
        eprintln!("usage: prerender FOLDER");
        return ExitCode::FAILURE;
    };
    if let Err(error) = std::fs::create_dir_all(&folder) {
        eprintln!("cannot make {}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let language = Language::English;
    let page = Owner::new().with(|| {
        App(AppProps {
            page: Page::new(language),
        })
        .to_html()
    });
    for (name, text) in [("head.html", print::head(language)), ("page.html", page)] {
        let path = folder.join(name);
        if let Err(error) = std::fs::write(&path, text) {
            eprintln!("cannot write {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
