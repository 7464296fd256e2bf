//! What the styles of a DOCX say of the paragraphs and the words that have them.

use std::collections::HashMap;

use super::super::archive::DOCX;
use super::super::error::ReadError;
use super::super::xml::{Element, Xml, XmlReader};

/// How many styles one may be based on, through each other.
const BASES: usize = 32;

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    /// A paragraph.
    #[default]
    Text,
    /// The title of the document.
    Title,
    /// What stands below the title.
    Subtitle,
    /// A heading, 1 the greatest.
    Heading(u8),
    /// Somebody's words.
    Quote,
    /// Lines that are kept.
    Lines,
    /// A line of a table of contents.
    Contents,
}

/// A style, with what it takes from those that it is based on.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    name: String,
    base: String,
    outline: Option<u8>,
    pub(super) strong: Option<bool>,
    pub(super) emphasised: Option<bool>,
    /// The list whose points are such paragraphs.
    pub(super) list: Option<String>,
    /// How deep in it, from 0.
    pub(super) level: Option<usize>,
}

/// All styles, by their ids.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// What text is in where it says nothing else: the tags for Latin and for East Asian letters.
    pub(super) languages: [Option<String>; 2],
}

impl Styles {
    /// Reads the part that has them.
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let mut xml = XmlReader::new(text, DOCX);
        let mut styles = Self::default();
        let mut id = String::new();
        let mut style: Option<Style> = None;
        while let Some(event) = xml.next()? {
            match event {
                Xml::Start(element) if element.name == "style" => {
                    element.attribute("styleId").unwrap_or_default().clone_into(&mut id);
                    style = Some(Style::default());
                }
                Xml::Start(element) => match style.as_mut() {
                    Some(style) => style.take(&element),
                    None if element.name == "lang" => {
                        let tag = |key| element.attribute(key).map(str::to_owned);
                        styles.languages = [tag("val"), tag("eastAsia")];
                    }
                    None => {}
                },
                Xml::End(name) if name == "style" => {
                    styles
                        .styles
                        .extend(style.take().map(|style| (std::mem::take(&mut id), style)));
                }
                _ => {}
            }
        }
        Ok(styles)
    }

    /// The style of this id, with what it is based on.
    pub(super) fn get(&self, id: &str) -> Style {
        let mut found = self.styles.get(id).cloned().unwrap_or_default();
        let mut base = found.base.clone();
        for _ in 0..BASES {
            let Some(under) = self.styles.get(&base) else { break };
            found.outline = found.outline.or(under.outline);
            found.strong = found.strong.or(under.strong);
            found.emphasised = found.emphasised.or(under.emphasised);
            found.list = found.list.or_else(|| under.list.clone());
            found.level = found.level.or(under.level);
            base.clone_from(&under.base);
        }
        if found.name.is_empty() {
            id.clone_into(&mut found.name);
        }
        found
    }
}

impl Style {
    fn take(&mut self, element: &Element) {
        match element.name.as_str() {
            "name" => self.name = element.val().to_ascii_lowercase(),
            "basedOn" => element.val().clone_into(&mut self.base),
            "outlineLvl" => self.outline = element.val().parse().ok(),
            "b" => self.strong = Some(element.is_on()),
            "i" => self.emphasised = Some(element.is_on()),
            "numId" => self.list = Some(element.val().to_owned()),
            "ilvl" => self.level = element.val().parse().ok(),
            _ => {}
        }
    }

    /// What its paragraphs are.
    pub(super) fn role(&self) -> Role {
        let name = self.name.to_ascii_lowercase();
        let level = |text: &str| text.trim().parse::<u8>().ok();
        if let Some(level) = name.strip_prefix("heading").and_then(level) {
            return Role::Heading(level.clamp(1, 6));
        }
        match name.as_str() {
            "title" => Role::Title,
            "subtitle" => Role::Subtitle,
            "quote" | "intense quote" | "block text" => Role::Quote,
            "source code" | "sourcecode" | "html preformatted" | "plain code" => Role::Lines,
            _ if name.starts_with("toc ") => Role::Contents,
            _ => self
                .outline
                .filter(|level| *level < 9)
                .map_or(Role::Text, |level| Role::Heading((level + 1).min(6))),
        }
    }
}
