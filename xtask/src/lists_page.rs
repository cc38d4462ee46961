//! The long lists of a page in a file of their own: the page on a site loads them from there when its reader comes near
//! them, and without its program its links lead there.

use std::{collections::BTreeSet, ops::Range};

use anyhow::{Context, Result, ensure};

use crate::{
    html::{Element, document, elements, escaped, only, splice, stretch},
    languages::Page,
    policy::{Reach, with_policy},
    prerendered::Prerendered,
    sharing::Sharing,
};

/// The id of the list of sources. Its section begins in the page and stands whole in the lists' file.
const SOURCE_LIST: &str = "source-list";

/// Its file in `dist/`.
pub fn file(page: Page) -> String {
    format!("lists.{}.html", page.name)
}

/// A page without its long lists, and these. Links from the one to the other name the other's file.
pub fn apart(whole: &Prerendered) -> Result<(Prerendered, String)> {
    let markup = &whole.markup;
    let place = only(markup, "#lists")?;
    let lists = elements(markup, "#lists > section:not(#to-lists)")?;
    ensure!(!lists.is_empty(), "the page has no long lists");
    let sources = only(markup, "#sources")?.outer;
    let source_list = only(markup, &format!("#{SOURCE_LIST}"))?.outer;
    let text = |range: Range<usize>| markup.get(range).context("a list ends before it begins");

    let mut apart: String = lists
        .iter()
        .map(|list| text(list.outer.clone()))
        .collect::<Result<_>>()?;
    let known: BTreeSet<String> = elements(&(apart.clone() + text(source_list.clone())?), "[id]")?
        .iter()
        .filter_map(|element| element.attribute("id").map(str::to_owned))
        .collect();
    apart.push_str(text(sources)?);

    let mut rest: Vec<_> = lists
        .into_iter()
        .map(|list| (list.outer, String::new()))
        .collect();
    let name = text(only(markup, "#sources > h2")?.inner)?;
    let to_sources = format!("<ul><li><a href=\"#{SOURCE_LIST}\">{name}</a></li></ul>");
    rest.push((source_list, to_sources));
    let tag = place.outer.start..place.inner.start;
    let begun = text(tag.clone())?;
    let from = format!(" data-from=\"{}\">", file(whole.page));
    rest.push((tag, begun.replacen('>', &from, 1)));
    let rest = splice(markup, rest)?;

    let page = Prerendered {
        page: whole.page,
        head: whole.head.clone(),
        markup: led_to(&rest, &file(whole.page), |id| known.contains(id))?,
        texts: whole.texts.clone(),
    };
    let contents = only(markup, "#to-lists")?.outer;
    let apart = format!("{begun}{}{apart}</div>", text(contents)?);
    let lists = led_to(&apart, whole.page.file, |id| {
        !known.contains(id) && !["to-lists", "sources"].contains(&id)
    })?;
    Ok((page, lists))
}

/// The markup in which links to certain ids name the file that holds them.
fn led_to(markup: &str, file: &str, there: impl Fn(&str) -> bool) -> Result<String> {
    let links = elements(markup, "a[href^='#']")?;
    let leads = |link: &Element| {
        link.attribute("href")
            .is_some_and(|href| href.strip_prefix('#').is_some_and(&there))
    };
    let mut edits = Vec::new();
    for link in links.into_iter().filter(leads) {
        let tag = link.outer.start..link.inner.start;
        let led = stretch(markup, &tag)?.replacen("href=\"#", &format!("href=\"{file}#"), 1);
        edits.push((tag, led));
    }
    splice(markup, edits)
}

/// The page that holds the lists, with the site's style elements. It runs nothing.
pub fn html(sharing: &Sharing, lists: &str, styles: &str) -> Result<String> {
    let page = sharing.page;
    let name = escaped(&sharing.title);
    let heading = stretch(lists, &only(lists, "#to-lists > h2")?.inner)?;
    let head = format!("<title>{heading} - {name}</title>\n{styles}");
    let body = format!(
        "<div class=\"page lists-alone\" data-telling=\"record\"><main class=\"panel\"><header class=\"masthead\">\
         <h1>{name}</h1><p class=\"subtitle\"><a href=\"{}\">{}</a></p></header>{lists}</main></div>",
        page.file,
        escaped(&sharing.back),
    );
    let html = document(page.language, &head, &body);
    with_policy(&html, Reach::Typefaces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{languages::OTHERS, prerendered::tests::prerendered, sharing::tests::sharing};

    const WHOLE: &str = "<p id=\"told-c1\">a <a href=\"#claim-c1\">1</a> <a href=\"#told-c1\">2</a></p>\
        <div class=\"lists\" id=\"lists\"><section id=\"to-lists\"><h2>All &amp; each</h2><a href=\"#claims\">3</a></section>\
        <section id=\"claims\"><p id=\"claim-c1\"><a href=\"#told-c1\">4</a><a href=\"#source-s\">5</a></p></section></div>\
        <section id=\"sources\"><h2>S</h2><ol id=\"source-list\"><li id=\"source-s\"></li></ol></section>\
        <b><a href=\"#sources\">6</a></b>";

    #[test]
    fn page_and_lists_come_apart_and_lead_to_each_other() -> Result<()> {
        let (page, lists) = apart(&prerendered(OTHERS[0], WHOLE, "a"))?;
        assert_eq!(
            page.markup,
            "<p id=\"told-c1\">a <a href=\"lists.cs.html#claim-c1\">1</a> <a href=\"#told-c1\">2</a></p>\
             <div class=\"lists\" id=\"lists\" data-from=\"lists.cs.html\"><section id=\"to-lists\"><h2>All &amp; each</h2>\
             <a href=\"lists.cs.html#claims\">3</a></section></div>\
             <section id=\"sources\"><h2>S</h2><ul><li><a href=\"lists.cs.html#source-list\">S</a></li></ul></section>\
             <b><a href=\"#sources\">6</a></b>"
        );
        assert_eq!(
            lists,
            "<div class=\"lists\" id=\"lists\"><section id=\"to-lists\"><h2>All &amp; each</h2><a href=\"#claims\">3</a></section>\
             <section id=\"claims\"><p id=\"claim-c1\"><a href=\"cs.html#told-c1\">4</a><a href=\"#source-s\">5</a></p></section>\
             <section id=\"sources\"><h2>S</h2><ol id=\"source-list\"><li id=\"source-s\"></li></ol></section></div>"
        );
        Ok(())
    }

    #[test]
    fn a_page_without_lists_is_a_mistake() {
        for whole in [
            "<p></p>",
            "<div id=\"lists\"><section id=\"to-lists\"></section></div>",
        ] {
            assert!(
                apart(&prerendered(OTHERS[0], whole, "a")).is_err(),
                "{whole}"
            );
        }
    }

    #[test]
    fn the_lists_can_be_read_alone() -> Result<()> {
        let (_, lists) = apart(&prerendered(OTHERS[0], WHOLE, "a"))?;
        let html = html(
            &sharing(OTHERS[0], "statement")?,
            &lists,
            "<style>a{}</style>",
        )?;
        assert_eq!(
            stretch(&html, &only(&html, "title")?.inner)?,
            "All &amp; each - Armies &amp; &quot;co&quot;"
        );
        assert!(html.contains(&lists) && html.contains("<a href=\"cs.html\">To the map</a>"));
        assert_eq!(elements(&html, "script, link, img")?, []);
        assert!(html.contains("font-src 'self'") && !html.contains("script-src"));
        Ok(())
    }
}
