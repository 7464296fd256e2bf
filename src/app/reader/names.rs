//! What can be gone to by name.

use std::sync::Arc;

use crate::app::finding::Job;
use crate::model::Briefing;
use crate::text::goto::{Extra, Names};

use super::Reader;

/// Of so many things that may have a name, these are made while a key is being answered: it takes about
/// a microsecond for each.
const NAMED_AT_ONCE: usize = 4_000;

/// How far the briefing's own names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// Nobody has asked for them.
    NotAsked,
    /// They are being made.
    Asked,
    /// They are there.
    Made,
}

impl Reader {
    /// What can be gone to by name, as far as the names are made.
    pub(in crate::app) fn names(&self) -> &Names {
        &self.names
    }

    /// Whether what is made of the whole briefing is asked for, however quickly it could be made.
    pub(in crate::app) fn shares_indexes(&self) -> bool {
        self.options.shares_indexes
    }

    /// Whether the briefing's own are among them.
    pub(in crate::app) fn has_own_names(&self) -> bool {
        self.naming == Naming::Made
    }

    /// Has the briefing's own names made, with `extras` beside them: at once, if that is quick enough for a key.
    /// Answers with what is to be done aside.
    pub(in crate::app) fn ask_for_names(&mut self, extras: Vec<Extra>) -> Option<Job> {
        self.names.set_extras(extras);
        if self.naming != Naming::NotAsked {
            return None;
        }
        // A dialogue tells a list once, and waits for it.
        let is_quick = self.options.by_ear || named(&self.briefing) <= NAMED_AT_ONCE;
        if is_quick && !self.shares_indexes() {
            self.names.set_own(Names::of(&self.briefing));
            self.naming = Naming::Made;
            return None;
        }
        self.naming = Naming::Asked;
        Some(Job::Name(self.shared_briefing()))
    }

    /// The names of a briefing are made. Answers whether it is this one.
    pub(in crate::app) fn take_names(&mut self, briefing: &Arc<Briefing>, names: Names) -> bool {
        let is_this = Arc::ptr_eq(briefing, &self.briefing);
        if is_this {
            self.names.set_own(names);
            self.naming = Naming::Made;
        }
        is_this
    }
}

/// How many things of a briefing may have a name.
fn named(briefing: &Briefing) -> usize {
    let blocks: usize = briefing.sections.iter().map(|section| section.blocks.len()).sum();
    let articles: usize = briefing.instruments.iter().map(|one| one.articles.len()).sum();
    let Briefing { actors, terms, events, sources, .. } = briefing;
    blocks + articles + actors.len() + terms.len() + events.len() + sources.len()
}
