//! What a book consists of: the package document of an EPUB.

use std::collections::HashMap;

use super::super::archive::EPUB;
use super::super::document::Document;
use super::super::error::ReadError;
use super::super::html;
use super::super::xml::{Element, Xml, XmlReader};

/// A package document.
#[derive(Default)]
pub(super) struct Package {
    /// What the book says of itself: a document without text.
    pub(super) facts: Document,
    /// The path of each part, by its id, and whether it is text of the book.
    parts: HashMap<String, (String, bool)>,
    /// The ids of the chapters, in order.
    spine: Vec<String>,
    /// The paths of the pages that a guide says to be no text: cover, table of contents.
    guide: Vec<String>,
}

impl Package {
    /// Reads it.
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let mut xml = XmlReader::new(text, EPUB);
        let mut package = Self::default();
        let mut said = String::new();
        while let Some(event) = xml.next()? {
            match event {
                Xml::Start(element) => {
                    said.clear();
                    package.element(&element);
                }
                Xml::Text(text) => said.push_str(&text),
                Xml::End(name) => {
                    let text = said.split_whitespace().collect::<Vec<_>>().join(" ");
                    said.clear();
                    if !text.is_empty() {
                        package.fact(&name, text);
                    }
                }
            }
        }
        Ok(package)
    }

    fn element(&mut self, element: &Element) {
        let get = |key| element.attribute(key).unwrap_or_default();
        match element.name.as_str() {
            "item" => {
                let properties: Vec<&str> = get("properties").split_whitespace().collect();
                let kind = get("media-type");
                let page =
                    matches!(kind, "application/xhtml+xml" | "text/html" | "text/x-oeb1-document");
                let around = properties.contains(&"nav") || properties.contains(&"cover-image");
                let id = get("id").to_owned();
                let named = matches!(
                    id.to_ascii_lowercase().as_str(),
                    "cover" | "cover-page" | "coverpage"
                );
                self.parts.insert(id, (html::decoded(get("href")), page && !around && !named));
            }
            "itemref" => self.spine.push(get("idref").to_owned()),
            "reference" if matches!(get("type"), "cover" | "toc") => {
                let path = html::decoded(get("href"));
                self.guide.push(path.split('#').next().unwrap_or_default().to_owned());
            }
            _ => {}
        }
    }

    fn fact(&mut self, name: &str, text: String) {
        let facts = &mut self.facts;
        match name {
            "title" if facts.title.is_empty() => facts.title = text,
            "creator" => facts.authors.push(text),
            "publisher" => facts.publisher = facts.publisher.take().or(Some(text)),
            "language" => facts.language = facts.language.take().or(Some(text)),
            "date" => facts.date = facts.date.take().or(Some(text)),
            _ => {}
        }
    }

    /// The paths of the chapters, in the order in which they are read, each once.
    pub(super) fn chapters(&self) -> Vec<String> {
        let mut paths: Vec<String> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for (path, is_text) in self.spine.iter().filter_map(|id| self.parts.get(id)) {
            if *is_text && !self.guide.contains(path) && seen.insert(path) {
                paths.push(path.clone());
            }
        }
        paths
    }
}
