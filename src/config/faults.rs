//! What is wrong with a file, as it is found.

use std::ops::Range;
use std::sync::Arc;

use crate::base::Suggest;
use crate::diagnostic::{Diagnostic, File, Location};

use super::fault::ConfigFault;
use super::sentences;

/// How many faults are told: who has more has saved something else under that name.
const MOST: usize = 100;
/// How many are looked for, so that the first are among them: a quarter of a megabyte may have as many
/// faults as letters, and no reader waits for all of them.
const ENOUGH: usize = 10 * MOST;

/// What is wrong with a file, as it is found.
pub(super) struct ConfigFaults<'f> {
    file: &'f File,
    found: Vec<Diagnostic>,
    /// The lines that are no text: what else is wrong there comes of that.
    no_text: Vec<Option<usize>>,
    /// Likewise those that are no TOML.
    no_toml: Vec<Option<usize>>,
    /// What words were meant to be.
    pub(super) suggest: Suggest,
}

impl<'f> ConfigFaults<'f> {
    pub(super) fn new(file: &'f File) -> Self {
        let (no_text, no_toml) = (Vec::new(), Vec::new());
        Self { file, found: Vec::new(), no_text, no_toml, suggest: Suggest::default() }
    }

    /// A fault at these bytes of the text.
    pub(super) fn add(&mut self, range: Range<usize>, fault: ConfigFault) {
        if self.found.len() < ENOUGH {
            self.found.push(fault.at(self.location(range)));
        }
    }

    /// A fault of a line that is no text.
    pub(super) fn add_no_text(&mut self, range: Range<usize>, fault: ConfigFault) {
        let at = self.found.len();
        self.add(range, fault);
        self.no_text.extend(self.found.get(at).map(line));
    }

    /// A fault of a line that is no TOML.
    pub(super) fn add_no_toml(&mut self, range: Range<usize>, fault: ConfigFault) {
        let at = self.found.len();
        self.add(range, fault);
        self.no_toml.extend(self.found.get(at).map(line));
    }

    /// A fault that has to do with another place too, which is called `label`.
    pub(super) fn add_two(
        &mut self,
        range: Range<usize>,
        fault: ConfigFault,
        other: Range<usize>,
        label: &str,
    ) {
        if self.found.len() < ENOUGH {
            let also = vec![(self.location(other), label.to_owned())];
            self.found.push(Diagnostic { also, ..fault.at(self.location(range)) });
        }
    }

    /// Nothing at all, as at the end of an open quotation, is shown as one character.
    fn location(&self, Range { start, end }: Range<usize>) -> Location {
        self.file.location(start..end.max(start + 1))
    }

    /// What was found, in the order of the file.
    pub(super) fn in_order(mut self) -> Vec<Diagnostic> {
        let are_enough = self.found.len() == ENOUGH;
        self.found.retain(|one| match one.rule {
            sentences::NO_UTF8 | sentences::HAZARD => true,
            sentences::NO_TOML => !self.no_text.contains(&line(one)),
            _ => !self.no_text.contains(&line(one)) && !self.no_toml.contains(&line(one)),
        });
        self.found.sort_by_key(|fault| fault.at.span.map(|span| span.start));
        if are_enough || self.found.len() > MOST {
            self.found.truncate(MOST);
            let more =
                sentences::more_faults(MOST).at(Location::whole(Arc::clone(&self.file.name)));
            self.found.push(more);
        }
        self.found
    }
}

/// The line that something is wrong in.
fn line(fault: &Diagnostic) -> Option<usize> {
    fault.at.span.map(|span| span.line)
}
