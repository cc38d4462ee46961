//! Where the article and the record differ, claim by claim; and what this page has corrected of itself.

use std::fmt::Write;

use super::grounds::{source_links, verdict_word};
use super::rich::{escaped, rich};
use super::section;
use crate::evidence::Verdict;
use crate::prose::{self, ClaimProse};
use crate::words::{Words, fill};

/// All claims with a choice of verdicts, which the style sheet carries out; without a choice those that differ.
pub fn claims(words: Words) -> String {
    let mut out = section::begun("claims", "claims", words.claims(), words.claims_lead());
    let _ = write!(
        out,
        "<fieldset class=\"filter\"><legend>{}</legend>",
        words.claims_filter()
    );
    let differing = prose::CLAIMS.iter().filter(|c| c.verdict.differs()).count();
    let mut choice = |key: &str, name: &str, count: usize, chosen: &str| {
        let _ = write!(
            out,
            "<label><input type=\"radio\" name=\"verdict\" value=\"{key}\"{chosen}><span>{name} \
             <small>{count}</small></span></label>"
        );
    };
    choice("differing", words.claims_differing(), differing, " checked");
    for verdict in Verdict::ALL {
        let count = prose::CLAIMS
            .iter()
            .filter(|c| c.verdict == verdict)
            .count();
        choice(verdict.key(), verdict_word(words, verdict), count, "");
    }
    out.push_str("</fieldset>");
    for claim in prose::CLAIMS {
        out.push_str(&entry(words, claim));
    }
    out.push_str("</section>");
    out
}

fn entry(words: Words, claim: &ClaimProse) -> String {
    let chapter = prose::CHAPTERS.get(claim.chapter);
    let general = if claim.general_knowledge {
        words.general_knowledge()
    } else {
        ""
    };
    let sources = match (claim.sources.is_empty(), general) {
        (true, general) => general.to_owned(),
        (false, "") => source_links(words, claim.sources),
        (false, general) => format!("{} \u{b7} {general}", source_links(words, claim.sources)),
    };
    format!(
        "<article class=\"claim-entry\" id=\"claim-{0}\" data-verdict=\"{1}\">\
         <p class=\"verdict\"><b data-verdict=\"{1}\">{2}</b> <a href=\"#told-{0}\">{3}</a></p>\
         <dl><dt>{4}</dt><dd>{5}</dd><dt>{6}</dt><dd>{7}</dd></dl><p class=\"grounds\">{sources}</p></article>",
        claim.id,
        claim.verdict.key(),
        verdict_word(words, claim.verdict),
        chapter.map_or_else(String::new, |c| escaped(words.say(c.title))),
        words.by_article(),
        rich(words, claim.article),
        words.by_record(),
        rich(words, claim.record),
    )
}

/// The log of corrections.
pub fn corrections(words: Words) -> String {
    let mut out = section::begun(
        "corrections",
        "corrections",
        words.corrections(),
        words.corrections_lead(),
    );
    out.push_str("<ol>");
    for correction in prose::CORRECTIONS {
        let sources = if correction.sources.is_empty() {
            String::new()
        } else {
            format!(
                "<p class=\"grounds\">{}</p>",
                source_links(words, correction.sources)
            )
        };
        let _ = write!(
            out,
            "<li><b>{}</b> {} <span class=\"why\">{}</span>{sources}</li>",
            escaped(&words.short_date(correction.date)),
            rich(words, correction.what),
            fill(words.correction_why(), "why", &rich(words, correction.why)),
        );
    }
    out.push_str("</ol></section>");
    out
}
