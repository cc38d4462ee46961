//! What is told: claims in chapters, the marks of a difference, films, sources.

use crate::edit::content;

const OPENING: &str = "chapter \"opening\", passage \"opening-night\"";

#[test]
fn a_claim_told_twice_is_refused() {
    let edited = content().with("chapters.toml", "(claim:c4)", "(claim:c1)", "(claim:c1,c4)");
    edited.says_at(
        "claims.toml",
        "claim \"c4\"",
        "told",
        "expected the claim to be told once, in the chapter \"opening\"; it is told in: opening, opening",
    );
}

#[test]
fn a_claim_told_in_another_chapter_is_refused() {
    let edited = content().with_field("claims.toml", "c4", "told", "\"treaty\"");
    edited.says_at(
        "claims.toml",
        "claim \"c4\"",
        "told",
        "told once, in the chapter \"treaty\"; it is told in: opening",
    );
    let edited = content().with(
        "chapters.toml",
        "(claim:c10)",
        "(claim:c10)",
        "(claim:c10,c4)",
    );
    edited.says_at(
        "claims.toml",
        "claim \"c4\"",
        "told",
        "opening, prague-spring",
    );
}

#[test]
fn a_claim_told_nowhere_is_refused() {
    let edited = content().with("chapters.toml", "(claim:c4)", "(claim:c4)", "(lang:en)");
    edited.says_at("claims.toml", "claim \"c4\"", "told", "it is told in: none");
    let edited = content().without_field("claims.toml", "c4", "told");
    edited.says_at(
        "claims.toml",
        "claim \"c4\"",
        "told",
        "expected the id of the chapter that tells it, or housekeeping = true",
    );
}

#[test]
fn housekeeping_of_the_blog_is_told_nowhere() {
    let edited = content().with("chapters.toml", "(claim:c4)", "(claim:c4)", "(claim:c4,c9)");
    edited.says_at(
        "claims.toml",
        "claim \"c9\"",
        "housekeeping",
        "expected it to be told nowhere; it is told in: opening",
    );
    let edited = content().with_line("claims.toml", "c9", "told = \"opening\"");
    edited.says_at(
        "claims.toml",
        "claim \"c9\"",
        "told",
        "expected no chapter: it is the blog's own housekeeping",
    );
}

#[test]
fn an_unknown_claim_in_the_text_is_named() {
    for target in ["c104", "C4", "c4 c1", ""] {
        let new = format!("(claim:c4,{target})");
        let edited = content().with("chapters.toml", "(claim:c4)", "(claim:c4)", &new);
        let problem = format!("expected the id of a claim in claims.toml, found \"{target}\"");
        edited.says_at("chapters.toml", OPENING, "text", &problem);
    }
}

#[test]
fn a_verdict_outside_its_list_is_refused() {
    let edited = content().with_field("claims.toml", "c4", "verdict", "\"true\"");
    edited.says_at(
        "claims.toml",
        "claim \"c4\"",
        "verdict",
        "expected one of confirmed, imprecise, disputed, contradicted, unverified, found \"true\"",
    );
}

#[test]
fn a_difference_shown_nowhere_is_refused() {
    for entry in ["reaction-atlantis", "gdr", "army-gdr", "film-", "-"] {
        let list = format!("[\"reaction-gdr\", \"{entry}\"]");
        let edited = content().with_field("claims.toml", "c2", "also", &list);
        let problem = format!(
            "expected reaction-, route-, event- or film- and the id of such an entry, found \"{entry}\""
        );
        edited.says_at("claims.toml", "claim \"c2\"", "also", &problem);
    }
}

#[test]
fn a_claim_without_a_source_must_say_that_it_is_general_knowledge() {
    let edited = content().with_field("claims.toml", "c8", "general_knowledge", "false");
    edited.says_at(
        "claims.toml",
        "claim \"c8\"",
        "sources",
        "expected at least one source",
    );
}

#[test]
fn two_passages_with_one_moment_are_refused() {
    let edited = content().with_field(
        "chapters.toml",
        "prague-spring-face",
        "at",
        "\"1968-01-05\"",
    );
    edited.says_at(
        "chapters.toml",
        "chapter \"prague-spring\", passage \"prague-spring-face\"",
        "at",
        "expected a moment of its own: the clock must know which passage is meant",
    );
}

#[test]
fn a_passage_beside_the_thread_may_share_the_moment_of_another() {
    let at = "\"1968-01-05\"\n  aside = true";
    let edited = content().with_field("chapters.toml", "prague-spring-face", "at", at);
    assert_eq!(edited.mistakes(), []);
}

#[test]
fn a_passage_outside_the_story_is_refused() {
    for at in ["1967-12-31", "1992-01-01"] {
        let at = format!("\"{at}\"");
        let edited = content().with_field("chapters.toml", "opening-night", "at", &at);
        let problem = "expected a moment within the story";
        edited.says_at("chapters.toml", OPENING, "at", problem);
    }
}

#[test]
fn a_chapter_of_no_act_or_without_a_passage_is_refused() {
    let edited = content().with_field("chapters.toml", "opening", "act", "\"overture\"");
    edited.says_at(
        "chapters.toml",
        "chapter \"opening\"",
        "act",
        "expected the id of an act in story.toml, found \"overture\"",
    );
    let edited = content().with_more(
        "chapters.toml",
        "\n[[chapter]]\nid = \"coda\"\nact = \"after\"\ntitle.en = \"Coda\"\n",
    );
    edited.says_at(
        "chapters.toml",
        "chapter \"coda\"",
        "passage",
        "expected at least one passage",
    );
}

#[test]
fn a_film_that_the_article_names_has_the_article_s_words() {
    let problem = "expected what the article says of the film, unless its basis is record";
    let edited = content().without_field("films.toml", "pelisky", "article.en");
    edited.says_at("films.toml", "film \"pelisky\"", "article", problem);
    let edited = content().with_field("films.toml", "pelisky", "basis", "\"record\"");
    edited.says_at("films.toml", "film \"pelisky\"", "article", problem);
}

#[test]
fn a_film_of_unknown_claims_or_in_no_language_is_refused() {
    let edited = content().with_field("films.toml", "pelisky", "claims", "[\"c96\", \"c104\"]");
    edited.says_at(
        "films.toml",
        "film \"pelisky\"",
        "claims",
        "expected the id of a claim in claims.toml, found \"c104\"",
    );
    let edited = content().with_field("films.toml", "pelisky", "original_language", "\"xx\"");
    edited.says_at(
        "films.toml",
        "film \"pelisky\"",
        "original_language",
        "expected one of en, cs, sk",
    );
}

#[test]
fn a_source_without_a_title_is_refused() {
    let edited = content().without_field("sources.toml", "blog-article", "title.en");
    edited.says_at(
        "sources.toml",
        "source \"blog-article\"",
        "title",
        "expected this field, it is missing",
    );
    let edited = content().with_field("sources.toml", "blog-article", "title.en", "\"\"");
    edited.says(
        "sources.toml",
        "source \"blog-article\", title",
        "en",
        "expected a text that is not empty",
    );
}

#[test]
fn a_state_then_and_now_of_no_army_is_refused() {
    let edited = content().with("then_and_now.toml", "army = ", "\"gdr\"", "\"romania\"");
    edited.says_at(
        "then_and_now.toml",
        "state number 2",
        "army",
        "expected the id of an army in armies.toml, found \"romania\"",
    );
}
