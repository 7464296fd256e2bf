//! The fixes of a briefing's faults, made until nothing is left to fix.

use std::collections::{BTreeMap, HashSet};

use super::score::Score;
use crate::diagnostic::{Diagnostic, Fix, Severity, TextEdit};
use crate::load::BriefingFiles;

/// How often a briefing is read for it: once for each round, and more often where a fix makes nothing better.
const READINGS: usize = 200;

/// What came of mending.
#[derive(Debug)]
pub(crate) struct Mended {
    /// The files as they are then.
    pub(crate) files: BriefingFiles,
    /// How many fixes were made.
    pub(crate) fixes: usize,
    /// What is wrong with them still, hints included.
    pub(crate) left: Vec<Diagnostic>,
}

/// Makes the fixes of a briefing's faults, and those of its hints if `hints`. A fix that makes nothing better is
/// left out.
pub(crate) fn mend(files: &BriefingFiles, hints: bool) -> Mended {
    mend_some(files, hints, None)
}

/// As [`mend`], of the faults and hints of the file alone that faults call `name`; others may be changed for that.
pub(crate) fn mend_file(files: &BriefingFiles, name: &str) -> Mended {
    mend_some(files, true, Some(name))
}

fn mend_some(files: &BriefingFiles, hints: bool, only: Option<&str>) -> Mended {
    let left = files.check_to_mend();
    let mut mender = Mender {
        only,
        score: Score::of(&left),
        done: Mended { files: files.clone(), fixes: 0, left },
        refused: HashSet::new(),
        readings: READINGS,
    };
    while mender.round(hints) {}
    mender.done
}

struct Mender<'n> {
    /// The file whose faults are mended, if it is one alone.
    only: Option<&'n str>,
    done: Mended,
    score: Score,
    /// The messages and the titles of fixes that made nothing better.
    refused: HashSet<(String, String)>,
    /// How often the files may still be read.
    readings: usize,
}

impl Mender<'_> {
    /// Makes the fixes that can be made at once; false if there is nothing left to try.
    fn round(&mut self, hints: bool) -> bool {
        let candidates = self.candidates(hints);
        let mut taken = candidates.len();
        while taken > 0 {
            let Some(readings) = self.readings.checked_sub(1) else { return false };
            self.readings = readings;
            let some = candidates.get(..taken).unwrap_or_default();
            let mut files = self.done.files.clone();
            files.edit(some.iter().flat_map(|(_, fix)| &fix.edits));
            let left = files.check_to_mend();
            let score = Score::of(&left);
            if score.is_better_than(&self.score) {
                self.done = Mended { files, fixes: self.done.fixes + taken, left };
                self.score = score;
                return true;
            }
            if taken == 1 {
                let refused =
                    some.iter().map(|(message, fix)| (message.clone(), fix.title.clone()));
                self.refused.extend(refused);
                return true;
            }
            taken /= 2;
        }
        false
    }

    /// The fixes of which none changes what another does, each with the message of its fault. Where two do, the
    /// first is taken. As long as a file is no YAML, those are taken that make it so.
    fn candidates(&self, hints: bool) -> Vec<(String, Fix)> {
        let mut taken = Taken::default();
        let mut all = Vec::new();
        let is_asked = |one: &&Diagnostic| {
            let is_of_file = self.only.is_none_or(|only| only == &*one.at.file);
            is_of_file && (hints || one.severity != Severity::Hint)
        };
        let found = self.done.left.iter().filter(is_asked);
        let fixes = found.filter_map(|one| Some((one, one.fix.as_deref()?)));
        let fixes = fixes
            .filter(|(one, fix)| !self.refused.contains(&(one.message.clone(), fix.title.clone())));
        let fixes: Vec<_> = fixes.collect();
        let only_yaml = fixes.iter().any(|(one, _)| one.rule == "syntax");
        for (one, fix) in fixes {
            if only_yaml && one.rule != "syntax" {
                continue;
            }
            if taken.take(&fix.edits) {
                all.push((one.message.clone(), fix.clone()));
            }
        }
        all
    }
}

/// The bytes that are changed, by file: where they begin and end.
#[derive(Default)]
struct Taken<'f>(BTreeMap<&'f str, BTreeMap<usize, usize>>);

impl<'f> Taken<'f> {
    /// Takes the bytes of all edits, if none of them is taken.
    fn take(&mut self, edits: &'f [TextEdit]) -> bool {
        let is_free = |edit: &TextEdit| {
            self.0.get(&*edit.file).is_none_or(|taken| {
                // What is put in right at an end belongs to neither.
                let mut before = taken.range(..=edit.end);
                before.next_back().is_none_or(|(_, end)| *end < edit.start)
            })
        };
        let all_free = edits.iter().all(is_free);
        if all_free {
            for edit in edits {
                self.0.entry(&edit.file).or_default().insert(edit.start, edit.end);
            }
        }
        all_free
    }
}
