//! What the host binary `prerender` writes, and how it comes into the template `index.html`.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{
    html::{elements, only, splice, stretch},
    languages::{ENGLISH, OTHERS, PSEUDO, Page, linked},
    project::read_text,
    sharing::Sharing,
};

/// All pages.
pub struct Pages {
    /// The page in English.
    pub english: Prerendered,
    /// The pages in other languages.
    pub others: Vec<Prerendered>,
    /// The page for the tests.
    pub pseudo: Prerendered,
    /// What the pages for readers say of themselves, in their order.
    pub sharing: Vec<Sharing>,
}

/// The parts of one page that come from the program itself.
pub struct Prerendered {
    /// Which page it is.
    pub page: Page,
    /// Title, description and the like, for `<head>`.
    pub head: String,
    /// The page at its opening moment. Hydration compares it node by node, so not a space may be added.
    pub markup: String,
    /// The texts that the browser's program says, one a line.
    pub texts: String,
}

impl Pages {
    /// Reads the parts of all pages and removes the folder.
    pub fn take(folder: &Path) -> Result<Pages> {
        let pages = Pages {
            english: Prerendered::read(folder, ENGLISH)?,
            others: OTHERS
                .iter()
                .map(|page| Prerendered::read(folder, *page))
                .collect::<Result<_>>()?,
            pseudo: Prerendered::read(folder, PSEUDO)?,
            sharing: std::iter::once(ENGLISH)
                .chain(OTHERS)
                .map(|page| Sharing::read(folder, page))
                .collect::<Result<_>>()?,
        };
        fs::remove_dir_all(folder).context("cannot remove the prerendered parts")?;
        Ok(pages)
    }

    /// The pages that readers see.
    pub fn for_readers(&self) -> impl Iterator<Item = &Prerendered> {
        std::iter::once(&self.english).chain(&self.others)
    }
}

impl Prerendered {
    fn read(folder: &Path, page: Page) -> Result<Prerendered> {
        let read = |part: &str, kind: &str| {
            read_text(&folder.join(format!("{part}.{}.{kind}", page.name)))
        };
        Ok(Prerendered {
            page,
            head: read("head", "html")?,
            markup: read("page", "html")?,
            texts: read("texts", "txt")?,
        })
    }

    /// Fills the template's three empty places, adds to the head, and says which language the page is in.
    pub fn put_into(&self, template: &str, more_head: &str) -> Result<String> {
        ensure_data(&self.texts)?;
        let html = only(template, "html[lang=en]")?;
        let tag = html.outer.start..html.inner.start;
        let translated = stretch(template, &tag)?
            .replace("lang=\"en\"", &format!("lang=\"{}\"", self.page.language));
        splice(
            template,
            vec![
                (tag, translated),
                (
                    only(template, "meta[name=five-armies-head]")?.outer,
                    format!("{}{more_head}", self.head),
                ),
                (only(template, "#page")?.inner, self.markup.clone()),
                (only(template, "script#texts")?.inner, self.texts.clone()),
            ],
        )
    }

    /// The page as a site has it: without what the one file alone needs.
    pub fn on_site(&self) -> Result<Prerendered> {
        self.without("[data-file-only]", Vec::new())
    }

    /// The same for the one file, beside which no page lies: links to the page in another language become `#lang=cs`
    /// and the like, which is how the one file is asked for it. What is marked as being for sites alone goes.
    pub fn alone(&self) -> Result<Prerendered> {
        let mut in_markup = Vec::new();
        for link in elements(&self.markup, "a[hreflang]")? {
            let href = link.attribute("href").unwrap_or_default();
            if let Some(page) = linked(href) {
                let tag = link.outer.start..link.inner.start;
                let alone = stretch(&self.markup, &tag)?.replace(
                    &format!("href=\"{href}\""),
                    &format!("href=\"#lang={}\"", page.name),
                );
                in_markup.push((tag, alone));
            }
        }
        self.without("[data-site-only]", in_markup)
    }

    /// The page without the elements that a selector finds, and with other edits of its markup.
    fn without(
        &self,
        selector: &str,
        mut in_markup: Vec<(std::ops::Range<usize>, String)>,
    ) -> Result<Prerendered> {
        let found = elements(&self.markup, selector)?;
        in_markup.extend(found.into_iter().map(|it| (it.outer, String::new())));
        Ok(Prerendered {
            page: self.page,
            head: self.head.clone(),
            markup: splice(&self.markup, in_markup)?,
            texts: self.texts.clone(),
        })
    }
}

/// Texts stand in a script element, which these would end or hide the end of.
fn ensure_data(texts: &str) -> Result<()> {
    let small = texts.to_ascii_lowercase();
    for mark in ["</script", "<!--"] {
        ensure!(
            !small.contains(mark),
            "a text of the page holds `{mark}`, which cannot stand in its table"
        );
    }
    Ok(())
}

