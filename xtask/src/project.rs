//! The project on this machine: its folder, the versions it is pinned to, and how programs are run in it.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// The variable by which the build script is told to read another content folder (see `src/build/main.rs`).
pub const CONTENT: &str = "FIVE_ARMIES_CONTENT";

/// The folder of the workspace and the `PATH` under which its tools are found.
pub struct Project {
    root: PathBuf,
    cargo_home: Option<PathBuf>,
    search_path: Vec<PathBuf>,
}

impl Project {
    /// The project whose `cargo xtask` is running.
    pub fn here() -> Result<Project> {
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .context("run this as `cargo xtask`, not by its path")?;
        let root = Path::new(&manifest_dir)
            .parent()
            .context("xtask/ has no parent folder")?
            .to_path_buf();
        let cargo_home = env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));

        let mut search_path = vec![root.join(".tools/bin"), root.join("node_modules/.bin")];
        search_path.extend(env::var_os("PATH").iter().flat_map(env::split_paths));
        // Last: what `cargo install` has put there is found even where a shell's PATH forgets the folder.
        search_path.extend(cargo_home.iter().map(|home| home.join("bin")));
        Ok(Project {
            root,
            cargo_home,
            search_path,
        })
    }

    /// The same project copied to another folder, worked on with the tools of this one.
    pub fn copied_to(&self, root: PathBuf) -> Project {
        Project {
            root,
            cargo_home: self.cargo_home.clone(),
            search_path: self.search_path.clone(),
        }
    }

    /// The folder that holds `Cargo.toml` and `index.html`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo keeps the sources of libraries and what it has installed.
    pub fn cargo_home(&self) -> Option<&Path> {
        self.cargo_home.as_deref()
    }

    /// Where a release build ends up.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where cargo builds.
    pub fn target(&self) -> PathBuf {
        let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        self.root.join(target.unwrap_or_else(|| "target".into()))
    }

    /// Tools that may not replace what is installed for other projects live here.
    pub fn own_tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// A program to be run in the project's folder.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        command.current_dir(&self.root);
        if let Ok(path) = env::join_paths(&self.search_path) {
            command.env("PATH", path);
        }
        command
    }

    /// Trunk, kept from asking for updates and from tripping over `NO_COLOR=1`, which it refuses as a value.
    pub fn trunk(&self) -> Command {
        let mut trunk = self.command("trunk");
        trunk.arg("--skip-version-check").env_remove("NO_COLOR");
        trunk
    }

    /// The command that makes a release.
    pub fn release(&self) -> Command {
        let mut trunk = self.trunk_for_release();
        trunk.args(["build", "--release", "--locked"]);
        trunk
    }

    /// Trunk for a release, in whose program no path of this machine is written: panics name source files, and
    /// those of the libraries lie in somebody's home.
    pub fn trunk_for_release(&self) -> Command {
        let mut trunk = self.trunk();
        // The variable is split at spaces, so a path with one is left as it is.
        if let Some(home) = self
            .cargo_home
            .as_deref()
            .and_then(Path::to_str)
            .filter(|home| !home.contains(' '))
        {
            let flag = format!("--remap-path-prefix={home}=cargo");
            trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag);
        }
        trunk
    }

    /// Where a program is installed, if it is.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        self.search_path
            .iter()
            .map(|folder| folder.join(program))
            .find(|file| file.is_file())
    }

    /// What a program prints with `--version`; nothing when it is missing or broken.
    pub fn version_line(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let mut command = self.command(program);
        command
            .args(arguments)
            .arg("--version")
            .stderr(Stdio::null());
        let output = command
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The version `package.json` pins for a tool that does not come from npm.
    pub fn pinned(&self, tool: &str) -> Result<String> {
        let text = self.read("package.json")?;
        let manifest: serde_json::Value = serde_json::from_str(&text).context("package.json")?;
        let version = manifest
            .get("tools")
            .and_then(|tools| tools.get(tool)?.as_str());
        version
            .map(str::to_owned)
            .with_context(|| format!("package.json names no version of {tool} under \"tools\""))
    }

    /// The version of wasm-bindgen in `Cargo.lock`: its command line tool must be of exactly this one.
    pub fn wasm_bindgen_version(&self) -> Result<String> {
        locked_version(&self.read("Cargo.lock")?, "wasm-bindgen")
    }

    /// The text of a file named relative to the project's folder.
    pub fn read(&self, name: &str) -> Result<String> {
        read_text(&self.root.join(name))
    }
}

/// Reads a text file; the error names it.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Runs a command that shares our terminal, to its successful end.
pub fn finished(mut command: Command) -> Result<()> {
    let line = shown(&command);
    let status = command
        .status()
        .with_context(|| format!("cannot run `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command quietly and gives back what it printed; when it fails, the error holds its complaints.
pub fn printed(command: Command) -> Result<String> {
    printed_from(command, "")
}

/// The same for a command that reads its input.
pub fn printed_from(mut command: Command, input: &str) -> Result<String> {
    let line = shown(&command);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot run `{line}`"))?;
    if let Some(mut stdin) = child.stdin.take() {
        // A command that stops before it has read everything tells why itself.
        let _ = stdin.write_all(input.as_bytes());
    }
    let output = child
        .wait_with_output()
        .with_context(|| format!("`{line}` was lost"))?;
    if !output.status.success() {
        bail!(
            "`{line}` failed ({})\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{line}` printed something that is no text"))
}

/// The command as one would type it, for messages.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn locked_version(lock: &str, package: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock")?;
    let packages = lock
        .get("package")
        .and_then(toml::Value::as_array)
        .context("Cargo.lock lists no packages")?;
    packages
        .iter()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock does not hold {package}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "
        [[package]]
        name = 'wasm-bindgen-macro'
        version = '9.9.9'

        [[package]]
        name = 'wasm-bindgen'
        version = '0.2.130'
    ";

    #[test]
    fn the_locked_version_is_that_of_the_package_named_exactly() -> Result<()> {
        assert_eq!(locked_version(LOCK, "wasm-bindgen")?, "0.2.130");
        Ok(())
    }

    #[test]
    fn a_package_that_is_not_locked_is_named_in_the_error() {
        let error = locked_version(LOCK, "leptos").map_err(|error| error.to_string());
        assert_eq!(error, Err("Cargo.lock does not hold leptos".to_owned()));
    }
}
