//! What a blog learns when its author pastes the page's address: `oembed.json`, and the link that leads to it. Both
//! need the site's address, because the blog copies what they say to another place.

use serde_json::json;

use anyhow::Result;

use crate::{head::PICTURE, html::escaped, sharing::Sharing, site::Site};

/// The answer's file in `dist/`.
pub const FILE: &str = "oembed.json";

/// The frame's measures in CSS pixels.
const FRAME: (u32, u32) = (640, 800);

/// The link to it in the head of a page.
pub fn link(site: &Site, sharing: &Sharing) -> String {
    match site.address() {
        None => String::new(),
        Some(_) => format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
            site.link("", FILE),
            escaped(&sharing.headline())
        ),
    }
}

/// The answer, if the site's address is known. There is one for all pages: the framed page asks the reader's browser
/// for the language.
pub fn answer(site: &Site, english: &Sharing) -> Result<Option<String>> {
    let Some(address) = site.address() else {
        return Ok(None);
    };
    let title = english.headline();
    let (width, height) = FRAME;
    // The one file, because WordPress adds `sandbox="allow-scripts"`, in which a page cannot load modules; and no
    // other attributes, because WordPress takes them away.
    let frame = format!(
        "<iframe src=\"{}?embed=1\" width=\"{width}\" height=\"{height}\" title=\"{}\"></iframe>",
        site.link("", "five-armies.html"),
        escaped(&title)
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": english.title,
        "provider_url": address,
        "width": width,
        "height": height,
        "html": frame,
        "thumbnail_url": site.link("", &english.face()?.picture(english.page)),
        "thumbnail_width": PICTURE.0,
        "thumbnail_height": PICTURE.1,
    });
    Ok(Some(format!("{answer:#}\n")))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{
        html::{elements, only},
        languages::{ENGLISH, OTHERS},
        sharing::tests::sharing,
        site::tests::at,
    };

    #[test]
    fn without_an_address_there_is_none() -> Result<()> {
        let sharing = sharing(ENGLISH, "no-oembed")?;
        assert_eq!(answer(&at("")?, &sharing)?, None);
        assert_eq!(link(&at("")?, &sharing), "");
        Ok(())
    }

    #[test]
    fn the_answer_is_one_frame() -> Result<()> {
        let answer = answer(&at("https://example.org/a/")?, &sharing(ENGLISH, "oembed")?)?;
        let answer: Value = serde_json::from_str(&answer.unwrap_or_default())?;
        for (key, wanted) in [
            ("version", json!("1.0")),
            ("type", json!("rich")),
            ("title", json!("Armies & \"co\": The <night>")),
            ("provider_url", json!("https://example.org/a/")),
            ("width", json!(640)),
            ("height", json!(800)),
            (
                "thumbnail_url",
                json!("https://example.org/a/share/0220.en.png"),
            ),
            ("thumbnail_width", json!(1200)),
            ("thumbnail_height", json!(630)),
        ] {
            assert_eq!(answer[key], wanted, "{key}");
        }
        let html = answer["html"].as_str().unwrap_or_default();
        assert_eq!(elements(html, "*")?.len(), 1);
        let attributes = only(html, "iframe")?.attributes;
        let names: Vec<_> = attributes.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["src", "width", "height", "title"]);
        assert_eq!(
            attributes[0].1,
            "https://example.org/a/five-armies.html?embed=1"
        );
        Ok(())
    }

    #[test]
    fn every_page_leads_to_the_answer() -> Result<()> {
        let head = link(
            &at("https://example.org/a/")?,
            &sharing(OTHERS[0], "oembed-link")?,
        );
        let link = only(&head, "link[rel=alternate][type='application/json+oembed']")?;
        assert_eq!(
            link.attribute("href"),
            Some("https://example.org/a/oembed.json")
        );
        assert_eq!(
            link.attribute("title"),
            Some("Armies &amp; &quot;co&quot;: The &lt;night&gt;")
        );
        Ok(())
    }
}
