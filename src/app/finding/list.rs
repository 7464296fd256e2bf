//! The list of all matches: where it begins, what it shows as its cursor moves, how it is left.

use crate::text::search::Hit;

use super::super::step::Step;
use super::aim::Aim;
use super::{Around, Finding, Landing};

/// What there is to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum MatchList {
    /// Matches, under this title.
    Titled(String),
    /// Nothing, which is to be said so.
    Nothing,
    /// The answer is waited for, or what is typed is no expression yet.
    NotYet,
}

impl Finding {
    /// The list of all matches is opened. Answers with its title, if there is anything to list.
    pub(in crate::app) fn list(&self) -> MatchList {
        let matches = &self.matches;
        if self.waiting.is_some() || matches.fault.is_some() {
            return MatchList::NotYet;
        }
        if matches.hits.total == 0 && matches.own.is_empty() {
            return MatchList::Nothing;
        }
        MatchList::Titled(self.results_title())
    }

    /// The list of all matches is opened: it begins at the first match from here on, unless the reader
    /// is at one.
    pub(in crate::app) fn enter_list(&mut self, around: &Around) -> Vec<Step> {
        self.keep_typed();
        let here = self.matches.landed == Some(Landing::of(around.reader, around.top));
        let entry = self.entry(around).filter(|_| !here || self.matches.at.is_none());
        let Some(entry) = entry else { return Vec::new() };
        (self.matches.at, self.matches.landed) = (None, None);
        let hits = &self.matches.hits;
        if hits.total == 0 {
            return Vec::new();
        }
        let after = hits.kept.iter().any(|hit| hit.entry >= entry);
        let aim = if after { Aim::After(entry) } else { Aim::Number(hits.first, None) };
        self.take_aim(aim, around)
    }

    /// Shows the match that the reader is at once more, now that the list has its half of the screen.
    pub(in crate::app) fn show_again(&mut self, around: &Around) -> Vec<Step> {
        self.matches.at.map_or_else(Vec::new, |at| self.go_to_number(at, None, around))
    }

    /// Leaves the list, and the reader where it was opened. What was found stays found.
    pub(in crate::app) fn leave_list(&mut self) -> Vec<Step> {
        let (mut steps, before) = self.leave_place();
        let matches = &mut self.matches;
        if let Some(before) = before.filter(|before| before.typed == matches.typed) {
            *matches = before;
        } else {
            (matches.at, matches.here, matches.landed) = (None, None, None);
        }
        steps.push(Step::MarkMatches);
        steps
    }

    /// The reader stays at the match under the list's cursor.
    pub(in crate::app) fn take_match(&mut self, around: &Around) -> Vec<Step> {
        let steps = self.settle();
        self.land(Landing::of(around.reader, around.top));
        steps
    }

    /// The match under the list's cursor, if the reader is not at it.
    pub(in crate::app) fn preview(&mut self, hit: Hit, around: &Around) -> Vec<Step> {
        let hits = &self.matches.hits;
        let at = hits.kept.iter().position(|other| *other == hit).map(|at| hits.first + at);
        match at.filter(|at| Some(*at) != self.matches.at) {
            Some(at) => self.go_to_number(at, None, around),
            None => Vec::new(),
        }
    }
}
