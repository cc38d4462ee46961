//! Sharing, taking along, embedding and printing: the buttons in the masthead and the dialogs that they open.

use super::rich::escaped;
use crate::address::View;
use crate::embed_code::Way;
use crate::words::Words;

/// The buttons that open the dialogs, and the one that begins a presentation.
pub fn tools(words: Words) -> String {
    format!(
        "<p class=\"tools\"><button type=\"button\" data-testid=\"share\" data-open=\"share\">{}</button>\
         <button type=\"button\" data-testid=\"embed\" data-open=\"embed\">{}</button>\
         <button type=\"button\" data-testid=\"present\" data-present=\"present\">{}</button>\
         <button type=\"button\" data-testid=\"keys\" data-open=\"keys\" aria-keyshortcuts=\"?\">{}</button>\
         <button type=\"button\" data-testid=\"print\" data-open=\"print\">{}</button>\
         <a class=\"whole\" data-site-only href=\"./\" target=\"_blank\">{}</a></p>",
        words.share(),
        words.embed(),
        words.present(),
        words.keys(),
        words.print(),
        words.whole_page()
    )
}

/// Share this moment, take map and data along, save the page.
pub fn share(words: Words) -> String {
    let take = |what: &str, name: &str| {
        format!("<button type=\"button\" data-take=\"{what}\">{name}</button>")
    };
    let body = format!(
        "<p class=\"lead\">{}</p><p class=\"code\"><input id=\"share-link\" data-testid=\"share-link\" type=\"text\" readonly \
         aria-label=\"{}\">{}</p>\
         <h3>{}</h3><p class=\"lead\">{}</p><p class=\"choices\">{}{}{}{}{}</p>\
         <h3>{}</h3><p class=\"lead\">{}</p><p class=\"choices\">\
         <a class=\"save\" data-site-only data-testid=\"save\" href=\"five-armies.html\" download>{}</a></p>\
         <p class=\"save-here\">{}</p><p id=\"kept\" data-testid=\"kept\" role=\"status\"></p>",
        words.share_lead(),
        words.share_link(),
        copy(words, "share-link"),
        words.take_title(),
        words.take_lead(),
        take("svg", words.take_svg()),
        take("png", words.take_png()),
        take("geojson", words.take_geojson()),
        take("events", words.take_events()),
        take("routes", words.take_routes()),
        words.save_title(),
        words.save_lead(),
        words.save_link(),
        words.save_here(),
    );
    dialog(words, "share", words.share_title(), &body)
}

/// Three ways to show the page on another, each with its code and a preview.
pub fn embed(words: Words) -> String {
    let views: String = View::ALL
        .map(|view| {
            let name = match view {
                View::Full => words.embed_view_full(),
                View::Map => words.embed_view_map(),
                View::Reactions => words.embed_view_reactions(),
            };
            format!("<option value=\"{}\">{name}</option>", view.key())
        })
        .concat();
    let ways: String = Way::ALL
        .map(|way| {
            let (title, note) = match way {
                Way::Frame => (words.embed_frame(), words.embed_frame_note()),
                Way::Script => (words.embed_script(), words.embed_script_note()),
                Way::Element => (words.embed_element(), words.embed_element_note()),
            };
            let key = way.key();
            let id = format!("code-{key}");
            format!(
                "<section class=\"way\" data-way=\"{key}\"><h3>{title}</h3><p>{}</p><pre tabindex=\"0\" aria-label=\"{title}\">\
                 <code id=\"{id}\" data-testid=\"{id}\" translate=\"no\"></code></pre><p class=\"choices\">{}\
                 <button type=\"button\" class=\"preview-of\" data-preview=\"{key}\">{}</button></p>\
                 <div class=\"preview\" id=\"preview-{key}\"></div></section>",
                escaped(note),
                copy(words, &id),
                words.embed_preview()
            )
        })
        .concat();
    let body = format!(
        "<p class=\"lead\">{}</p><p class=\"address-note\">{}</p><p class=\"choices\"><label>{} \
         <select id=\"embed-view\" data-testid=\"embed-view\">{views}</select></label>\
         <label><input id=\"embed-at\" data-testid=\"embed-at\" type=\"checkbox\"> {}</label></p>{ways}",
        words.embed_lead(),
        words.embed_address(),
        words.embed_view(),
        words.embed_at(),
    );
    dialog(words, "embed", words.embed(), &body)
}

/// What to print.
pub fn paper(words: Words) -> String {
    let choice = |what: &str, name: &str, note: &str| {
        format!(
            "<p class=\"choices\"><button type=\"button\" data-paper=\"{what}\">{name}</button></p><p>{note}</p>"
        )
    };
    let body = [
        choice("page", words.print_page(), words.print_page_note()),
        choice(
            "hand-out",
            words.print_hand_out(),
            words.print_hand_out_note(),
        ),
    ]
    .concat();
    dialog(words, "print", words.print_title(), &body)
}

fn copy(words: Words, of: &str) -> String {
    format!(
        "<button type=\"button\" data-copy=\"{of}\" data-testid=\"copy-{of}\">{}</button>",
        words.copy()
    )
}

pub(super) fn dialog(words: Words, name: &str, title: &str, body: &str) -> String {
    format!(
        "<dialog class=\"dialog\" id=\"{name}-dialog\" data-testid=\"{name}-dialog\" aria-labelledby=\"{name}-title\">\
         <button type=\"button\" class=\"close\" data-close=\"{name}\">{}</button><h2 id=\"{name}-title\">{title}</h2>{body}\
         <p class=\"said\" role=\"status\" data-testid=\"{name}-said\"></p></dialog>",
        words.close()
    )
}