#[cfg(test)]
pub mod tests {
    use super::*;

    const TEMPLATE: &str = "<html lang=\"en\" class=\"no-js\"><meta name=\"five-armies-head\">\n\
        <div id=\"page\"></div>\n<script type=\"text/plain\" id=\"texts\"></script></html>\n";

    /// A page as the host binary might write it.
    pub fn prerendered(page: Page, markup: &str, texts: &str) -> Prerendered {
        Prerendered {
            page,
            head: format!("<title>1968 &amp; {}</title>", page.name),
            markup: markup.to_owned(),
            texts: texts.to_owned(),
        }
    }

    #[test]
    fn the_parts_come_in_byte_for_byte() -> Result<()> {
        let parts = prerendered(
            OTHERS[0],
            " <main>\n<!>&amp;</main>",
            "Přehrát\n<b>{n} &lt;",
        );
        let page = "<html lang=\"cs\" class=\"no-js\"><title>1968 &amp; cs</title>\
            <meta name=\"more\">\n<div id=\"page\"> <main>\n<!>&amp;</main></div>\n\
            <script type=\"text/plain\" id=\"texts\">Přehrát\n<b>{n} &lt;</script></html>\n";
        assert_eq!(parts.put_into(TEMPLATE, "<meta name=\"more\">")?, page);
        Ok(())
    }

    #[test]
    fn the_real_template_has_the_places() -> Result<()> {
        let page = prerendered(OTHERS[1], "<main></main>", "a\nb")
            .put_into(include_str!("../../index.html"), "")?;
        assert!(page.contains("<html lang=\"sk\" class=\"no-js\">"));
        assert!(page.contains(
            "<div id=\"page\"><main></main></div>\n<script type=\"text/plain\" id=\"texts\">a\nb</script>"
        ));
        Ok(())
    }

    #[test]
    fn a_template_without_one_of_its_places_is_an_error() {
        let parts = prerendered(ENGLISH, "", "");
        assert!(parts.put_into(TEMPLATE, "").is_ok());
        for place in [" lang=\"en\"", "five-armies-head", "\"page\"", "\"texts\""] {
            assert!(
                parts.put_into(&TEMPLATE.replace(place, ""), "").is_err(),
                "{place}"
            );
        }
    }

    #[test]
    fn texts_that_would_leave_their_element_are_refused() {
        for text in ["a\n</SCRIPT >", "<!-- b"] {
            assert!(
                prerendered(ENGLISH, "", text)
                    .put_into(TEMPLATE, "")
                    .is_err(),
                "{text}"
            );
        }
    }

    #[test]
    fn the_parts_are_taken_from_their_files() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("five-armies-parts-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        for name in ["en", "cs", "sk", "pseudo"] {
            fs::write(folder.join(format!("head.{name}.html")), "<title></title>")?;
            fs::write(folder.join(format!("page.{name}.html")), name)?;
            fs::write(folder.join(format!("texts.{name}.txt")), "a\nb")?;
        }
        for name in ["en", "cs", "sk"] {
            crate::sharing::tests::write(&folder, name)?;
        }
        let pages = Pages::take(&folder)?;
        let markups: Vec<_> = pages
            .for_readers()
            .map(|page| page.markup.as_str())
            .collect();
        assert_eq!(markups, ["en", "cs", "sk"]);
        assert_eq!(
            (pages.pseudo.markup.as_str(), pages.pseudo.texts.as_str()),
            ("pseudo", "a\nb")
        );
        let shared: Vec<_> = pages.sharing.iter().map(|said| said.page.name).collect();
        assert_eq!(shared, markups);
        assert!(!folder.exists());
        Ok(())
    }

    #[test]
    fn the_one_file_has_no_neighbours() -> Result<()> {
        let links = "<a href=\"cs.html\" hreflang=\"cs\">Česky</a><a hreflang=\"en\" href=\"index.html#lang=en\">\
            English</a><a href=\"https://example.org/cs.html\" hreflang=\"ru\">source</a>\
            <p data-site-only>save</p>";
        let alone = prerendered(ENGLISH, links, "a").alone()?;
        assert_eq!(
            alone.markup,
            "<a href=\"#lang=cs\" hreflang=\"cs\">Česky</a><a hreflang=\"en\" href=\"#lang=en\">\
             English</a><a href=\"https://example.org/cs.html\" hreflang=\"ru\">source</a>"
        );
        Ok(())
    }

    #[test]
    fn site_and_one_file_each_go_without_what_is_the_other_s() -> Result<()> {
        let both = "<i data-site-only>link</i><b data-file-only>text</b>";
        let page = prerendered(ENGLISH, both, "a");
        assert_eq!(page.on_site()?.markup, "<i data-site-only>link</i>");
        assert_eq!(page.alone()?.markup, "<b data-file-only>text</b>");
        Ok(())
    }
}
