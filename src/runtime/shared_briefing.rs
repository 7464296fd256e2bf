//! A briefing that was read once for all sessions of a process, with all that is made of the whole of it.

use std::sync::Arc;

use crate::app::{Answer, Job, Opened};
use crate::load::Loaded;
use crate::model::Briefing;
use crate::model::kept::{Kept, Snapshot};
use crate::store::{Home, Identity, ReaderId};
use crate::text::goto::Names;
use crate::text::search::Corpus;

/// A briefing that many read at the same time.
#[derive(Debug)]
pub struct SharedBriefing {
    opened: Opened,
    home: Home,
    /// Whether that is all: some of it may be missing where its files have faults.
    whole: bool,
    /// What it is known again by.
    snapshot: Arc<Snapshot>,
    /// Its texts, ready to be searched.
    corpus: Arc<Corpus>,
    /// What can be gone to by name.
    names: Names,
}

impl SharedBriefing {
    /// Makes all that is made of the whole of a briefing that was read at `home`, so that no reader waits for it.
    /// Of the faults of its files the readers are not told, for they name paths of the host's; whether there were
    /// none says `whole`.
    pub fn new(briefing: impl Into<Arc<Briefing>>, home: Home, whole: bool) -> Self {
        let briefing = briefing.into();
        let (snapshot, corpus) = (Snapshot::of(&briefing).into(), Corpus::of(&briefing).into());
        let names = Names::of(&briefing);
        let opened = Opened { briefing, faults: Vec::new(), kept: Kept::default() };
        Self { opened, home, whole, snapshot, corpus, names }
    }

    /// The briefing.
    pub(crate) fn briefing(&self) -> &Briefing {
        &self.opened.briefing
    }

    /// It as one reader has it, with nothing left in it.
    pub(super) fn opened(&self) -> Opened {
        self.opened.clone()
    }

    /// It as a file would give it. Copies all of it.
    pub(super) fn read(&self) -> Loaded {
        Loaded { briefing: Some(self.briefing().clone()), diagnostics: Vec::new() }
    }

    /// Where it is, to a reader; of one who leaves nothing, where it is to the host.
    pub(crate) fn home(&self, reader: Option<&ReaderId>) -> Home {
        reader
            .map_or_else(|| self.home.clone(), |reader| self.home.clone().of_reader(reader.clone()))
    }

    /// What it is known again by, at a home.
    pub(crate) fn identity(&self, home: Home) -> Identity {
        let (id, title) = (self.briefing().id.clone(), self.briefing().title.clone());
        let (snapshot, whole) = (Arc::clone(&self.snapshot), self.whole);
        Identity { home, id, title, snapshot, whole }
    }

    /// What comes of a job on the whole of it.
    pub(super) fn answer(&self, job: &Job) -> Option<Answer> {
        let is_this = |briefing| Arc::ptr_eq(briefing, &self.opened.briefing);
        match job {
            Job::Fold(briefing) if is_this(briefing) => {
                Some(Answer::Folded(Arc::clone(briefing), Arc::clone(&self.corpus)))
            }
            Job::Name(briefing) if is_this(briefing) => {
                Some(Answer::Named(Arc::clone(briefing), self.names.clone()))
            }
            Job::Fold(_) | Job::Name(_) | Job::Compare(..) | Job::Search(_) => None,
        }
    }
}
