//! What lies beside the pages of a release: pictures and tiny pages of key moments, what is needed to install the page
//! and to keep it for readers without a network, and the answer for blogs.

use anyhow::Result;

use crate::{
    head::PICTURE,
    installable, moment_page, oembed,
    pictures::{self, Picture},
    project::read_text,
    service_worker,
    sharing::Sharing,
    site::Site,
    statement_page,
    workshop::Workshop,
};

/// Some places that show pictures of links refuse larger ones.
const MOST_BYTES: u32 = 300_000;

/// What the head of a page on the site says of the files beside it.
pub fn head(site: &Site, sharing: &Sharing) -> String {
    installable::head(sharing.page) + &oembed::link(site, sharing)
}

/// Makes all of it. `kept` are the files that pages and program consist of, which lie there already.
pub fn make(
    workshop: &Workshop,
    site: &Site,
    sharing: &[Sharing],
    mut kept: Vec<String>,
) -> Result<()> {
    let drawing = read_text(&workshop.path(installable::DRAWING))?;
    let mut wanted = installable::icons(&drawing)?;
    kept.push(installable::DRAWING.to_owned());
    kept.extend(installable::icon_files().map(str::to_owned));

    for said in sharing {
        let manifest = installable::manifest_file(said.page);
        workshop.write(&manifest, installable::manifest(said)?)?;
        kept.push(manifest);
        let statement = statement_page::file(said.page);
        workshop.write(&statement, statement_page::html(said)?)?;
        kept.push(statement);
        for moment in &said.moments {
            let html = moment_page::html(site, said, moment)?;
            workshop.write(&moment.file(said.page), html)?;
            wanted.push(Picture {
                file: moment.picture(said.page),
                svg: moment.svg.clone(),
                width: PICTURE.0,
                ground: None,
                most: Some(MOST_BYTES),
            });
        }
    }
    pictures::make(workshop, &wanted)?;
    if let Some(english) = sharing.first()
        && let Some(answer) = oembed::answer(site, english)?
    {
        workshop.write(oembed::FILE, answer)?;
    }
    scripts(workshop, &kept)
}

/// Makes scripts small that are no part of the pages: those who use them know them by their names. Into the service
/// worker comes what it is to keep, so this is the last step.
fn scripts(workshop: &Workshop, kept: &[String]) -> Result<()> {
    let files = kept
        .iter()
        .map(|name| Ok((name.clone(), workshop.read(name)?)))
        .collect::<Result<Vec<_>>>()?;
    for name in workshop.scripts()? {
        if kept.contains(&name) {
            continue;
        }
        let mut source = read_text(&workshop.path(&name))?;
        if name == service_worker::FILE {
            source = service_worker::filled(&source, &files)?;
        }
        workshop.write(&name, workshop.minified(&source, "js")?)?;
    }
    Ok(())
}
