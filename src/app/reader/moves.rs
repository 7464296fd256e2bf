//! Moving among panes, sections and paragraphs.

use crate::app::{Pane, PaneId, Zen};
use crate::command::Command;
use crate::desk::{Moved, Way};
use crate::model::SectionIx;

use super::Reader;

impl Reader {
    /// Moves in the active pane, or among panes and sections.
    pub(in crate::app) fn act(&mut self, command: Command) {
        if self.options.zen == Zen::Presenter
            && command == Command::PageDown
            && self.active == PaneId::Text
            && self.panes[PaneId::Text as usize].page_alone()
        {
            return;
        }
        let command = match (self.options.zen, command) {
            // With one paragraph on the screen, the next one is the next page.
            (Zen::Presenter, Command::PageDown) => Command::NextParagraph,
            (Zen::Presenter, Command::PageUp) => Command::PreviousParagraph,
            _ => command,
        };
        match command {
            Command::NextPane => self.turn(1),
            Command::PreviousPane => self.turn(2),
            Command::TextPane => self.active = PaneId::Text,
            Command::ArticlesPane => self.active = PaneId::Articles,
            Command::ActorsPane => self.active = PaneId::Actors,
            Command::NextSection => {
                self.go_to_section(self.neighbour(Way::Down));
            }
            Command::PreviousSection => {
                self.go_to_section(self.neighbour(Way::Up));
            }
            Command::Pin => self.pin(),
            _ => {
                let Some(moved) = self
                    .on_pane(self.active, |pane, layout| crate::desk::apply(command, pane, layout))
                else {
                    return;
                };
                if moved == Moved::AtEnd && self.active == PaneId::Text {
                    self.run_over(command);
                }
            }
        }
    }

    fn turn(&mut self, by: usize) {
        let at = (self.active as usize + by) % PaneId::ALL.len();
        self.active = PaneId::ALL.get(at).copied().unwrap_or_default();
    }

    /// Reads on over the end of a section with the keys that go forward by more than a line.
    fn run_over(&mut self, command: Command) {
        match command {
            Command::PageDown | Command::NextParagraph => {
                self.go_to_section(self.standing_neighbour(Way::Down));
            }
            Command::PageUp | Command::PreviousParagraph => self.go_back_over(),
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
        if self.pane(self.active).link_number().is_some() {
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
