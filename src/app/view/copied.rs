//! The panel with the words that were copied, for terminals that do not take them: there they are
//! taken with the mouse, which takes whatever stands beside them too.

use std::sync::Arc;

use crate::command::{Command, Context, Keep};
use crate::desk::{Area, Begin, Item, Pane};
use crate::model::Briefing;
use crate::text::{Element, Rich, Role, Sheet};

use super::super::footer::{Now, Offers};
use super::super::stack::Room;
use super::super::step::Step;
use super::super::{Effect, words};
use super::{Acted, Component, Scene, card_offers, frame_height};

/// Words that were copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    words: String,
    /// How many bytes there were to copy.
    all: usize,
    is_private: bool,
}

impl Copied {
    /// Words that were copied, of which there were `all` bytes; `is_private` if a cue, or what the reader
    /// highlighted, may be among them.
    pub(in crate::app) fn new(words: String, all: usize, is_private: bool) -> Self {
        Self { words, all, is_private }
    }

    /// What was copied.
    pub fn words(&self) -> &str {
        &self.words
    }
}

impl Component for Copied {
    fn context(&self) -> Context {
        Context::Card
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::COPIED.to_owned()
    }

    fn items(&self, _scene: &Scene) -> (Vec<Item>, Begin) {
        let mut sheet = Sheet::default();
        let mut element = Element::new(Rich::new(&self.words, Role::Body));
        element.whole = true;
        sheet.push(element);
        if self.words.len() < self.all {
            let words = words::only_the_first(self.words.len() / 1000);
            sheet.push(Element::new(Rich::new(&words, Role::Warning)).below(1));
        }
        sheet.push(Element::new(Rich::new(words::NOT_ON_CLIPBOARD, Role::Faint)).below(1));
        (vec![Item::Ready(Arc::new(sheet))], Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        card_offers(now, now.leads())
    }

    /// The whole width, with nothing beside the words; a rule above them and one below.
    fn frame(&self, room: &Room, rows: Option<usize>) -> Area {
        let body = room.screen.body;
        let height = frame_height(rows).min(body.height);
        Area { y: body.y + (body.height - height) / 2, height, ..body }
    }

    fn content(&self, frame: Area, _measure: usize, _rows: Option<usize>) -> Area {
        let inside = Area { y: frame.y + 1, height: frame.height.saturating_sub(2), ..frame };
        if inside.height > 3 { inside.below(1) } else { inside }
    }

    fn is_bare(&self) -> bool {
        true
    }

    fn is_private(&self) -> bool {
        self.is_private
    }

    /// The same keys copy the same words once more.
    fn act(&mut self, command: Command, _pane: &Pane, _scene: &Scene) -> Acted {
        match command {
            Command::Keep(Keep::Copy | Keep::CopyText) => {
                Acted::Asks(vec![Step::Do(Effect::Copy(self.words.clone()))])
            }
            _ => Acted::No,
        }
    }
}
