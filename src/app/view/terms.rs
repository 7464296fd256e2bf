//! All terms, and what they mean.

use std::sync::Arc;

use crate::command::Context;
use crate::desk::{Begin, Item};
use crate::model::{Briefing, Target};
use crate::text::Link;

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Component, Scene, list_offers};

/// The list of terms, which has no state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms;

impl Component for Terms {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::TERMS.to_owned()
    }

    /// In the order of the alphabet, whatever order they are written in.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let terms = scene.setting.terms_by_name().into_iter().map(|at| {
            let sheet = Arc::new(scene.setting.term_line(at));
            Item::Row(sheet, Link::To(Target::Term(at)))
        });
        let mut items: Vec<Item> = terms.collect();
        if items.is_empty() {
            items.push(Item::from_words(words::NO_TERMS));
        }
        (items, Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }
}
