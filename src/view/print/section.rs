//! What every section of the text begins with.

/// The start of a section: its place in addresses and tests, heading and first words. The caller ends it.
pub fn begun(class: &str, id: &str, title: &str, lead: &str) -> String {
    format!(
        "<section class=\"{class}\" id=\"{id}\" data-testid=\"{id}\" aria-labelledby=\"{id}-title\">\
         <h2 id=\"{id}-title\">{title}</h2><p class=\"lead\">{lead}</p>"
    )
}
