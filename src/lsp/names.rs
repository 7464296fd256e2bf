//! The names of what stands in briefings, which are made once for each reading of one.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::load::Workspace;
use crate::text::goto::Names;

/// The names of each briefing, with the number of the reading that they are of.
#[derive(Debug, Default)]
pub(super) struct NameCache(RefCell<BTreeMap<PathBuf, (u64, Names)>>);

impl NameCache {
    /// The names of a briefing, if there is one.
    pub(super) fn of(&self, briefing: &Workspace) -> Option<Names> {
        let mut known = self.0.borrow_mut();
        let reading = briefing.readings();
        let names = known.get(briefing.path()).filter(|(of, _)| *of == reading);
        if let Some((_, names)) = names {
            return Some(names.clone());
        }
        let names = Names::of(briefing.briefing()?);
        known.insert(briefing.path().to_owned(), (reading, names.clone()));
        Some(names)
    }

    /// Forgets a briefing.
    pub(super) fn forget(&self, path: &Path) {
        self.0.borrow_mut().remove(path);
    }
}
