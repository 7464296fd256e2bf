//! The line that is being written: what its keys do, by what it is written for.

use std::sync::Arc;

use crate::command::{Edit, Motion, Program, in_latin};
use crate::desk::{Edited, Purpose, Way};
use crate::model::Briefing;
use crate::text::goto::Names;

use super::finding::Around;
use super::step::Step;
use super::view::{Scene, leaves};
use super::{App, Effect, View, words};

impl App {
    /// The line that is being written.
    pub(super) fn edit(&mut self, command: Edit) -> Vec<Step> {
        let Some(purpose) = self.stack.purpose() else { return Vec::new() };
        match (command, purpose) {
            (Edit::Accept, _) => self.accept(),
            // What ends a line of a shell ends one here, too: some terminals send it for Enter.
            (Edit::BreakLine, purpose) if purpose != Purpose::Note => self.accept(),
            (Edit::Cancel, _) => self.cancel(),
            (Edit::Editor, Purpose::Note) => {
                let words = self.stack.prompt().map(|prompt| prompt.words().to_owned());
                words.map(|words| Step::Do(Effect::Edit(words))).into_iter().collect()
            }
            (Edit::Regex, Purpose::Search { regex }) => {
                if let Some(prompt) = self.stack.prompt_mut() {
                    prompt.purpose = Purpose::Search { regex: !regex };
                }
                self.prompt_changed()
            }
            (Edit::ListMatches, Purpose::Search { .. }) => self.list_matches(),
            (Edit::ListUp, Purpose::Search { .. }) => self.recall(Way::Up),
            (Edit::ListDown, Purpose::Search { .. }) => self.recall(Way::Down),
            (Edit::ListUp, Purpose::GoTo) => vec![Step::Move(Motion::LineUp)],
            (Edit::ListDown, Purpose::GoTo) => vec![Step::Move(Motion::LineDown)],
            _ => match self.stack.prompt_mut().map(|prompt| prompt.edit(command)) {
                Some(Edited::Words) => self.prompt_changed(),
                Some(Edited::Nothing) | None => Vec::new(),
            },
        }
    }

    /// Writes an earlier search, or a later one.
    fn recall(&mut self, way: Way) -> Vec<Step> {
        let Some(prompt) = self.finding.recall(way) else { return Vec::new() };
        self.stack.write(prompt);
        self.prompt_changed()
    }

    /// The line that is being written is another.
    pub(super) fn prompt_changed(&mut self) -> Vec<Step> {
        let (Some(prompt), Some(reader)) = (self.stack.prompt(), &self.reader) else {
            return Vec::new();
        };
        match prompt.purpose {
            Purpose::Filter => {
                let words = prompt.words().to_owned();
                self.filter(&words);
                Vec::new()
            }
            Purpose::Note => self.keeping.keep_draft(prompt),
            Purpose::Bookmark | Purpose::Minutes => Vec::new(),
            Purpose::GoTo => {
                self.list_names();
                Vec::new()
            }
            Purpose::Search { regex } => self.finding.written(
                prompt.words(),
                regex,
                &Around { reader, keeping: &self.keeping, top: self.stack.view() },
            ),
        }
    }

    /// Shows the events that have these words in them.
    fn filter(&mut self, words: &str) {
        let room = self.room();
        let Some(reader) = &self.reader else { return };
        let scene =
            Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
        self.stack.change(&scene, |view| {
            if let View::Timeline(timeline) = view {
                timeline.filter(words);
            }
        });
    }

    /// Puts the names up that fit what is written.
    pub(super) fn list_names(&mut self) {
        let room = self.room();
        let (Some(prompt), Some(reader)) = (self.stack.prompt(), &self.reader) else { return };
        let typed = prompt.words().to_owned();
        let scene =
            Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
        self.stack.change_list(&scene, |view| {
            if let View::GoTo(list) = view {
                list.list(&typed, &scene);
            }
        });
    }

