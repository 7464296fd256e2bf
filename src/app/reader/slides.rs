//! One paragraph on the screen at a time: what is shown with it, and how it is turned.

use crate::command::Motion;
use crate::desk::{Area, Pane, PaneId, Slide};
use crate::model::BlockIx;
use crate::text::{Line, Measure, Rich, Role, wrap};

use super::Reader;

impl Reader {
    /// The block that shows `at`: where one block is shown at a time, a cue is shown with another.
    pub(super) fn slide_of(&self, at: BlockIx) -> BlockIx {
        let is_on_another = self.options.presents() && self.briefing.block(at).is_cue();
        if is_on_another { self.setting().slide_of(at) } else { at }
    }

    /// The heading that the block in focus stands under, in lines of so many columns, and whether that
    /// block is the first below it.
    pub(crate) fn heading(&self, width: usize) -> (Vec<Line>, bool) {
        let (setting, at) = (self.setting(), self.focus().map_or(0, BlockIx::get));
        let mut before = self.blocks().iter().take(at).rev();
        let mut is_first = true;
        let heading = before.find(|block| {
            is_first = is_first && !setting.is_read(block);
            block.is_heading()
        });
        let text = heading.and_then(|block| block.texts().first().copied());
        let words = text.map_or("", |text| text.plain.as_str());
        let lines = wrap(
            &Rich::new(words, Role::Heading),
            &Measure { width, hyphens: None, unbroken: false },
        );
        (lines, is_first)
    }

    /// The rows that the heading leaves to the paragraph in focus, in the column of both.
    pub(super) fn slide(&self, column: Area) -> Area {
        let (heading, _) = self.heading(column.width.into());
        Slide::room(column, heading.len())
    }

    /// With one paragraph on the screen, the next one is the next page; but first the rest of it.
    pub(super) fn next_slide(&mut self) {
        if !self.on_pane(PaneId::Text, Pane::page_alone) {
            self.move_by(Motion::NextParagraph);
        }
    }

    pub(super) fn previous_slide(&mut self) {
        if self.on_pane(PaneId::Text, Pane::page_back_alone) {
            return;
        }
        let before = (self.section, self.focus());
        self.move_by(Motion::PreviousParagraph);
        if (self.section, self.focus()) != before {
            self.on_pane(PaneId::Text, Pane::end_alone);
        }
    }
}
