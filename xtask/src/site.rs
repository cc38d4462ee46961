//! Where the site will lie: the one setting of a release, `[package.metadata.site] address` in `Cargo.toml`.

use anyhow::{Context, Result, bail};

use crate::{languages::ENGLISH, project::Project};

/// The address of the finished site, if it is known. Without one everything in it refers to everything else by where
/// that lies beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    address: Option<String>,
}

impl Site {
    /// The setting of this project.
    pub fn of(project: &Project) -> Result<Site> {
        Site::set_in(&project.read("Cargo.toml")?)
    }

    fn set_in(manifest: &str) -> Result<Site> {
        let manifest: toml::Table = manifest.parse().context("Cargo.toml")?;
        let address = ["metadata", "site", "address"]
            .iter()
            .try_fold(manifest.get("package"), |table, key| Some(table?.get(key)));
        match address.flatten() {
            None => Ok(Site { address: None }),
            Some(toml::Value::String(address)) if address.is_empty() => Ok(Site { address: None }),
            Some(toml::Value::String(address)) if is_folder_address(address) => Ok(Site {
                address: Some(address.clone()),
            }),
            Some(other) => bail!(
                "Cargo.toml, [package.metadata.site]: field `address`: expected \"\" or the address of a folder, as \
                 \"https://example.org/five-armies/\", found {other}"
            ),
        }
    }

    /// The address, ending in `/`.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// A link to a file of `dist/`: absolute when the address is known, otherwise seen from a page from which `up`,
    /// such as `../`, leads to `dist/`. The file that the folder itself answers with goes by the folder's address.
    pub fn link(&self, up: &str, file: &str) -> String {
        match &self.address {
            Some(address) if file == ENGLISH.file => address.clone(),
            Some(address) => format!("{address}{file}"),
            None => format!("{up}{file}"),
        }
    }
}

/// `https://HOST/` or `https://HOST/FOLDERS/`, of signs that need no care in markup.
fn is_folder_address(address: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "-._~%:/".contains(sign);
    address.strip_prefix("https://").is_some_and(|rest| {
        rest.ends_with('/') && !rest.starts_with(['/', ':']) && rest.chars().all(plain)
    })
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A site at that address; at none when it is empty.
    pub fn at(address: &str) -> Result<Site> {
        Site::set_in(&format!("[package.metadata.site]\naddress = '{address}'"))
    }

    #[test]
    fn an_address_is_a_folder_reached_by_https() -> Result<()> {
        for address in [
            "https://example.org/",
            "https://a-b.example:8443/five/armies/",
        ] {
            assert_eq!(at(address)?.address(), Some(address));
        }
        for wrong in [
            "http://example.org/",
            "https://example.org",
            "https:///five/",
            "https://example.org/?a=/",
            "https://example.org/a b/",
            "https://example.org/<b>/",
            "example.org/",
            "./",
        ] {
            let error = at(wrong).map_err(|error| error.to_string());
            assert_eq!(
                error,
                Err(format!(
                    "Cargo.toml, [package.metadata.site]: field `address`: expected \"\" or the address of a folder, as \
                     \"https://example.org/five-armies/\", found \"{wrong}\""
                ))
            );
        }
        assert!(Site::set_in("[package.metadata.site]\naddress = 1").is_err());
        Ok(())
    }

    #[test]
    fn no_address_is_the_default() -> Result<()> {
        assert_eq!(at("")?.address(), None);
        assert_eq!(Site::set_in("[package]\nname = 'a'")?.address(), None);
        assert!(Site::set_in(include_str!("../../Cargo.toml")).is_ok());
        Ok(())
    }

    #[test]
    fn links_are_relative_until_the_address_is_known() -> Result<()> {
        assert_eq!(at("")?.link("../", "cs.html"), "../cs.html");
        assert_eq!(at("")?.link("", "index.html"), "index.html");
        let known = at("https://example.org/a/")?;
        assert_eq!(
            known.link("../", "cs.html"),
            "https://example.org/a/cs.html"
        );
        assert_eq!(known.link("../", "index.html"), "https://example.org/a/");
        Ok(())
    }
}
