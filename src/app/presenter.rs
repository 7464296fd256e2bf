//! What a class sees on a projector: the screen can be blanked, and what is the reader's own stays out
//! of sight until it is asked for.

use crate::command::{Command, Keep, Motion, Program};
use crate::desk::Zen;

use super::finding::Around;
use super::step::Step;
use super::{App, View, words};

impl App {
    /// Whether nothing at all is shown.
    pub(crate) fn is_blank(&self) -> bool {
        self.blank
    }

    /// A key while the screen is blank shows it again, and does nothing else. Answers whether it was
    /// such a key: those that leave, suspend or redraw do as always.
    pub(super) fn unblank(&mut self, command: Option<Command>) -> bool {
        let goes_through = matches!(
            command,
            Some(Command::Program(Program::Quit | Program::Suspend | Program::Redraw))
        );
        !goes_through && std::mem::take(&mut self.blank)
    }

    /// Blanks the screen, which is there to be looked at while it is shown to a class.
    pub(super) fn make_blank(&mut self) -> Vec<Step> {
        self.blank = self.options.presents();
        let why = (!self.blank).then(|| Step::SayKeys(words::nothing_to_blank));
        why.into_iter().collect()
    }

    /// Shows the briefing to a class, from the paragraph in focus: what lies over the panes is put away,
    /// and the title page, if it is up, has been read. A view that takes the screen stays. If a class is
    /// shown it already, the panes come back.
    pub(super) fn present(&mut self) -> Option<String> {
        let title = self.stack.pop_if(|view| matches!(view, View::Title(_)));
        if self.options.presents() {
            return if title.is_some() { None } else { self.take_layout(Zen::Off) };
        }
        self.stack.retain(View::is_full);
        if let Some(reader) = &mut self.reader {
            reader.move_by(Motion::TextPane);
        }
        self.take_layout(Zen::Presenter)
    }

    /// Takes another layout. What is shown to a class begins with what it may see, whatever was asked
    /// for before; if that hides anything, answers with what is to be said.
    pub(super) fn take_layout(&mut self, zen: Zen) -> Option<String> {
        let showed = self.options.teacher || !self.keeping.listed().is_empty();
        self.set(|options| {
            options.zen = zen;
            options.teacher &= !options.presents();
        });
        if !self.options.presents() {
            return None;
        }
        self.class.hide_again();
        showed.then(|| words::cues(false, true).to_owned())
    }

    /// Whether a command is about what the reader left while that is out of sight.
    pub(super) fn is_out_of_sight(&self, command: Keep) -> bool {
        match command {
            Keep::Bookmark | Keep::Marks | Keep::Highlight | Keep::Note | Keep::Remove => {
                self.options.hides_own()
            }
            Keep::Copy | Keep::CopyText => false,
        }
    }

    /// What is shown changed: the lists are made again, and what the reader left is searched or not.
    pub(super) fn show_anew(&mut self) -> Vec<Step> {
        if self.options.hides_own() {
            self.stack.retain(|view| !matches!(view, View::Results(_)));
            self.finding.forget_origin();
        }
        self.refresh_lists();
        let Some(reader) = &self.reader else { return Vec::new() };
        let around = Around { reader, keeping: &self.keeping, top: self.stack.view() };
        self.finding.look_through_own(&around);
        self.finding.search_again(&around)
    }

    /// Takes off what no class may see, wherever it comes from.
    pub(super) fn put_own_away(&mut self) {
        if self.options.hides_own() {
            self.stack.retain(|view| !view.is_private());
        }
    }
}
