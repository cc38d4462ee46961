//! What a page's head says to those who link to it, list it or show it in a small box: other languages, Open Graph,
//! Twitter, JSON-LD.

use anyhow::Result;
use serde_json::{Value, json};

use crate::{
    html::escaped,
    languages::{ENGLISH, OTHERS, Page},
    sharing::Sharing,
    site::Site,
};

/// The pictures' measures in pixels.
pub const PICTURE: (u32, u32) = (1200, 630);

/// What stands in the small box that a link becomes.
pub struct Card<'a> {
    /// The page, whose language it is in.
    pub page: Page,
    /// The name of the whole.
    pub site_name: &'a str,
    /// The name of what is linked to.
    pub title: &'a str,
    /// What it is.
    pub description: &'a str,
    /// Its own absolute address, if that is known.
    pub address: Option<&'a str>,
    /// Address and words of its picture.
    pub picture: Option<(&'a str, &'a str)>,
}

/// The head of a page on the site: all of it.
pub fn on_site(site: &Site, sharing: &Sharing) -> Result<String> {
    let (page, face) = (sharing.page, sharing.face()?);
    let picture = site.link("", &face.picture(page));
    let address = site.address().map(|_| site.link("", page.file));
    let card = Card {
        page,
        site_name: &sharing.title,
        title: &sharing.headline(),
        description: &sharing.description,
        address: address.as_deref(),
        picture: Some((&picture, &face.alt)),
    };
    Ok([
        canonical(address.as_deref()),
        alternates(site),
        card.markup(),
        article(&card, &sharing.subtitle),
    ]
    .concat())
}

/// The head of the one file, beside which nothing lies.
pub fn alone(sharing: &Sharing) -> String {
    let card = Card {
        page: sharing.page,
        site_name: &sharing.title,
        title: &sharing.headline(),
        description: &sharing.description,
        address: None,
        picture: None,
    };
    card.markup() + &article(&card, &sharing.subtitle)
}

/// The page in every language. Who speaks none of them is best served by the page that asks the browser.
pub fn alternates(site: &Site) -> String {
    std::iter::once(ENGLISH)
        .chain(OTHERS)
        .map(|page| (page.language, page.file))
        .chain([("x-default", ENGLISH.file)])
        .map(|(language, file)| {
            let address = site.link("", file);
            format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\">")
        })
        .collect()
}

/// The address under which a page wants to be known: only an absolute one says anything.
pub fn canonical(address: Option<&str>) -> String {
    address
        .map(|address| format!("<link rel=\"canonical\" href=\"{address}\">"))
        .unwrap_or_default()
}

impl Card<'_> {
    /// Open Graph and Twitter.
    pub fn markup(&self) -> String {
        let mut open_graph = vec![
            ("og:type", "article"),
            ("og:site_name", self.site_name),
            ("og:title", self.title),
            ("og:description", self.description),
            ("og:locale", self.page.locale),
        ];
        let others = std::iter::once(ENGLISH).chain(OTHERS);
        let others = others.filter(|other| other.locale != self.page.locale);
        open_graph.extend(others.map(|other| ("og:locale:alternate", other.locale)));
        open_graph.extend(self.address.map(|address| ("og:url", address)));

        let kind = if self.picture.is_some() {
            "summary_large_image"
        } else {
            "summary"
        };
        let mut twitter = vec![
            ("twitter:card", kind),
            ("twitter:title", self.title),
            ("twitter:description", self.description),
        ];
        let (width, height) = (PICTURE.0.to_string(), PICTURE.1.to_string());
        if let Some((picture, alt)) = self.picture {
            open_graph.extend([
                ("og:image", picture),
                ("og:image:width", &width),
                ("og:image:height", &height),
                ("og:image:type", "image/png"),
                ("og:image:alt", alt),
            ]);
            twitter.extend([("twitter:image", picture), ("twitter:image:alt", alt)]);
        }
        let metas = |key: &str, values: Vec<(&str, &str)>| -> String {
            let meta =
                |(name, value)| format!("<meta {key}=\"{name}\" content=\"{}\">", escaped(value));
            values.into_iter().map(meta).collect()
        };
        metas("property", open_graph) + &metas("name", twitter)
    }
}

/// JSON-LD: an article about an event.
fn article(card: &Card, event: &str) -> String {
    let mut article = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": card.title,
        "description": card.description,
        "inLanguage": card.page.language,
        "isAccessibleForFree": true,
        "license": ["https://spdx.org/licenses/MIT.html", "https://spdx.org/licenses/Apache-2.0.html"],
        "about": { "@type": "Event", "name": event, "startDate": "1968-08-20" },
    });
    let image = card.picture.map(|(picture, alt)| {
        json!({
            "@type": "ImageObject",
            "url": picture,
            "width": PICTURE.0,
            "height": PICTURE.1,
            "caption": alt,
        })
    });
    let url = card.address.map(Value::from);
    if let Value::Object(members) = &mut article {
        members.extend(image.map(|image| ("image".to_owned(), image)));
        members.extend(url.map(|url| ("url".to_owned(), url)));
    }
    format!(
        "<script type=\"application/ld+json\">{}</script>",
        in_script(&article)
    )
}

