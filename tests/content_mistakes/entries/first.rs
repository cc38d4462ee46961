//! The first entry of a kind, which stands for all of them.

use toml::{Table, Value};

/// An entry of a kind: the first, within the first.
pub fn entry<'t>(table: &'t mut Table, way: &[&str]) -> Option<&'t mut Table> {
    let Some((heading, rest)) = way.split_first() else {
        return Some(table);
    };
    let inner = match table.get_mut(*heading)? {
        Value::Array(items) => items.first_mut()?.as_table_mut()?,
        Value::Table(inner) => inner,
        _ => return None,
    };
    entry(inner, rest)
}

/// How messages name that entry.
pub fn name(table: &Table, way: &[&str]) -> String {
    let mut names = Vec::new();
    let mut inside = Some(table);
    for heading in way {
        match inside.and_then(|table| table.get(*heading)) {
            Some(Value::Array(items)) => {
                inside = items.first().and_then(Value::as_table);
                let id = inside.and_then(|table| table.get("id")?.as_str());
                names.push(id.map_or_else(
                    || format!("{heading} number 1"),
                    |id| format!("{heading} \"{id}\""),
                ));
            }
            value => {
                inside = value.and_then(Value::as_table);
                names.push((*heading).to_owned());
            }
        }
    }
    if names.is_empty() {
        "the file".to_owned()
    } else {
        names.join(", ")
    }
}
