//! The help screen, made from the table of commands.

use std::sync::Arc;

use crate::command::{Context, Entry, Group, Keymap, TABLE};
use crate::desk::{Begin, Item, Pane};
use crate::model::Briefing;
use crate::text::{Element, Face, Glyphs, Rich, Role, Sheet, columns};

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Component, Scene, list_offers};

/// Columns for the keys, before what they do.
const KEYS: usize = 20;

/// The help screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// The keys that it begins at.
    pub(in crate::app) first: Group,
    /// Whether commands that lead out of the reader are left out.
    pub(in crate::app) restricted: bool,
}

impl Help {
    /// What it shows where no briefing is open.
    pub(in crate::app) fn pane(keymap: &Keymap, utf8: bool, restricted: bool) -> Pane {
        Pane::list(groups(keymap, utf8, restricted))
    }
}

impl Component for Help {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::KEYS.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let first = Group::ALL.iter().position(|(group, _)| *group == self.first);
        let utf8 = *scene.setting.glyphs == Glyphs::UNICODE;
        (groups(scene.keymap, utf8, self.restricted), Begin::at(first.unwrap_or(0)))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }
}

/// One item for each group.
fn groups(keymap: &Keymap, utf8: bool, restricted: bool) -> Vec<Item> {
    let wanted = |entry: &Entry| !(restricted && entry.command.leads_out());
    let group = |(of, title): &(Group, &str)| group(*of, title, keymap, utf8, wanted);
    Group::ALL.iter().map(|one| Item::Ready(Arc::new(group(one)))).collect()
}

/// The commands of a group that are `wanted`, each with its keys, under a title.
pub(super) fn group(
    group: Group,
    title: &str,
    keymap: &Keymap,
    utf8: bool,
    wanted: impl Fn(&Entry) -> bool,
) -> Sheet {
    let mut sheet = Sheet::default();
    let face = Face { strong: true, ..Role::Heading.into() };
    sheet.push(Element::new(Rich::new(title, face)));
    for entry in TABLE.iter().filter(|entry| entry.group == group && wanted(entry)) {
        let keys: Vec<String> = keymap.keys(entry.command).map(|key| key.label(utf8)).collect();
        let wide = keys.join("  ");
        let keys = if columns(&wide) < KEYS { wide } else { keys.join(" ") };
        let lead = format!("{keys}{}", " ".repeat(KEYS.saturating_sub(columns(&keys)).max(1)));
        sheet.push(Element::new(Rich::new(entry.help, Role::Body)).hung(&lead, Role::Accent));
    }
    sheet
}
