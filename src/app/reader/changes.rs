//! What of the briefing is new or changed since the reader saw it, and the way from one to the next.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::desk::Way;
use crate::model::kept::{Former, LastSeen};
use crate::model::{BlockIx, Target};

use super::Reader;

/// What is new or changed: the paragraphs in the order of reading, then the articles, then the events.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    all: Vec<Changed>,
    /// The place of each in `all`.
    by_target: BTreeMap<Target, usize>,
}

/// Something that is new or changed.
#[derive(Debug, Clone)]
pub(in crate::app) struct Changed {
    pub target: Target,
    /// The digest of its address, by which it is kept.
    pub address: u64,
    pub former: Former,
}

/// How many paragraphs, articles and events are new or changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::app) struct ChangeCounts {
    pub paragraphs: usize,
    pub articles: usize,
    pub events: usize,
}

impl Changes {
    fn get(&self, target: &Target) -> Option<&Changed> {
        self.all.get(*self.by_target.get(target)?)
    }

    /// How many there are.
    pub(in crate::app) fn len(&self) -> usize {
        self.all.len()
    }

    /// How many there are of each kind.
    pub(in crate::app) fn counts(&self) -> ChangeCounts {
        let mut counts = ChangeCounts::default();
        for changed in &self.all {
            match changed.target {
                Target::Block(_) => counts.paragraphs += 1,
                Target::Article(_) => counts.articles += 1,
                _ => counts.events += 1,
            }
        }
        counts
    }

    /// The next one on the way, and its number from 1. After the last comes the first.
    fn next(
        &self,
        here: Option<&Target>,
        focus: Option<BlockIx>,
        way: Way,
    ) -> Option<(usize, &Changed)> {
        let len = self.all.len();
        if len == 0 {
            return None;
        }
        let here = here.and_then(|target| self.by_target.get(target)).copied();
        let at = match (here, way) {
            (Some(here), Way::Down) => here + 1,
            (Some(here), Way::Up) => here + len - 1,
            (None, Way::Down) => self.blocks_up_to(focus),
            // The one in focus is none of them.
            (None, Way::Up) => self.blocks_up_to(focus) + len - 1,
        };
        let at = at % len;
        Some((at + 1, self.all.get(at)?))
    }

    /// How many of the paragraphs stand before the focus.
    fn blocks_up_to(&self, focus: Option<BlockIx>) -> usize {
        let Some(focus) = focus else { return 0 };
        self.all.partition_point(|one| matches!(one.target, Target::Block(at) if at < focus))
    }
}

impl Reader {
    /// What is new or changed, all of it.
    pub(in crate::app) fn changes(&self) -> &Changes {
        &self.changes
    }

    /// What something was that is new or changed. To a class nothing is.
    pub(crate) fn change(&self, target: &Target) -> Option<&Former> {
        let changed = self.changes.get(target).filter(|_| !self.hides_own());
        changed.map(|changed| &changed.former)
    }

    /// Whether anything is new or changed. To a class nothing is.
    pub(crate) fn has_changes(&self) -> bool {
        self.changes.len() > 0 && !self.hides_own()
    }

    /// Whether the paragraph in focus read otherwise, in words that are known.
    pub(in crate::app) fn read_otherwise(&self) -> bool {
        let former = self.focus().and_then(|at| self.change(&Target::Block(at)));
        matches!(former, Some(Former::Other(Some(_))))
    }

    /// Takes in what is news since the reader saw the briefing. Who was put here and does nothing has
    /// not been here.
    pub(in crate::app) fn take_changes(&mut self, last_seen: &LastSeen) {
        let news = last_seen.news_in(&self.briefing).into_iter();
        let all: Vec<Changed> =
            news.map(|(target, address, former)| Changed { target, address, former }).collect();
        let by_target = all.iter().enumerate().map(|(at, one)| (one.target.clone(), at)).collect();
        self.changes = Arc::new(Changes { all, by_target });
        self.arrived = self.focus();
    }

    /// The reader looks at something. Answers with the digest of its address if that is news.
    pub(in crate::app) fn visit(&mut self, target: &Target) -> Option<u64> {
        if matches!(target, Target::Block(at) if self.arrived == Some(*at)) {
            return None;
        }
        self.arrived = None;
        self.changes.get(target).map(|changed| changed.address)
    }

    /// Who stays where he was put has been there.
    pub(in crate::app) fn stay(&mut self) {
        self.arrived = None;
    }

    /// The next thing on the way that is new or changed, and its number from 1; `here` is what is looked
    /// at.
    pub(in crate::app) fn next_change(
        &self,
        here: Option<&Target>,
        way: Way,
    ) -> Option<(usize, &Changed)> {
        self.changes.next(here, self.focus(), way)
    }
}
