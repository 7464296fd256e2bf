//! XML, as the parts of DOCX and EPUB are: elements by their local names, and text with its references resolved.
//! What a document type declares is not read: no entity grows.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::{Damage, ReadError, TooMuch};

/// How deep elements may be in each other.
const DEPTH: usize = 2048;

/// What comes next in a text.
pub(super) enum Xml {
    /// An element begins. One without content also ends.
    Start(Element),
    /// The element of this local name ends.
    End(String),
    /// Text.
    Text(String),
}

/// An element without its content.
pub(super) struct Element {
    /// Its name without a prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of the attribute with this local name.
    pub(super) fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str())
    }

    /// The value of `val`, in which DOCX says almost everything.
    pub(super) fn val(&self) -> &str {
        self.attribute("val").unwrap_or_default()
    }

    /// Whether a property is on, which it is where it says nothing.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.attribute("val"), Some("0" | "false" | "off" | "none"))
    }
}

/// A text that is read from its beginning to its end.
pub(super) struct XmlReader<'a> {
    reader: Reader<&'a [u8]>,
    kind: &'static str,
    depth: usize,
}

impl<'a> XmlReader<'a> {
    /// Reads `text`, a part of a file of this `kind`.
    pub(super) fn new(text: &'a str, kind: &'static str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, kind, depth: 0 }
    }

    /// What comes next, or nothing at the end.
    ///
    /// # Errors
    ///
    /// If it is no XML, or nests too deep.
    pub(super) fn next(&mut self) -> Result<Option<Xml>, ReadError> {
        loop {
            let event = self.reader.read_event().map_err(|_| Damage::NoXml { kind: self.kind })?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(TooMuch::Levels { most: DEPTH }.into());
                    }
                    Xml::Start(element(&start))
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Xml::End(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Xml::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Xml::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => {
                    let written = reference.xml10_content();
                    let c = reference.resolve_char_ref().ok().flatten();
                    Xml::Text(c.map_or_else(|| entity(&written), String::from))
                }
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }
}

fn element(start: &BytesStart) -> Element {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let read = |attribute: quick_xml::events::attributes::Attribute| {
        let key = attribute.key.local_name().as_ref().to_owned();
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned);
        (key, value)
    };
    Element {
        name: start.local_name().as_ref().to_owned(),
        attributes: attributes.map(read).collect(),
    }
}

/// What one of the entities of XML stands for; any other stays as it is written.
fn entity(name: &str) -> String {
    let known =
        [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{a0}")];
    let found = known.iter().find(|(own, _)| *own == name);
    found.map_or_else(|| format!("&{name};"), |(_, text)| (*text).to_owned())
}
