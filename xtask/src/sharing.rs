//! What the host binary `prerender` leaves for links and their pictures: `about.TAG.tsv`, `moments.TAG.tsv` and
//! `moment-ID.TAG.svg`; and the statement on accessibility, `statement.TAG.html`.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::{languages::Page, project::read_text};

/// The moment whose picture stands for the whole page.
const FACE: &str = "0220";

/// What the page in one language says of itself, and of its key moments. All texts are plain.
pub struct Sharing {
    /// Which page.
    pub page: Page,
    /// The name of the page.
    pub title: String,
    /// What it is about, in a few words.
    pub subtitle: String,
    /// The same in a sentence.
    pub description: String,
    /// The words of a link that leads to the moment on the map.
    pub forward: String,
    /// The name of the statement on accessibility.
    pub statement_title: String,
    /// The statement itself, as HTML.
    pub statement: String,
    /// The words of a link from there to the map.
    pub back: String,
    /// The key moments, by the clock.
    pub moments: Vec<Moment>,
}

/// A key moment, which has a page and a picture of its own.
#[derive(Debug, PartialEq)]
pub struct Moment {
    /// Its name in file names.
    pub id: String,
    /// As the page's address says it: `1968-08-21T02:20`.
    pub moment: String,
    /// The moment in words.
    pub title: String,
    /// What happens, in a sentence.
    pub caption: String,
    /// What the picture shows.
    pub alt: String,
    /// The picture: the text of an SVG file, 1200 by 630.
    pub svg: String,
}

impl Sharing {
    /// Reads the files of one page.
    pub fn read(folder: &Path, page: Page) -> Result<Sharing> {
        let tag = page.name;
        let about = read_text(&folder.join(format!("about.{tag}.tsv")))?;
        let file = format!("moments.{tag}.tsv");
        let moments = read_text(&folder.join(&file))?;
        let moments = moments
            .lines()
            .enumerate()
            .map(|(line, text)| {
                let read = || -> Result<Moment> {
                    let moment = moment(text)?;
                    let svg = read_text(&folder.join(format!("moment-{}.{tag}.svg", moment.id)))?;
                    Ok(Moment { svg, ..moment })
                };
                read().with_context(|| format!("{file}:{}", line + 1))
            })
            .collect::<Result<Vec<_>>>()?;

        let said = |key: &str| {
            let value = about
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('\t'));
            value
                .map(str::to_owned)
                .with_context(|| format!("about.{tag}.tsv: key `{key}` is missing"))
        };
        let sharing = Sharing {
            page,
            title: said("title")?,
            subtitle: said("subtitle")?,
            description: said("description")?,
            forward: said("forward")?,
            statement_title: said("statement")?,
            statement: read_text(&folder.join(format!("statement.{tag}.html")))?,
            back: said("back")?,
            moments,
        };
        sharing.face().with_context(|| file)?;
        Ok(sharing)
    }

    /// Name and subject: what a link to the page is called.
    pub fn headline(&self) -> String {
        format!("{}: {}", self.title, self.subtitle)
    }

    /// The moment whose picture stands for the whole page.
    pub fn face(&self) -> Result<&Moment> {
        self.moments
            .iter()
            .find(|moment| moment.id == FACE)
            .with_context(|| {
                format!("there is no moment `{FACE}`, whose picture stands for the page")
            })
    }
}

impl Moment {
    /// The file of the picture in `dist/`.
    pub fn picture(&self, page: Page) -> String {
        format!("share/{}.{}.png", self.id, page.name)
    }

    /// The file of the moment's page in `dist/`.
    pub fn file(&self, page: Page) -> String {
        format!("m/{}.{}.html", self.id, page.name)
    }
}

fn moment(line: &str) -> Result<Moment> {
    let [id, moment, title, caption, alt] = line.split('\t').collect::<Vec<_>>()[..] else {
        bail!("expected five values with tabs between them, found `{line}`");
    };
    // Both come into addresses.
    ensure!(
        !id.is_empty() && id.chars().all(|sign| sign.is_ascii_alphanumeric()),
        "expected an id of letters and digits, found `{id}`"
    );
    ensure!(
        !moment.is_empty()
            && moment
                .chars()
                .all(|sign| sign.is_ascii_digit() || "-T:".contains(sign)),
        "expected a moment as 1968-08-21T02:20, found `{moment}`"
    );
    Ok(Moment {
        id: id.to_owned(),
        moment: moment.to_owned(),
        title: title.to_owned(),
        caption: caption.to_owned(),
        alt: alt.to_owned(),
        svg: String::new(),
    })
}

