//! What a section's paragraphs rest on, at a glance.

use std::sync::Arc;

use crate::command::{Command, Context, Follow, Motion, Program, Views};
use crate::desk::{Begin, Item, Pane};
use crate::model::{Block, BlockIx, Briefing, Evidence, SectionIx};
use crate::text::Typesetting;

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Acted, Component, Scene};

/// What a section rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionEvidence(pub(in crate::app) SectionIx);

impl Component for SectionEvidence {
    fn context(&self) -> Context {
        Context::Evidence
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::EVIDENCE.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        (items(self.0, scene), Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        now.offers()
            .add(Motion::NextParagraph)
            .add(Follow::Follow)
            .add(Program::Close)
            .add(Views::Help)
    }

    /// Goes to the section after or before.
    fn act(&mut self, command: Command, _pane: &Pane, scene: &Scene) -> Acted {
        let next = match command {
            Command::Motion(Motion::NextSection) => Some(self.0.get() + 1),
            Command::Motion(Motion::PreviousSection) => self.0.get().checked_sub(1),
            _ => return Acted::No,
        };
        let sections = scene.setting.briefing.sections.len();
        if let Some(next) = next.filter(|next| *next < sections) {
            self.0 = SectionIx::new(next);
            return Acted::Changed(Some(0));
        }
        Acted::Changed(None)
    }
}

/// The section's paragraphs by kind of evidence, the least sure first; then its editor's notes.
fn items(at: SectionIx, scene: &Scene) -> Vec<Item> {
    let setting = scene.setting;
    let Some(section) = setting.briefing.sections.get(at.get()) else {
        return vec![Item::from_words(words::NO_SECTIONS)];
    };
    let blocks: Vec<(BlockIx, &Block)> = section
        .blocks
        .iter()
        .enumerate()
        .map(|(n, block)| (BlockIx::new(at, n), block))
        .filter(|(_, block)| block.is_numbered())
        .collect();
    let mut items = vec![Item::Label(Arc::new(setting.evidence_summary(at)))];
    items.push(Item::Label(Arc::new(Typesetting::evidence_order())));
    let kinds = Evidence::ALL.iter().map(|(kind, ..)| Some(*kind)).chain([None]);
    for kind in kinds {
        let mut here: Vec<_> = blocks
            .iter()
            .filter(|(_, block)| block.evidence == kind && block.is_statement())
            .collect();
        if here.is_empty() {
            continue;
        }
        // The least sure first; the sort keeps the order of reading among equals.
        here.sort_by_key(|(_, block)| std::cmp::Reverse(block.confidence));
        items.push(Item::Label(Arc::new(setting.evidence_heading(kind, here.len()))));
        items.extend(here.into_iter().map(|(at, _)| Item::Evidence(*at)));
    }
    let notes: Vec<_> = blocks.iter().filter(|(_, block)| block.is_note()).collect();
    if !notes.is_empty() {
        items.push(Item::Label(Arc::new(setting.notes_heading(notes.len()))));
        items.extend(notes.into_iter().map(|(at, _)| Item::Evidence(*at)));
    }
    items
}
