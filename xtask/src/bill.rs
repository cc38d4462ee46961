//! `bill-of-materials.cdx.json`: what is in the page, machine-readable, in the form of CycloneDX 1.6. It holds no
//! date and no random number: the same sources give the same bill.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{linked::Library, project::Project};

/// Its name beside the pages.
pub const FILE: &str = "bill-of-materials.cdx.json";

/// The whole bill.
pub fn text(project: &Project, libraries: &[Library]) -> Result<String> {
    let own = own_version(&project.read("Cargo.toml")?)?;
    let line = project.version_line("rustc", &[]).unwrap_or_default();
    let rust = line.split(' ').nth(1);
    let rust = rust.context("rustc does not say which version it is")?;
    let mut components: Vec<Value> = libraries.iter().map(component).collect();
    components.extend([
        json!({
            "type": "library", "bom-ref": format!("rust-std@{rust}"), "name": "Rust standard library",
            "version": rust, "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        }),
        data("Archivo", "OFL-1.1"),
        data("Source Serif 4", "OFL-1.1"),
        json!({ "type": "data", "bom-ref": "Natural Earth", "name": "Natural Earth",
            "licenses": [{ "license": { "name": "public domain" } }] }),
    ]);
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "five-armies", "name": "five-armies", "version": own,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
    });
    Ok(format!("{bill:#}\n"))
}

fn own_version(manifest: &str) -> Result<String> {
    let manifest: toml::Table = manifest.parse().context("Cargo.toml")?;
    let version = manifest
        .get("package")
        .and_then(|package| package.get("version")?.as_str());
    let version = version.context("Cargo.toml does not say which version this is")?;
    Ok(version.to_owned())
}

fn component(library: &Library) -> Value {
    let Library { name, version, .. } = library;
    // In such an address a plus would be a space.
    let address = format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"));
    let hashes: Vec<Value> = library
        .checksum
        .iter()
        .map(|checksum| json!({ "alg": "SHA-256", "content": checksum }))
        .collect();
    json!({
        "type": "library", "bom-ref": address, "name": name, "version": version, "purl": address,
        "licenses": [{ "expression": library.terms }], "hashes": hashes,
    })
}

fn data(name: &str, licence: &str) -> Value {
    json!({ "type": "data", "bom-ref": name, "name": name, "licenses": [{ "license": { "id": licence } }] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_is_named_with_version_terms_and_checksum() -> Result<()> {
        let library = Library {
            name: "leptos".to_owned(),
            version: "0.8.23+a".to_owned(),
            terms: "MIT".to_owned(),
            chosen: vec!["MIT".to_owned()],
            holders: vec!["Greg Johnston".to_owned()],
            checksum: Some("ab12".to_owned()),
        };
        let bill: Value = serde_json::from_str(&text(&Project::here()?, &[library])?)?;
        assert_eq!(
            bill["components"][0],
            json!({
                "type": "library", "bom-ref": "pkg:cargo/leptos@0.8.23%2Ba", "name": "leptos", "version": "0.8.23+a",
                "purl": "pkg:cargo/leptos@0.8.23%2Ba", "licenses": [{ "expression": "MIT" }],
                "hashes": [{ "alg": "SHA-256", "content": "ab12" }],
            })
        );
        assert_eq!(bill["metadata"]["component"]["name"], "five-armies");
        Ok(())
    }

    #[test]
    fn two_bills_are_the_same() -> Result<()> {
        let project = Project::here()?;
        let libraries = crate::linked::libraries(&project)?;
        assert_eq!(text(&project, &libraries)?, text(&project, &libraries)?);
        Ok(())
    }
}
