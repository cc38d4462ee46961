//! The languages of the page.

/// A language the content is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
}

impl Language {
    /// All of them, in the order in which a [`Text`] holds its wordings.
    pub const ALL: [Self; 1] = [Self::English];

    /// The BCP 47 tag: the key in content files, the value of `lang` in the address.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    /// The language of that tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.tag() == tag)
    }
}

/// A text of the content in every language of [`Language::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub [&'static str; Language::ALL.len()]);

impl Text {
    /// The wording in a language.
    pub fn in_language(&self, language: Language) -> &'static str {
        self.0.get(language as usize).copied().unwrap_or("")
    }
}
