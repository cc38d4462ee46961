//! Writes the page's opening markup in every language: `prerender FOLDER` leaves there, for each language's tag,
//! `head.TAG.html`, `page.TAG.html` and `texts.TAG.txt`, and the same once more for the pseudo-language `pseudo`.
//!
//! The markup must go into the page byte for byte: the browser's program takes it over node by node. So must the
//! texts: the program knows them by their lines.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use five_armies::language::Language;
use five_armies::view::{App, AppProps, Page, print};
use five_armies::words::Words;
use leptos::prelude::*;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1).map(PathBuf::from) else {
        eprintln!("usage: prerender FOLDER");
        return ExitCode::FAILURE;
    };
    match write_all(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistake) => {
            eprintln!("{mistake}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    for language in Language::ALL {
        write_page(folder, language.tag(), Words::of(language))?;
    }
    write_page(folder, "pseudo", Words::pseudo())
}

/// Writes the three parts of one page.
fn write_page(folder: &Path, name: &str, words: Words) -> Result<(), String> {
    let texts = words.table();
    // The page carries them in a script element.
    if texts.to_ascii_lowercase().contains("</script") {
        return Err(format!(
            "a text of `{name}` would end the table of texts: `</script`"
        ));
    }
    let page = Owner::new().with(|| {
        App(AppProps {
            page: Page::new(words),
        })
        .to_html()
    });
    let parts = [
        (format!("head.{name}.html"), print::head(words)),
        (format!("page.{name}.html"), page),
        (format!("texts.{name}.txt"), texts),
    ];
    for (file, text) in parts {
        let path = folder.join(file);
        fs::write(&path, text)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}
