//! Moving among panes, sections and paragraphs.

use crate::command::Motion;
use crate::desk::{Moved, Pane, PaneId, Way};
use crate::model::SectionIx;

use super::Reader;

impl Reader {
    /// Moves in the active pane, or among panes and sections.
    pub(in crate::app) fn move_by(&mut self, motion: Motion) {
        let slides = self.options.presents() && self.is_in_text();
        match motion {
            Motion::PageDown if slides => self.next_slide(),
            Motion::PageUp if slides => self.previous_slide(),
            Motion::NextPane => self.turn(1),
            Motion::PreviousPane => self.turn(2),
            Motion::TextPane => self.active = PaneId::Text,
            Motion::ArticlesPane => self.active = PaneId::Articles,
            Motion::ActorsPane => self.active = PaneId::Actors,
            Motion::NextSection => _ = self.go_to_section(self.neighbour(Way::Down)),
            Motion::PreviousSection => _ = self.go_to_section(self.neighbour(Way::Up)),
            Motion::LineDown
            | Motion::LineUp
            | Motion::NextParagraph
            | Motion::PreviousParagraph
            | Motion::PageDown
            | Motion::PageUp
            | Motion::HalfDown
            | Motion::HalfUp
            | Motion::ScrollDown
            | Motion::ScrollUp
            | Motion::Start
            | Motion::End
            | Motion::NextLink
            | Motion::PreviousLink => {
                let moved = self.on_pane(self.active, |pane, layout| pane.move_by(motion, layout));
                if moved == Some(Moved::AtEnd) && self.active == PaneId::Text {
                    self.run_over(motion);
                }
            }
        }
    }

    fn turn(&mut self, by: usize) {
        let at = (self.active as usize + by) % PaneId::ALL.len();
        self.active = PaneId::ALL.get(at).copied().unwrap_or_default();
    }

    /// Reads on over the end of a section with the keys that go forward by more than a line.
    fn run_over(&mut self, motion: Motion) {
        match motion {
            Motion::PageDown | Motion::NextParagraph => {
                self.go_to_section(self.standing_neighbour(Way::Down));
            }
            Motion::PageUp | Motion::PreviousParagraph => self.go_back_over(),
            _ => {}
        }
    }

    fn go_back_over(&mut self) {
        if self.go_to_section(self.standing_neighbour(Way::Up)) == Moved::Yes {
            self.on_pane(PaneId::Text, Pane::end);
        }
    }

    /// The nearest section on the way in which the lens leaves something standing.
    fn standing_neighbour(&self, way: Way) -> Option<SectionIx> {
        let at = self.section.get();
        let sections = self.briefing.sections.len();
        let mut stands = (0..sections).map(SectionIx::new).filter(|at| self.has_standing(*at));
        match way {
            Way::Down => stands.find(|next| next.get() > at),
            Way::Up => stands.rfind(|next| next.get() < at),
        }
    }

    /// Lets go of the chosen link, goes back to the text, or lets go of the lens. Answers whether
    /// there was anything to let go of.
    pub(in crate::app) fn release(&mut self) -> bool {
        if self.pane(self.active).chosen_link().is_some() {
            self.on_pane(self.active, |pane, layout| pane.choose(None, layout));
        } else if self.active != PaneId::Text {
            self.active = PaneId::Text;
        } else if self.lens().is_some() {
            self.set_lens(None);
        } else {
            return false;
        }
        true
    }
}
