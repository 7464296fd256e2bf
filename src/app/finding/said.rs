//! What is told of a search: how many matches, and which one the reader is at.

use crate::command::Keymap;

use crate::text::search::Hit;

use super::super::step::Step;
use super::super::words;
use super::aim::Aim;
use super::{Finding, Matches, SearchWords};

impl Finding {
    /// What is said beside what is being written, and whether it is a fault.
    pub(in crate::app) fn status(
        &self,
        written: &str,
        regex: bool,
        keys: &Keymap,
    ) -> (String, bool) {
        let dot = self.glyphs.dot;
        let matches = &self.matches;
        if written.trim().is_empty() {
            return (words::other_search(regex, keys), false);
        }
        if let Some(fault) = &matches.fault {
            return (fault.to_string(), true);
        }
        if self.waiting.is_some() {
            return (words::SEARCHING.to_owned(), false);
        }
        let found = if matches.hits.total == 0 { words::NO_MATCH.to_owned() } else { self.count() };
        let own = words::of_your_notes(matches.own.len());
        let status = match (own, matches.over) {
            (Some(own), _) if matches.hits.total == 0 => own,
            (Some(own), _) => format!("{found} {dot} {own}"),
            (None, Some(over)) if matches.hits.total > 0 => format!("{over} {dot} {found}"),
            _ => found,
        };
        (status, false)
    }

    /// Which match of how many, and of what, while a search is on; nothing of one that is done again for
    /// a class, of which nobody knows yet whether it finds anything that the class sees.
    pub(in crate::app) fn words(&self, to_class: bool) -> Option<String> {
        self.matches.query.as_ref().filter(|_| !to_class || self.waiting != Some(Aim::Stay))?;
        let quoted = self.quoted();
        Some(match self.waiting {
            Some(_) => words::searching_for(&quoted),
            None => words::match_of(&self.count(), &quoted),
        })
    }

    /// The match that the reader was taken to.
    pub(in crate::app) fn here(&self) -> Option<Hit> {
        self.matches.here
    }

    /// Says why there is no match to go to.
    pub(in crate::app) fn nothing_found(&self) -> Step {
        match self.matches.query {
            Some(_) => Step::Say(self.no_match()),
            None => Step::SayKeys(words::nothing_searched),
        }
    }

    pub(super) fn no_match(&self) -> String {
        words::no_match_for(&self.quoted())
    }

    /// `14 matches for “water”, 2 of your notes`
    pub(super) fn results_title(&self) -> String {
        let Matches { hits, own, .. } = &self.matches;
        words::matches_for(hits.total, hits.more, &self.quoted(), own.len())
    }

    /// `3/14`
    fn count(&self) -> String {
        let Matches { hits, own, at, .. } = &self.matches;
        if self.glyphs.are_spoken() {
            let at = at.map(|at| at + 1);
            return words::match_number_told(at, hits.total + own.len(), hits.more);
        }
        match hits.total {
            0 => words::match_number(self.own_at().map(|at| at + 1), own.len(), hits.more),
            total => words::match_number(at.map(|at| at + 1), total, hits.more),
        }
    }

    /// What is searched for, as it is written about.
    fn quoted(&self) -> String {
        let SearchWords { words, regex } = &self.matches.typed;
        let (open, close) = if *regex { ("/", "/") } else { self.glyphs.quotation };
        format!("{open}{words}{close}")
    }
}
