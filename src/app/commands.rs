//! What each command does: the app's side of the table.

use crate::command::Command;

use super::fitting::BARE;
use super::{App, Choice, Effect, Options, Pane, View};
use crate::desk::LayoutContext;
use crate::desk::MEASURE;

impl App {
    /// Carries out a command.
    pub(super) fn run(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Quit | Command::Suspend => {
                self.keep_place(true);
                let quit = command == Command::Quit;
                return vec![if quit { Effect::Quit } else { Effect::Suspend }];
            }
            Command::Redraw => return vec![Effect::Redraw],
            Command::Theme => return vec![Effect::NextTheme],
            Command::Reload if self.reader.is_some() => return vec![Effect::Reload],
            Command::Reload => {}
            Command::Follow if self.lists_matches() => self.take_match(),
            Command::Follow => return self.follow_here(),
            Command::Accept => return self.accept(),
            Command::Editor => return self.edit_outside(),
            Command::Copy => return self.copy_citation(),
            Command::CopyText => return self.copy_text(),
            _ if self.see(command) || self.find(command) || self.leave(command) => {}
            _ if self.look(command) => {}
            _ if self.prompt.is_some() => {
                if self.prompt.as_mut().is_some_and(|prompt| prompt.edit(command)) {
                    self.written();
                }
            }
            _ if self.act_in_view(command) => {}
            _ => self.move_by(command),
        }
        Vec::new()
    }

    /// Opens and closes what lies over the panes. Answers whether the command is one of these.
    fn see(&mut self, command: Command) -> bool {
        match command {
            Command::Help => self.toggle(View::Help),
            Command::Contents => self.toggle(View::Contents),
            Command::Faults => {
                self.toggle(View::Faults);
                self.notice = None;
            }
            Command::Title
            | Command::Compare
            | Command::Timeline
            | Command::Matrix
            | Command::Relations
            | Command::Evidence
            | Command::Class => self.open_view(command),
            Command::Comparisons => self.comparisons(),
            Command::Lens => self.lens(),
            Command::Narrow | Command::Close if self.act_in_view(command) => {}
            Command::Narrow => self.choose_for(Choice::Timeline),
            Command::Filter => self.write_filter(),
            Command::Cancel => self.cancel(),
            Command::Peek => self.peek(),
            Command::CitedBy => self.cited_by(),
            Command::Close => self.close(),
            Command::Shelf => self.go_to_shelf(),
            _ => return false,
        }
        true
    }

    /// Finds something, or goes back to it. Answers whether the command is one of these.
    fn find(&mut self, command: Command) -> bool {
        match command {
            Command::Search => self.write_search(),
            Command::NextMatch => self.next_match(1),
            Command::PreviousMatch => self.next_match(-1),
            Command::Results => self.list_matches(),
            Command::Regex | Command::ListMatches | Command::ListUp | Command::ListDown
                if self.writes_search() =>
            {
                self.act_in_search(command);
            }
            Command::GoTo => self.write_goto(""),
            Command::OpenWord => self.open_word(),
            Command::ListUp if self.writes_name() => self.move_in_list(Command::LineUp),
            Command::ListDown if self.writes_name() => self.move_in_list(Command::LineDown),
            Command::Trail => self.open_trail(),
            Command::Back => self.back(),
            Command::Forward => self.forward(),
            _ => return false,
        }
        true
    }

    /// Leaves something in the briefing. Answers whether the command is one of these.
    fn leave(&mut self, command: Command) -> bool {
        match command {
            Command::Bookmark => self.write_bookmark(),
            Command::Marks => self.open_marks(),
            Command::Highlight => self.highlight(),
            Command::Note => self.write_note(),
            Command::Remove => self.remove_mark(),
            _ => return false,
        }
        true
    }

    /// Changes how it looks. Answers whether the command is one of these.
    fn look(&mut self, command: Command) -> bool {
        match command {
            Command::Zen => self.choose(|options| options.zen = options.zen.next()),
            Command::Teacher => {
                self.choose(|options| options.teacher = !options.teacher);
                self.search_again();
                self.say(if self.options.teacher { "cues shown" } else { "cues hidden" });
            }
            Command::Hyphens => {
                self.choose(|options| options.hyphens = !options.hyphens);
                self.say(if self.options.hyphens { "hyphens on" } else { "hyphens off" });
            }
            Command::Wider => self.set_measure(self.options.measure + 4),
            Command::Narrower => self.set_measure(self.options.measure.saturating_sub(4)),
            Command::UsualWidth => self.set_measure(MEASURE),
            _ => return false,
        }
        true
    }

    fn set_measure(&mut self, columns: usize) {
        let columns = Options::bounded(columns);
        self.choose(|options| options.measure = columns);
        self.say(format!("up to {columns} columns"));
    }

    /// Changes the options as the reader likes them, to be kept.
    fn choose(&mut self, change: impl FnOnce(&mut Options)) {
        let before = self.options;
        self.set(change);
        self.keep_options(&before);
    }

    pub(super) fn set(&mut self, change: impl FnOnce(&mut Options)) {
        change(&mut self.options);
        if let Some(reader) = &mut self.reader {
            reader.options = self.options;
        }
        self.lay_out(true);
    }

    /// Moves in whatever has the keys.
    pub(super) fn move_by(&mut self, motion: Command) {
        if self.overlays.is_empty() {
            match (&mut self.reader, &mut self.shelf) {
                (Some(open), _) => {
                    open.act(motion);
                }
                (None, Some(books)) => {
                    crate::desk::apply(motion, &mut books.pane, &BARE);
                }
                (None, None) => {}
            }
            return;
        }
        self.on_overlay(|pane, layout| {
            crate::desk::apply(motion, pane, layout);
        });
    }

    /// Runs `act` on the topmost overlay.
    pub(super) fn on_overlay(&mut self, act: impl FnOnce(&mut Pane, &LayoutContext)) {
        let Some(mut overlay) = self.overlays.pop() else { return };
        match &self.reader {
            Some(reader) => reader.with_layout(&mut overlay.pane, act),
            None => act(&mut overlay.pane, &BARE),
        }
        self.overlays.push(overlay);
    }
}
