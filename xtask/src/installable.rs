//! What a browser needs to install the page like a program: a manifest for each language, and icons.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{
    languages::{ENGLISH, Page},
    pictures::Picture,
    sharing::Sharing,
};

/// The drawing of the icon.
pub const DRAWING: &str = "favicon.svg";

/// `--paper` of `style/tokens.css`, by day and by night.
const PAPER: [(&str, &str); 2] = [("light", "#f0e9dc"), ("dark", "#17191d")];

/// The colour that fills the icon's drawing.
const GROUND: &str = "#f4eee0";

/// The icons: file, width and height in pixels, and what it is for in a manifest.
const ICONS: [(&str, u32, Option<&str>); 4] = [
    ("icons/icon-192.png", 192, Some("any")),
    ("icons/icon-512.png", 512, Some("any")),
    (MASKABLE, 512, Some("maskable")),
    (APPLE, 180, None),
];
const MASKABLE: &str = "icons/maskable-512.png";
const APPLE: &str = "icons/apple-touch-180.png";

/// The icons' files in `dist/`.
pub fn icon_files() -> impl Iterator<Item = &'static str> {
    ICONS.into_iter().map(|(file, ..)| file)
}

/// The icons as pictures of the drawing.
pub fn icons(drawing: &str) -> Result<Vec<Picture>> {
    let with_margin = with_margin(drawing)?;
    let icon = |(file, width, _): (&str, u32, _)| Picture {
        file: file.to_owned(),
        svg: if file == MASKABLE {
            with_margin.clone()
        } else {
            drawing.to_owned()
        },
        width,
        ground: (file == MASKABLE).then_some(GROUND),
        most: None,
    };
    Ok(ICONS.map(icon).into())
}

/// The drawing in the middle of more ground: systems cut a maskable icon to shapes of their own, but leave a circle in
/// its middle, four fifths of its width across. The drawing's corners are 15.7 of its 32 units from the middle, so 40
/// units and a little must be shown.
fn with_margin(drawing: &str) -> Result<String> {
    const BOX: &str = "viewBox=\"0 0 32 32\"";
    ensure!(
        drawing.contains(BOX) && drawing.contains(GROUND),
        "{DRAWING}: expected {BOX} and the ground {GROUND}"
    );
    Ok(drawing.replace(BOX, "viewBox=\"-4.5 -4.5 41 41\""))
}

/// The manifest's file in `dist/`.
pub fn manifest_file(page: Page) -> String {
    format!("five-armies.{}.webmanifest", page.name)
}

/// The manifest. It has no `id`: that could not be relative to the manifest, and the default, `start_url`, tells copies
/// of the site and languages apart as it should.
pub fn manifest(sharing: &Sharing) -> Result<String> {
    let page = sharing.page;
    // The page that bears no language's name would follow the browser's.
    let ask = if page == ENGLISH { "#lang=en" } else { "" };
    let (_, light) = PAPER.first().context("the paper has no colour")?;
    let icons: Vec<_> = ICONS
        .into_iter()
        .filter_map(|(file, width, purpose)| {
            let sizes = format!("{width}x{width}");
            purpose.map(|purpose| json!({ "src": file, "sizes": sizes, "type": "image/png", "purpose": purpose }))
        })
        .collect();
    let manifest = json!({
        "name": sharing.headline(),
        "short_name": sharing.title,
        "description": sharing.description,
        "lang": page.language,
        "dir": "ltr",
        "start_url": format!("./{}{ask}", page.file),
        "scope": "./",
        "display": "standalone",
        "theme_color": light,
        "background_color": light,
        "icons": icons,
    });
    Ok(format!("{manifest:#}\n"))
}

