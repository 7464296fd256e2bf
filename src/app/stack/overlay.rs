//! Something that lies over the panes: a view, and the pane that shows it.

use crate::desk::{Area, Pane, Screen, Size};
use crate::model::Briefing;

use super::super::view::{Scene, View};

/// Something that lies over the panes.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// What it is.
    pub view: View,
    pub(super) pane: Pane,
}

/// The room that there is for an overlay.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct Room {
    pub screen: Screen,
    pub size: Size,
    /// The column of text that is read below it.
    pub text: Area,
    /// The row of the screen that is being read.
    pub eye: u16,
    /// The widest line of the narrative, in columns.
    pub measure: usize,
}

impl Overlay {
    /// A view with its items.
    pub(in crate::app) fn new(view: View, scene: &Scene) -> Self {
        let (items, begin) = view.items(scene);
        let pane = if view.looks_ahead() { Pane::new(items) } else { Pane::list(items) };
        Self { view, pane: pane.beginning(begin) }
    }

    /// A view that needs no briefing, with what it shows.
    pub(in crate::app) fn bare(view: View, pane: Pane) -> Self {
        Self { view, pane }
    }

    /// A copy to keep, which is laid out anew when it is shown again.
    pub(in crate::app) fn without_layout(&self) -> Self {
        let mut copy = self.clone();
        copy.pane.forget();
        copy.pane.forget_chosen();
        copy
    }

    /// What it shows.
    pub fn pane(&self) -> &Pane {
        &self.pane
    }

    /// Its title, and what goes with it: how often its subject is cited.
    pub fn titles(&self, briefing: Option<&Briefing>) -> (String, String) {
        let detail = briefing.map_or_else(String::new, |briefing| self.view.detail(briefing));
        (self.title(briefing), detail)
    }

    /// Its title.
    pub fn title(&self, briefing: Option<&Briefing>) -> String {
        self.view.title(briefing)
    }

    /// Its frame on the screen, no higher than it needs.
    pub(in crate::app) fn frame(&self, room: &Room) -> Area {
        self.view.frame(room, self.pane.rows())
    }

    /// Where its text goes: inside its frame, with margins.
    pub(in crate::app) fn content(&self, room: &Room) -> Area {
        self.view.content(self.frame(room), room.measure, self.pane.rows())
    }
}
