//! What a page says of itself in its head: title, authors, publisher, date, language, address.

use dom_query::Document as Tree;
use dom_smoothie::Readability;

use super::super::document::Document;
use super::address::resolved;

/// A document without text that has what a page says of itself.
pub(super) fn facts(page: &Tree) -> Document {
    let library =
        Readability { doc: page.clone(), doc_url: None, config: dom_smoothie::Config::default() };
    let said = library.get_article_metadata(library.parse_json_ld());
    let clean =
        |text: Option<String>| text.map(|text| one_line(&text)).filter(|text| !text.is_empty());
    Document {
        title: clean(Some(said.title)).unwrap_or_default(),
        language: clean(said.lang)
            .filter(|tag| tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')),
        authors: clean(said.byline)
            .map(|by| by.strip_prefix("By ").unwrap_or(&by).to_owned())
            .into_iter()
            .collect(),
        publisher: clean(said.site_name),
        date: clean(said.published_time),
        address: address(page),
        ..Document::default()
    }
}

/// What the relative links of a page are relative to, if it says it.
pub(super) fn base(page: &Tree, address: Option<&str>) -> Option<String> {
    let said = page.select_single("base[href]").attr("href");
    said.and_then(|base| resolved(address, &base)).or_else(|| address.map(str::to_owned))
}

/// The address that a page says to have.
fn address(page: &Tree) -> Option<String> {
    let ways = [("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")];
    ways.iter().find_map(|(element, key)| {
        let said = page.select_single(element).attr(key)?;
        resolved(None, &one_line(&said))
    })
}

fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
