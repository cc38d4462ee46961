//! A release: Trunk's output made small, named by its content, under a policy, a page for each language; and all of
//! them as one file.

use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::{
    bill,
    hash::hash,
    head,
    html::{Element, elements, splice, stretch},
    linked, lists_page, one_file,
    policy::{Reach, is_program, with_policy},
    prerendered::Pages,
    project::{CONTENT, Project, read_text},
    site::Site,
    site_files, third_party,
    workshop::{GLUE, WASM, Workshop},
};

/// Turns the folder that Trunk has filled into what is handed to the world.
pub fn make(workshop: &Workshop, pages: &Pages) -> Result<()> {
    let site = Site::of(workshop.project)?;
    let shell = read_text(&workshop.path("index.html"))?;
    let style_links = style_links(&shell)?;
    let css = workshop.minified(&joined(workshop, &style_links)?, "css")?;
    workshop.forget_default_address()?;
    workshop.optimise_wasm()?;
    workshop.shorten_names()?;

    let libraries = linked::libraries(workshop.project)?;
    let notices = third_party::text(workshop.project, &libraries)?;

    // First the one file, while everything still bears the name under which it refers to the rest.
    let said_alone = pages.sharing.first().map(head::alone).unwrap_or_default();
    let one_file = one_file::make(
        workshop,
        &shell,
        &style_links,
        &css,
        pages,
        &said_alone,
        &notices,
    )?;
    let (shell, mut kept) = site_shell(workshop, &shell, &style_links, &css)?;

    for link in &style_links {
        fs::remove_file(workshop.path(&link.file))
            .context("cannot remove a style sheet that is in the page now")?;
    }
    // Notes for those who make the fonts; the licences stay.
    let _ = fs::remove_file(workshop.path("fonts/README.md"));

    // As they are: a page parses the lists under its own policy, which knows these styles.
    let styles = elements(&shell, "style")?;
    let styles = styles
        .iter()
        .map(|style| stretch(&shell, &style.outer))
        .collect::<Result<String>>()?;
    for (page, sharing) in pages.for_readers().zip(&pages.sharing) {
        let head = head::on_site(&site, sharing)? + &site_files::head(&site, sharing);
        let (page, lists) = lists_page::apart(&page.on_site()?)?;
        let html = with_policy(&page.put_into(&shell, &head)?, Reach::Site)?;
        workshop.write(page.page.file, html)?;
        let lists_file = lists_page::file(page.page);
        workshop.write(&lists_file, lists_page::html(sharing, &lists, &styles)?)?;
        kept.extend([page.page.file.to_owned(), lists_file]);
    }
    let pseudo = with_policy(&pages.pseudo.on_site()?.put_into(&shell, "")?, Reach::Site)?;
    write_for_tests(workshop.project, pages.pseudo.page.file, &pseudo)?;
    workshop.write("five-armies.html", one_file)?;
    workshop.write(third_party::FILE, notices)?;
    let bill = bill::text(workshop.project, &libraries)?;
    workshop.write(bill::FILE, bill)?;

    site_files::make(workshop, &site, &pages.sharing, kept)
}

/// Beside the release, not in it. A made-up story leaves the page of our own as it is.
fn write_for_tests(project: &Project, file: &str, html: &str) -> Result<()> {
    if env::var_os(CONTENT).is_some() {
        return Ok(());
    }
    let folder = project.root().join("target");
    fs::create_dir_all(&folder).context("cannot make target/")?;
    fs::write(folder.join(file), html).with_context(|| format!("cannot write target/{file}"))
}

/// A `<link>` to a style sheet of ours.
pub struct StyleLink {
    element: Element,
    file: String,
}

fn style_links(shell: &str) -> Result<Vec<StyleLink>> {
    elements(shell, "link[rel=stylesheet]")?
        .into_iter()
        .map(|element| {
            let file = element
                .attribute("href")
                .map(|href| href.trim_start_matches("./").to_owned());
            Ok(StyleLink {
                file: file.context("a <link rel=stylesheet> without href")?,
                element,
            })
        })
        .collect()
}

