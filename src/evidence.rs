//! What a statement rests on.

/// Which of the two tellings a statement belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Only the article says so.
    Article,
    /// Only the historical record says so.
    Record,
    /// Both say so.
    Both,
}

impl Basis {
    /// The name used in the content and in what readers take along.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Record => "record",
            Self::Both => "both",
        }
    }
}

/// Which of the two tellings the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// 'As the article tells it'.
    Article,
    /// 'As the record has it'.
    Record,
}

impl Telling {
    /// Whether a statement of this basis belongs to the telling.
    pub const fn includes(self, basis: Basis) -> bool {
        match basis {
            Basis::Both => true,
            Basis::Article => matches!(self, Self::Article),
            Basis::Record => matches!(self, Self::Record),
        }
    }

    /// The name used in the address and as the value of the switch.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Record => "record",
        }
    }

    /// The telling of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Article, Self::Record]
            .into_iter()
            .find(|t| t.key() == key)
    }
}

/// How far the sources bear a statement out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Independent sources agree.
    High,
    /// One source, or sources that differ in detail.
    Medium,
    /// Contradicted, inferred or thinly sourced.
    Low,
}

impl Confidence {
    /// The name used in the content and in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// Where a state, a movement or a person stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Sent troops.
    Invader,
    /// Approved.
    Supporter,
    /// Stood aside.
    Neutral,
    /// Said both, or was divided.
    Mixed,
    /// Condemned in words.
    Condemned,
    /// Resisted or protested in person.
    Against,
}

impl Stance {
    /// The name used in the content and in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Invader => "invader",
            Self::Supporter => "supporter",
            Self::Neutral => "neutral",
            Self::Mixed => "mixed",
            Self::Condemned => "condemned",
            Self::Against => "against",
        }
    }
}

/// What the record says of a claim of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It agrees in substance.
    Confirmed,
    /// There is a true core, told loosely.
    Imprecise,
    /// Sources disagree.
    Disputed,
    /// It says otherwise.
    Contradicted,
    /// No source was found either way.
    Unverified,
}

impl Verdict {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Contradicted,
        Self::Disputed,
        Self::Imprecise,
        Self::Unverified,
        Self::Confirmed,
    ];

    /// The name used in the content and in the markup.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Imprecise => "imprecise",
            Self::Disputed => "disputed",
            Self::Contradicted => "contradicted",
            Self::Unverified => "unverified",
        }
    }

    /// Whether article and record differ.
    pub fn differs(self) -> bool {
        self != Self::Confirmed
    }
}
