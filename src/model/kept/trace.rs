//! Which piece of a briefing is which in an earlier state of it.
//!
//! By what they say, and not by where they stand: one that is put in before others makes none of them
//! another.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::snapshot::{Snapshot, SnapshotPiece};

/// What a piece was before; pieces are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trace {
    /// It says what this one said.
    Same(usize),
    /// It says something else than this one.
    Changed(usize),
    /// There was none.
    New,
}

/// Up to so many pairs of paragraphs in one place of the text are compared word by word.
const PAIRS: usize = 400;

/// What each piece of `now` was in `before`.
pub(super) fn trace(before: &Snapshot, now: &Snapshot) -> Vec<Trace> {
    let (old, new) = (before.pieces(), now.pieces());
    let mut tracer =
        Tracer { before, now, traces: vec![Trace::New; new.len()], taken: vec![false; old.len()] };
    let hunks = tracer.take_unchanged();
    tracer.take_moved();
    for (old, new) in hunks {
        tracer.pair(&old, &new);
    }
    tracer.pair_by_address();
    tracer.traces
}

struct Tracer<'s> {
    before: &'s Snapshot,
    now: &'s Snapshot,
    traces: Vec<Trace>,
    /// Which pieces of `before` are known to be one of `now`.
    taken: Vec<bool>,
}

impl Tracer<'_> {
    fn before(&self, at: usize) -> &SnapshotPiece {
        &self.before.pieces()[at]
    }

    fn after(&self, at: usize) -> &SnapshotPiece {
        &self.now.pieces()[at]
    }

    fn take(&mut self, new: usize, trace: Trace) {
        if let Trace::Same(old) | Trace::Changed(old) = trace {
            self.taken[old] = true;
        }
        self.traces[new] = trace;
    }

    fn free(&self, old: &Range<usize>) -> Vec<usize> {
        old.clone().filter(|at| !self.taken[*at]).collect()
    }

    fn open(&self, new: &Range<usize>) -> Vec<usize> {
        new.clone().filter(|at| self.traces[*at] == Trace::New).collect()
    }

    /// Takes the paragraphs that say the same in the same order. Answers with the places where others
    /// stand between them.
    fn take_unchanged(&mut self) -> Vec<(Range<usize>, Range<usize>)> {
        let wholes = |snapshot: &Snapshot| -> Vec<u64> {
            let paragraphs = snapshot.pieces().iter().take(snapshot.paragraphs());
            paragraphs.map(|piece| piece.whole).collect()
        };
        let (old, new) = (wholes(self.before), wholes(self.now));
        let mut input = InternedInput::default();
        input.update_before(old.iter().copied());
        input.update_after(new.iter().copied());
        let usize = |range: Range<u32>| range.start as usize..range.end as usize;
        let diff = Diff::compute(Algorithm::Myers, &input);
        let hunks: Vec<_> =
            diff.hunks().map(|hunk| (usize(hunk.before), usize(hunk.after))).collect();
        let (mut from, mut to) = (0, 0);
        let end = (old.len()..old.len(), new.len()..new.len());
        for (before, after) in hunks.iter().chain([&end]) {
            for (old, new) in (from..before.start).zip(to..after.start) {
                self.take(new, Trace::Same(old));
            }
            (from, to) = (before.end, after.end);
        }
        hunks
    }

    /// Takes what says the same somewhere else.
    fn take_moved(&mut self) {
        let mut free: HashMap<u64, Vec<usize>> = HashMap::new();
        for old in self.free(&(0..self.taken.len())).into_iter().rev() {
            free.entry(self.before(old).whole).or_default().push(old);
        }
        for new in self.open(&(0..self.traces.len())) {
            if let Some(old) = free.get_mut(&self.after(new).whole).and_then(Vec::pop) {
                self.take(new, Trace::Same(old));
            }
        }
    }

    /// Finds out which paragraphs in a place were which: those that begin in the same way, then those
    /// with the most words in common.
    fn pair(&mut self, old: &Range<usize>, new: &Range<usize>) {
        for at in self.open(new) {
            let beginning = self.after(at).beginning;
            let before =
                self.free(old).into_iter().find(|old| self.before(*old).beginning == beginning);
            if let Some(before) = before {
                self.take(at, Trace::Changed(before));
            }
        }
        let (olds, news) = (self.free(old), self.open(new));
        if olds.len() * news.len() > PAIRS {
            return;
        }
        let mut pairs = Vec::new();
        for old in &olds {
            for new in &news {
                let words = (self.before.words_of(*old), self.now.words_of(*new));
                if let (Some(before), Some(now)) = words {
                    pairs.push((in_common(before, now), *old, *new));
                }
            }
        }
        pairs.sort_by_key(|(common, old, new)| (std::cmp::Reverse(*common), *old, *new));
        for (common, old, new) in pairs {
            if common >= ENOUGH && !self.taken[old] && self.traces[new] == Trace::New {
                self.take(new, Trace::Changed(old));
            }
        }
    }

    /// What is left and has the address of one that is left is that one.
    fn pair_by_address(&mut self) {
        let free = self.free(&(0..self.taken.len()));
        let mut free: HashMap<u64, usize> =
            free.into_iter().map(|old| (self.before(old).address, old)).collect();
        for new in self.open(&(0..self.traces.len())) {
            if let Some(old) = free.remove(&self.after(new).address) {
                self.take(new, Trace::Changed(old));
            }
        }
    }
}

/// So many in a hundred words must be the same in two paragraphs that are one.
const ENOUGH: usize = 30;

/// How many in a hundred words two texts have in common, of the one that has more.
fn in_common(one: &str, other: &str) -> usize {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split_whitespace().collect(), other.split_whitespace().collect());
    let known: HashSet<&&str> = other.iter().collect();
    let shared = one.iter().filter(|word| known.contains(word)).count();
    100 * shared.min(other.len()) / one.len().max(other.len()).max(1)
}
