//! The help screen, made from the table of commands.

use std::sync::Arc;

use crate::command::{Entry, Group, Key, TABLE};
use crate::text::{Element, Face, Rich, Role, Sheet, columns};

use super::Item;

/// Columns for the keys, before what they do.
const KEYS: usize = 20;

/// One item for each group.
pub(super) fn items(utf8: bool) -> Vec<Item> {
    Group::ALL
        .iter()
        .map(|(of, title)| Item::Ready(Arc::new(group(*of, title, utf8, |_| true))))
        .collect()
}

/// The commands of a group that are `wanted`, each with its keys, under a title.
pub(super) fn group(
    group: Group,
    title: &str,
    utf8: bool,
    wanted: impl Fn(&Entry) -> bool,
) -> Sheet {
    let mut sheet = Sheet::default();
    let face = Face { strong: true, ..Role::Heading.into() };
    sheet.push(Element::new(Rich::new(title, face)));
    for entry in TABLE.iter().filter(|entry| entry.group == group && wanted(entry)) {
        let keys: Vec<String> = entry.keys().map(|key: Key| key.label(utf8)).collect();
        let keys = keys.join("  ");
        let lead = format!("{keys}{}", " ".repeat(KEYS.saturating_sub(columns(&keys)).max(2)));
        sheet.push(Element::new(Rich::new(entry.help, Role::Body)).hung(&lead, Role::Accent));
    }
    sheet
}
