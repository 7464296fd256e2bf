//! Where an anchor leads.

use std::ops::Range;

use crate::model::{BlockIx, Target};

/// Where an anchor leads. The bytes are of [`crate::model::Block::logical`]; an anchor to a
/// block as a whole has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// In the block that it names.
    At {
        /// The block.
        block: BlockIx,
        /// The words in it.
        bytes: Option<Range<usize>>,
    },
    /// In another block, which an anchor made anew would name.
    Moved {
        /// The block.
        block: BlockIx,
        /// The words in it.
        bytes: Option<Range<usize>>,
    },
    /// On an article, an actor or anything else that has a card of its own.
    Card(Target),
    /// Nowhere: the words are gone.
    Adrift {
        /// The block that they were in, if there still is one that is surely the same; the article, of a provision.
        near: Option<Target>,
    },
}

impl Resolution {
    /// The block, if it is one that was found.
    pub fn block(&self) -> Option<BlockIx> {
        match self {
            Self::At { block, .. } | Self::Moved { block, .. } => Some(*block),
            Self::Card(_) | Self::Adrift { .. } => None,
        }
    }

    /// What was found, with the words in it.
    pub(crate) fn place(&self) -> Option<(Target, Option<Range<usize>>)> {
        match self {
            Self::At { block, bytes } | Self::Moved { block, bytes } => {
                Some((Target::Block(*block), bytes.clone()))
            }
            Self::Card(target) => Some((target.clone(), None)),
            Self::Adrift { .. } => None,
        }
    }
}