    /// Takes what is written.
    fn accept(&mut self) -> Vec<Step> {
        let (Some(prompt), Some(reader)) = (self.stack.prompt(), &self.reader) else {
            return self.accept_on_shelf();
        };
        match prompt.purpose {
            Purpose::GoTo => self.accept_name(),
            Purpose::Search { .. } => {
                let words = prompt.words().to_owned();
                let (steps, done) = self.finding.accept(
                    &words,
                    &Around { reader, keeping: &self.keeping, top: self.stack.view() },
                );
                if done {
                    self.stack.take_prompt();
                }
                steps
            }
            Purpose::Filter => {
                self.stack.take_prompt();
                Vec::new()
            }
            Purpose::Minutes => {
                let words = prompt.words().to_owned();
                self.take_minutes(&words);
                Vec::new()
            }
            Purpose::Bookmark => {
                let (prompt, on) = (self.stack.take_prompt(), self.told_place_of_writing());
                let on = on.as_deref();
                prompt
                    .map_or_else(Vec::new, |prompt| self.keeping.save_bookmark(prompt.words(), on))
            }
            Purpose::Note => {
                let (prompt, on) = (self.stack.take_prompt(), self.told_place_of_writing());
                let on = on.as_deref();
                prompt.map_or_else(Vec::new, |prompt| self.keeping.save_note(&prompt, on))
            }
        }
    }

    /// Goes to the name that is chosen; while the names are being gathered, once they are there.
    fn accept_name(&mut self) -> Vec<Step> {
        let room = self.room();
        let Some(reader) = &self.reader else { return Vec::new() };
        let scene =
            Scene::new(reader, &self.keeping, &self.finding, &self.class, &self.keymap, room);
        let top = self.stack.top().map(|top| (&top.view, top.pane()));
        match top {
            Some((View::GoTo(list), _)) if list.is_empty() && !reader.has_own_names() => {
                self.stack.change(&scene, |view| {
                    if let View::GoTo(list) = view {
                        list.enter();
                    }
                });
                Vec::new()
            }
            Some((View::GoTo(list), pane)) => list.open(pane, &scene),
            _ => Vec::new(),
        }
    }

    /// The names of a briefing were gathered: those that fit what is written are listed, and what was
    /// taken already is gone to.
    pub(super) fn take_names(&mut self, briefing: &Arc<Briefing>, names: Names) -> Vec<Step> {
        let is_open = self.reader.as_mut().is_some_and(|reader| reader.take_names(briefing, names));
        if !is_open || self.stack.purpose() != Some(Purpose::GoTo) {
            return Vec::new();
        }
        let was_entered = self.stack.waits_for_names();
        self.list_names();
        if was_entered { self.accept_name() } else { Vec::new() }
    }

    /// What is being written on, for who does not see it.
    fn told_place_of_writing(&self) -> Option<String> {
        let reader = self.reader.as_ref().filter(|_| self.options.by_ear)?;
        self.keeping.place_of_writing(reader)
    }

    /// Takes what is written where no briefing is open: nothing has a name there.
    fn accept_on_shelf(&mut self) -> Vec<Step> {
        let prompt = self.stack.take_prompt();
        match prompt.map(|prompt| leaves(prompt.words()) || leaves(&in_latin(prompt.words()))) {
            Some(true) => vec![Step::Run(Program::Quit.into())],
            Some(false) => vec![Step::Say(words::NO_NAMES_HERE.to_owned())],
            None => Vec::new(),
        }
    }

    /// Leaves the line, and all as it was.
    fn cancel(&mut self) -> Vec<Step> {
        let Some(prompt) = self.stack.take_prompt() else { return Vec::new() };
        match prompt.purpose {
            Purpose::Filter => {
                self.filter(prompt.start());
                Vec::new()
            }
            Purpose::Bookmark | Purpose::Minutes => Vec::new(),
            Purpose::Search { .. } => self.finding.cancel(),
            Purpose::Note => self.keeping.leave_note(!prompt.has_overflowed()),
            Purpose::GoTo => vec![Step::LeaveNames],
        }
    }
}
