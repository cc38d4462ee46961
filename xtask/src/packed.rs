//! A language as the one file carries it: title, markup of the page and texts, with U+001F between them, gzipped, as
//! base64.
//!
//! What is drawn the same in every language is in the file once, in its English page: elements with `data-shared` are
//! packed empty, and the loader in `index.html` moves their content over from the English element of that name.

use std::{collections::BTreeMap, io::Write};

use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};

use crate::{
    html::{elements, only, splice, stretch},
    prerendered::Prerendered,
    self_contained,
};

/// ASCII's unit separator, which no text holds.
const SEPARATOR: char = '\u{1f}';

/// A page, packed. The English page is the one the reader unpacks it in.
pub fn language(page: &Prerendered, english: &Prerendered) -> Result<String> {
    let name = page.page.name;
    let text = text(page, english).with_context(|| format!("cannot pack the page `{name}`"))?;
    gzipped(text.as_bytes())
}

/// gzip, because that is what a browser can unpack, as base64.
pub fn gzipped(content: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    Ok(BASE64_STANDARD.encode(gzip.finish()?))
}

fn text(page: &Prerendered, english: &Prerendered) -> Result<String> {
    self_contained::ensure(&page.markup)?;
    // Neither would work in markup that is put in by script: the one does not run, the other is not in the policy.
    ensure!(
        elements(&page.markup, "script, style")?.is_empty(),
        "a script or style within the page's markup cannot be packed"
    );
    ensure!(
        styles(&page.head)? == styles(&english.head)?,
        "the styles in its head are not those of the English page, which stay"
    );
    let title = stretch(&page.head, &only(&page.head, "title")?.inner)?;
    let markup = without_shared(&page.markup, &english.markup)?;
    let parts = [title, markup.as_str(), page.texts.as_str()];
    ensure!(
        !parts.iter().any(|part| part.contains(SEPARATOR)),
        "U+001F stands between the parts and cannot be in one"
    );
    Ok(parts.join(&SEPARATOR.to_string()))
}

fn styles(head: &str) -> Result<Vec<&str>> {
    let styles = elements(head, "style")?;
    styles
        .iter()
        .map(|style| stretch(head, &style.inner))
        .collect()
}

/// The markup with its shared elements emptied. They must be what they are in the English page.
fn without_shared(markup: &str, english: &str) -> Result<String> {
    let english = shared(english)?;
    let mut edits = Vec::new();
    for (name, (range, content)) in shared(markup)? {
        match english.get(&name) {
            Some((_, there)) if *there == content => edits.push((range, String::new())),
            Some(_) => bail!("data-shared=\"{name}\" is not the same in the English page"),
            None => bail!("data-shared=\"{name}\" is not in the English page"),
        }
    }
    splice(markup, edits)
}

/// The content of shared elements and where it stands, by their names.
fn shared(markup: &str) -> Result<BTreeMap<String, (std::ops::Range<usize>, &str)>> {
    let mut shared = BTreeMap::new();
    for element in elements(markup, "[data-shared]")? {
        let name = element.attribute("data-shared").unwrap_or_default();
        let content = stretch(markup, &element.inner)?;
        ensure!(
            shared
                .insert(name.to_owned(), (element.inner.clone(), content))
                .is_none(),
            "there are two elements data-shared=\"{name}\""
        );
    }
    Ok(shared)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;
    use crate::{
        languages::{ENGLISH, OTHERS},
        prerendered::tests::prerendered,
    };

    const MAP: &str = "<path d=\"M0 0h9\"/><path d=\"M1 1v9\"/>";

    fn page(label: &str, map: &str) -> String {
        format!(
            "<svg><g id=\"base-map\"><g data-shared=\"land\">{map}</g><text>{label}</text></g>\
             <g data-shared=\"world\"><circle r=\"1\"/></g></svg>"
        )
    }

    fn ungzipped(packed: &str) -> Result<String> {
        let bytes = BASE64_STANDARD.decode(packed)?;
        let mut text = String::new();
        GzDecoder::new(bytes.as_slice()).read_to_string(&mut text)?;
        Ok(text)
    }

    /// Title, markup and texts, as the loader finds them.
    fn unpacked(packed: &str, english: &str) -> Result<(String, String, String)> {
        let text = ungzipped(packed)?;
        let parts: Vec<_> = text.split(SEPARATOR).collect();
        let [title, markup, texts] = parts.as_slice() else {
            bail!("{} parts", parts.len())
        };
        let english = shared(english)?;
        let edits = shared(markup)?
            .into_iter()
            .map(|(name, (range, content))| {
                assert_eq!(content, "");
                (range, english[&name].1.to_owned())
            })
            .collect();
        Ok((
            (*title).to_owned(),
            splice(markup, edits)?,
            (*texts).to_owned(),
        ))
    }

    #[test]
    fn what_is_packed_can_be_unpacked() -> Result<()> {
        let english = prerendered(ENGLISH, &page("Prague", MAP), "Play\nStop");
        let czech = prerendered(OTHERS[0], &page("Praha", MAP), "Přehrát\nZastavit");
        let packed = language(&czech, &english)?;
        assert!(!ungzipped(&packed)?.contains("M0 0h9"));
        let wanted = (
            "1968 &amp; cs".to_owned(),
            czech.markup.clone(),
            czech.texts,
        );
        assert_eq!(unpacked(&packed, &english.markup)?, wanted);
        Ok(())
    }

    #[track_caller]
    fn refused(markup: &str, texts: &str, why: &str) {
        let english = prerendered(ENGLISH, &page("Prague", MAP), "Play");
        let error = language(&prerendered(OTHERS[0], markup, texts), &english)
            .map_err(|error| format!("{error:#}"));
        assert!(
            error.as_ref().is_err_and(|error| error.contains(why)),
            "{error:?}"
        );
    }

    #[test]
    fn shared_must_be_the_same_and_there_once() {
        let same = page("Praha", MAP);
        refused(&page("Praha", "<path d=\"M0 1\"/>"), "", "not the same");
        refused(&same.replace("\"world\"", "\"moon\""), "", "is not in");
        refused(&same.replace("\"world\"", "\"land\""), "", "two elements");
        let nested = page(
            "Praha",
            &MAP.replace("<path", "<path data-shared=\"world\""),
        );
        refused(&nested, "", "two elements");
    }

    #[test]
    fn what_would_not_work_once_unpacked_is_refused() {
        refused("<p>\u{1f}</p>", "", "U+001F");
        refused("", "a\u{1f}b", "U+001F");
        refused("<style>a{}</style>", "", "script or style");
        refused("<a href=\"cs.html\">česky</a>", "", "cs.html");
    }

    #[test]
    fn the_heads_must_have_the_same_styles() {
        let english = prerendered(ENGLISH, "", "");
        let mut czech = prerendered(OTHERS[0], "", "");
        czech.head.push_str("<style>:root{--acts:1fr}</style>");
        assert!(language(&czech, &english).is_err());
    }
}