/// What the head of a page on the site says of it.
pub fn head(page: Page) -> String {
    let colours: String = PAPER
        .map(|(scheme, colour)| {
            format!("<meta name=\"theme-color\" content=\"{colour}\" media=\"(prefers-color-scheme: {scheme})\">")
        })
        .concat();
    format!(
        "<link rel=\"manifest\" href=\"{}\"><link rel=\"apple-touch-icon\" href=\"{APPLE}\">{colours}",
        manifest_file(page)
    )
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{
        html::{elements, only},
        languages::OTHERS,
        sharing::tests::sharing,
    };

    const FAVICON: &str = include_str!("../../public/favicon.svg");

    #[test]
    fn the_colours_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../style/tokens.css");
        let papers: Vec<_> = tokens
            .lines()
            .filter_map(|line| line.trim().strip_prefix("--paper: ")?.strip_suffix(';'))
            .collect();
        let [(_, light), (_, dark)] = PAPER;
        assert_eq!(papers, [light, dark, dark]);
    }

    #[test]
    fn a_manifest_is_in_its_language_and_stays_in_its_folder() -> Result<()> {
        let manifest: Value = serde_json::from_str(&manifest(&sharing(OTHERS[0], "manifest")?)?)?;
        for (key, wanted) in [
            ("name", "Armies & \"co\": The <night>"),
            ("short_name", "Armies & \"co\""),
            ("lang", "cs"),
            ("start_url", "./cs.html"),
            ("scope", "./"),
            ("display", "standalone"),
        ] {
            assert_eq!(manifest[key], wanted, "{key}");
        }
        Ok(())
    }

    #[test]
    fn english_is_asked_for() -> Result<()> {
        let manifest: Value = serde_json::from_str(&manifest(&sharing(ENGLISH, "start")?)?)?;
        assert_eq!(manifest["start_url"], "./index.html#lang=en");
        Ok(())
    }

    #[test]
    fn a_manifest_names_icons_that_are_made() -> Result<()> {
        let manifest: Value = serde_json::from_str(&manifest(&sharing(ENGLISH, "icons")?)?)?;
        let made = icons(FAVICON)?;
        let listed = manifest["icons"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut kinds = Vec::new();
        for icon in listed {
            let picture = made
                .iter()
                .find(|picture| icon["src"] == picture.file.as_str());
            let width = picture.map(|picture| format!("{0}x{0}", picture.width));
            assert_eq!(icon["sizes"].as_str(), width.as_deref());
            kinds.push((icon["sizes"].as_str(), icon["purpose"].as_str()));
        }
        let wanted = [
            ("192x192", "any"),
            ("512x512", "any"),
            ("512x512", "maskable"),
        ];
        assert_eq!(
            kinds,
            wanted.map(|(size, purpose)| (Some(size), Some(purpose)))
        );
        Ok(())
    }

    #[test]
    fn only_the_maskable_icon_has_a_margin() -> Result<()> {
        for icon in icons(FAVICON)? {
            let is_maskable = icon.file == MASKABLE;
            let has_margin = icon.svg.contains("-4.5 -4.5 41 41");
            assert_eq!(has_margin, is_maskable, "{}", icon.file);
            assert_eq!(icon.ground.is_some(), is_maskable, "{}", icon.file);
        }
        assert!(with_margin("<svg viewBox=\"0 0 64 64\"/>").is_err());
        Ok(())
    }

    #[test]
    fn the_head_leads_to_manifest_and_icon() -> Result<()> {
        let head = head(OTHERS[1]);
        let manifest = only(&head, "link[rel=manifest]")?;
        assert_eq!(
            manifest.attribute("href"),
            Some("five-armies.sk.webmanifest")
        );
        let icon = only(&head, "link[rel=apple-touch-icon]")?;
        assert!(icon_files().any(|file| icon.attribute("href") == Some(file)));
        let colours = elements(&head, "meta[name=theme-color]")?;
        let colours: Vec<_> = colours
            .iter()
            .filter_map(|meta| meta.attribute("content"))
            .collect();
        assert_eq!(colours, ["#f0e9dc", "#17191d"]);
        Ok(())
    }
}
