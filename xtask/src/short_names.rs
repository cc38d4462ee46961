//! Short names between the program and its glue.
//!
//! wasm-bindgen calls what the two give each other by names for people, with a hash in each, which no compression makes
//! smaller: 7 kB of brotli that every reader would load.

use std::{borrow::Cow, collections::BTreeMap, convert::Infallible, iter};

use anyhow::{Context, Result, ensure};
use regex_lite::{Captures, Regex};
use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{Export, ImportSectionReader, Parser};

/// What other scripts know by this name, too, stays: the tests look at the program's memory.
const KEPT: &str = "memory";

/// Program and glue, each with the same short names for what one gives the other. An import that the glue does not
/// mention is an error.
pub fn shortened(program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut shortener = Shortener::default();
    let mut module = Module::new();
    shortener
        .parse_core_module(&mut module, Parser::new(0), program)
        .context("the program is no WebAssembly")?;
    let mut missing = shortener.given;

    let identifier = Regex::new(r"[A-Za-z_$][\w$]*")?;
    let glue = identifier.replace_all(glue, |found: &Captures<'_>| {
        missing.retain(|name| *name != found[0]);
        match shortener.names.get(&found[0]) {
            Some(short) => short.clone(),
            None => found[0].to_owned(),
        }
    });
    ensure!(
        missing.is_empty(),
        "wasm-bindgen's glue does not mention what the program wants of it: {missing:?}"
    );
    let mut glue = glue.into_owned();
    for (module, short) in &shortener.modules {
        let (from, to) = (format!("\"{module}\""), format!("\"{short}\""));
        ensure!(
            glue.matches(&from).count() == 1,
            "wasm-bindgen's glue no longer says {from} once: look at what it says instead"
        );
        glue = glue.replace(&from, &to);
    }
    Ok((module.finish(), glue))
}

/// Copies a module and gives it other names.
#[derive(Default)]
struct Shortener {
    /// Of imports and exports, by their long ones.
    names: BTreeMap<String, String>,
    /// Of the modules from which imports come.
    modules: BTreeMap<String, String>,
    /// The names of imports.
    given: Vec<String>,
}

impl Shortener {
    fn name<'a>(&mut self, long: &'a str) -> Cow<'a, str> {
        if long == KEPT {
            return long.into();
        }
        short(&mut self.names, long).into()
    }
}

/// The short name of a long one, the same each time.
fn short(names: &mut BTreeMap<String, String>, long: &str) -> String {
    let next = letters(names.len());
    names.entry(long.to_owned()).or_insert(next).clone()
}

/// `a` to `z`, then `aa`, `ba` and so on.
fn letters(number: usize) -> String {
    const ALL: &str = "abcdefghijklmnopqrstuvwxyz";
    let digits = iter::successors(Some(number), |n| (n / ALL.len()).checked_sub(1));
    digits
        .filter_map(|n| ALL.chars().nth(n % ALL.len()))
        .collect()
}

impl Reencode for Shortener {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let module = short(&mut self.modules, import.module);
            let name = self.name(import.name);
            self.given.push(import.name.to_owned());
            imports.import(&module, &name, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        let name = self.name(export.name);
        utils::parse_export(
            self,
            exports,
            Export {
                name: &name,
                ..export
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};
    use wasmparser::Payload;

    use super::*;

    const GLUE: &str = "function __wbg_init() { wasm.__wbindgen_start(); wasm.memory.grow(1) }\n\
        const own = { __wbg_get_1f: () => __wbg_get_1f2, __wbg_set_2e() {} }; give({ \"./glue.js\": own })";

    /// A program that wants functions, and gives a start and a memory.
    fn program(wanted: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in wanted {
            imports.import("./glue.js", name, EntityType::Function(0));
        }
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        exports.export("__wbindgen_start", ExportKind::Func, 0);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&FunctionSection::new())
            .section(&exports);
        module.finish()
    }

    fn names(program: &[u8]) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        names.push(format!("{}/{}", import.module, import.name));
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        names.push(export?.name.to_owned());
                    }
                }
                _ => {}
            }
        }
        Ok(names)
    }

    #[test]
    fn both_sides_get_the_same_short_names() -> Result<()> {
        let (program, glue) = shortened(&program(&["__wbg_get_1f", "__wbg_set_2e"]), GLUE)?;
        assert_eq!(names(&program)?, ["a/a", "a/b", "memory", "c"]);
        // What only begins with a name, or is the glue's own, is another.
        assert_eq!(
            glue,
            "function __wbg_init() { wasm.c(); wasm.memory.grow(1) }\n\
             const own = { a: () => __wbg_get_1f2, b() {} }; give({ \"a\": own })"
        );
        Ok(())
    }

    #[test]
    fn what_the_glue_does_not_give_is_an_error() {
        let problem = shortened(&program(&["__wbg_get_1f", "__wbg_lost"]), GLUE).err();
        let said = problem.map(|e| e.to_string()).unwrap_or_default();
        assert!(said.contains("[\"__wbg_lost\"]"), "{said}");
        let elsewhere = GLUE.replace("./glue.js", "./other.js");
        assert!(shortened(&program(&["__wbg_get_1f"]), &elsewhere).is_err());
        assert!(shortened(b"no program", GLUE).is_err());
    }

    #[test]
    fn letters_never_come_twice() {
        let all: Vec<String> = (0..2000).map(letters).collect();
        let once: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(once.len(), all.len());
        assert_eq!(
            (&*all[0], &*all[25], &*all[26], &*all[27]),
            ("a", "z", "aa", "ba")
        );
        assert!(all.iter().all(|name| (1..=3).contains(&name.len())));
    }
}
