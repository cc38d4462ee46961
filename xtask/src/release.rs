//! A release: Trunk's output made small, named by its content, under a policy, a page for each language; and all of
//! them as one file.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::{
    html::{Element, elements, splice},
    one_file,
    policy::{Reach, is_program, with_policy},
    prerendered::Pages,
    project::{Project, finished, printed, printed_from, read_text},
    tools::npm_tool,
};

/// The script that joins the program to the browser, as wasm-bindgen names it.
pub const GLUE: &str = "five-armies.js";
/// The program.
pub const WASM: &str = "five-armies_bg.wasm";

/// The folder in which Trunk has laid out its output, and the tools for working on it.
pub struct Workshop<'a> {
    project: &'a Project,
    folder: &'a Path,
}

/// Turns the staging folder into what is handed to the world.
pub fn make(project: &Project, staging: &Path, pages: &Pages) -> Result<()> {
    let workshop = Workshop {
        project,
        folder: staging,
    };
    let shell = read_text(&workshop.path("index.html"))?;
    let style_links = style_links(&shell)?;
    let css = workshop.minified(&workshop.joined(&style_links)?, "css")?;
    workshop.forget_default_address()?;
    workshop.optimise_wasm()?;

    // First the one file, while everything still bears the name under which it refers to the rest.
    let one_file = one_file::make(&workshop, &shell, &style_links, &css, pages)?;
    let site = site_shell(&workshop, &shell, &style_links, &css)?;

    for link in &style_links {
        fs::remove_file(workshop.path(&link.file))
            .context("cannot remove a style sheet that is in the page now")?;
    }
    // Notes for those who make the fonts; the licences stay.
    let _ = fs::remove_file(workshop.path("fonts/README.md"));

    for page in pages.for_readers() {
        let html = with_policy(&page.put_into(&site)?, Reach::Site)?;
        workshop.write(page.page.file, html)?;
    }
    let pseudo = with_policy(&pages.pseudo.put_into(&site)?, Reach::Site)?;
    write_for_tests(project, pages.pseudo.page.file, &pseudo)?;

    workshop.write("five-armies.html", one_file)
}

/// Beside the release, not in it.
fn write_for_tests(project: &Project, file: &str, html: &str) -> Result<()> {
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

fn site_shell(
    workshop: &Workshop,
    shell: &str,
    style_links: &[StyleLink],
    css: &str,
) -> Result<String> {
    let mut edits = style_edits(style_links, css);
    for script in elements(shell, "script")? {
        if is_program(script.attribute("type")) {
            let source = &shell[script.inner.clone()];
            edits.push((script.inner, workshop.minified(source, "js")?));
        }
    }
    let shell = splice(shell, edits)?;

    let glue = workshop.bundled(&format!("export {{ default }} from './{GLUE}'"))?;
    workshop.write(GLUE, glue)?;
    // What the glue imported is bundled into it.
    let _ = fs::remove_dir_all(workshop.path("snippets"));

    let mut names = vec![GLUE.to_owned(), WASM.to_owned()];
    names.extend(workshop.fonts()?);
    names.iter().try_fold(shell, |shell, name| {
        let hashed = hashed_name(name, &workshop.read(name)?);
        fs::rename(workshop.path(name), workshop.path(&hashed))
            .with_context(|| format!("cannot rename {name}"))?;
        renamed(&shell, name, &hashed)
    })
}

impl Workshop<'_> {
    /// The place of a file in the staging folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The bytes of a file in the staging folder.
    pub fn read(&self, name: &str) -> Result<Vec<u8>> {
        fs::read(self.path(name)).with_context(|| format!("cannot read {name} of Trunk's output"))
    }

    /// The typefaces, as `fonts/NAME.woff2`, in order.
    pub fn fonts(&self) -> Result<Vec<String>> {
        let mut fonts = Vec::new();
        for entry in fs::read_dir(self.path("fonts")).context("cannot list fonts/")? {
            fonts.push(format!("fonts/{}", entry?.file_name().to_string_lossy()));
        }
        fonts.retain(|name| name.ends_with(".woff2"));
        fonts.sort();
        Ok(fonts)
    }

    /// A script or style sheet without what only people need.
    pub fn minified(&self, source: &str, kind: &str) -> Result<String> {
        let mut esbuild = self.esbuild()?;
        esbuild.args(["--minify", &format!("--loader={kind}")]);
        Ok(printed_from(esbuild, source)?.trim_end().to_owned())
    }

    /// A module together with everything it imports, minified.
    pub fn bundled(&self, module: &str) -> Result<String> {
        let mut esbuild = self.esbuild()?;
        esbuild.args(["--minify", "--bundle", "--format=esm"]);
        Ok(printed_from(esbuild, module)?.trim_end().to_owned())
    }

    fn esbuild(&self) -> Result<Command> {
        let mut esbuild = npm_tool(self.project, "esbuild")?;
        esbuild.current_dir(self.folder);
        esbuild.args([
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
        ]);
        Ok(esbuild)
    }

    fn write(&self, name: &str, text: String) -> Result<()> {
        fs::write(self.path(name), text).with_context(|| format!("cannot write {name}"))
    }

    fn joined(&self, links: &[StyleLink]) -> Result<String> {
        links
            .iter()
            .map(|link| read_text(&self.path(&link.file)))
            .collect()
    }

    /// The glue would look for the program beside itself when it is not told where it is. It always is, and the one
    /// file has nothing beside it.
    fn forget_default_address(&self) -> Result<()> {
        let address = format!("new URL('{WASM}', import.meta.url)");
        let glue = read_text(&self.path(GLUE))?;
        ensure!(
            glue.contains(&address),
            "wasm-bindgen's glue no longer says `{address}`: look at what it says instead"
        );
        self.write(GLUE, glue.replace(&address, "undefined"))
    }

    fn optimise_wasm(&self) -> Result<()> {
        const KNOWN_GOOD: &str = "wasm-opt version 132 ";
        let mut version = npm_tool(self.project, "wasm-opt")?;
        version.arg("--version");
        let version = printed(version)?;
        // Old versions build without a word a page that does not start.
        ensure!(
            version.starts_with(KNOWN_GOOD),
            "expected {KNOWN_GOOD}but found {version}"
        );

        let mut wasm_opt = npm_tool(self.project, "wasm-opt")?;
        // No feature flags: the module says itself what it uses.
        wasm_opt
            .arg("-Oz")
            .arg(self.path(WASM))
            .arg("-o")
            .arg(self.path(WASM));
        finished(wasm_opt)
    }
}

/// `fonts/archivo.woff2` as `fonts/archivo-0123456789abcdef.woff2`: a new content, a new name, so that every copy of a
/// file may be kept for ever.
fn hashed_name(name: &str, content: &[u8]) -> String {
    const ENOUGH_BYTES: usize = 8;
    let digest = Sha256::digest(content);
    let hash: String = digest
        .iter()
        .take(ENOUGH_BYTES)
        .map(|byte| format!("{byte:02x}"))
        .collect();
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
