//! Everything that was found wrong, in the order of the files.

use std::ops::Range;

use super::fault::Fault;
use super::rule::Rule;
use super::sentences::not_shown;
use crate::diagnostic::{Diagnostic, File, Location, Severity};

/// How many faults a briefing shows; one more tells how many there are besides.
const KEPT: usize = 1000;
/// How many are looked through where they are to be mended.
const WHOLE: usize = 100_000;

/// The faults of a load.
#[derive(Default)]
pub(super) struct Faults {
    /// Worst first.
    kept: [Vec<Diagnostic>; 3],
    /// How many there were, kept or not.
    seen: [usize; 3],
    /// Whether none is kept.
    deaf: bool,
    /// Whether more are kept than anybody reads.
    whole: bool,
}

impl Faults {
    /// Adds a fault at a range of bytes of a file.
    pub(super) fn add(&mut self, file: &File, range: Range<usize>, fault: Fault) {
        if self.room(fault.rule()) {
            self.keep(fault.in_file(file, range));
        }
    }

    /// Adds a fault of a whole file, or of none that was read.
    pub(super) fn add_whole(&mut self, name: &str, fault: Fault) {
        if self.room(fault.rule()) {
            self.keep(fault.at(Location::whole(name)));
        }
    }

    /// Whether another fault of this rule would be kept. Counts it as seen.
    fn room(&mut self, rule: &Rule) -> bool {
        let at = rule.severity as usize;
        if let Some(seen) = self.seen.get_mut(at) {
            *seen += 1;
        }
        !self.full(rule)
    }

    /// Whether faults of this rule are only counted by now, so that a costly help is in vain.
    pub(super) fn full(&self, rule: &Rule) -> bool {
        let kept = self.most();
        self.deaf || self.kept.get(rule.severity as usize).is_none_or(|list| list.len() >= kept)
    }

    /// The errors that are kept, in the order in which they were found.
    pub(super) fn errors(&self) -> &[Diagnostic] {
        self.kept.first().map_or(&[], Vec::as_slice)
    }

    /// Faults that nobody is going to read.
    pub(super) fn deaf() -> Self {
        Self { deaf: true, ..Self::default() }
    }

    /// As many faults as a program may look through.
    pub(super) fn whole() -> Self {
        Self { whole: true, ..Self::default() }
    }

    fn most(&self) -> usize {
        if self.whole { WHOLE } else { KEPT }
    }

    /// An empty list that keeps what this one keeps, for another part of the load.
    pub(super) fn part(&self) -> Self {
        Self { deaf: self.deaf, whole: self.whole, ..Self::default() }
    }

    fn keep(&mut self, diagnostic: Diagnostic) {
        if let Some(list) = self.kept.get_mut(diagnostic.severity as usize) {
            list.push(diagnostic);
        }
    }

    /// Adds those of another part of the load.
    pub(super) fn merge(&mut self, other: Self) {
        for (kept, more) in self.kept.iter_mut().zip(other.kept) {
            kept.extend(more);
        }
        for (seen, more) in self.seen.iter_mut().zip(other.seen) {
            *seen += more;
        }
    }

    /// All of them in order. If there are too many, the least grave go first, and the last one
    /// counts what is left out.
    pub(super) fn finish(self, name: &str) -> Vec<Diagnostic> {
        let mut left = self.most();
        let mut hidden = [0; 3];
        let mut kept = Vec::new();
        for ((list, seen), hidden) in self.kept.into_iter().zip(self.seen).zip(&mut hidden) {
            let taken = list.len().min(left);
            left -= taken;
            *hidden = seen - taken;
            kept.extend(list.into_iter().take(taken));
        }
        kept.sort_by(|a, b| order(a).cmp(&order(b)));
        kept.extend(rest(hidden, name));
        kept
    }
}

/// briefing.yaml first, the other files by name, each from its beginning.
fn order(diagnostic: &Diagnostic) -> (bool, &str, usize) {
    let Location { file, span, .. } = &diagnostic.at;
    (!file.ends_with("briefing.yaml"), file, span.map_or(0, |span| span.start))
}

/// What is said of the faults that are left out.
fn rest([errors, warnings, hints]: [usize; 3], name: &str) -> Option<Diagnostic> {
    let severity = match (errors, warnings, hints) {
        (0, 0, 0) => return None,
        (0, 0, _) => Severity::Hint,
        (0, ..) => Severity::Warning,
        _ => Severity::Error,
    };
    let mut last = not_shown(errors, warnings, hints).at(Location::whole(name));
    last.severity = severity;
    Some(last)
}
