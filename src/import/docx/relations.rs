//! Which parts a part of a DOCX names, and where its links lead.

use std::collections::HashMap;

use super::super::archive::{Archive, DOCX, linked};
use super::super::error::ReadError;
use super::super::xml::{Xml, XmlReader};

/// The relations of a part.
#[derive(Default)]
pub(super) struct Relations {
    /// The outside address of each link, by its id.
    pub(super) links: HashMap<String, String>,
    /// The first part of each kind: `styles`, `footnotes`.
    parts: HashMap<String, String>,
}

impl Relations {
    /// The relations of `part`; those of the whole file, if that is empty.
    pub(super) fn of(archive: &mut Archive, part: &str) -> Result<Self, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let text = archive.xml(&linked("", &format!("{folder}/_rels/{file}.rels")))?;
        let mut xml = XmlReader::new(&text, DOCX);
        let mut relations = Self::default();
        while let Some(event) = xml.next()? {
            let Xml::Start(element) = event else { continue };
            let get = |key| element.attribute(key).unwrap_or_default();
            let (target, kind) =
                (get("Target"), get("Type").rsplit('/').next().unwrap_or_default());
            if get("TargetMode") == "External" {
                relations.links.insert(get("Id").to_owned(), target.to_owned());
            } else {
                relations.parts.entry(kind.to_owned()).or_insert_with(|| linked(part, target));
            }
        }
        Ok(relations)
    }

    /// The part of a kind, or the name that it has where nothing else is said.
    pub(super) fn part(&self, kind: &str, otherwise: &str) -> String {
        self.parts.get(kind).cloned().unwrap_or_else(|| otherwise.to_owned())
    }
}
