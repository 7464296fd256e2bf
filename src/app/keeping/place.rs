//! What a session keeps of its own accord: the place, what was read, how the reader likes to read.

use std::mem;

use crate::model::kept::{Change, Kept, Preference};

use super::super::reader::{Came, InView};
use super::super::{Options, Reader};
use super::{Displaced, Keeping};

impl Keeping {
    /// Takes what time it is, in Unix seconds. Answers how many have passed since the last time, if
    /// that is known.
    pub(in crate::app) fn pass(&mut self, now: i64) -> Option<i64> {
        let then = mem::replace(&mut self.now, now);
        (then != 0 && now > then).then_some(now - then)
    }

    /// What is in view has been there for so many seconds.
    pub(in crate::app) fn watch(
        &mut self,
        reader: &mut Reader,
        in_view: Vec<InView>,
        seconds: i64,
    ) {
        for address in reader.watch(in_view, seconds) {
            self.keep(Change::Read(address, self.now));
        }
    }

    /// Keeps the place if another block is in focus than the one that is kept; with `to_line`, also
    /// if only the line is another. Who leaves before the reading `began` was never in the text.
    pub(in crate::app) fn keep_place(&mut self, reader: &Reader, to_line: bool, began: bool) {
        let focus = reader.focus();
        if self.is_displaced(reader) {
            return;
        }
        self.displaced = None;
        let moved = focus != self.placed;
        let wanted = moved || (to_line && (self.kept.position.is_some() || began));
        if !wanted {
            return;
        }
        self.placed = focus;
        let Some(place) = reader.position(self.now) else { return };
        let same = |kept: &crate::model::kept::Position| {
            kept.anchor == place.anchor && kept.line == place.line
        };
        if !self.kept.position.as_ref().is_some_and(same) {
            self.keep(Change::Position(place));
        }
    }

    /// Takes the reader to where it was another day. Answers whether there is such a place.
    pub(in crate::app) fn come_back(&mut self, reader: &mut Reader) -> bool {
        let came =
            self.kept.position.as_ref().map_or(Came::Nowhere, |place| reader.come_back(place));
        self.placed = reader.focus();
        self.displaced = None;
        if came == Came::Near || (came == Came::Nowhere && self.kept.position.is_some()) {
            self.displace(reader);
        }
        came != Came::Nowhere
    }

    /// The reader is where it is only because its place is gone from the briefing, perhaps by a slip:
    /// as long as it stays there, the place that is kept is not written over.
    pub(in crate::app) fn displace(&mut self, reader: &Reader) {
        self.displaced = Some(Displaced { to: reader.focus() });
    }

    /// Whether the reader is still where it was put for want of its place.
    pub(in crate::app) fn is_displaced(&self, reader: &Reader) -> bool {
        self.displaced.as_ref().is_some_and(|displaced| displaced.to == reader.focus())
    }

    /// Takes in what was kept after all. Answers whether there is a place in it that the reader is still to
    /// come to.
    pub(in crate::app) fn catch_up(&mut self, earlier: Kept) -> bool {
        let has_place = earlier.position.is_some() && !self.came_by_part;
        let here = self.kept.position.clone().filter(|_| self.came_by_part);
        self.kept = mem::take(&mut self.kept).with_earlier(earlier);
        self.kept.position = here.or(self.kept.position.take());
        has_place
    }

    /// Keeps the place that is known once more: it was not kept as long as it might have been written
    /// over another one.
    pub(in crate::app) fn keep_place_again(&mut self) {
        if let Some(place) = self.kept.position.clone() {
            self.keep(Change::Position(place));
        }
    }

    /// Keeps every option that is another than it was, but for those that are a session's own.
    pub(in crate::app) fn keep_options(&mut self, before: &Options, now: &Options) {
        let measure = u16::try_from(now.measure).unwrap_or(u16::MAX);
        for (changed, setting) in [
            (now.measure != before.measure, Preference::Measure(measure)),
            (now.hyphens != before.hyphens, Preference::Hyphens(now.hyphens)),
        ] {
            if changed {
                self.keep(Change::Preference(setting));
            }
        }
    }
}
