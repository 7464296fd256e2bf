//! The sources that a text rests on.

use crate::command::Context;
use crate::desk::{Begin, Item};
use crate::model::{Briefing, CitedSource};

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Component, Scene, card_offers};

/// Some sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestsOn(pub(in crate::app) Vec<CitedSource>);

impl Component for RestsOn {
    fn context(&self) -> Context {
        Context::Card
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::RESTS_ON.to_owned()
    }

    fn items(&self, _scene: &Scene) -> (Vec<Item>, Begin) {
        (self.0.iter().cloned().map(Item::Source).collect(), Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        card_offers(now, now.leads())
    }
}
