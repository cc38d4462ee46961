//! The page as one file, which opens from a stick or a mail: everything it needs is inside it.

use std::io::Write;

use anyhow::Result;
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};

use crate::{
    html::{Element, elements, splice},
    release::{StyleLink, WASM, Workshop, style_edits},
};

/// The template with its styles, scripts, typefaces and icon inside, and the program as `#wasm`, where the loader in
/// `index.html` looks for it.
pub fn shell(
    workshop: &Workshop,
    template: &str,
    style_links: &[StyleLink],
    css: &str,
) -> Result<String> {
    let mut edits = style_edits(style_links, &with_fonts_inside(workshop, css)?);
    for link in elements(template, "link:not([rel=stylesheet])")? {
        edits.push((link.outer.clone(), link_inside(workshop, &link)?));
    }
    for script in elements(template, "script")? {
        let source = &template[script.inner.clone()];
        if script.attribute("type") == Some("module") {
            let program = packed(&workshop.read(WASM)?)?;
            let start = script.outer.start;
            edits.push((
                start..start,
                format!("<script type=\"application/gzip\" id=\"wasm\">{program}</script>\n"),
            ));
            // Takes in the glue, which the loader imports.
            edits.push((script.inner, workshop.bundled(source)?));
        } else {
            edits.push((script.inner, workshop.minified(source, "js")?));
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

/// gzip, because that is what a browser can unpack, as base64.
fn packed(content: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(BASE64_STANDARD.encode(gzip.finish()?))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn what_is_packed_can_be_unpacked() -> Result<()> {
        let bytes = BASE64_STANDARD.decode(packed(b"five armies, five armies")?)?;
        let mut text = String::new();
        GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
        assert_eq!(text, "five armies, five armies");
        Ok(())
    }

    #[test]
    fn a_data_address_names_its_kind() {
        assert_eq!(
            data_address("font/woff2", b"\x00\x01"),
            "data:font/woff2;base64,AAE="
        );
    }
}
