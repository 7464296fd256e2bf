//! What taking values out of a file's tree needs to know, and where what is wrong goes.

use std::cell::Cell;
use std::ops::Range;

use crate::base::{Suggest, cut};
use crate::diagnostic::File;
use crate::load::fault::Fault;
use crate::load::faults::Faults;
use crate::load::locate;
use crate::load::rule::Rule;
use crate::load::yaml::{YamlNode, YamlValue};

/// Takes values out of the tree of a file.
pub(in crate::load) struct Decoder<'c> {
    pub(in crate::load) file: &'c File,
    pub(in crate::load) faults: &'c mut Faults,
    pub(in crate::load) effort: &'c Effort,
}

/// Bounds on work that only makes diagnostics better.
pub(in crate::load) struct Effort {
    pub(in crate::load) suggest: Suggest,
    /// Bytes that may still be walked to find places inside scalars.
    walk: Cell<usize>,
}

impl Effort {
    /// Whether so many bytes may still be walked; they are then.
    pub(in crate::load) fn walks(&self, bytes: usize) -> bool {
        let left = self.walk.get().checked_sub(bytes);
        self.walk.set(left.unwrap_or(self.walk.get()));
        left.is_some()
    }
}

impl Default for Effort {
    fn default() -> Self {
        Self { suggest: Suggest::default(), walk: Cell::new(32 << 20) }
    }
}

impl Decoder<'_> {
    pub(in crate::load) fn fault(&mut self, range: Range<usize>, fault: Fault) {
        self.faults.add(self.file, range, fault);
    }

    /// A fault at bytes `range` of the text of `node`.
    pub(in crate::load) fn fault_in(
        &mut self,
        node: &YamlNode<'_>,
        range: Range<usize>,
        fault: Fault,
    ) {
        let whole = node.range();
        let fault = match &node.value {
            YamlValue::Text(value) => fault.in_place_of(cut(value, range.clone())),
            _ => fault.unmended(),
        };
        let found = match &node.value {
            YamlValue::Text(value) if !self.faults.full(fault.rule()) => {
                self.locate(&whole, value, &range)
            }
            _ => None,
        };
        self.faults.add(self.file, found.unwrap_or(whole), fault);
    }

    /// Where bytes `range` of `value` are in the file, which has it at `at`.
    pub(in crate::load) fn locate(
        &self,
        at: &Range<usize>,
        value: &str,
        range: &Range<usize>,
    ) -> Option<Range<usize>> {
        if !self.effort.walks(range.end) {
            return None;
        }
        let found = locate::in_raw(self.file.text.get(at.clone())?, value, range)?;
        Some(at.start + found.start..at.start + found.end)
    }

    pub(in crate::load) fn nearest<'a>(
        &self,
        rule: &Rule,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        if self.faults.full(rule) {
            return None;
        }
        self.effort.suggest.nearest(word, candidates).map(str::to_owned)
    }

    /// The candidate that alone is so near to `word` that it was meant for certain.
    pub(in crate::load) fn certain<'a>(
        &self,
        rule: &Rule,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        if self.faults.full(rule) {
            return None;
        }
        self.effort.suggest.certain(word, candidates).map(str::to_owned)
    }
}
