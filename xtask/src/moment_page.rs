//! The tiny page of a key moment, which gives a link to that moment a picture and words of its own, and leads on to
//! the moment on the map.

use anyhow::Result;

use crate::{
    head::{Card, PICTURE, canonical},
    html::{document, escaped},
    policy::{Reach, with_policy},
    sharing::{Moment, Sharing},
    site::Site,
};

/// From the page to `dist/`.
const UP: &str = "../";

/// The page, for its place in `m/`.
pub fn html(site: &Site, sharing: &Sharing, moment: &Moment) -> Result<String> {
    let page = sharing.page;
    let picture = site.link(UP, &moment.picture(page));
    let address = site.address().map(|_| site.link(UP, &moment.file(page)));
    let card = Card {
        page,
        site_name: &sharing.title,
        title: &moment.title,
        description: &moment.caption,
        address: address.as_deref(),
        picture: Some((&picture, &moment.alt)),
    };
    // Relative, whatever the address: a copy of the site leads to itself.
    let forward = format!(
        "{UP}{}#t={}&amp;lang={}",
        page.file, moment.moment, page.language
    );
    let head = format!(
        "<meta http-equiv=\"refresh\" content=\"0; url={forward}\">\n\
         <title>{title} - {name}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         {canonical}{card}\n<style>img{{max-width:100%;height:auto}}</style>",
        title = escaped(&moment.title),
        name = escaped(&sharing.title),
        description = escaped(&moment.caption),
        canonical = canonical(address.as_deref()),
        card = card.markup(),
    );
    let body = format!(
        "<p><a href=\"{forward}\">{words}</a></p>\n\
         <p><img src=\"{UP}{picture}\" width=\"{width}\" height=\"{height}\" alt=\"{alt}\"></p>",
        words = escaped(&sharing.forward),
        picture = moment.picture(page),
        width = PICTURE.0,
        height = PICTURE.1,
        alt = escaped(&moment.alt),
    );
    let html = document(page.language, &head, &body);
    with_policy(&html, Reach::Pictures)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        html::{elements, only, stretch},
        languages::OTHERS,
        sharing::tests::sharing,
        site::tests::at,
    };

    fn attribute(html: &str, selector: &str, name: &str) -> Result<String> {
        let element = only(html, selector)?;
        Ok(element.attribute(name).unwrap_or_default().to_owned())
    }

    #[test]
    fn it_leads_to_the_moment_by_itself_and_by_a_link() -> Result<()> {
        let sharing = sharing(OTHERS[0], "forward")?;
        let html = html(&at("https://example.org/")?, &sharing, sharing.face()?)?;
        let forward = "../cs.html#t=1968-08-21T02:20&amp;lang=cs";
        assert_eq!(
            attribute(&html, "meta[http-equiv=refresh]", "content")?,
            format!("0; url={forward}")
        );
        assert_eq!(attribute(&html, "a", "href")?, forward);
        assert_eq!(stretch(&html, &only(&html, "a")?.inner)?, "Go there");
        assert_eq!(attribute(&html, "html", "lang")?, "cs");
        Ok(())
    }

    #[test]
    fn title_words_and_picture_are_the_moment_s_own() -> Result<()> {
        let sharing = sharing(OTHERS[0], "own")?;
        let html = html(&at("")?, &sharing, &sharing.moments[0])?;
        assert_eq!(
            stretch(&html, &only(&html, "title")?.inner)?,
            "20:00 - Armies &amp; &quot;co&quot;"
        );
        for meta in ["meta[name=description]", "meta[property='og:description']"] {
            assert_eq!(attribute(&html, meta, "content")?, "All &lt; quiet.");
        }
        assert_eq!(
            attribute(&html, "meta[property='og:title']", "content")?,
            "20:00"
        );
        assert_eq!(
            attribute(&html, "meta[property='og:image']", "content")?,
            "../share/2000.cs.png"
        );
        assert_eq!(attribute(&html, "img", "src")?, "../share/2000.cs.png");
        assert_eq!(attribute(&html, "img", "alt")?, "A map");
        assert_eq!(elements(&html, "link[rel=canonical]")?, []);
        Ok(())
    }

    #[test]
    fn with_an_address_it_stands_for_itself() -> Result<()> {
        let sharing = sharing(OTHERS[0], "itself")?;
        let html = html(
            &at("https://example.org/a/")?,
            &sharing,
            &sharing.moments[0],
        )?;
        let own = "https://example.org/a/m/2000.cs.html";
        assert_eq!(attribute(&html, "link[rel=canonical]", "href")?, own);
        assert_eq!(attribute(&html, "meta[property='og:url']", "content")?, own);
        let picture = "https://example.org/a/share/2000.cs.png";
        assert_eq!(
            attribute(&html, "meta[property='og:image']", "content")?,
            picture
        );
        Ok(())
    }

    #[test]
    fn it_runs_nothing() -> Result<()> {
        let sharing = sharing(OTHERS[0], "nothing")?;
        let html = html(&at("")?, &sharing, &sharing.moments[0])?;
        let policy = attribute(&html, "meta[http-equiv=Content-Security-Policy]", "content")?;
        assert!(
            !policy.contains("script-src") && policy.starts_with("default-src 'none'; "),
            "{policy}"
        );
        assert_eq!(elements(&html, "script")?, []);
        Ok(())
    }
}
