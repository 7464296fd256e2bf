//! What is told of a search: how many matches, and which one the reader is at.

use crate::app::{App, Purpose};

use super::{Matches, Typed};

impl App {
    /// What the prompt says beside what is written, and whether it is a fault.
    pub fn prompt_status(&self) -> Option<(String, bool)> {
        let prompt = self.prompt.as_ref()?;
        let Purpose::Search { regex } = prompt.purpose else { return None };
        let matches = &self.search.matches;
        if prompt.words().trim().is_empty() {
            let other = if regex { "words" } else { "regex" };
            return Some((format!("Ctrl-r {other}"), false));
        }
        if let Some(fault) = &matches.fault {
            return Some((fault.clone(), true));
        }
        let dot = self.options.marks.dot;
        if let (Some(own), None) = (self.own_found(), self.search.waiting) {
            let hits = if matches.hits.total == 0 { "no match".to_owned() } else { self.count() };
            return Some((format!("{hits} {dot} {own}"), false));
        }
        Some(match (self.search.waiting, matches.over) {
            (Some(_), _) => ("searching".to_owned(), false),
            _ if matches.hits.total == 0 => ("no match".to_owned(), false),
            (None, Some(over)) => (format!("{over} {dot} {}", self.count()), false),
            (None, None) => (self.count(), false),
        })
    }

    /// Which match of how many, and of what, while a search is on.
    pub fn search_words(&self) -> Option<String> {
        let quiet = self.prompt.is_some() || self.lists_matches();
        let matches = &self.search.matches;
        matches.query.as_ref().filter(|_| !quiet)?;
        Some(match self.search.waiting {
            Some(_) => format!("searching for {}", self.quoted()),
            None => format!("{} {}", self.count(), self.quoted()),
        })
    }

    /// `3/14`
    pub(super) fn count(&self) -> String {
        let Matches { hits, at, .. } = &self.search.matches;
        let more = if hits.more { "+" } else { "" };
        match at {
            Some(at) => format!("{}/{}{more}", at + 1, hits.total),
            None => format!("{}{more}", hits.total),
        }
    }

    /// What is searched for, as it is written about.
    pub(super) fn quoted(&self) -> String {
        let Typed { words, regex } = &self.search.matches.typed;
        let (open, close) = if *regex { ("/", "/") } else { self.options.marks.quotation };
        format!("{open}{words}{close}")
    }

    /// Whether a search is on that found something.
    pub(in crate::app) fn has_matches(&self) -> bool {
        self.search.matches.hits.total > 0
    }
}
