//! The page that says how accessible the site is. It runs nothing and loads nothing.

use anyhow::Result;

use crate::{
    html::{document, escaped},
    languages::Page,
    policy::{Reach, with_policy},
    sharing::Sharing,
};

/// The page's own few rules; colours are the site's, by the reader's system.
const STYLE: &str = ":root{color-scheme:light dark;background:#f0e9dc;color:#1f1b16;\
    font:400 1.0625rem/1.5 Georgia,\"Times New Roman\",serif}\
    body{max-width:42rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}\
    h1,h2{font-family:\"Helvetica Neue\",Arial,sans-serif;line-height:1.2}\
    li{margin-top:.4rem}a{display:inline-block;padding:.6rem 0;color:inherit}\
    @media(prefers-color-scheme:dark){:root{background:#17191d;color:#ebe5d9}}";

/// Its file in `dist/`; the pages link to it under this name.
pub fn file(page: Page) -> String {
    format!("accessibility.{}.html", page.name)
}

/// The page.
pub fn html(sharing: &Sharing) -> Result<String> {
    let page = sharing.page;
    let name = escaped(&sharing.title);
    let head = format!(
        "<title>{} - {name}</title>\n<style>{STYLE}</style>",
        escaped(&sharing.statement_title),
    );
    let body = format!(
        "<main>{}</main>\n<nav aria-label=\"{name}\"><a href=\"{}#lang={}\">{}</a></nav>",
        sharing.statement,
        page.file,
        page.language,
        escaped(&sharing.back),
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
    };

    #[test]
    fn it_holds_the_statement_and_leads_back() -> Result<()> {
        let html = html(&sharing(OTHERS[0], "statement")?)?;
        assert_eq!(
            stretch(&html, &only(&html, "title")?.inner)?,
            "For &quot;all&quot; - Armies &amp; &quot;co&quot;"
        );
        assert_eq!(
            stretch(&html, &only(&html, "main")?.inner)?,
            "<h1>For all</h1><p>Not yet.</p>"
        );
        let back = only(&html, "a")?;
        assert_eq!(back.attribute("href"), Some("cs.html#lang=cs"));
        assert_eq!(stretch(&html, &back.inner)?, "To the map");
        assert_eq!(only(&html, "html")?.attribute("lang"), Some("cs"));
        assert_eq!(elements(&html, "script, link, img")?, []);
        Ok(())
    }
}
