//! What of a pane can be followed where it is seen: the links in its lines, and the entries that lead
//! somewhere as a whole.

use crate::text::{Link, columns};

use super::super::item::Item;
use super::{LayoutContext, LinkOfItem, Moved, Pane, Row, Seen, Stretch, Way};

/// Something to follow, where it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SeenLink {
    /// The row, counted from the first that is seen.
    pub row: usize,
    /// The column of its first word there, counted from the pane's left; `None` for an entry.
    pub column: Option<usize>,
    /// The item that it is in, counted from 0.
    pub item: usize,
    /// Which of its links; `None` for an entry.
    pub link: Option<LinkOfItem>,
}

impl Pane {
    /// The links and entries on screen, in the order of reading; where the item under the cursor is
    /// shown alone, those of it.
    pub(crate) fn links_seen(&self) -> Vec<SeenLink> {
        if self.single { found_in(self.alone()) } else { found_in(self.seen()) }
    }

    /// The chosen link of the item under the cursor.
    pub(crate) fn chosen_link(&self) -> Option<LinkOfItem> {
        self.link
    }

    /// The number of the chosen link, in its stretch of the item under the cursor.
    pub fn link_number(&self) -> Option<usize> {
        self.link.map(|link| link.number)
    }

    /// Where the chosen link leads.
    pub fn link(&self) -> Option<&Link> {
        self.link_at(self.cursor.item, self.link?)
    }

    /// The links of the stretch under the cursor: of its item, but of a long law.
    pub(crate) fn links(&self) -> &[Link] {
        self.laid(self.cursor.of()).map_or(&[], |laid| &laid.links)
    }

    /// Whether the item under the cursor has links, or may have some where it is not laid out.
    pub(crate) fn has_links(&self) -> bool {
        let item = self.cursor.item;
        let has_seen = self.laid_of(item).any(|laid| !laid.links.is_empty());
        has_seen || (self.is_laid() && self.rows_of(item).is_none())
    }

    fn link_at(&self, item: usize, link: LinkOfItem) -> Option<&Link> {
        self.laid(Stretch { item, number: link.stretch })?.links.get(link.number)
    }

    /// Where a link of an item leads, or the item itself.
    pub(crate) fn link_of(&self, item: usize, link: Option<LinkOfItem>) -> Option<Link> {
        match link {
            Some(link) => self.link_at(item, link).cloned(),
            None => self.items.get(item)?.link(),
        }
    }

    /// Takes the cursor to an item where it stands, and chooses a link of it or none. Answers whether
    /// the focus stops there.
    pub(crate) fn choose_in(
        &mut self,
        item: usize,
        link: Option<LinkOfItem>,
        layout: &LayoutContext,
    ) -> bool {
        let stops = self.stops(item, layout);
        if stops {
            self.cursor = Row::new(item, 0);
            self.choose(link, layout);
        }
        stops
    }

    /// Chooses the first link of the item under the cursor. Answers whether there is one.
    pub(crate) fn choose_first(&mut self, layout: &LayoutContext) -> bool {
        let first = self.first_on(self.cursor.item, None, Way::Down, layout);
        if first.is_some() {
            self.choose(first, layout);
        }
        first.is_some()
    }

    /// Chooses the next or the previous link, in the next item that has one if need be.
    pub(crate) fn next_link(&mut self, way: Way, layout: &LayoutContext) -> Moved {
        let here = self.cursor.item;
        let next = match self.link {
            Some(link) => self.beside(link, way, layout),
            None => self.first_on(here, None, way, layout),
        };
        let (item, link) = match next {
            Some(link) => (here, link),
            None => match self.linked_item(way, layout) {
                Some(linked) => linked,
                None => return Moved::AtEnd,
            },
        };
        if item != here {
            self.cursor = Row::new(item, 0);
        }
        self.choose(Some(link), layout);
        self.show(way, false, layout);
        Moved::Yes
    }

    /// The link of the item under the cursor that comes after another one, or before it.
    fn beside(&mut self, link: LinkOfItem, way: Way, layout: &LayoutContext) -> Option<LinkOfItem> {
        let LinkOfItem { stretch, number } = link;
        let item = self.cursor.item;
        let all = self.lay(Stretch { item, number: stretch }, layout)?.links.len();
        let next = match way {
            Way::Down => Some(number + 1).filter(|next| *next < all),
            Way::Up => number.checked_sub(1).filter(|next| *next < all),
        };
        match next {
            Some(number) => Some(LinkOfItem { stretch, number }),
            None => self.first_on(item, Some(stretch), way, layout),
        }
    }

    /// The first link of an item on the way; behind a stretch of it, if there is one given.
    fn first_on(
        &self,
        item: usize,
        behind: Option<usize>,
        way: Way,
        layout: &LayoutContext,
    ) -> Option<LinkOfItem> {
        let (stretch, links) = self.linked_stretch(item, behind, way, layout)?;
        let number = if way == Way::Down { 0 } else { links - 1 };
        Some(LinkOfItem { stretch, number })
    }

    /// The first stretch of an item on the way that has links, and how many; behind another one of it, if there is
    /// one given.
    fn linked_stretch(
        &self,
        item: usize,
        behind: Option<usize>,
        way: Way,
        layout: &LayoutContext,
    ) -> Option<(usize, usize)> {
        let (setting, of) = (layout.setting.as_ref(), self.items.get(item)?);
        let linked = |number: usize| {
            let may_have = of.may_have_links(number, setting);
            let links = if may_have { of.stretch(number, setting).links.len() } else { 0 };
            (links > 0).then_some((number, links))
        };
        let all = self.last_of(item, layout).number + 1;
        match way {
            Way::Down => (behind.map_or(0, |one| one + 1)..all).find_map(linked),
            Way::Up => (0..behind.unwrap_or(all)).rev().find_map(linked),
        }
    }

    /// The nearest item on the way that has links, and the first of them. It looks only so far, for every
    /// item that it passes has to be set.
    fn linked_item(&self, way: Way, layout: &LayoutContext) -> Option<(usize, LinkOfItem)> {
        const FAR: usize = 200;
        let linked = |at: usize| {
            let first = self.first_on(at, None, way, layout)?;
            self.stops(at, layout).then_some((at, first))
        };
        match way {
            Way::Down => (self.cursor.item + 1..self.items.len()).take(FAR).find_map(linked),
            Way::Up => (0..self.cursor.item).rev().take(FAR).find_map(linked),
        }
    }

    /// Chooses a link of the item under the cursor, and takes the cursor to its line.
    pub(crate) fn choose(&mut self, link: Option<LinkOfItem>, layout: &LayoutContext) {
        self.link = link;
        if let Some(LinkOfItem { stretch, number }) = link {
            let at = Stretch { item: self.cursor.item, number: stretch };
            let first = self.lay(at, layout).and_then(|laid| laid.at.get(number).copied());
            self.cursor = first.map_or(self.cursor, |first| at.row(first));
        }
        self.keep_in(layout);
    }
}

fn found_in<'a>(rows: impl Iterator<Item = Seen<'a>>) -> Vec<SeenLink> {
    let mut found: Vec<SeenLink> = Vec::new();
    for (row, seen) in rows.enumerate() {
        let Some(line) = seen.line else { continue };
        let (item, stretch) = (seen.number, seen.stretch);
        let mut add = |column, number: Option<usize>| {
            let here = number.map(|number| LinkOfItem { stretch, number });
            // A link that is broken over lines is one link.
            if !found.iter().rev().any(|one| one.item == item && one.link == here) {
                found.push(SeenLink { row, column, item, link: here });
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
