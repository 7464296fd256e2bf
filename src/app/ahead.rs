//! What is done while something is read aside: what can be done with what is there is done at once, and all
//! else waits, in order, with everything after it. What follows a line that was taken before the texts or the
//! names of a large briefing were ready waits as well: it is meant where that line leads.

use crate::command::{Code, Command, Edit, Key, Look, Motion, Program, Views, strokes};
use crate::desk::PaneId;

use super::loading::HeldInput;
use super::step::Step;
use super::{App, Effect, View, words};

impl App {
    /// Whether what is done now comes after something that waits.
    pub(super) fn comes_after_held(&self) -> bool {
        let waits = self.finding.waits_for_texts() || self.stack.waits_for_names();
        waits || self.loading.is_under_way() || self.loading.held() > 0
    }

    /// Takes a key while something is read, or is to be done before it.
    pub(super) fn press_ahead(&mut self, key: Key) {
        let holds = self.loading.held() > 0;
        if !holds && self.is_after_escape(key) {
            self.press_ahead(Key::plain(Code::Esc));
            self.settle();
            return self.press_ahead(Key { alt: false, ..key });
        }
        let command = self.command_ahead(key);
        let is_done = match command {
            Some(Command::Program(Program::Quit | Program::Suspend | Program::Redraw)) => true,
            Some(Command::Program(Program::Close) | Command::Edit(Edit::Cancel)) if holds => {
                let dropped = self.loading.drop_held();
                return self.notices.say(words::keys_dropped(dropped));
            }
            // In a line it would be a letter, and a view it would close.
            Some(Command::Program(Program::CloseOrQuit)) => !self.loading.may_open(),
            _ if holds => false,
            // A line was taken: all else is meant where it leads.
            Some(command) if !self.loading.is_under_way() => {
                matches!(command, Command::Program(Program::Close) | Command::Edit(Edit::Cancel))
            }
            command => command.is_some_and(|command| self.can_do_alone(command)),
        };
        if is_done {
            return self.press(key);
        }
        self.notices.forget_said();
        self.loading.hold_key(key, command);
    }

    /// Takes words that were pasted meanwhile.
    pub(super) fn paste_ahead(&mut self, words: String) {
        self.loading.hold_paste(words);
    }

    /// What a key is here; nothing if it is several.
    fn command_ahead(&self, key: Key) -> Option<Command> {
        let is_one = strokes(key).len() == 1;
        let meant = is_one.then(|| self.meant(key));
        meant.and_then(|key| self.keymap.command(self.context(), key))
    }

    /// Whether a command does with what is there what it does with the whole.
    fn can_do_alone(&self, command: Command) -> bool {
        let is_help = matches!(self.stack.view(), Some(View::Help(_)));
        let in_text = self.stack.is_empty()
            && self.reader.as_ref().is_some_and(super::Reader::is_in_text)
            && !self.chooses_words()
            && !self.shows_link_hints()
            && !self.options.presents();
        match command {
            Command::Motion(motion) => {
                (is_help && !motion.goes_elsewhere()) || (in_text && self.moves_alone(motion))
            }
            Command::Views(Views::Help)
            | Command::Program(Program::Close)
            | Command::Look(
                Look::Zen
                | Look::Hyphens
                | Look::Wider
                | Look::Narrower
                | Look::UsualWidth
                | Look::Theme,
            ) => is_help || in_text,
            _ => false,
        }
    }

    /// Whether a motion takes the reader to another line, and not out of the section.
    fn moves_alone(&self, motion: Motion) -> bool {
        let Some(before) = self.reader.as_ref().filter(|_| !motion.goes_elsewhere()) else {
            return false;
        };
        let mut after = before.clone();
        after.move_by(motion);
        let place = |reader: &super::Reader| reader.pane(PaneId::Text).place_in_it();
        after.section() == before.section() && place(&after) != place(before)
    }

    /// The next of what waits, once it can be done, and nothing that was done before is to come first: it
    /// may end the session, or have something read.
    pub(super) fn next_held(&mut self) -> Option<HeldInput> {
        let comes_first = |effect: &Effect| {
            matches!(
                effect,
                Effect::Quit
                    | Effect::Suspend
                    | Effect::Edit(_)
                    | Effect::EditFile(_)
                    | Effect::Open(_)
                    | Effect::Reload
            )
        };
        let is_taken = !self.finding.waits_to_settle() && !self.stack.waits_for_names();
        let is_free = is_taken && !self.effects.iter().any(comes_first);
        is_free.then(|| self.loading.next()).flatten()
    }

    /// Carries out what has waited.
    pub(super) fn take_held(&mut self, held: HeldInput) -> Vec<Step> {
        match held {
            HeldInput::Key(key) => {
                self.press(key);
                Vec::new()
            }
            HeldInput::Paste(words) => self.paste(&words),
        }
    }

    /// Whether something is being read aside.
    pub(crate) fn is_loading(&self) -> bool {
        self.loading.is_under_way()
    }

    /// What is said while something is read.
    pub(crate) fn loading_words(&self) -> Option<String> {
        if !self.loading.is_under_way() {
            return None;
        }
        let what = match &self.reader {
            Some(reader) if reader.is_preview() => words::THE_REST_IS_READ,
            Some(_) => words::FILES_ARE_READ,
            None => words::BRIEFING_IS_READ,
        };
        Some(match self.loading.held() {
            0 => what.to_owned(),
            held => words::keys_wait(what, held),
        })
    }
}
