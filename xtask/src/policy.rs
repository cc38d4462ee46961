//! The content security policy: the page may run what was built into it and reach nothing else.

use anyhow::{Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::html::{Element, elements, only, splice, stretch};

/// What a page may load besides itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reach {
    /// The files of its own site.
    Site,
    /// Nothing: everything is in the one file.
    Nothing,
    /// The pictures of its own site; it runs nothing at all.
    Pictures,
    /// The typefaces of its own site; it runs nothing either.
    Typefaces,
}

/// The page with its policy, right after the `meta` that names the encoding and so before any script or style.
pub fn with_policy(html: &str, reach: Reach) -> Result<String> {
    refuse_what_the_policy_stops(html)?;
    let charset = only(html, "meta[charset]")?.outer.end;
    let meta = format!(
        "\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        policy(html, reach)?
    );
    splice(html, vec![(charset..charset, meta)])
}

fn policy(html: &str, reach: Reach) -> Result<String> {
    let scripts = elements(html, "script")?;
    let hash = |element: &Element| Ok(source_hash(stretch(html, &element.inner)?));
    let inline_scripts = scripts
        .iter()
        .filter(|script| script.attribute("src").is_none() && is_program(script.attribute("type")))
        .map(hash)
        .collect::<Result<Vec<_>>>()?;
    let styles = elements(html, "style")?
        .iter()
        .map(hash)
        .collect::<Result<Vec<_>>>()?;
    let site = || (reach == Reach::Site).then(|| "'self'".to_owned());
    // Pictures and files that the page makes itself, for taking along, are `blob:`.
    let (programs, images, fonts) = match reach {
        Reach::Site => (
            Some("'wasm-unsafe-eval'"),
            "'self' data: blob:",
            Some("'self'"),
        ),
        Reach::Nothing => (Some("'wasm-unsafe-eval'"), "data: blob:", Some("data:")),
        Reach::Pictures => (None, "'self'", None),
        Reach::Typefaces => (None, "data:", Some("'self'")),
    };
    let mut directives = vec![
        "default-src 'none'".to_owned(),
        directive(
            "script-src",
            site()
                .into_iter()
                .chain(inline_scripts)
                .chain(programs.map(str::to_owned)),
        ),
        directive("style-src", styles),
        directive("connect-src", site()),
        directive("img-src", [images.to_owned()]),
        directive("font-src", fonts.map(str::to_owned)),
        directive("manifest-src", site()),
        directive("worker-src", site()),
        directive("frame-src", site()),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    directives.retain(|directive| directive.contains(' '));
    Ok(directives.join("; "))
}

/// A directive, or only its name when there is nothing to allow: then `default-src` speaks for it.
fn directive(name: &str, sources: impl IntoIterator<Item = String>) -> String {
    std::iter::once(name.to_owned())
        .chain(sources)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a script of this `type` runs; others, such as JSON, are data and need no permission.
pub fn is_program(script_type: Option<&str>) -> bool {
    matches!(
        script_type,
        None | Some("" | "module" | "text/javascript" | "importmap")
    )
}

fn source_hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Style and event attributes cannot be named in a policy by hash. Better no build than a page that lacks them.
fn refuse_what_the_policy_stops(html: &str) -> Result<()> {
    for element in elements(html, "*")? {
        for (name, _) in &element.attributes {
            if name == "style" || name.starts_with("on") {
                bail!(
                    "the page's policy stops the `{name}` attribute of a <{}>; use a class or a listener",
                    element.tag
                );
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><script>1</script><style>a{}</style></head>\
                        <script type=\"module\">2</script><script type=\"application/gzip\">3</script>\
                        <script type=\"text/plain\">4</script>";

    #[test]
    fn a_site_may_run_its_own_scripts_and_those_inside_the_page() -> Result<()> {
        let wanted = "default-src 'none'; \
            script-src 'self' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' \
            'sha256-1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR+Q2jpmbuwTqzU=' 'wasm-unsafe-eval'; \
            style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; \
            connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
            frame-src 'self'; base-uri 'none'; form-action 'none'";
        assert_eq!(policy(PAGE, Reach::Site)?, wanted);
        Ok(())
    }

    #[test]
    fn the_one_file_reaches_nothing() -> Result<()> {
        let wanted = "default-src 'none'; \
            script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' \
            'sha256-1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR+Q2jpmbuwTqzU=' 'wasm-unsafe-eval'; \
            style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; \
            img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'";
        assert_eq!(policy(PAGE, Reach::Nothing)?, wanted);
        Ok(())
    }

    #[test]
    fn a_page_of_a_picture_runs_nothing() -> Result<()> {
        let page = "<meta charset=\"utf-8\"><style>a{}</style><img src=\"a.png\">";
        let wanted = "default-src 'none'; style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; \
            img-src 'self'; base-uri 'none'; form-action 'none'";
        assert_eq!(policy(page, Reach::Pictures)?, wanted);
        Ok(())
    }

    #[test]
    fn the_policy_stands_before_every_script() -> Result<()> {
        let html = with_policy(PAGE, Reach::Site)?;
        assert!(html.starts_with("<head><meta charset=\"utf-8\">\n<meta http-equiv="));
        Ok(())
    }

    #[test]
    fn what_the_policy_would_stop_is_refused_before() {
        for markup in ["<p style=\"top:0\">", "<p onclick=\"go()\">"] {
            assert!(
                with_policy(&format!("{PAGE}{markup}"), Reach::Site).is_err(),
                "{markup}"
            );
        }
    }
}
