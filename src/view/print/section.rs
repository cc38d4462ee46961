//! What every section of the text begins with.

/// The start of a section: its place in addresses and tests, heading and first words. The caller ends it. It has no name
/// of its own: landmarks are the map, the clock, the story and the reactions, and no more.
pub fn begun(class: &str, id: &str, title: &str, lead: &str) -> String {
    format!(
        "<section class=\"{class}\" id=\"{id}\" data-testid=\"{id}\">\
         <h2>{title}</h2><p class=\"lead\">{lead}</p>"
    )
}
