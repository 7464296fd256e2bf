//! The thread that has the store.

use std::mem;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};

use crate::model::kept::{Change, Kept};
use crate::store::{Store, StoreError};

use super::Event;

/// Something for the writer to do.
pub(super) enum Job {
    /// Answer with what is kept on a briefing.
    Load { briefing: String, answer: Sender<Kept> },
    /// Save changes to what is kept on a briefing.
    Save { briefing: String, changes: Vec<Change> },
    /// Answer when all that came before is done.
    Flush(Sender<()>),
}

/// Who has the store, and writes to it what comes.
pub(super) struct Writer {
    path: PathBuf,
    tell: Sender<Event>,
    store: Option<Store>,
    /// Changes that are not saved, each with its briefing: they are tried with the next ones.
    unsaved: Vec<(String, Change)>,
    /// Whether a failure was told. The next ones would say the same.
    told: bool,
}

impl Writer {
    pub(super) fn new(path: PathBuf, tell: Sender<Event>) -> Self {
        Self { path, tell, store: None, unsaved: Vec::new(), told: false }
    }

    /// Works until nobody sends anything any more. Sleeps while nothing comes; what has come in the
    /// meantime is saved at once.
    pub(super) fn run(mut self, jobs: &Receiver<Job>) {
        self.open();
        while let Ok(first) = jobs.recv() {
            for job in std::iter::once(first).chain(jobs.try_iter()) {
                match job {
                    Job::Save { briefing, changes } => {
                        for change in changes {
                            self.add(&briefing, change);
                        }
                    }
                    Job::Load { briefing, answer } => {
                        self.save();
                        let _ = answer.send(self.load(&briefing));
                    }
                    Job::Flush(answer) => {
                        self.save();
                        let _ = answer.send(());
                    }
                }
            }
            self.save();
        }
    }

    fn open(&mut self) {
        match Store::open(&self.path) {
            Ok((store, aside)) => {
                self.store = Some(store);
                if let Some(aside) = aside {
                    let _ = self.tell.send(Event::NotKept(aside.to_string()));
                }
            }
            Err(error) => self.fail(&error),
        }
    }

    fn load(&mut self, briefing: &str) -> Kept {
        let loaded = self.store.as_ref().map(|store| store.load(briefing));
        match loaded {
            Some(Ok(kept)) => kept,
            Some(Err(error)) => {
                self.fail(&error);
                Kept::default()
            }
            None => Kept::default(),
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
        if self.unsaved.is_empty() {
            return;
        }
        if self.store.is_none() {
            self.open();
        }
        let Some(store) = &mut self.store else { return };
        let mut failed = None;
        for group in mem::take(&mut self.unsaved).chunk_by(|(one, _), (other, _)| one == other) {
            let Some((briefing, _)) = group.first() else { continue };
            let changes: Vec<Change> = group.iter().map(|(_, change)| change.clone()).collect();
            match store.save(briefing, &changes) {
                Ok(notes) if notes.is_empty() => {}
                Ok(notes) => _ = self.tell.send(Event::Rescued(briefing.clone(), notes)),
                Err(error) => {
                    failed = Some(error);
                    self.unsaved.extend_from_slice(group);
                }
            }
        }
        if let Some(error) = failed {
            self.fail(&error);
        }
    }

    fn fail(&mut self, error: &StoreError) {
        if !mem::replace(&mut self.told, true) {
            let _ = self.tell.send(Event::NotKept(error.to_string()));
        }
    }
}

/// Whether after `change` it makes no difference any more that `before` was.
fn replaces(change: &Change, before: &Change) -> bool {
    match (change, before) {
        (Change::Place(_), Change::Place(_)) => true,
        (Change::PutDraft(draft), Change::PutDraft(before)) => draft.id == before.id,
        (Change::Setting(setting), Change::Setting(before)) => {
            mem::discriminant(setting) == mem::discriminant(before)
        }
        _ => false,
    }
}
