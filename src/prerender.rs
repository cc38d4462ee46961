//! Writes the page's opening markup in every language: `prerender FOLDER` leaves there, for each language's tag,
//! `head.TAG.html`, `page.TAG.html` and `texts.TAG.txt`, and the same once more for the pseudo-language `pseudo`; and for
//! each language what the pages and pictures of single moments are made of: `about.TAG.tsv`, `moments.TAG.tsv` and
//! `moment-ID.TAG.svg`, and the statement on accessibility, `statement.TAG.html`.
//!
//! The markup must go into the page byte for byte: the browser's program takes it over node by node. So must the
//! texts: the program knows them by their lines.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use five_armies::language::Language;
use five_armies::prose;
use five_armies::view::{App, AppProps, Page, print};
use five_armies::words::{SUBTITLE, TITLE, Words};
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
        let (tag, words) = (language.tag(), Words::of(language));
        write_page(folder, tag, words)?;
        write_moments(folder, tag, words)?;
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
    write(folder, &format!("head.{name}.html"), &print::head(words))?;
    write(folder, &format!("page.{name}.html"), &page)?;
    write(folder, &format!("texts.{name}.txt"), &texts)
}

/// Writes what stands in links: the page's names, and each still with its words and its picture.
fn write_moments(folder: &Path, tag: &str, words: Words) -> Result<(), String> {
    let about = table(&[
        &["title", words.say(TITLE)],
        &["subtitle", words.say(SUBTITLE)],
        &["description", words.say(prose::DESCRIPTION)],
        &["forward", words.moment_forward()],
        &["statement", words.statement()],
        &["back", words.statement_back()],
    ]);
    write(folder, &format!("about.{tag}.tsv"), &about)?;
    let statement = print::statement(words, 1);
    write(folder, &format!("statement.{tag}.html"), &statement)?;

    let mut moments = String::new();
    for still in prose::STILLS {
        let (at, title) = (still.at.iso(), words.moment_in_full(still.at));
        let alternative = print::alternative(words, still);
        moments += &table(&[&[
            still.id,
            &at,
            &title,
            words.say(still.caption),
            &alternative,
        ]]);
        let picture = format!("moment-{}.{tag}.svg", still.id);
        write(folder, &picture, &print::picture(words, still))?;
    }
    write(folder, &format!("moments.{tag}.tsv"), &moments)
}

/// Lines of values with tabs between them; texts of the content hold neither.
fn table(lines: &[&[&str]]) -> String {
    lines.iter().map(|line| line.join("\t") + "\n").collect()
}

fn write(folder: &Path, file: &str, text: &str) -> Result<(), String> {
    let path = folder.join(file);
    fs::write(&path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
