//! The line in which what is searched for is written: its keys, and earlier searches.

use crate::desk::{Prompt, Purpose, Way};

use super::super::step::Step;
use super::{Around, Finding, PAST, SearchWords};

impl Finding {
    /// Begins to write what is searched for.
    pub(in crate::app) fn write(&mut self, around: &Around) -> Vec<Step> {
        self.recalled = None;
        let prompt = Prompt::new(Purpose::Search { regex: false }, "");
        let mut steps = vec![Step::Write(prompt)];
        steps.extend(self.fold(around));
        steps
    }

    /// An earlier search or, on the way down, a later one, as a line to be written; after the last
    /// one nothing.
    pub(in crate::app) fn recall(&mut self, way: Way) -> Option<Prompt> {
        let at = match way {
            Way::Up => self.recalled.unwrap_or(self.past.len()).checked_sub(1)?,
            Way::Down => self.recalled? + 1,
        };
        let typed = self.past.get(at).cloned();
        self.recalled = typed.as_ref().map(|_| at);
        let SearchWords { words, regex } = typed.unwrap_or_default();
        Some(Prompt::new(Purpose::Search { regex }, &words))
    }

    /// Takes what is written: the reader stays at the match. Answers whether the line
    /// is done with; it stays if something is wrong with it.
    pub(in crate::app) fn accept(&mut self, words: &str, around: &Around) -> (Vec<Step>, bool) {
        let before = self.origin.as_ref().map(|origin| &origin.matches.typed);
        // Nothing was written since the prompt came up: the last search once more.
        let untouched = before == Some(&self.matches.typed);
        let last = self.past.last().filter(|_| words.is_empty() && untouched);
        let mut steps = Vec::new();
        if let Some(typed) = last.cloned() {
            steps = self.repeat(&typed, around);
        }
        if self.matches.fault.is_some() {
            return (steps, false);
        }
        self.keep_typed();
        if self.waiting.is_some() {
            self.entered = true;
        } else {
            steps.push(Step::Settle);
        }
        (steps, true)
    }

    /// Searches for what was searched for before, from behind the match that the reader is at.
    fn repeat(&mut self, typed: &SearchWords, around: &Around) -> Vec<Step> {
        let next = self.matches.at.filter(|_| self.is_landed(around)).map(|at| at + 1);
        let total = self.matches.hits.total;
        match next {
            Some(next) if self.matches.query.is_some() => {
                let over = (next >= total).then_some(super::aim::TOP);
                self.go_to_number(next % total.max(1), over, around)
            }
            _ => self.written(&typed.words, typed.regex, around),
        }
    }

    /// Keeps what was searched for among the earlier searches.
    pub(super) fn keep_typed(&mut self) {
        let typed = self.matches.typed.clone();
        if !typed.words.is_empty() {
            self.past.retain(|other| *other != typed);
            self.past.push(typed);
            let many = self.past.len().saturating_sub(PAST);
            self.past.drain(..many);
        }
    }

    /// Leaves the search, and everything as it was where it began.
    pub(in crate::app) fn cancel(&mut self) -> Vec<Step> {
        self.keep_typed();
        let (steps, matches) = self.leave_place();
        if let Some(matches) = matches {
            self.matches = matches;
        }
        steps
    }
}
