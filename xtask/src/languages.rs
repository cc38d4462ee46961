//! The pages: one for each language, and one that only the tests look at.

/// A page and what goes by its language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// The name under which the host binary writes its parts: its language's, as it stands in the address too.
    pub name: &'static str,
    /// The language its markup says it is in.
    pub language: &'static str,
    /// Language and country, as Open Graph has them.
    pub locale: &'static str,
    /// Its file. The first script in `index.html` knows these names too.
    pub file: &'static str,
}

/// The page that a folder's address leads to, and that the one file is without its program.
pub const ENGLISH: Page = Page {
    name: "en",
    language: "en",
    locale: "en_GB",
    file: "index.html",
};

/// The pages beside it.
pub const OTHERS: [Page; 2] = [
    Page {
        name: "cs",
        language: "cs",
        locale: "cs_CZ",
        file: "cs.html",
    },
    Page {
        name: "sk",
        language: "sk",
        locale: "sk_SK",
        file: "sk.html",
    },
];

/// English in letters that nothing but the texts is written in: whatever is still plain on this page is written in
/// the program and would stay English in every language.
pub const PSEUDO: Page = Page {
    name: "pseudo",
    language: "en",
    locale: "en_GB",
    file: "pseudo.html",
};

/// The page that a link leads to: `cs.html` or `index.html#lang=en`.
pub fn linked(href: &str) -> Option<Page> {
    let file = href.split('#').next();
    std::iter::once(ENGLISH)
        .chain(OTHERS)
        .find(|page| Some(page.file) == file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_script_knows_the_same_pages() {
        let pages: Vec<_> = [ENGLISH]
            .iter()
            .chain(&OTHERS)
            .map(|page| format!("{}: \"{}\"", page.name, page.file))
            .collect();
        let files = format!("{{ {} }}", pages.join(", "));
        assert!(
            include_str!("../../index.html").contains(&files),
            "index.html does not say {files}"
        );
    }

    #[test]
    fn a_link_leads_to_a_page_or_elsewhere() {
        assert_eq!(linked("cs.html#t=1968-08-21"), Some(OTHERS[0]));
        assert_eq!(linked("index.html#lang=en"), Some(ENGLISH));
        assert_eq!(linked("https://example.org/cs.html"), None);
        assert_eq!(linked("#cs.html"), None);
    }

    #[test]
    fn no_two_pages_share_a_name_or_a_file() {
        let pages = [ENGLISH, OTHERS[0], OTHERS[1], PSEUDO];
        for (place, page) in pages.iter().enumerate() {
            for later in &pages[place + 1..] {
                assert!(page.name != later.name && page.file != later.file);
            }
        }
    }
}
