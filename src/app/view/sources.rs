//! All sources, by the numbers that print and the go-to give them.

use std::sync::Arc;

use crate::command::Context;
use crate::desk::{Begin, Item};
use crate::model::{Briefing, SourceIx, Target};
use crate::text::Link;

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Component, Scene, list_offers};

/// The list of sources, which has no state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources;

impl Component for Sources {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::SOURCE_LIST.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let sources = (0..scene.setting.briefing.sources.len()).map(SourceIx::new).map(|at| {
            let sheet = Arc::new(scene.setting.numbered_source(at));
            Item::Row(sheet, Link::To(Target::Source(at)))
        });
        let mut items: Vec<Item> = sources.collect();
        if items.is_empty() {
            items.push(Item::from_words(words::NO_SOURCES));
        }
        (items, Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }
}