/// The edits that put the style sheets into the page: all of them where the first one was linked.
pub fn style_edits(links: &[StyleLink], css: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let style =
        std::iter::once(format!("<style>{css}</style>")).chain(std::iter::repeat(String::new()));
    links
        .iter()
        .map(|link| link.element.outer.clone())
        .zip(style)
        .collect()
}

fn joined(workshop: &Workshop, links: &[StyleLink]) -> Result<String> {
    links
        .iter()
        .map(|link| read_text(&workshop.path(&link.file)))
        .collect()
}

/// The template of the site's pages, and the files it refers to by names that follow their content.
fn site_shell(
    workshop: &Workshop,
    shell: &str,
    style_links: &[StyleLink],
    css: &str,
) -> Result<(String, Vec<String>)> {
    let mut edits = style_edits(style_links, css);
    for script in elements(shell, "script")? {
        if is_program(script.attribute("type")) {
            let source = stretch(shell, &script.inner)?;
            edits.push((script.inner, workshop.minified(source, "js")?));
        }
    }
    let mut shell = splice(shell, edits)?;

    let glue = workshop.bundled(&format!("export {{ default }} from './{GLUE}'"))?;
    workshop.write(GLUE, glue)?;
    // What the glue imported is bundled into it.
    let _ = fs::remove_dir_all(workshop.path("snippets"));

    let mut names = vec![GLUE.to_owned(), WASM.to_owned()];
    names.extend(workshop.fonts()?);
    for name in &mut names {
        let hashed = hashed_name(name, &workshop.read(name)?);
        fs::rename(workshop.path(name), workshop.path(&hashed))
            .with_context(|| format!("cannot rename {name}"))?;
        shell = renamed(&shell, name, &hashed)?;
        *name = hashed;
    }
    Ok((shell, names))
}

/// `fonts/archivo.woff2` as `fonts/archivo-0123456789abcdef.woff2`: a new content, a new name, so that every copy of a
/// file may be kept for ever.
fn hashed_name(name: &str, content: &[u8]) -> String {
    let hash = hash(content);
    match name.rsplit_once('.') {
        Some((stem, kind)) => format!("{stem}-{hash}.{kind}"),
        None => format!("{name}-{hash}"),
    }
}

/// The page with another name for a file. A file to which nothing refers is a mistake.
fn renamed(shell: &str, name: &str, hashed: &str) -> Result<String> {
    if !shell.contains(name) {
        bail!("nothing in index.html or the style sheets refers to {name}");
    }
    Ok(shell.replace(name, hashed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_content() {
        assert_eq!(
            hashed_name("fonts/a.woff2", b"abc"),
            "fonts/a-ba7816bf8f01cfea.woff2"
        );
        assert_ne!(hashed_name("a.js", b"1"), hashed_name("a.js", b"2"));
    }

    #[test]
    fn every_mention_is_renamed_and_none_is_a_mistake() -> Result<()> {
        assert_eq!(
            renamed("./a.js './a.js'", "a.js", "a-1.js")?,
            "./a-1.js './a-1.js'"
        );
        assert!(renamed("./a.js", "b.js", "b-1.js").is_err());
        Ok(())
    }

    #[test]
    fn the_style_sheets_become_one_where_the_first_was() -> Result<()> {
        let shell =
            "<link rel=\"stylesheet\" href=\"./tokens.css\"/>\n<link rel=stylesheet href=page.css>";
        let links = style_links(shell)?;
        let files: Vec<_> = links.iter().map(|link| link.file.as_str()).collect();
        assert_eq!(files, ["tokens.css", "page.css"]);
        assert_eq!(
            splice(shell, style_edits(&links, "a{}"))?,
            "<style>a{}</style>\n"
        );
        Ok(())
    }
}
