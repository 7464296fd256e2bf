//! The shelf: several briefings under one path, to choose from.

use std::sync::Arc;

use crate::desk::Item;
use crate::text::words::{also_in, edition_of};
use crate::text::{Element, Face, Rich, Role, Sheet};

/// A briefing on the shelf.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Volume {
    /// Its title.
    pub title: String,
    /// Its id: the folder's or the file's name.
    pub id: String,
    /// A paragraph on it.
    pub summary: String,
    /// Its language, a BCP 47 tag.
    pub language: String,
    /// The id of the briefing that it is an edition of.
    pub edition_of: Option<String>,
}

impl Volume {
    /// Whether what a shelf shows of this one names the other, or may.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        let of = |one: &Self, other: &Self| one.edition_of.as_ref() == Some(&other.id);
        of(self, other) || of(other, self)
    }
}

/// The items of a shelf.
pub(super) fn items(volumes: &[Volume]) -> Vec<Item> {
    // Most shelves have no editions: they are not looked for once for each briefing.
    let has_editions = volumes.iter().any(|volume| volume.edition_of.is_some());
    let near = if has_editions { volumes } else { &[] };
    volumes.iter().map(|volume| item(volume, near)).collect()
}

/// What a shelf shows of a briefing, and of its editions among `all`.
pub(super) fn item(volume: &Volume, all: &[Volume]) -> Item {
    let Volume { title, id, summary, language, edition_of: of } = volume;
    let mut sheet = Sheet::default();
    let face = Face { strong: true, ..Role::Heading.into() };
    let mut head = Rich::new(title, face);
    head.push(&format!("  {id}"), Role::Faint);
    sheet.push(Element::new(head));
    let mut lines = Vec::new();
    if let Some(of) = of {
        let original = all.iter().find(|other| other.id == *of);
        lines.push(edition_of(language, original.map_or(of, |original| &original.title)));
    }
    let editions = all.iter().filter(|other| other.edition_of.as_ref() == Some(id));
    lines.extend(editions.map(|other| also_in(&other.language, &other.title)));
    for line in lines {
        sheet.push(Element::new(Rich::new(&line, Role::Faint)));
    }
    sheet.push(Element::new(Rich::new(summary, Role::Body)));
    Item::Ready(Arc::new(sheet))
}
