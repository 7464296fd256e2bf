//! The shelf: several briefings under one path, to choose from.

use std::sync::Arc;

use crate::desk::Item;
use crate::text::{Element, Face, Rich, Role, Sheet};

/// A briefing on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Its title.
    pub title: String,
    /// Its id: the folder's or the file's name.
    pub id: String,
    /// A paragraph on it.
    pub summary: String,
}

/// The items of a shelf.
pub(super) fn items(volumes: &[Volume]) -> Vec<Item> {
    volumes.iter().map(item).collect()
}

/// What a shelf shows of a briefing.
pub(super) fn item(volume: &Volume) -> Item {
    let mut sheet = Sheet::default();
    let face = Face { strong: true, ..Role::Heading.into() };
    let mut head = Rich::new(&volume.title, face);
    head.push(&format!("  {}", volume.id), Role::Faint);
    sheet.push(Element::new(head));
    sheet.push(Element::new(Rich::new(&volume.summary, Role::Body)));
    Item::Ready(Arc::new(sheet))
}
