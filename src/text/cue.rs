//! What an author says to the teacher, among the blocks of a section or on a slide.

use crate::model::{Block, BlockIx, BlockKind, Text};

use super::origin::origin;
use super::{Element, Role, Sheet, Typesetting, words};

impl Typesetting<'_> {
    /// Adds a cue as a block of its own, if it is one here.
    pub(super) fn cue(&self, sheet: &mut Sheet, block: &Block, text: &Text) {
        if self.teacher && !self.slides {
            let origin = origin(block, text, 0);
            let cue = self.cue_element(sheet, text);
            sheet.push(cue.from(origin));
        }
    }

    fn cue_element(&self, sheet: &mut Sheet, text: &Text) -> Element {
        let lead = format!("{} {}  ", self.glyphs.cue, words::TEACHER);
        Element::new(sheet.rich(text, Role::Body)).hung(&lead, Role::Accent)
    }

    /// Adds the cues that go with a block where that is shown alone. They are blocks of their own, so
    /// that nothing is marked in them here.
    pub(super) fn cues(&self, sheet: &mut Sheet, at: BlockIx) {
        if !self.teacher || sheet.elements.is_empty() {
            return;
        }
        let blocks = &self.briefing.section(at.section).blocks;
        let is_between = |(_, block): &(usize, &Block)| !self.is_read(block);
        let before = blocks.iter().enumerate().take(at.get()).rev().take_while(is_between);
        let after = blocks.iter().enumerate().skip(at.get() + 1).take_while(is_between);
        let mut near: Vec<_> = before.chain(after).collect();
        near.sort_by_key(|(n, _)| *n);
        for (n, block) in near {
            let BlockKind::Cue(text) = &block.kind else { continue };
            if self.slide_of(BlockIx::new(at.section, n)) == at {
                let cue = self.cue_element(sheet, text);
                sheet.push(cue.below(1));
            }
        }
    }

    /// The block that a cue is shown with where one block is shown at a time: the one before it, but
    /// under the same heading if there is one; itself if there is none.
    pub(crate) fn slide_of(&self, cue: BlockIx) -> BlockIx {
        let blocks = &self.briefing.section(cue.section).blocks;
        let before = || blocks.iter().enumerate().take(cue.get()).rev();
        let after = || blocks.iter().enumerate().skip(cue.get() + 1);
        let is_here = |(_, block): &(usize, &Block)| !block.is_heading();
        let is_read = |(_, block): &(usize, &Block)| self.is_read(block);
        let under_heading = before().take_while(is_here).find(is_read);
        let found = under_heading
            .or_else(|| after().take_while(is_here).find(is_read))
            .or_else(|| before().find(is_read))
            .or_else(|| after().find(is_read));
        found.map_or(cue, |(n, _)| BlockIx::new(cue.section, n))
    }
}
