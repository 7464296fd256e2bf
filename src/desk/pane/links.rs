//! What of a pane can be followed where it is seen: the links in its lines, and the entries that lead
//! somewhere as a whole.

use crate::text::{Link, columns};

use super::super::item::Item;
use super::{LayoutContext, Pane, Row, Seen};

/// Something to follow, where it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SeenLink {
    /// The row, counted from the first that is seen.
    pub row: usize,
    /// The column of its first word there, counted from the pane's left; `None` for an entry.
    pub column: Option<usize>,
    /// The item that it is in, counted from 0.
    pub item: usize,
    /// Its number in the item; `None` for an entry.
    pub link: Option<usize>,
}

impl Pane {
    /// The links and entries on screen, in the order of reading; where the item under the cursor is
    /// shown alone, those of it.
    pub(crate) fn links_seen(&self) -> Vec<SeenLink> {
        if self.single { found_in(self.alone()) } else { found_in(self.seen()) }
    }

    /// Where a link of an item leads, or the item itself.
    pub(crate) fn link_of(&self, item: usize, link: Option<usize>) -> Option<Link> {
        match link {
            Some(link) => self.laid(item)?.links.get(link).cloned(),
            None => self.items.get(item)?.link(),
        }
    }

    /// Takes the cursor to an item where it stands, and chooses a link of it or none. Answers whether
    /// the focus stops there.
    pub(crate) fn choose_in(
        &mut self,
        item: usize,
        link: Option<usize>,
        layout: &LayoutContext,
    ) -> bool {
        let stops = self.stops(item, layout);
        if stops {
            self.cursor = Row { item, line: 0 };
            self.choose(link, layout);
        }
        stops
    }
}

fn found_in<'a>(rows: impl Iterator<Item = Seen<'a>>) -> Vec<SeenLink> {
    let mut found: Vec<SeenLink> = Vec::new();
    for (row, seen) in rows.enumerate() {
        let Some(line) = seen.line else { continue };
        let item = seen.number;
        let mut add = |column, link| {
            // A link that is broken over lines is one link.
            if !found.iter().rev().any(|one| one.item == item && one.link == link) {
                found.push(SeenLink { row, column, item, link });
            }
        };
        if seen.links.is_empty() && is_entry(seen.item) {
            add(None, None);
        }
        let mut column = 0;
        for segment in &line.segments {
            if segment.link.is_some() {
                add(Some(column), segment.link);
            }
            column += columns(&segment.words);
        }
    }
    found
}

/// Whether Enter follows the item as a whole. From a card it leads to who cites it, which is no place
/// on the screen.
fn is_entry(item: &Item) -> bool {
    match item {
        Item::Card(_) | Item::Cited(..) | Item::Law(_) => false,
        Item::Found(_) => true,
        item => item.link().is_some(),
    }
}
