//! The table of contents.

use std::sync::Arc;

use crate::command::Context;
use crate::desk::{Begin, Item, Pane};
use crate::model::{BlockIx, Briefing, InstrumentIx, SectionIx, Target};
use crate::text::{Link, Sheet};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Component, Scene, View, followed, list_offers};

/// The table of contents, which has no state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents;

impl Component for Contents {
    fn context(&self) -> Context {
        Context::List
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::CONTENTS.to_owned()
    }

    /// Sections and headings with what of them was read, instruments, and for a teacher the lessons; the
    /// cursor begins at the section or heading that is read.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let (briefing, read) = (scene.setting.briefing, scene.read);
        let mut items = Vec::new();
        let mut current = 0;
        for (s, section) in briefing.sections.iter().enumerate() {
            let at = SectionIx::new(s);
            let is_before = |block: BlockIx| scene.focus.is_some_and(|here| block <= here);
            if is_before(BlockIx::new(at, 0)) {
                current = items.len();
            }
            items.push(Item::Section(at, read.in_section(at)));
            let blocks = section.blocks.iter().enumerate();
            for (b, _) in blocks.filter(|(_, block)| block.is_heading()) {
                let block = BlockIx::new(at, b);
                if is_before(block) {
                    current = items.len();
                }
                items.push(Item::Heading(block, read.under_heading(briefing, block)));
            }
        }
        for at in (0..briefing.instruments.len()).map(InstrumentIx::new) {
            if briefing.instrument(at).articles.is_empty() {
                continue;
            }
            let of = read.articles().iter().filter(|article| article.instrument == at).count();
            let sheet = Arc::new(scene.setting.instrument_entry(at, of));
            let link = Link::Read(Target::Instrument(at));
            let is_first = !matches!(items.last(), Some(Item::Leading(..) | Item::Row(..)));
            items.push(if is_first { Item::Leading(sheet, link) } else { Item::Row(sheet, link) });
        }
        if !read.articles().is_empty() {
            let sheet = scene.setting.articles_read(read.articles().len());
            items.push(Item::Label(Arc::new(sheet)));
        }
        if let Some(lessons) = scene.setting.lessons_line(None) {
            let mut sheet = Sheet::default();
            sheet.push(lessons);
            items.push(Item::Entry(Arc::new(sheet)));
        }
        (items, Begin::at(current))
    }

    /// Enter on the lessons leads to where they were left.
    fn follow(&self, pane: &Pane, scene: &Scene) -> Vec<Step> {
        if let Some(Item::Entry(_)) = pane.focus() {
            let lessons = scene.class.place().lessons_again(scene.setting.briefing);
            return vec![Step::Close, Step::Put(View::Class(lessons))];
        }
        followed(pane).map(Step::Follow).into_iter().collect()
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }
}
