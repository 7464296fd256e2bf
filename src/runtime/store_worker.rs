//! The thread that has the store.

use std::mem;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SendError, Sender};

use crate::model::kept::{Change, Kept};
use crate::store::{Store, StoreError};

use super::event::SessionEvent;

/// Something for the worker to do.
pub(super) enum StoreJob {
    /// Answer with what is kept on a briefing. If that cannot be learned, or nobody waits for the
    /// answer any more, it follows as [`SessionEvent::Loaded`] when it can.
    Load { briefing: String, answer: Sender<Kept> },
    /// Save changes to what is kept on a briefing.
    Save { briefing: String, changes: Vec<Change> },
    /// Answer when all that came before is done.
    Flush(Sender<()>),
}

/// Has the store, and writes to it what comes.
pub(super) struct StoreWorker {
    path: PathBuf,
    events: Sender<SessionEvent>,
    store: Option<Store>,
    /// Changes that are not saved, each with its briefing: they are tried with the next ones.
    unsaved: Vec<(String, Change)>,
    /// The briefings of which nobody learned yet what is kept on them.
    pending: Vec<String>,
    /// The failure that was told last, if nothing was saved since: it is not told again.
    last_failure: Option<StoreError>,
}

impl StoreWorker {
    pub(super) fn new(path: PathBuf, events: Sender<SessionEvent>) -> Self {
        Self {
            path,
            events,
            store: None,
            unsaved: Vec::new(),
            pending: Vec::new(),
            last_failure: None,
        }
    }

    /// Works until nobody sends anything any more. Sleeps while nothing comes; what has come in the
    /// meantime is saved at once.
    ///
    /// # Errors
    /// Not all was saved.
    pub(super) fn run(mut self, jobs: &Receiver<StoreJob>) -> Result<(), StoreError> {
        self.open();
        while let Ok(first) = jobs.recv() {
            for job in std::iter::once(first).chain(jobs.try_iter()) {
                match job {
                    StoreJob::Save { briefing, changes } => {
                        for change in changes {
                            self.add(&briefing, change);
                        }
                    }
                    StoreJob::Load { briefing, answer } => {
                        self.save();
                        self.load(briefing, &answer);
                    }
                    StoreJob::Flush(answer) => {
                        self.save();
                        let _ = answer.send(());
                    }
                }
            }
            self.save();
        }
        self.save();
        self.last_failure.filter(|_| !self.unsaved.is_empty()).map_or(Ok(()), Err)
    }

    fn open(&mut self) {
        match Store::open(&self.path) {
            Ok((store, aside)) => {
                self.store = Some(store);
                if let Some(aside) = aside {
                    let _ = self.events.send(SessionEvent::SetAside(aside));
                }
            }
            Err(error) => self.fail(&error),
        }
    }

    fn load(&mut self, briefing: String, answer: &Sender<Kept>) {
        match self.read(&briefing) {
            Some(kept) => {
                if let Err(SendError(kept)) = answer.send(kept) {
                    let _ = self.events.send(SessionEvent::Loaded(briefing, Box::new(kept)));
                }
            }
            None => self.pending.push(briefing),
        }
    }

    /// What is kept on a briefing, if the disk gives it.
    fn read(&mut self, briefing: &str) -> Option<Kept> {
        let loaded = self.store.as_ref()?.load(briefing);
        loaded.inspect_err(|error| self.fail(error)).ok()
    }

    /// Tells what is kept on the briefings that are still asked for, as far as the disk gives it.
    fn load_pending(&mut self) {
        for briefing in mem::take(&mut self.pending) {
            match self.read(&briefing) {
                Some(kept) => _ = self.events.send(SessionEvent::Loaded(briefing, Box::new(kept))),
                None => self.pending.push(briefing),
            }
        }
    }

    /// Adds a change. Of those that only say how something is now, the last one counts: a disk that
    /// takes nothing must not fill the memory.
    fn add(&mut self, briefing: &str, change: Change) {
        self.unsaved.retain(|(of, before)| of != briefing || !replaces(&change, before));
        self.unsaved.push((briefing.to_owned(), change));
    }

    /// Saves all that is not saved, as far as the disk takes it.
    fn save(&mut self) {
        if self.unsaved.is_empty() && self.pending.is_empty() {
            return;
        }
        if self.store.is_none() {
            self.open();
        }
        // First: what is loaded shall be what was there before.
        self.load_pending();
        let Some(store) = &mut self.store else { return };
        let mut failed = None;
        for group in mem::take(&mut self.unsaved).chunk_by(|(one, _), (other, _)| one == other) {
            let Some((briefing, _)) = group.first() else { continue };
            let changes: Vec<Change> = group.iter().map(|(_, change)| change.clone()).collect();
            match store.save(briefing, &changes) {
                Ok(notes) if notes.is_empty() => {}
                Ok(notes) => _ = self.events.send(SessionEvent::Rescued(briefing.clone(), notes)),
                Err(error) => {
                    failed = Some(error);
                    self.unsaved.extend_from_slice(group);
                }
            }
        }
        match failed {
            Some(error) => self.fail(&error),
            None if self.pending.is_empty() => self.last_failure = None,
            None => {}
        }
    }

    fn fail(&mut self, error: &StoreError) {
        if self.last_failure.as_ref() != Some(error) {
            let _ = self.events.send(SessionEvent::NotKept(error.clone().into()));
            self.last_failure = Some(error.clone());
        }
    }
}

/// Whether after `change` it makes no difference any more that `before` was.
fn replaces(change: &Change, before: &Change) -> bool {
    match (change, before) {
        (Change::Position(_), Change::Position(_)) => true,
        (Change::PutDraft(draft), Change::PutDraft(before)) => draft.id == before.id,
        (Change::Preference(setting), Change::Preference(before)) => {
            mem::discriminant(setting) == mem::discriminant(before)
        }
        _ => false,
    }
}
