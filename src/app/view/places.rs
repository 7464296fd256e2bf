//! Places in the text, under what they have in common.

use crate::command::Context;
use crate::desk::{Begin, Item};
use crate::model::{BlockIx, Briefing, Target};

use super::super::footer::{Now, Offers};
use super::{Component, Scene, list_offers};

/// Blocks of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// What they have in common.
    pub(in crate::app) title: String,
    pub(in crate::app) blocks: Vec<BlockIx>,
    /// What all of them cite.
    pub(in crate::app) target: Target,
}

impl Component for Places {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        self.title.clone()
    }

    fn items(&self, _scene: &Scene) -> (Vec<Item>, Begin) {
        let mention = |at: &BlockIx| Item::Mention(*at, self.target.clone());
        (self.blocks.iter().map(mention).collect(), Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }
}
