//! Everything that was found wrong, in the order of the files.

use std::collections::HashMap;
use std::ops::Range;

use super::fault::Fault;
use super::id_places::{IdPlace, place};
use super::referent::Referent;
use super::rule::{POSITION, Rule};
use super::sentences::not_shown;
use crate::diagnostic::{Diagnostic, File, Fix, Location, Severity, TextEdit};

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
    /// Where ids are written, if that is asked for.
    places: Option<Vec<IdPlace>>,
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

    /// As [`Faults::whole`], with the places where ids are written.
    pub(super) fn with_places() -> Self {
        Self { places: Some(Vec::new()), ..Self::whole() }
    }

    /// Where ids are written, once.
    pub(super) fn take_places(&mut self) -> Vec<IdPlace> {
        self.places.take().unwrap_or_default()
    }

    /// Whether places are noted.
    pub(super) fn notes(&self) -> bool {
        self.places.is_some()
    }

    /// Notes that `word`, which stands at bytes of a file, names what `ids` says, each with its bytes of `word`.
    pub(super) fn note(
        &mut self,
        file: &File,
        at: &Range<usize>,
        word: &str,
        ids: impl FnOnce() -> Vec<(Referent, Range<usize>)>,
    ) {
        if let Some(places) = &mut self.places {
            let ids = ids().into_iter().filter(|(what, _)| !matches!(what, Referent::Web(_)));
            places.extend(ids.map(|(referent, within)| {
                let at = place(file, at.clone(), word, within);
                IdPlace { referent, is_own: false, file: file.name.clone(), at }
            }));
        }
    }

    /// Notes that this has an id, which is given by `word`.
    pub(super) fn note_own(
        &mut self,
        file: &File,
        at: &Range<usize>,
        word: &str,
        referent: impl FnOnce() -> Referent,
    ) {
        if let Some(places) = &mut self.places {
            let at = place(file, at.clone(), word, 0..word.len());
            let (referent, file) = (referent(), file.name.clone());
            places.push(IdPlace { referent, is_own: true, file, at });
        }
    }

    fn most(&self) -> usize {
        if self.whole { WHOLE } else { KEPT }
    }

    /// An empty list that keeps what this one keeps, for another part of the load.
    pub(super) fn part(&self) -> Self {
        let places = self.places.as_ref().map(|_| Vec::new());
        Self { deaf: self.deaf, whole: self.whole, places, ..Self::default() }
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
        if let (Some(places), Some(more)) = (&mut self.places, other.places) {
            places.extend(more);
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
        join_fixes(&mut kept);
        kept.extend(rest(hidden, name));
        kept
    }
}

/// How many fixes each have all edits that they have together.
const JOINED: usize = 100;

/// Fixes that have an edit in common are one: what gives a block an id changes all that names it.
fn join_fixes(found: &mut [Diagnostic]) {
    let mut together: HashMap<TextEdit, Vec<TextEdit>> = HashMap::new();
    let shared = |fix: &Fix| fix.edits.first().filter(|_| fix.edits.len() == 2).cloned();
    for fix in
        found.iter().filter(|one| one.rule == POSITION.name).filter_map(|one| one.fix.as_deref())
    {
        if let Some(first) = shared(fix) {
            together.entry(first).or_default().extend(fix.edits.iter().skip(1).cloned());
        }
    }
    for one in found.iter_mut().filter(|one| one.rule == POSITION.name) {
        let Some(first) = one.fix.as_deref().and_then(shared) else { continue };
        let Some(others) = together.get(&first) else { continue };
        if others.is_empty() {
            one.fix = None;
        } else if others.len() <= JOINED {
            let edits = std::iter::once(first).chain(others.iter().cloned()).collect();
            one.fix = one.fix.take().map(|fix| Box::new(Fix { edits, ..*fix }));
        } else {
            // Of very many the first mends all.
            let edits = together.insert(first.clone(), Vec::new()).filter(|all| !all.is_empty());
            let edits = edits.map(|all| std::iter::once(first).chain(all).collect());
            one.fix = edits.and_then(|edits| Some(Box::new(Fix { edits, ..*one.fix.take()? })));
        }
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
