//! Words that are chosen: from keys to the visual mode, from that to the pane on top, and what is done
//! with them.

use crate::command::{Command, Follow, Keep, Key, Motion, Program, Select};
use crate::desk::{LayoutContext, Pane, PaneId, Picked, Unit};

use super::keeping::{Taken, copy_chosen};
use super::step::Step;
use super::visual::Visual;
use super::{App, Overlay, View, words};

impl App {
    /// Whether words are being chosen, and nothing lies over them.
    pub(super) fn chooses_words(&self) -> bool {
        let under = self.visual.under();
        under == Some(self.stack.overlays().len()) && self.stack.prompt().is_none()
    }

    /// How many words are chosen, while the keys move their end.
    pub(crate) fn chosen_words(&self) -> Option<String> {
        self.visual.words().filter(|_| self.chooses_words()).map(words::words_chosen)
    }

    /// The byte of what its item says at which the end is that moves, while the keys move it.
    pub(crate) fn moving_end(&self) -> Option<usize> {
        self.visual.spot().filter(|_| self.chooses_words()).map(|spot| spot.byte)
    }

    /// Offers a command to what is chosen. `None` if it means here what it means everywhere.
    pub(super) fn act_on_chosen(&mut self, command: Command) -> Option<Vec<Step>> {
        if !self.chooses_words() {
            return None;
        }
        match command {
            Command::Motion(motion) => {
                self.extend_by(motion);
                Some(Vec::new())
            }
            Command::Keep(keep) => Some(self.keep_chosen(keep)),
            Command::Program(Program::Close) => Some(vec![Step::LeaveVisual]),
            _ => None,
        }
    }

    /// Begins to choose words, or chooses others.
    pub(super) fn select(&mut self, command: Select) -> Vec<Step> {
        let begins = !self.chooses_words();
        let unit = match command {
            Select::Lines => Unit::Line,
            Select::Sentences => Unit::Sentence,
            _ => Unit::Word,
        };
        let in_text = self.reader.as_ref().is_some_and(|reader| reader.active() == PaneId::Text);
        let under = self.stack.overlays().len();
        // A card is an item, and what stands below it is no part of what it says.
        let in_text =
            (in_text && under == 0) || matches!(self.stack.view(), Some(View::Instrument(_)));
        let within = (under, !in_text);
        let steps = self.on_pane_on_top(|visual, pane, layout| {
            if begins {
                return visual.begin(unit, within, pane, layout);
            }
            visual.select(command, pane, layout)
        });
        steps.unwrap_or_default()
    }

    fn extend_by(&mut self, motion: Motion) {
        self.on_pane_on_top(|visual, pane, layout| visual.move_by(motion, pane, layout));
    }

    /// Does something with the visual mode and the pane that has the keys.
    fn on_pane_on_top<T>(
        &mut self,
        act: impl FnOnce(&mut Visual, &mut Pane, &LayoutContext) -> T,
    ) -> Option<T> {
        let (visual, reader) = (&mut self.visual, self.reader.as_mut()?);
        if self.stack.is_empty() {
            return Some(reader.on_active_pane(|pane, layout| act(visual, pane, layout)));
        }
        let layout = reader.layout();
        self.stack.on_top(|pane| act(visual, pane, &layout))
    }

    /// Copies, highlights or notes what is chosen.
    fn keep_chosen(&mut self, keep: Keep) -> Vec<Step> {
        let picked = self.picked();
        let Some(reader) = &self.reader else { return Vec::new() };
        if self.is_out_of_sight(keep) {
            return vec![Step::SayKeys(words::out_of_sight)];
        }
        match keep {
            Keep::Copy => copy_chosen(Taken::Citation, reader, &picked),
            Keep::CopyText => copy_chosen(Taken::Words, reader, &picked),
            Keep::Highlight => self.keeping.highlight_chosen(reader, &picked),
            Keep::Note => self.keeping.note_chosen(reader, &picked),
            // These have no key while words are chosen.
            Keep::Bookmark | Keep::Marks | Keep::Remove => Vec::new(),
        }
    }

    fn picked(&self) -> Vec<Picked> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let pane = self.stack.top().map_or_else(|| reader.pane(reader.active()), |top| top.pane());
        pane.picked(&reader.layout())
    }

    /// What a key means in the pane below that is none of the mode's own. While letters stand on the links
    /// it puts them away. While words are chosen: what opens, finds or shows something else
    /// ends the visual mode; what only moves there would take what is chosen for nothing.
    pub(super) fn take_key_below(&mut self, key: Key) -> Option<Command> {
        if self.shows_link_hints() {
            self.link_hints.end();
            return self.keymap.command(self.context(), key);
        }
        if !self.chooses_words() {
            return None;
        }
        let command = self.keymap.command(self.context_below(), key)?;
        let ends = matches!(
            command,
            Command::Find(_)
                | Command::Views(_)
                | Command::Look(_)
                | Command::Program(_)
                | Command::Keep(Keep::Marks)
                | Command::Follow(
                    Follow::Back
                        | Follow::Forward
                        | Follow::CitedBy
                        | Follow::Peek
                        | Follow::LinkHints
                )
        );
        if ends {
            self.leave_visual();
        }
        Some(command).filter(|_| ends)
    }

    /// The visual mode is over, and nothing is chosen any more.
    pub(super) fn leave_visual(&mut self) {
        self.visual.end();
        if let Some(reader) = &mut self.reader {
            reader.choose_nothing();
            self.stack.choose_nothing(&reader.layout());
        }
    }

    /// After anything: the visual mode ends when its words go, or something but the keys lies over them.
    /// Where everything was laid out anew, the end that moves is brought into view.
    pub(super) fn tidy_visual(&mut self) {
        let Some(reader) = &self.reader else { return self.visual.end() };
        let Some(under) = self.visual.under() else {
            // A place that was left may have come back with what was chosen in it.
            let of_reader = PaneId::ALL.iter().any(|pane| reader.pane(*pane).chosen().is_some());
            let of_stack = self.stack.overlays().iter().any(|one| one.pane().chosen().is_some());
            if of_reader || of_stack {
                self.leave_visual();
            }
            return;
        };
        let overlays = self.stack.overlays();
        let pane = match under.checked_sub(1) {
            None => Some(reader.pane(reader.active())),
            Some(at) => overlays.get(at).map(Overlay::pane),
        };
        let above = overlays.get(under..).unwrap_or_default();
        let helped = matches!(above, [] | [Overlay { view: View::Help(_), .. }]);
        let stays = helped && self.stack.prompt().is_none();
        if !stays || pane.is_none_or(|pane| pane.chosen().is_none()) {
            return self.leave_visual();
        }
        if let Some(spot) = self.visual.spot().filter(|_| above.is_empty()) {
            self.on_pane_on_top(|_, pane, layout| pane.keep_spot(spot, layout));
        }
    }
}
