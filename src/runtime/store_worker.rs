//! The thread that has the store.

use std::collections::HashMap;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SendError, Sender};

use crate::load;
use crate::model::kept::{Change, Kept, Preferences};
use crate::store::{Home, Identity, Store, StoreError};

use super::event::SessionEvent;

/// Something for the worker to do.
pub(super) enum StoreJob {
    /// Answer with how the reader likes to read, and whether a briefing was read before.
    Glance { home: Home, id: String, answer: Sender<(Preferences, bool)> },
    /// Answer with what is kept on a briefing, and write down what it is known again by. If that cannot be learned, or nobody waits for the
    /// answer any more, it follows as [`SessionEvent::Loaded`] when it can.
    Load { identity: Arc<Identity>, answer: Sender<Kept> },
    /// Write down what a briefing is known again by.
    TakeIn(Arc<Identity>),
    /// Save changes to what is kept on the briefing whose home has this name.
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
    pending: Vec<Arc<Identity>>,
    /// Those of which it is not written down yet what they are known again by.
    unknown: Vec<Arc<Identity>>,
    /// What the rows of each briefing are named by, by the name of its home: that stays as long as
    /// the session, wherever the briefing goes.
    keys: HashMap<String, String>,
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
            unknown: Vec::new(),
            keys: HashMap::new(),
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
                    StoreJob::Glance { home, id, answer } => self.glance(&home, &id, &answer),
                    StoreJob::Load { identity, answer } => {
                        self.save();
                        self.load(identity, &answer);
                    }
                    StoreJob::TakeIn(identity) => self.unknown.push(identity),
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

    /// Answers if it can: nobody hangs on it.
    fn glance(&mut self, home: &Home, id: &str, answer: &Sender<(Preferences, bool)>) {
        if let Some(Ok(seen)) = self.store.as_ref().map(|store| store.glance(home, id)) {
            let _ = answer.send(seen);
        }
    }

    fn load(&mut self, identity: Arc<Identity>, answer: &Sender<Kept>) {
        match self.read(&identity) {
            Some(kept) => {
                if let Err(SendError(kept)) = answer.send(kept) {
                    self.tell(&identity, kept);
                }
                self.unknown.push(identity);
            }
            None => self.pending.push(identity),
        }
    }

    /// What is kept on a briefing, if the disk gives it.
    fn read(&mut self, identity: &Identity) -> Option<Kept> {
        let store = self.store.as_ref()?;
        let read = store.recognise(identity, load::reads).and_then(|known| {
            let kept = store.load(&known.from)?;
            self.keys.insert(identity.home.name(), known.key);
            Ok(kept)
        });
        read.inspect_err(|error| self.fail(error)).ok()
    }

    fn tell(&self, identity: &Identity, kept: Kept) {
        let _ = self.events.send(SessionEvent::Loaded(identity.home.name(), Box::new(kept)));
    }

    /// Tells what is kept on the briefings that are still asked for, as far as the disk gives it.
    fn load_pending(&mut self) {
        for identity in mem::take(&mut self.pending) {
            match self.read(&identity) {
                Some(kept) => {
                    self.tell(&identity, kept);
                    self.unknown.push(identity);
                }
                None => self.pending.push(identity),
            }
        }
    }

    /// Writes down what briefings are known again by, as far as the disk takes it. That it does not is
    /// told with the first change that it does not take.
    fn take_in_unknown(&mut self) {
        let Some(store) = &mut self.store else { return };
        self.unknown.retain(|identity| match store.take_in(identity, load::reads) {
            Ok(key) => {
                self.keys.insert(identity.home.name(), key);
                false
            }
            Err(_) => true,
        });
    }

    /// Adds a change. Of those that only say how something is now, the last one counts: a disk that
    /// takes nothing must not fill the memory.
    fn add(&mut self, briefing: &str, change: Change) {
        self.unsaved.retain(|(of, before)| of != briefing || !replaces(&change, before));
        self.unsaved.push((briefing.to_owned(), change));
    }

    /// Saves all that is not saved, as far as the disk takes it.
    fn save(&mut self) {
        if self.unsaved.is_empty() && self.pending.is_empty() && self.unknown.is_empty() {
            return;
        }
        if self.store.is_none() {
            self.open();
        }
        // First: what is loaded shall be what was there before.
        self.load_pending();
        self.take_in_unknown();
        let Some(store) = &mut self.store else { return };
        let mut failed = None;
        for group in mem::take(&mut self.unsaved).chunk_by(|(one, _), (other, _)| one == other) {
            let Some((briefing, _)) = group.first() else { continue };
            let changes: Vec<Change> = group.iter().map(|(_, change)| change.clone()).collect();
            let key = self.keys.get(briefing).unwrap_or(briefing);
            match store.save(key, &changes) {
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
