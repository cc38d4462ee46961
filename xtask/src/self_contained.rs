//! Whether a page needs anything but itself.

use anyhow::{Result, bail};
use regex_lite::Regex;

use crate::{
    html::{Element, elements, stretch},
    policy::is_program,
};

/// Attributes whose value is an address that the browser loads or goes to.
const ADDRESSES: [&str; 13] = [
    "src",
    "href",
    "xlink:href",
    "srcset",
    "imagesrcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "ping",
    "manifest",
    "archive",
];

/// Fails when the page refers to anything outside itself. Links for the reader (`<a href="https:…">`) may.
pub fn ensure(html: &str) -> Result<()> {
    match outside_references(html)?.as_slice() {
        [] => Ok(()),
        found => bail!(
            "the one-file page must need nothing but itself, but refers to:\n  {}",
            found.join("\n  ")
        ),
    }
}

/// Everything outside a page that it refers to, each said in a few words.
pub fn outside_references(html: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for element in elements(html, "*")? {
        let tag = &element.tag;
        for (name, value) in &element.attributes {
            if ADDRESSES.contains(&name.as_str())
                && !(is_inside(value) || is_for_the_reader(&element, value))
            {
                found.push(format!("<{tag} {name}=\"{}\">", shortened(value)));
            }
            if name == "srcdoc" {
                found.push(format!("<{tag} srcdoc>, which is not looked into"));
            }
            found.extend(
                in_style(value)?
                    .into_iter()
                    .map(|reference| format!("<{tag} {name}> {reference}")),
            );
        }
        if tag == "meta"
            && element
                .attribute("http-equiv")
                .is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
        {
            found.push("<meta http-equiv=\"refresh\">".to_owned());
        }
        let text = stretch(html, &element.inner)?;
        match tag.as_str() {
            "style" => found.extend(
                in_style(text)?
                    .into_iter()
                    .map(|reference| format!("<style> {reference}")),
            ),
            "script" if is_program(element.attribute("type")) => found.extend(
                in_script(text)?
                    .into_iter()
                    .map(|reference| format!("<script> {reference}")),
            ),
            _ => {}
        }
    }
    Ok(found)
}

/// `url(…)` of a style sheet that is not inside the page, and every `@import`.
fn in_style(css: &str) -> Result<Vec<String>> {
    let urls = Regex::new(r#"(?i)url\(\s*["']?([^"')]*)"#)?;
    let mut found: Vec<_> = urls
        .captures_iter(css)
        .filter(|url| !is_inside(&url[1]))
        .map(|url| format!("url({})", shortened(&url[1])))
        .collect();
    found.extend(
        css.to_ascii_lowercase()
            .contains("@import")
            .then(|| "@import".to_owned()),
    );
    Ok(found)
}

/// Addresses written out in a script where one is loaded. One that is put together while the script runs is not
/// seen here: those the page's policy stops.
fn in_script(script: &str) -> Result<Vec<String>> {
    let loads = Regex::new(concat!(
        r#"\b(import|from|fetch|URL|Worker|SharedWorker|EventSource|WebSocket|importScripts|sendBeacon|register)"#,
        r#"\s*\(?\s*["'`]([^"'`]*)["'`]"#,
    ))?;
    Ok(loads
        .captures_iter(script)
        .filter(|load| !is_inside(&load[2]))
        .map(|load| format!("{} \"{}\"", &load[1], shortened(&load[2])))
        .collect())
}

fn is_inside(address: &str) -> bool {
    let address = address.trim_start();
    address.starts_with('#')
        || address
            .get(..5)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

fn is_for_the_reader(element: &Element, address: &str) -> bool {
    element.tag == "a" && (address.starts_with("https:") || address.starts_with("http:"))
}

fn shortened(text: &str) -> String {
    const ENOUGH: usize = 80;
    text.chars().take(ENOUGH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refers_to(html: &str, wanted: &[&str]) {
        assert_eq!(
            outside_references(html).unwrap_or_default(),
            wanted,
            "{html}"
        );
    }

    #[test]
    fn what_is_inside_may_be_referred_to() {
        refers_to(
            r##"<link rel=icon href="data:image/svg+xml;base64,AA"><a href="#t=1968">later</a><use href="#town"/>
            <path clip-path="url(#frame)"/><style>@font-face{src:url( "DATA:font/woff2;base64,AA")}</style>
            <script>import("data:text/javascript,1");init({module_or_path:bytes});fetch(address)</script>"##,
            &[],
        );
    }

    #[test]
    fn sources_are_links_for_the_reader() {
        refers_to("<a href='https://example.org/'>source</a>", &[]);
        refers_to("<a href='http://example.org/'>older source</a>", &[]);
        refers_to(
            "<a href='films.html'>films</a>",
            &["<a href=\"films.html\">"],
        );
    }

    #[test]
    fn elements_that_load_are_found() {
        refers_to(
            "<script src='./glue.js'></script>",
            &["<script src=\"./glue.js\">"],
        );
        refers_to(
            "<link rel=stylesheet href=//cdn.example/a.css>",
            &["<link href=\"//cdn.example/a.css\">"],
        );
        refers_to(
            "<img src=a.png srcset='b.png 2x'>",
            &["<img src=\"a.png\">", "<img srcset=\"b.png 2x\">"],
        );
        refers_to(
            "<svg><image href='https://example.org/a.png'/></svg>",
            &["<image href=\"https://example.org/a.png\">"],
        );
        refers_to(
            "<svg><path fill='url(a.svg#p)'/></svg>",
            &["<path fill> url(a.svg#p)"],
        );
        refers_to(
            "<meta http-equiv=Refresh content='0;url=https://example.org'>",
            &["<meta http-equiv=\"refresh\">"],
        );
    }

    #[test]
    fn style_sheets_that_load_are_found() {
        refers_to(
            "<style>a{b:url(fonts/a.woff2)}</style>",
            &["<style> url(fonts/a.woff2)"],
        );
        refers_to("<style>@IMPORT 'a.css';</style>", &["<style> @import"]);
    }

    #[test]
    fn scripts_that_load_are_found() {
        refers_to(
            "<script>import a from\"./a.js\"</script>",
            &["<script> from \"./a.js\""],
        );
        refers_to(
            "<script>import './a.js'</script>",
            &["<script> import \"./a.js\""],
        );
        refers_to(
            "<script>fetch(`/a.json`)</script>",
            &["<script> fetch \"/a.json\""],
        );
        refers_to(
            "<script>new URL( 'a.wasm', import.meta.url)</script>",
            &["<script> URL \"a.wasm\""],
        );
    }

    #[test]
    fn words_of_the_story_are_no_references() {
        refers_to("<p>src=\"a.js\" url(a.png) fetch('x')</p>", &[]);
        refers_to(
            "<script type=text/plain>The order came from 'above'.</script>",
            &[],
        );
    }
}
