//! The languages of the page.

/// A language the content is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English, in which the content is first written.
    English,
    /// Czech.
    Czech,
    /// Slovak.
    Slovak,
}

/// The form of a noun behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// 1.
    One,
    /// 2 to 4 in Czech and Slovak.
    Few,
    /// All others.
    Many,
}

impl Language {
    /// All of them, in the order in which their texts are compiled.
    pub const ALL: [Self; 3] = [Self::English, Self::Czech, Self::Slovak];

    /// The BCP 47 tag: the key in content files, the value of `lang` in the address and in the markup.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Czech => "cs",
            Self::Slovak => "sk",
        }
    }

    /// The language of that tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.tag() == tag)
    }

    /// The file of the page in this language, beside the others. The page that bears no language's name opens in
    /// the browser's.
    pub const fn file(self) -> &'static str {
        match self {
            Self::English => "index.html",
            Self::Czech => "cs.html",
            Self::Slovak => "sk.html",
        }
    }

    /// The form that a noun takes behind a count (CLDR's cardinal plural rules for whole numbers).
    pub const fn plural(self, count: usize) -> Plural {
        match (self, count) {
            (_, 1) => Plural::One,
            (Self::Czech | Self::Slovak, 2..=4) => Plural::Few,
            _ => Plural::Many,
        }
    }
}
