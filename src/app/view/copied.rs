//! The panel with the words that were copied, for terminals that do not take them.

use std::sync::Arc;

use crate::command::{Command, Context, Keep};
use crate::desk::{Begin, Item, Pane};
use crate::model::Briefing;
use crate::text::{Element, Rich, Role, Sheet};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::{Effect, words};
use super::{Acted, Component, Scene, card_offers};

/// Words that were copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    words: String,
    /// How many bytes there were to copy.
    all: usize,
}

impl Copied {
    /// Words that were copied, of which there were `all` bytes.
    pub(in crate::app) fn new(words: String, all: usize) -> Self {
        Self { words, all }
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
