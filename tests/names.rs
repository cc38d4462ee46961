//! Names of people and places: every letter as its language writes it.

use five_armies::story::STORY;

/// Content files in which people and places are written out.
const FILES: [(&str, &str); 18] = [
    ("armies.toml", include_str!("../src/content/armies.toml")),
    ("events.toml", include_str!("../src/content/events.toml")),
    ("places.toml", include_str!("../src/content/places.toml")),
    (
        "reactions.toml",
        include_str!("../src/content/reactions.toml"),
    ),
    ("regions.toml", include_str!("../src/content/regions.toml")),
    ("routes.toml", include_str!("../src/content/routes.toml")),
    ("sources.toml", include_str!("../src/content/sources.toml")),
    ("story.toml", include_str!("../src/content/story.toml")),
    ("words.toml", include_str!("../src/content/words.toml")),
    (
        "chapters.toml",
        include_str!("../src/content/chapters.toml"),
    ),
    ("claims.toml", include_str!("../src/content/claims.toml")),
    (
        "corrections.toml",
        include_str!("../src/content/corrections.toml"),
    ),
    (
        "departures.toml",
        include_str!("../src/content/departures.toml"),
    ),
    ("films.toml", include_str!("../src/content/films.toml")),
    ("sights.toml", include_str!("../src/content/sights.toml")),
    ("stills.toml", include_str!("../src/content/stills.toml")),
    (
        "questions.toml",
        include_str!("../src/content/questions.toml"),
    ),
    (
        "then_and_now.toml",
        include_str!("../src/content/then_and_now.toml"),
    ),
];

/// Names as they are spelt, and as someone without the letters would spell them.
const NAMES: &str = "Dubček Košice Náchod Svoboda Černík Plzeň Ruzyně Tuřany Cínovec Čierna Žilina Hradec \
    Králové Trutnov Ipeľ Šahy Husák Ústí Liberec Levice Nové Zámky České Budějovice Český Krumlov Prešov \
    Győr Rétság Kádár Gomułka Siwiec Ceaușescu București Wrocław Głubczyce Jičín Šumperk Bruntál Náměšť Rozhlas \
    Litoměřice Děčín Milovice Mladá Boleslav Kroměříž Zvolen Banská Bystrica Rožňava Poprad Břeclav Tábor Šafárik \
    Hájek Palach Frenštát Vysočany Teplice Novotný Bilak Bílina Louny Slaný Sokolov Vejprty Krnov Meziměstí Těšín";

fn plain(name: &str) -> String {
    let marked = "áčďéěíľĺňóôöőřšśťúůűüýžźżłășțŐÚÁČĎÉĚÍĽŇÓŘŠŤÝŽŻŁ";
    let bare = "acdeeillnoooorsstuuuuyzzzlastOUACDEEILNORSTYZZL";
    let letter = |c| {
        marked
            .chars()
            .position(|m| m == c)
            .and_then(|i| bare.chars().nth(i))
    };
    name.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let told = text.lines().filter(|l| {
        !["url =", "id =", "sources ="]
            .iter()
            .any(|k| l.trim_start().starts_with(k))
    });
    told.flat_map(|l| l.split(|c: char| !c.is_alphabetic()))
}

#[test]
fn towns_have_the_names_they_had_in_1968() {
    for (id, name) in [
        ("praha", "Praha"),
        ("kosice", "Košice"),
        ("plzen", "Plzeň"),
        ("nachod", "Náchod"),
        ("gottwaldov", "Gottwaldov"),
        ("hradec-kralove", "Hradec Králové"),
        ("usti-nad-labem", "Ústí nad Labem"),
        ("cinovec", "Cínovec"),
        ("ceske-budejovice", "České Budějovice"),
        ("cierna-nad-tisou", "Čierna nad Tisou"),
        ("sahy", "Šahy"),
        ("brno-turany", "Brno-Tuřany"),
        ("karl-marx-stadt", "Karl-Marx-Stadt"),
        ("gyor", "Győr"),
        ("retsag", "Rétság"),
        ("glubczyce", "Głubczyce"),
        ("wroclaw", "Wrocław"),
        ("bucuresti", "București"),
        ("wien", "Wien"),
        ("praha-ruzyne", "Praha-Ruzyně"),
        ("zilina", "Žilina"),
        ("weisswasser", "Weißwasser"),
        ("peking", "Peking"),
    ] {
        assert_eq!(
            STORY.places.iter().find(|p| p.id == id).map(|p| p.name),
            Some(name)
        );
    }
}

#[test]
fn no_name_has_lost_its_marks() {
    let marked = NAMES.split_whitespace().filter(|name| plain(name) != *name);
    for name in marked {
        let bare = plain(name);
        for (file, text) in FILES {
            assert!(
                words_of(text).all(|word| word != bare),
                "{file}: {bare} instead of {name}"
            );
        }
    }
}

#[test]
fn no_text_holds_what_an_editor_left_behind() {
    for (file, text) in FILES {
        for trace in [
            "TODO", "FIXME", "XXX", "lorem", "\u{fffd}", "Ã", "Å¡", "  \"", "<", "&amp;",
        ] {
            assert!(!text.contains(trace), "{file} holds {trace:?}");
        }
    }
}
