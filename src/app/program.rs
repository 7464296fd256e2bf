//! The program as a whole: how it looks, how one layer is closed, how it is left.

use crate::command::{Command, Look, Program};
use crate::desk::MEASURE;

use super::step::Step;
use super::{App, Effect, Options, words};

impl App {
    /// How it looks.
    pub(super) fn look(&mut self, command: Look) -> Vec<Step> {
        let before = self.options;
        let said = match command {
            Look::Zen => self.take_layout(before.zen.next()),
            Look::Present => {
                let said = self.present();
                let below = match (before.presents(), self.options.presents()) {
                    (false, true) => Some(words::PRESENTS_BELOW),
                    (true, false) => Some(words::PANES_BELOW),
                    _ => None,
                };
                let below = below.filter(|_| self.layers().0.is_some());
                said.or_else(|| below.map(str::to_owned))
            }
            Look::Blank => return self.make_blank(),
            Look::Teacher => {
                self.set(|options| options.teacher = !options.teacher);
                Some(words::cues(self.options.teacher, self.options.presents()).to_owned())
            }
            Look::Hyphens => {
                self.set(|options| options.hyphens = !options.hyphens);
                Some(words::hyphens(self.options.hyphens).to_owned())
            }
            Look::Wider => Some(self.set_measure(|now| now + 4)),
            Look::Narrower => Some(self.set_measure(|now| now.saturating_sub(4))),
            Look::UsualWidth => Some(self.set_measure(|_| MEASURE)),
            Look::Theme => return vec![Step::Do(Effect::NextTheme)],
        };
        self.keeping.keep_options(&before, &self.options);
        let mut steps = Vec::new();
        if matches!(command, Look::Teacher | Look::Zen | Look::Present) {
            steps = self.show_anew();
        }
        steps.extend(said.map(Step::Say));
        steps
    }

    /// Takes another width, reckoned from the one that is seen. What the pane has no room for is not seen.
    fn set_measure(&mut self, other: impl FnOnce(usize) -> usize) -> String {
        let room = self.room_for_text();
        let columns = Options::bounded(other(self.options.measure.min(room)));
        if columns <= room || columns == MEASURE {
            self.set(|options| options.measure = columns);
        }
        if columns > room { words::only_columns(room) } else { words::up_to_columns(columns) }
    }

    /// The program as a whole.
    pub(super) fn run_program(&mut self, command: Program) -> Vec<Step> {
        let effect = match command {
            Program::Reload => {
                let reload = self.reader.is_some().then_some(Step::Do(Effect::Reload));
                return reload.into_iter().collect();
            }
            Program::EditFile => {
                self.keep_place(true);
                let edited = self.edited_here().map(|place| Step::Do(Effect::EditFile(place)));
                return edited.into_iter().collect();
            }
            Program::Redraw => Effect::Redraw,
            Program::Suspend => Effect::Suspend,
            Program::Close => return self.close(),
            // Whoever closed something has closed it by now.
            Program::CloseOrQuit | Program::Quit => Effect::Quit,
        };
        if effect != Effect::Redraw {
            self.keep_place(true);
        }
        vec![Step::Do(effect)]
    }

    /// What a command means where the reader is: one that closes or leaves does the one or the other.
    pub(super) fn meant_here(&self, command: Command) -> Command {
        let closes = match self.stack.view() {
            Some(view) => !view.is_first_page(),
            None => self.chooses_words(),
        };
        match command {
            Command::Program(Program::CloseOrQuit) if closes => Program::Close.into(),
            Command::Program(Program::CloseOrQuit) => Program::Quit.into(),
            other => other,
        }
    }

    /// Closes one layer: what lies on top, what went wrong, a chosen link, a search.
    fn close(&mut self) -> Vec<Step> {
        let closed = self.stack.pop().is_some()
            || self.notices.see()
            || self.class.see_countdown()
            || self.reader.as_mut().is_some_and(super::Reader::release);
        if closed { Vec::new() } else { self.finding.end().unwrap_or_default() }
    }
}
