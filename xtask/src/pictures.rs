//! The order to `pictures.mjs`, which makes PNG pictures of SVG ones.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::{project::printed_from, workshop::Workshop};

/// A picture that is wanted.
#[derive(Debug, PartialEq)]
pub struct Picture {
    /// Its file in `dist/`.
    pub file: String,
    /// The drawing: the text of an SVG file.
    pub svg: String,
    /// Its width in pixels; the height follows the drawing.
    pub width: u32,
    /// The colour behind the drawing, if it does not fill the picture.
    pub ground: Option<&'static str>,
    /// How many bytes it may have, if it may lose colours for that.
    pub most: Option<u32>,
}

/// Makes the pictures.
pub fn make(workshop: &Workshop, pictures: &[Picture]) -> Result<()> {
    let project = workshop.project;
    let mut node = project.command("node");
    node.arg(project.root().join("xtask/pictures.mjs"));
    let typeface = project.root().join("public/fonts/archivo.woff2");
    printed_from(
        node,
        &order(&typeface, &workshop.path(""), pictures).to_string(),
    )?;
    Ok(())
}

fn order(typeface: &Path, folder: &Path, pictures: &[Picture]) -> Value {
    let pictures: Vec<_> = pictures
        .iter()
        .map(|picture| {
            json!({
                "file": folder.join(&picture.file),
                "svg": picture.svg,
                "width": picture.width,
                "ground": picture.ground,
                "most": picture.most,
            })
        })
        .collect();
    json!({ "typeface": typeface, "pictures": pictures })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_says_where_and_how_large() {
        let picture = Picture {
            file: "share/0220.en.png".to_owned(),
            svg: "<svg/>".to_owned(),
            width: 1200,
            ground: None,
            most: Some(300_000),
        };
        let wanted = json!({
            "typeface": "a.woff2",
            "pictures": [{
                "file": "dist/share/0220.en.png",
                "svg": "<svg/>",
                "width": 1200,
                "ground": null,
                "most": 300_000,
            }],
        });
        assert_eq!(
            order(Path::new("a.woff2"), Path::new("dist"), &[picture]),
            wanted
        );
    }
}