/// JSON in which nothing can end the script element that holds it, or hide its end.
fn in_script(json: &Value) -> String {
    json.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        html::{elements, only, stretch},
        policy::is_program,
        sharing::tests::sharing,
        site::tests::at,
    };

    /// The value of every `meta` of that name.
    fn metas(head: &str, name: &str) -> Result<Vec<String>> {
        let found = elements(
            head,
            &format!("meta[property='{name}'], meta[name='{name}']"),
        )?;
        let content =
            |element: crate::html::Element| element.attribute("content").map(str::to_owned);
        Ok(found.into_iter().filter_map(content).collect())
    }

    fn linked_data(head: &str) -> Result<Value> {
        let script = only(head, "script")?;
        assert!(!is_program(script.attribute("type")));
        Ok(serde_json::from_str(stretch(head, &script.inner)?)?)
    }

    fn links(head: &str, selector: &str) -> Result<Vec<(String, String)>> {
        let found = elements(head, selector)?;
        let said =
            |link: &crate::html::Element, key| link.attribute(key).unwrap_or_default().to_owned();
        Ok(found
            .iter()
            .map(|link| (said(link, "hreflang"), said(link, "href")))
            .collect())
    }

    #[test]
    fn without_an_address_everything_is_relative() -> Result<()> {
        let head = on_site(&at("")?, &sharing(OTHERS[0], "relative")?)?;
        let wanted = [
            ("en", "index.html"),
            ("cs", "cs.html"),
            ("sk", "sk.html"),
            ("x-default", "index.html"),
        ];
        assert_eq!(
            links(&head, "link[rel=alternate]")?,
            wanted.map(|(language, file)| (language.to_owned(), file.to_owned()))
        );
        assert_eq!(links(&head, "link[rel=canonical]")?, []);
        assert_eq!(metas(&head, "og:image")?, ["share/0220.cs.png"]);
        assert_eq!(metas(&head, "og:url")?, [""; 0]);
        let data = linked_data(&head)?;
        assert_eq!(data["image"]["url"], "share/0220.cs.png");
        assert_eq!(data["url"], Value::Null);
        Ok(())
    }

    #[test]
    fn with_an_address_everything_is_absolute() -> Result<()> {
        let site = at("https://example.org/a/")?;
        let head = on_site(&site, &sharing(ENGLISH, "absolute")?)?;
        let wanted = [
            ("en", "https://example.org/a/"),
            ("cs", "https://example.org/a/cs.html"),
            ("sk", "https://example.org/a/sk.html"),
            ("x-default", "https://example.org/a/"),
        ];
        assert_eq!(
            links(&head, "link[rel=alternate]")?,
            wanted.map(|(language, file)| (language.to_owned(), file.to_owned()))
        );
        let own = "https://example.org/a/".to_owned();
        assert_eq!(links(&head, "link[rel=canonical]")?, [(String::new(), own)]);
        assert_eq!(metas(&head, "og:url")?, ["https://example.org/a/"]);
        for name in ["og:image", "twitter:image"] {
            assert_eq!(
                metas(&head, name)?,
                ["https://example.org/a/share/0220.en.png"]
            );
        }
        assert_eq!(linked_data(&head)?["url"], "https://example.org/a/");
        Ok(())
    }

    #[test]
    fn the_card_says_what_the_page_is() -> Result<()> {
        let head = on_site(&at("")?, &sharing(OTHERS[1], "card")?)?;
        for (name, wanted) in [
            ("og:type", "article"),
            ("og:site_name", "Armies &amp; &quot;co&quot;"),
            ("og:title", "Armies &amp; &quot;co&quot;: The &lt;night&gt;"),
            ("og:description", "A map &lt;/script&gt;."),
            ("og:locale", "sk_SK"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:type", "image/png"),
            ("og:image:alt", "A &quot;map&quot;"),
            ("twitter:card", "summary_large_image"),
            (
                "twitter:title",
                "Armies &amp; &quot;co&quot;: The &lt;night&gt;",
            ),
            ("twitter:description", "A map &lt;/script&gt;."),
            ("twitter:image:alt", "A &quot;map&quot;"),
        ] {
            assert_eq!(metas(&head, name)?, [wanted], "{name}");
        }
        assert_eq!(metas(&head, "og:locale:alternate")?, ["en_GB", "cs_CZ"]);
        Ok(())
    }

    #[test]
    fn the_article_survives_its_script_element() -> Result<()> {
        let head = on_site(&at("")?, &sharing(OTHERS[1], "article")?)?;
        let data = linked_data(&head)?;
        assert_eq!(data["@type"], "Article");
        assert_eq!(data["headline"], "Armies & \"co\": The <night>");
        assert_eq!(data["description"], "A map </script>.");
        assert_eq!(data["inLanguage"], "sk");
        assert_eq!(data["about"]["name"], "The <night>");
        assert_eq!(data["about"]["startDate"], "1968-08-20");
        assert_eq!(data["isAccessibleForFree"], true);
        Ok(())
    }

    #[test]
    fn the_one_file_names_no_other() -> Result<()> {
        let head = alone(&sharing(ENGLISH, "alone")?);
        assert_eq!(elements(&head, "link")?, []);
        for name in ["og:url", "og:image", "twitter:image"] {
            assert_eq!(metas(&head, name)?, [""; 0], "{name}");
        }
        assert_eq!(metas(&head, "twitter:card")?, ["summary"]);
        assert_eq!(
            metas(&head, "og:title")?,
            ["Armies &amp; &quot;co&quot;: The &lt;night&gt;"]
        );
        assert_eq!(linked_data(&head)?["image"], Value::Null);
        Ok(())
    }
}
