//! The table of contents.

use std::sync::Arc;

use crate::command::Context;
use crate::desk::{Begin, Item};
use crate::model::{BlockIx, Briefing, InstrumentIx, SectionIx, Target};
use crate::text::Link;

use super::super::footer::{Now, Offers};
use super::super::words;
use super::{Component, Scene, list_offers};

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

    /// Sections and headings with what of them was read; the cursor begins at the one that is read.
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
        (items, Begin::at(current))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        list_offers(now)
    }
}
