//! Finding elements in HTML and replacing stretches of it, all else staying byte for byte as it was.

use std::{cell::RefCell, ops::Range, rc::Rc};

use anyhow::{Context, Result, bail};
use lol_html::{RewriteStrSettings, element, end_tag, rewrite_str};

/// An element and where it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Its name in small letters.
    pub tag: String,
    /// Names and values, as written.
    pub attributes: Vec<(String, String)>,
    /// From `<` of its first tag to `>` of its last.
    pub outer: Range<usize>,
    /// What is between its tags.
    pub inner: Range<usize>,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// All elements that a CSS selector finds, in the order of their first tags.
pub fn elements(html: &str, selector: &str) -> Result<Vec<Element>> {
    let found = Rc::new(RefCell::new(Vec::new()));
    let handler = element!(selector, |element| {
        let tag = element.source_location().bytes();
        let attributes = element
            .attributes()
            .iter()
            .map(|attribute| (attribute.name(), attribute.value()))
            .collect();
        let mut list = found.borrow_mut();
        let place = list.len();
        list.push(Element {
            tag: element.tag_name(),
            attributes,
            inner: tag.end..tag.end,
            outer: tag,
        });

        if element.can_have_content() {
            let found = Rc::clone(&found);
            element.on_end_tag(end_tag!(move |end| {
                let tag = end.source_location().bytes();
                if let Some(element) = found.borrow_mut().get_mut(place) {
                    element.inner.end = tag.start;
                    element.outer.end = tag.end;
                }
                Ok(())
            }))?;
        }
        Ok(())
    });
    rewrite_str(
        html,
        RewriteStrSettings::new().append_element_content_handler(handler),
    )?;
    Ok(found.take())
}

/// A stretch of a text that an element of it was found to take up.
pub fn stretch<'a>(html: &'a str, range: &Range<usize>) -> Result<&'a str> {
    html.get(range.clone())
        .with_context(|| format!("an element of another text stands at the bytes {range:?}"))
}

/// The one element that a selector finds.
pub fn only(html: &str, selector: &str) -> Result<Element> {
    match <[Element; 1]>::try_from(elements(html, selector)?) {
        Ok([element]) => Ok(element),
        Err(found) => bail!(
            "the page should hold exactly one `{selector}`, not {}",
            found.len()
        ),
    }
}

/// A page of a few words, without program: what stands in its head and in its body.
pub fn document(language: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         {head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

/// Plain text as it may stand in an element or, in either kind of quotation marks, in an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// Replaces stretches of a text, given in any order; they must not overlap.
pub fn splice(text: &str, mut edits: Vec<(Range<usize>, String)>) -> Result<String> {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut spliced = String::with_capacity(text.len());
    let mut done = 0;
    for (range, replacement) in edits {
        let Some(kept) = text.get(done..range.start) else {
            bail!("two edits of the page overlap at byte {done}")
        };
        spliced.push_str(kept);
        spliced.push_str(&replacement);
        done = range.end;
    }
    spliced.push_str(text.get(done..).unwrap_or_default());
    Ok(spliced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_knows_where_it_stands() -> Result<()> {
        let html = "<p>á<b id=x>b<b>c</b></b><br></p>";
        let element = only(html, "#x")?;
        assert_eq!(stretch(html, &element.outer)?, "<b id=x>b<b>c</b></b>");
        assert_eq!(stretch(html, &element.inner)?, "b<b>c</b>");
        assert!(stretch("<p>", &element.outer).is_err());
        assert_eq!(element.attributes, [("id".to_owned(), "x".to_owned())]);
        Ok(())
    }

    #[test]
    fn what_looks_like_an_element_inside_a_script_is_none() -> Result<()> {
        let found = elements("<script>'<i>'</script><svg><path d='M0 0'/></svg>", "*")?;
        let tags: Vec<_> = found.iter().map(|element| element.tag.as_str()).collect();
        assert_eq!(tags, ["script", "svg", "path"]);
        Ok(())
    }

    #[test]
    fn one_means_one() {
        assert!(only("<i></i>", "b").is_err_and(|error| error.to_string().ends_with("not 0")));
        assert!(
            only("<i></i><i></i>", "i").is_err_and(|error| error.to_string().ends_with("not 2"))
        );
    }

    #[test]
    fn plain_text_stays_text() -> Result<()> {
        let text = "<b> & \"c\" 'd' &amp;";
        let html = format!("<p title=\"{0}\" lang='{0}'>{0}</p>", escaped(text));
        assert_eq!(elements(&html, "*")?.len(), 1);
        assert_eq!(
            escaped(text),
            "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; &amp;amp;"
        );
        Ok(())
    }

    #[test]
    fn splicing_leaves_the_rest_alone() -> Result<()> {
        assert_eq!(
            splice(
                "abcdef",
                vec![(4..5, "E".to_owned()), (0..2, String::new())]
            )?,
            "cdEf"
        );
        assert!(splice("abcdef", vec![(0..3, String::new()), (2..4, String::new())]).is_err());
        Ok(())
    }
}
