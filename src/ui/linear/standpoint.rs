//! Where the reader is, as it is told.

use crate::app::{App, View};
use crate::command::Context;
use crate::desk::{Item, Pane, PaneId};
use crate::model::SectionIx;
use crate::text::Typesetting;

/// Where the reader is, and what is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Standpoint {
    /// Nothing is open.
    #[default]
    Nothing,
    /// The briefings to choose from.
    Shelf,
    /// A section, and the item of the text in focus.
    Text(SectionIx, usize),
    /// A side pane: what it holds, and the place of the cursor.
    Side(PaneId, Vec<Item>, usize),
    /// An instrument that is read through, in which way it is shown, and the piece in focus.
    Instrument(View, usize),
    /// A view, and what it holds.
    View(View, Vec<Item>),
}

impl Standpoint {
    pub(super) fn of(app: &App) -> Self {
        if let Some(top) = app.overlays().last() {
            if let View::Instrument(_) = top.view {
                return Self::Instrument(top.view.clone(), top.pane().cursor().item);
            }
            return Self::View(top.view.clone(), top.pane().items().to_vec());
        }
        let Some(reader) = app.reader() else {
            return if app.shelf().is_some() { Self::Shelf } else { Self::Nothing };
        };
        match reader.active() {
            PaneId::Text => Self::Text(reader.section(), reader.pane(PaneId::Text).cursor().item),
            side => {
                let pane = reader.pane(side);
                Self::Side(side, pane.items().to_vec(), pane.cursor().item)
            }
        }
    }

    /// Whether it is a list whose cursor is no part of where the reader is.
    pub(super) fn is_list(&self) -> bool {
        matches!(self, Self::Shelf | Self::View(..))
    }

    /// Whether it lies beside the text or over it.
    pub(super) fn is_aside(&self) -> bool {
        matches!(self, Self::Side(..) | Self::Instrument(..) | Self::View(..))
    }
}

/// The pane that lies beside the text or over it, where that is, and what it is set with.
pub(super) fn aside(app: &App) -> Option<(&Pane, Context, Option<Typesetting<'_>>)> {
    let setting = app.reader().map(|reader| reader.setting());
    let pane = match (app.overlays().last(), app.reader(), app.shelf()) {
        (Some(top), ..) => top.pane(),
        (None, Some(reader), _) => reader.pane(reader.active()),
        (None, None, Some((_, pane))) => pane,
        (None, None, None) => return None,
    };
    Some((pane, app.context(), setting))
}
