//! Stretches: what of a pane is laid out in one go. Most items are one; the card of a long law and a very long
//! paragraph have many, of which only those are laid out that are about to be seen.

use std::sync::Arc;

use crate::text::Measure;

use super::{Laid, LayoutContext, Pane, Stretch, Way};

impl Pane {
    /// How many stretches an item has.
    pub(super) fn stretches(&self, item: usize, layout: &LayoutContext) -> usize {
        self.items.get(item).map_or(1, |item| item.stretches(layout.setting.as_ref()))
    }

    /// The last stretch of an item.
    pub(super) fn last_of(&self, item: usize, layout: &LayoutContext) -> Stretch {
        Stretch { item, number: self.stretches(item, layout) - 1 }
    }

    /// The same stretch, or the last of its item if that has fewer.
    pub(super) fn nearest(&self, at: Stretch, layout: &LayoutContext) -> Stretch {
        at.min(self.last_of(at.item, layout))
    }

    /// The next stretch, of the same item or the next one.
    pub(super) fn after(&self, at: Stretch, layout: &LayoutContext) -> Option<Stretch> {
        if at.number + 1 < self.stretches(at.item, layout) {
            return Some(Stretch { number: at.number + 1, ..at });
        }
        (at.item + 1 < self.items.len()).then(|| Stretch::first_of(at.item + 1))
    }

    /// The stretch before, of the same item or the one before.
    pub(super) fn before(&self, at: Stretch, layout: &LayoutContext) -> Option<Stretch> {
        match at.number.checked_sub(1) {
            Some(number) => Some(Stretch { number, ..at }),
            None => Some(self.last_of(at.item.checked_sub(1)?, layout)),
        }
    }

    /// The next stretch of the same item that shows anything, or the one before.
    pub(super) fn along(
        &mut self,
        at: Stretch,
        way: Way,
        layout: &LayoutContext,
    ) -> Option<Stretch> {
        let mut next = at;
        loop {
            next = match way {
                Way::Down => self.after(next, layout),
                Way::Up => self.before(next, layout),
            }
            .filter(|next| next.item == at.item)?;
            if self.height_of(next, layout) > 0 {
                return Some(next);
            }
        }
    }

    /// The stretch of an item with a byte of what that says.
    pub(super) fn stretch_at(&self, item: usize, byte: usize, layout: &LayoutContext) -> Stretch {
        let number =
            self.items.get(item).map_or(0, |item| item.stretch_at(byte, layout.setting.as_ref()));
        Stretch { item, number }
    }

    /// Lays a stretch out, if it is not yet.
    pub(super) fn lay(&mut self, at: Stretch, layout: &LayoutContext) -> Option<Arc<Laid>> {
        if let Some(laid) = self.laid.get(&at) {
            return Some(Arc::clone(laid));
        }
        if at.number >= self.stretches(at.item, layout) {
            return None;
        }
        let item = self.items.get(at.item)?;
        let measure = Measure { width: self.width, hyphens: layout.hyphens, unbroken: false };
        let chosen = self.chosen_of(at.item);
        let laid = Arc::new(Laid::new(at, item, &measure, layout, chosen.as_ref()));
        self.laid.insert(at, Arc::clone(&laid));
        Some(laid)
    }

    /// How many lines are laid out: not many more than are seen, however long its items are.
    pub fn lines_laid_out(&self) -> usize {
        self.laid.values().map(|laid| laid.lines.len()).sum()
    }

    /// What of an item is laid out.
    pub(super) fn laid_of(&self, item: usize) -> impl Iterator<Item = &Laid> {
        self.laid.range(Stretch::all_of(item)).map(|(_, laid)| &**laid)
    }

    /// The rows of an item, if all of it is laid out.
    pub(super) fn rows_of(&self, item: usize) -> Option<usize> {
        let (mut rows, mut number) = (0, 0);
        loop {
            let laid = self.laid(Stretch { item, number })?;
            rows += laid.rows();
            number += 1;
            if laid.is_last() {
                return Some(rows);
            }
        }
    }

    /// Lays as much of an item out as tells whether it is higher than the pane.
    pub(super) fn measure_height(&mut self, item: usize, layout: &LayoutContext) {
        let mut lines: usize = self.laid_of(item).map(|laid| laid.lines.len()).sum();
        for number in 0..self.stretches(item, layout) {
            let at = Stretch { item, number };
            if lines > self.height {
                break;
            }
            if !self.laid.contains_key(&at) {
                lines += self.lay(at, layout).map_or(0, |laid| laid.lines.len());
            }
        }
    }
}
