//! What the reader left in the text: how it is shown, and where the next of it goes.

use std::ops::Range;
use std::sync::Arc;

use crate::base::sentence;
use crate::desk::{Item, Pane, PaneId};
use crate::model::BlockIx;
use crate::text::{Annotations, Origin};

use super::Reader;

/// Where in the text something would be left now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct Selection {
    pub block: BlockIx,
    /// The sentence that the line under the cursor begins in, in bytes of the block's logical text.
    pub sentence: Range<usize>,
    /// The words of the chosen link.
    pub link: Option<Range<usize>>,
    /// The reader's own note that the cursor is on, by its place among those on the block.
    pub note: Option<usize>,
}

impl Reader {
    /// Shows what the reader left, all at its place; what is on the screen stays where it is.
    pub(in crate::app) fn annotate(&mut self, annotations: Annotations) {
        if *self.annotations == annotations {
            return;
        }
        self.annotations = Arc::new(annotations);
        for pane in PaneId::ALL {
            self.on_pane(pane, Pane::refresh);
        }
    }

    /// Where the cursor is, as one who leaves something there means it.
    pub(in crate::app) fn selection(&self) -> Option<Selection> {
        let block = self.focus()?;
        let pane = self.pane(PaneId::Text);
        let words = self.briefing.block(block).logical();
        let link = pane.chosen_link().and_then(|link| pane.logical_of_link(link));
        let eye = link.clone().or_else(|| pane.logical_at_cursor()).unwrap_or(0..0);
        let note = match pane.origin() {
            Some(Origin::Note(note)) => Some(note),
            _ => None,
        };
        Some(Selection { block, sentence: sentence(&words, eye.start), link, note })
    }

    /// Goes to a block, and in it to the line with these bytes of its logical text.
    pub(in crate::app) fn go_to_words(&mut self, at: BlockIx, bytes: Option<&Range<usize>>) {
        self.go_to_block(at);
        let here = matches!(self.pane(PaneId::Text).focus(), Some(Item::Block(now)) if *now == at);
        if let Some(bytes) = bytes.filter(|_| here) {
            self.on_pane(PaneId::Text, |pane, layout| pane.go_to_logical(bytes, layout));
        }
    }
}
