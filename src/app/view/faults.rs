//! What is wrong with the briefing's files.

use std::sync::Arc;

use crate::command::{Context, Motion, Program};
use crate::desk::{Begin, Item};
use crate::model::Briefing;
use crate::text::{Element, Rich, Role, Sheet};

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Component, Scene};

/// The list of faults, which has no state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultList;

impl Component for FaultList {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::FAULTS.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let faults = scene.reader.faults().iter();
        let mut items: Vec<Item> =
            faults.map(|fault| Item::Ready(Arc::new(fault.sheet()))).collect();
        if items.is_empty() {
            let mut sheet = Sheet::default();
            sheet.push(Element::new(Rich::new(words::NO_FAULTS, Role::Body)));
            items.push(Item::Ready(Arc::new(sheet)));
        }
        (items, Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        now.offers()
            .add(Motion::NextParagraph)
            .add(Program::EditFile)
            .add(Motion::PageDown)
            .add(Program::Close)
    }
}
