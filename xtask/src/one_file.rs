//! The page as one file, which opens from a stick or a mail: everything it needs is inside it.

use anyhow::{Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};

use crate::{
    html::{Element, elements, splice, stretch},
    packed,
    policy::{Reach, is_program, with_policy},
    prerendered::Pages,
    release::{StyleLink, style_edits},
    self_contained,
    workshop::{WASM, Workshop},
};

/// The page in all languages, as one file. `more_head` is what the English page says of itself to others, `notices`
/// whose work is in it: their licences ask that they go with every copy.
pub fn make(
    workshop: &Workshop,
    template: &str,
    style_links: &[StyleLink],
    css: &str,
    pages: &Pages,
    more_head: &str,
    notices: &str,
) -> Result<String> {
    let english = pages.english.alone()?;
    ensure!(
        !notices.contains("</"),
        "the notices would end the element in which they stand"
    );
    let mut packed =
        format!("<script type=\"text/plain\" id=\"third-party\">\n{notices}</script>\n");
    for page in &pages.others {
        let language = packed::language(&page.alone()?, &english)?;
        packed.push_str(&packed_element(
            &format!("page-{}", page.page.name),
            &language,
        ));
    }
    let program = packed::gzipped(&workshop.read(WASM)?)?;
    packed.push_str(&packed_element("wasm", &program));

    let shell = shell(workshop, template, style_links, css, &packed)?;
    let html = with_policy(&english.put_into(&shell, more_head)?, Reach::Nothing)?;
    self_contained::ensure(&html)?;
    Ok(html)
}

/// What only the loader in `index.html` can read: the program as `#wasm`, the pages in other languages as `#page-cs`
/// and so on.
fn packed_element(id: &str, content: &str) -> String {
    format!("<script type=\"application/gzip\" id=\"{id}\">{content}</script>\n")
}

/// The template with its styles, scripts, typefaces and icon inside, and what is packed before the loader.
fn shell(
    workshop: &Workshop,
    template: &str,
    style_links: &[StyleLink],
    css: &str,
    packed: &str,
) -> Result<String> {
    let mut edits = style_edits(style_links, &with_fonts_inside(workshop, css)?);
    for link in elements(template, "link:not([rel=stylesheet])")? {
        edits.push((link.outer.clone(), link_inside(workshop, &link)?));
    }
    for script in elements(template, "script")? {
        let source = stretch(template, &script.inner)?;
        match script.attribute("type") {
            Some("module") => {
                let start = script.outer.start;
                edits.push((start..start, packed.to_owned()));
                // Takes in the glue, which the loader imports.
                edits.push((script.inner, workshop.bundled(source)?));
            }
            kind if is_program(kind) => {
                edits.push((script.inner, workshop.minified(source, "js")?));
            }
            _ => {}
        }
    }
    splice(template, edits)
}

fn with_fonts_inside(workshop: &Workshop, css: &str) -> Result<String> {
    workshop
        .fonts()?
        .iter()
        .try_fold(css.to_owned(), |css, font| {
            Ok(css.replace(
                font.as_str(),
                &data_address("font/woff2", &workshop.read(font)?),
            ))
        })
}

/// What becomes of a link: the icon comes inside, and what is inside needs no loading ahead.
fn link_inside(workshop: &Workshop, link: &Element) -> Result<String> {
    match (
        link.attribute("rel"),
        link.attribute("href"),
        link.attribute("type"),
    ) {
        (Some("icon"), Some(file), Some(kind)) => {
            let address = data_address(kind, &workshop.read(file.trim_start_matches("./"))?);
            Ok(format!(
                "<link rel=\"icon\" href=\"{address}\" type=\"{kind}\">"
            ))
        }
        _ => Ok(String::new()),
    }
}

fn data_address(kind: &str, content: &[u8]) -> String {
    format!("data:{kind};base64,{}", BASE64_STANDARD.encode(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_stands_where_the_loader_looks() {
        assert_eq!(
            packed_element("page-cs", "H4sI"),
            "<script type=\"application/gzip\" id=\"page-cs\">H4sI</script>\n"
        );
    }

    #[test]
    fn a_data_address_names_its_kind() {
        assert_eq!(
            data_address("font/woff2", b"\x00\x01"),
            "data:font/woff2;base64,AAE="
        );
    }
}
