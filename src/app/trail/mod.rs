//! Where a reader was, to come back to: the trail of a browser.

use crate::desk::{LinkOfItem, PaneId, Row};
use crate::model::{BlockIx, SectionIx, Target};

use super::stack::Overlay;

/// How many places the trail keeps in either direction.
const DEPTH: usize = 200;

/// How many items the overlays of all places behind, or of all ahead, may have together. One that
/// shows what a search found may have thousands, and each place has a copy.
const ITEMS: usize = 20_000;

/// A place that was left.
#[derive(Debug, Clone)]
pub(in crate::app) struct Waypoint {
    pub section: SectionIx,
    /// The block in focus.
    pub block: Option<BlockIx>,
    pub active: PaneId,
    /// Cursor, height on the screen in rows, and chosen link of each pane.
    pub panes: [(Row, usize, Option<LinkOfItem>); 3],
    pub chosen: [Option<Target>; 3],
    /// What lay over the panes.
    pub overlays: Vec<Overlay>,
}

impl Waypoint {
    /// How many items lay over it.
    fn items(&self) -> usize {
        self.overlays.iter().map(|overlay| overlay.pane().items().len()).sum()
    }
}

/// The places behind and ahead.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct Trail {
    past: Vec<Waypoint>,
    future: Vec<Waypoint>,
}

impl Trail {
    /// Remembers a place that is about to be left. What was ahead is forgotten.
    pub(in crate::app) fn leave(&mut self, place: Waypoint) {
        self.future.clear();
        push(&mut self.past, place);
    }

    /// The place before; `here` becomes the one ahead.
    pub(in crate::app) fn back(&mut self, here: Waypoint) -> Option<Waypoint> {
        let place = self.past.pop()?;
        push(&mut self.future, here);
        Some(place)
    }

    /// The place ahead; `here` becomes the one before.
    pub(in crate::app) fn forward(&mut self, here: Waypoint) -> Option<Waypoint> {
        let place = self.future.pop()?;
        push(&mut self.past, here);
        Some(place)
    }

    /// The places behind and those ahead, the nearest last.
    pub(in crate::app) fn places(&self) -> (&[Waypoint], &[Waypoint]) {
        (&self.past, &self.future)
    }

    /// Whether there is a place before, and one ahead.
    pub(in crate::app) fn ends(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }
}

fn push(places: &mut Vec<Waypoint>, place: Waypoint) {
    if places.len() >= DEPTH {
        places.remove(0);
    }
    places.push(place);
    // The farthest places lose what lay over them; where they were they keep.
    let mut items = 0;
    for place in places.iter_mut().rev() {
        items += place.items();
        if items > ITEMS {
            place.overlays.clear();
        }
    }
}
