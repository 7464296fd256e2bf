//! How a paragraph, an article or an event read when the reader saw it last.

use std::sync::Arc;

use crate::command::Context;
use crate::desk::{Area, Begin, Item, Pane};
use crate::model::{Briefing, Target};
use crate::text::{Sheet, Typesetting};

use super::super::footer::{Now, Offers};
use super::super::stack::Room;
use super::super::step::Step;
use super::super::words;
use super::{Component, Peek, Scene, card_offers};

/// The former words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    target: Target,
    sheet: Arc<Sheet>,
}

impl Before {
    /// What `target` said, which says something else now.
    pub(in crate::app) fn new(target: Target, former: &str, setting: &Typesetting) -> Self {
        let sheet = Arc::new(setting.former(&target, former));
        Self { target, sheet }
    }
}

impl Component for Before {
    fn context(&self) -> Context {
        Context::Card
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::BEFORE.to_owned()
    }

    fn items(&self, _scene: &Scene) -> (Vec<Item>, Begin) {
        (vec![Item::Ready(Arc::clone(&self.sheet))], Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        card_offers(now, false)
    }

    /// There is nothing behind it.
    fn follow(&self, _pane: &Pane, _scene: &Scene) -> Vec<Step> {
        vec![Step::Close]
    }

    fn subject(&self, _pane: &Pane) -> Option<Target> {
        Some(self.target.clone())
    }

    /// What the reader saw and when is nothing for a class.
    fn is_private(&self) -> bool {
        true
    }

    /// Where a look at a link is, too.
    fn frame(&self, room: &Room, rows: Option<usize>) -> Area {
        Peek(self.target.clone()).frame(room, rows)
    }
}