#[cfg(test)]
pub mod tests {
    use std::fs;

    use super::*;
    use crate::languages::{ENGLISH, OTHERS};

    /// Files as the host binary might write them.
    pub fn write(folder: &Path, name: &str) -> Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(
            folder.join(format!("about.{name}.tsv")),
            "title\tArmies & \"co\"\nsubtitle\tThe <night>\ndescription\tA map </script>.\nforward\tGo there\n\
             statement\tFor \"all\"\nback\tTo the map\n",
        )?;
        fs::write(
            folder.join(format!("statement.{name}.html")),
            "<h1>For all</h1><p>Not yet.</p>",
        )?;
        fs::write(
            folder.join(format!("moments.{name}.tsv")),
            "2000\t1968-08-20T20:00\t20:00\tAll < quiet.\tA map\n0220\t1968-08-21T02:20\t02:20\tThey come.\tA \"map\"\n",
        )?;
        for id in ["2000", "0220"] {
            fs::write(
                folder.join(format!("moment-{id}.{name}.svg")),
                format!("<svg id=\"{id}\"/>"),
            )?;
        }
        Ok(())
    }

    /// What `write` writes, read, from a folder that no other test uses.
    pub fn sharing(page: Page, test: &str) -> Result<Sharing> {
        let folder =
            std::env::temp_dir().join(format!("five-armies-{test}-{}", std::process::id()));
        write(&folder, page.name)?;
        let sharing = Sharing::read(&folder, page);
        fs::remove_dir_all(&folder)?;
        sharing
    }

    #[test]
    fn every_value_comes_from_its_place() -> Result<()> {
        let sharing = sharing(OTHERS[0], "values")?;
        assert_eq!(sharing.headline(), "Armies & \"co\": The <night>");
        assert_eq!(
            (sharing.description.as_str(), sharing.forward.as_str()),
            ("A map </script>.", "Go there")
        );
        let face = sharing.face()?;
        let wanted = Moment {
            id: "0220".to_owned(),
            moment: "1968-08-21T02:20".to_owned(),
            title: "02:20".to_owned(),
            caption: "They come.".to_owned(),
            alt: "A \"map\"".to_owned(),
            svg: "<svg id=\"0220\"/>".to_owned(),
        };
        assert_eq!(*face, wanted);
        assert_eq!(face.picture(sharing.page), "share/0220.cs.png");
        assert_eq!(face.file(sharing.page), "m/0220.cs.html");
        Ok(())
    }

    #[test]
    fn what_cannot_be_used_is_named() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("five-armies-wrong-{}", std::process::id()));
        for (file, text, why) in [
            (
                "about.en.tsv",
                "title\ta\n",
                "about.en.tsv: key `subtitle` is missing",
            ),
            (
                "moments.en.tsv",
                "2000\t1968",
                "moments.en.tsv:1: expected five values",
            ),
            (
                "moments.en.tsv",
                "a/b\t1968\ta\tb\tc",
                "moments.en.tsv:1: expected an id",
            ),
            (
                "moments.en.tsv",
                "2000\t\"\ta\tb\tc",
                "moments.en.tsv:1: expected a moment",
            ),
            (
                "moments.en.tsv",
                "2000\t1968\ta\tb\tc",
                "there is no moment `0220`",
            ),
            ("moments.en.tsv", "9\t1968\ta\tb\tc", "moment-9.en.svg"),
        ] {
            write(&folder, "en")?;
            fs::write(folder.join(file), text)?;
            let error = Sharing::read(&folder, ENGLISH)
                .map(|_| ())
                .map_err(|error| format!("{error:#}"));
            assert!(
                error.as_ref().is_err_and(|error| error.contains(why)),
                "{error:?}"
            );
        }
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
