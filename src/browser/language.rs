//! The change of the language: another page at the same moment and place, or the same file anew.

use super::{element, reading, window};
use crate::address;
use crate::language::Language;
use crate::view::Page;

/// Goes to the page in another language, taking moment, telling and the place in the text along.
pub fn change(page: Page, language: Language) -> Option<()> {
    let address = address::Address {
        language: Some(language),
        show: reading::place_in_text(),
        ..page.address()
    };
    let hash = address::write(&address);
    let location = window()?.location();
    // The one file holds all languages; what it shows is decided when it starts.
    if element("page-cs").is_some() {
        location.set_hash(&hash).ok()?;
        return location.reload().ok();
    }
    // A frame stays the frame it is; what its address asks for behind the ? is overruled behind the #.
    let query = location.search().ok()?;
    location
        .assign(&[language.file(), &query, &hash].concat())
        .ok()
}
