//! The folder in which Trunk has laid out its output, and the tools for working on it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    project::{Project, finished, printed, printed_from, read_text},
    short_names::shortened,
    tools::npm_tool,
};

/// The script that joins the program to the browser, as wasm-bindgen names it.
pub const GLUE: &str = "five-armies.js";
/// The program.
pub const WASM: &str = "five-armies_bg.wasm";

/// The staging folder, which becomes `dist/`.
pub struct Workshop<'a> {
    /// Whose release is made.
    pub project: &'a Project,
    folder: &'a Path,
}

impl<'a> Workshop<'a> {
    /// A workshop in the folder that Trunk has filled.
    pub fn new(project: &'a Project, folder: &'a Path) -> Self {
        Workshop { project, folder }
    }

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
        let mut fonts = self.listed("fonts/")?;
        fonts.retain(|name| name.ends_with(".woff2"));
        Ok(fonts)
    }

    /// The scripts beside the page, in order.
    pub fn scripts(&self) -> Result<Vec<String>> {
        let mut scripts = self.listed("")?;
        scripts.retain(|name| name.ends_with(".js"));
        Ok(scripts)
    }

    /// The files in a folder of the staging folder, in order.
    fn listed(&self, folder: &str) -> Result<Vec<String>> {
        let mut names = Vec::new();
        let path = self.path(folder);
        for entry in
            fs::read_dir(&path).with_context(|| format!("cannot list {}", path.display()))?
        {
            names.push(format!("{folder}{}", entry?.file_name().to_string_lossy()));
        }
        names.sort();
        Ok(names)
    }

    /// A script or style sheet without what only people need. Scripts come out in ASCII: one of them runs on pages of
    /// others, and is read there in whatever encoding those pages have.
    pub fn minified(&self, source: &str, kind: &str) -> Result<String> {
        let mut esbuild = self.esbuild()?;
        let charset = if kind == "js" { "ascii" } else { "utf8" };
        esbuild.args([
            "--minify",
            &format!("--loader={kind}"),
            &format!("--charset={charset}"),
        ]);
        Ok(printed_from(esbuild, source)?.trim_end().to_owned())
    }

    /// A module together with everything it imports, minified.
    pub fn bundled(&self, module: &str) -> Result<String> {
        let mut esbuild = self.esbuild()?;
        esbuild.args(["--minify", "--bundle", "--format=esm", "--charset=utf8"]);
        // Else the glue's classes, of which none is used, would be kept for this.
        esbuild.arg("--define:Symbol.dispose=undefined");
        Ok(printed_from(esbuild, module)?.trim_end().to_owned())
    }

    fn esbuild(&self) -> Result<Command> {
        let mut esbuild = npm_tool(self.project, "esbuild")?;
        esbuild.current_dir(self.folder);
        esbuild.args(["--legal-comments=none", "--log-level=warning"]);
        Ok(esbuild)
    }

    /// Writes a file into the staging folder, and makes the folder in it where it belongs.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let path = self.path(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot make the folder of {name}"))?;
        }
        fs::write(path, content).with_context(|| format!("cannot write {name}"))
    }

    /// The glue would look for the program beside itself when it is not told where it is. It always is, and the one
    /// file has nothing beside it.
    pub fn forget_default_address(&self) -> Result<()> {
        let address = format!("new URL('{WASM}', import.meta.url)");
        let glue = read_text(&self.path(GLUE))?;
        ensure!(
            glue.contains(&address),
            "wasm-bindgen's glue no longer says `{address}`: look at what it says instead"
        );
        self.write(GLUE, glue.replace(&address, "undefined"))
    }

    /// Gives what program and glue want of each other short names.
    pub fn shorten_names(&self) -> Result<()> {
        let glue = read_text(&self.path(GLUE))?;
        let (program, glue) = shortened(&self.read(WASM)?, &glue)?;
        self.write(WASM, program)?;
        self.write(GLUE, glue)
    }

    /// Makes the program smaller.
    pub fn optimise_wasm(&self) -> Result<()> {
        /// Streams, which come with Leptos's server functions; what is exported would be kept though nobody calls it.
        const UNUSED: &str = "*intounderlying*";
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
            .arg(format!("--remove-exports={UNUSED}"))
            .arg("-Oz")
            .arg(self.path(WASM))
            .arg("-o")
            .arg(self.path(WASM));
        finished(wasm_opt)
    }
}
