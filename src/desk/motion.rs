//! The motions inside a pane, whichever it is.

use crate::command::Motion;

use super::pane::{LayoutContext, Moved, Pane, Way};

impl Pane {
    /// Carries out a motion; `None` if it is one among panes or sections.
    pub(crate) fn move_by(&mut self, motion: Motion, layout: &LayoutContext) -> Option<Moved> {
        let height = self.size().1;
        // Two rows of the last page stay in sight, so that the eye finds its place; of a low one, one.
        let page = height.saturating_sub(if height < 8 { 1 } else { 2 });
        Some(match motion {
            Motion::LineDown => self.line(Way::Down, layout),
            Motion::LineUp => self.line(Way::Up, layout),
            Motion::NextParagraph => self.item(Way::Down, layout),
            Motion::PreviousParagraph => self.item(Way::Up, layout),
            Motion::PageDown => self.page(Way::Down, page, layout),
            Motion::PageUp => self.page(Way::Up, page, layout),
            Motion::HalfDown => self.page(Way::Down, height / 2, layout),
            Motion::HalfUp => self.page(Way::Up, height / 2, layout),
            Motion::ScrollDown => self.slide(Way::Down, layout),
            Motion::ScrollUp => self.slide(Way::Up, layout),
            Motion::Start => {
                self.start(layout);
                Moved::Yes
            }
            Motion::End => {
                self.end(layout);
                Moved::Yes
            }
            Motion::NextLink => self.next_link(Way::Down, layout),
            Motion::PreviousLink => self.next_link(Way::Up, layout),
            Motion::NextSection
            | Motion::PreviousSection
            | Motion::NextPane
            | Motion::PreviousPane
            | Motion::TextPane
            | Motion::ArticlesPane
            | Motion::ActorsPane => return None,
        })
    }
}
