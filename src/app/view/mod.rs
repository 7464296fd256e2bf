//! The views that show the briefing as a whole: each takes the screen in place of the panes.
//!
//! A view is a [`View`] with a state of its own and a [`Pane`] of items, which are made of the state
//! and the briefing. What moves in a list moves in every view; the keys that only one view has
//! change its state, and its items are made again.

mod choice;
mod class;
mod compare;
mod evidence;
mod matrix;
mod relations;
mod timeline;
mod title;

pub use choice::Choice;
pub use class::Class;
pub use compare::Compare;
pub use matrix::{Cell, Head, Matrix};
pub use relations::{Picture, Relations, Sample, Spot, Tie};
pub use timeline::Timeline;

use crate::command::Command;
use crate::model::BlockIx;
use crate::text::Setting;

use super::{Coverage, Item, Overlay, Pane, Reader, View};
use crate::desk::{Area, text_column};

/// What the items of a view are made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub setting: Setting<'a>,
    /// The block in focus.
    pub focus: Option<BlockIx>,
    /// What was read.
    pub read: &'a Coverage,
    /// Columns and rows between header and footer.
    pub room: (usize, usize),
}

/// What a view made of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Acted {
    /// It does not know the command: it moves in the pane.
    No,
    /// The state is another; the items are to be made again, and the cursor goes to one of them.
    Changed(Option<usize>),
    /// The state is another; the items are to be made again, and the cursor goes where the view says
    /// that it begins.
    Begun,
}

impl View {
    /// The items of the view's pane, and the one that the cursor begins at.
    pub(super) fn items(&self, scene: &Scene) -> (Vec<Item>, usize) {
        match self {
            Self::Title => (title::items(scene), 0),
            Self::Compare(compare) => compare.items(scene),
            Self::Comparisons(near) => compare::all(*near, scene),
            Self::Timeline(timeline) => timeline.items(scene),
            Self::Relations(relations) => relations.items(scene),
            Self::Evidence(at) => evidence::items(*at, scene),
            Self::Class(class) => class.items(scene),
            Self::Choice(choice) => choice.items(scene),
            _ => (Vec::new(), 0),
        }
    }

    /// Carries out a command that only this view has.
    pub(super) fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        match self {
            Self::Compare(compare) => compare.act(command, pane),
            Self::Timeline(timeline) => timeline.act(command, pane, scene),
            Self::Matrix(matrix) => matrix.act(command, scene),
            Self::Relations(relations) => relations.act(command, pane, scene),
            Self::Evidence(at) => evidence::act(at, command, scene),
            Self::Class(class) => class.act(command, pane, scene),
            _ => Acted::No,
        }
    }

    /// Makes what depends on the view's room for the room that there is now. Whether the items are to
    /// be made again.
    pub(super) fn reshape(&mut self, scene: &Scene) -> bool {
        match self {
            Self::Relations(relations) => relations.reshape(scene),
            Self::Compare(compare) => compare.fit(scene),
            _ => false,
        }
    }

    /// Where a view's text goes in the body of the screen.
    pub(super) fn content(&self, body: Area, measure: usize) -> Area {
        match self {
            Self::Compare(compare) => compare.content(body),
            Self::Matrix(_) => body.margin(2),
            Self::Relations(relations) => relations.content(body, measure),
            _ => text_column(body, measure),
        }
    }

    /// What the header says at its right end: counts, a place, a filter.
    pub fn status(&self, reader: &Reader, pane: &Pane) -> String {
        match self {
            Self::Compare(compare) => compare.status(),
            Self::Timeline(timeline) => timeline.status(reader.setting(), pane),
            Self::Matrix(matrix) => matrix.status(),
            Self::Relations(relations) => relations.status(reader.briefing(), pane),
            Self::Class(class) => class.status(reader.briefing()),
            _ => String::new(),
        }
    }
}

impl Overlay {
    /// A view with its items.
    pub(super) fn view(view: View, scene: &Scene) -> (Self, usize) {
        let (items, at) = view.items(scene);
        let pane = match view {
            // What came before and after stays in sight.
            View::Timeline(_) => Pane::new(items),
            _ => Pane::list(items),
        };
        (Self { view, pane }, at)
    }
}
