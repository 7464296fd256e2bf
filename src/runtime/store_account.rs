//! What one session has with the store: what of it is to be loaded and saved, and how that went.

use std::collections::HashSet;
use std::mem;
use std::sync::Arc;
use std::sync::mpsc::{SendError, Sender};
use std::time::{Duration, Instant};

use crate::load;
use crate::model::kept::{Change, Kept};
use crate::store::{Glance, Home, Identity, Store, StoreError};

use super::backlog::Backlog;
use super::event::SessionEvent;
use super::event_sender::EventSender;
use super::store_failure::StoreFailure;
use super::store_file::{OpeningTold, StoreFile};

/// How long another reader's writing is waited for before anything is said of it, which takes
/// milliseconds.
const PATIENCE: Duration = Duration::from_secs(1);

/// Something to do for a session.
pub(super) enum StoreJob {
    /// Answer with what is kept on a briefing, and write down what it is known again by. If that cannot
    /// be learned, or nobody waits for the answer any more, it follows as [`SessionEvent::Loaded`] when
    /// it can.
    Load { identity: Arc<Identity>, answer: Sender<Kept> },
    /// Write down what a briefing is known again by.
    TakeIn(Arc<Identity>),
    /// Save what is in the backlog.
    Save,
    /// All that is kept on the open briefing is in the backlog, see [`SessionEvent::Anew`].
    Restore,
    /// Answer when all that came before is done.
    Flush(Sender<()>),
    /// The session ends: what is refused is tried again until then.
    End(LastWords),
}

/// What is to be looked up before anything else.
pub(super) struct Look {
    /// Where the briefing is.
    pub(super) home: Home,
    /// Its id.
    pub(super) id: String,
    /// Where the answer goes.
    pub(super) answer: Sender<Glance>,
}

/// What a session says at its end.
pub(super) struct LastWords {
    /// Until when it waits.
    pub(super) until: Instant,
    /// The open briefing, and the changes that make all that is kept on it of nothing: if the file is
    /// gone, they are needed again.
    pub(super) all: Option<(String, Vec<Change>)>,
}

/// What one session has with the store.
pub(super) struct Account {
    events: EventSender,
    backlog: Backlog,
    /// The briefings of which nobody learned yet what is kept on them.
    pending: Vec<Arc<Identity>>,
    /// Those of which it is not written down yet what they are known again by.
    unknown: Vec<Arc<Identity>>,
    /// Those of which it is.
    written: Vec<Arc<Identity>>,
    /// The failure that was told last, if not all was saved since: it is not told again.
    last_failure: Option<StoreError>,
    /// How much of what was to be said of openings of the file this session has been told, or begun after.
    heard: usize,
    /// Whether another file was begun, and has not all yet that was in the first.
    is_bare: bool,
}

impl Account {
    /// That of a session which hears by `events`, and leaves its changes in `backlog`.
    pub(super) fn new(events: EventSender, backlog: Backlog) -> Self {
        Self {
            events,
            backlog,
            pending: Vec::new(),
            unknown: Vec::new(),
            written: Vec::new(),
            last_failure: None,
            heard: 0,
            is_bare: false,
        }
    }

    /// Begins: behind a look the file is opened with the first job, for what was seen is to be drawn first.
    pub(super) fn begin(&mut self, file: &mut StoreFile, look: Option<&Look>) {
        self.heard = file.told().len();
        match look {
            Some(look) => self.look(file, look),
            None => self.save(file),
        }
    }

    /// Does a job. At the end of the session answers whether all was saved.
    pub(super) fn perform(
        &mut self,
        file: &mut StoreFile,
        job: StoreJob,
    ) -> Option<Result<(), StoreError>> {
        match job {
            StoreJob::Restore => {
                self.is_bare = false;
                self.save(file);
            }
            StoreJob::Save => self.save(file),
            StoreJob::Load { identity, answer } => {
                self.save(file);
                self.load(file, identity, &answer);
            }
            StoreJob::TakeIn(identity) => {
                self.unknown.push(identity);
                self.save(file);
            }
            StoreJob::Flush(answer) => {
                self.save(file);
                let _ = answer.send(());
            }
            StoreJob::End(last) => return Some(self.end(file, last)),
        }
        None
    }

    /// Whether anything is left that may go better after a while.
    pub(super) fn has_left(&self) -> bool {
        !self.backlog.is_empty() || !self.pending.is_empty()
    }

    /// The work for it has panicked: nothing is kept any more.
    pub(super) fn give_up(&self) {
        let _ = self.events.send(SessionEvent::NotKept(StoreFailure::Panicked));
    }

    /// Saves what is left, as long as the session waits.
    fn end(&mut self, file: &mut StoreFile, last: LastWords) -> Result<(), StoreError> {
        let LastWords { until, mut all } = last;
        let mut is_damaged = false;
        loop {
            if let Some((briefing, all)) = all.take_if(|_| self.is_bare || file.is_lost()) {
                self.backlog.add(&briefing, all);
            }
            match self.attempt(file) {
                Err(StoreError::Busy { .. }) if Instant::now() < until => {}
                // It is set aside when it is opened again, which is worth one more try.
                Err(StoreError::Damaged { .. }) if !is_damaged => is_damaged = true,
                Ok(()) if all.is_some() && self.is_bare => {}
                _ if self.backlog.is_empty() => return Ok(()),
                done => return done,
            }
        }
    }

    /// The store, opened if it is not; what there is to be said of that is told.
    fn store<'f>(&mut self, file: &'f mut StoreFile) -> Result<&'f mut Store, StoreError> {
        file.opened()?;
        for told in file.told().get(self.heard..).unwrap_or_default() {
            let OpeningTold { removed, aside, is_another } = told.clone();
            if let Some(path) = removed {
                let _ = self.events.send(SessionEvent::Removed(path));
            }
            if let Some(aside) = aside {
                let _ = self.events.send(SessionEvent::SetAside(aside));
            }
            if is_another {
                self.is_bare = true;
                self.unknown.append(&mut self.written);
                let _ = self.events.send(SessionEvent::Anew);
            }
        }
        self.heard = file.told().len();
        file.opened()
    }

    /// Answers if it can be had at once: nobody hangs on it.
    fn look(&self, file: &StoreFile, Look { home, id, answer }: &Look) {
        let seen = match (file.store(), file.path()) {
            (Some(store), _) => store.look(home, id),
            (None, Some(path)) => Store::glance(path, home, id),
            (None, None) => return,
        };
        let Ok(glance) = seen else { return };
        if let Some(place) = &glance.place {
            self.backlog.name(home.name(), place.key.clone());
        }
        let _ = answer.send(glance);
    }

    fn load(&mut self, file: &mut StoreFile, identity: Arc<Identity>, answer: &Sender<Kept>) {
        match self.patiently(|account| account.read(file, &identity)) {
            Ok(kept) => {
                if let Err(SendError(kept)) = answer.send(kept) {
                    self.tell(&identity, kept);
                }
                self.unknown.push(identity);
                self.save(file);
            }
            Err(error) => {
                self.fail(error);
                self.pending.push(identity);
            }
        }
    }

    /// What is kept on a briefing.
    fn read(&mut self, file: &mut StoreFile, identity: &Identity) -> Result<Kept, StoreError> {
        let (key, kept) = self.store(file)?.kept_on(identity, load::reads)?;
        self.backlog.name(identity.home.name(), key);
        Ok(kept)
    }

    fn tell(&self, identity: &Identity, kept: Kept) {
        let _ = self.events.send(SessionEvent::Loaded(identity.home.name(), Box::new(kept)));
    }

    /// Saves all that is not saved, and opens the file if it is not open.
    fn save(&mut self, file: &mut StoreFile) {
        match self.patiently(|account| account.attempt(file)) {
            Ok(()) => self.succeed(),
            Err(error) => self.fail(error),
        }
    }

    /// Tries something again as long as another reader's writing is in the way, unless that has been told
    /// already.
    fn patiently<T>(
        &mut self,
        mut attempt: impl FnMut(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let end = Instant::now() + PATIENCE;
        loop {
            match attempt(self) {
                Err(StoreError::Busy { .. })
                    if self.last_failure.is_none() && Instant::now() < end => {}
                done => return done,
            }
        }
    }

    /// Tries once to do all that is to be done.
    fn attempt(&mut self, file: &mut StoreFile) -> Result<(), StoreError> {
        let done = self.store(file).map(|_| ()).and_then(|()| self.load_pending(file));
        let done = done.and_then(|()| self.take_in_unknown(file));
        let done = done.and_then(|()| self.save_backlog(file));
        if done.as_ref().is_err_and(|error| !matches!(error, StoreError::Busy { .. })) {
            // What it has open may be what is wrong.
            file.close();
        }
        done
    }

    /// Tells what is kept on the briefings that are still asked for. First of all: what is loaded shall be
    /// what was there before.
    fn load_pending(&mut self, file: &mut StoreFile) -> Result<(), StoreError> {
        while let Some(identity) = self.pending.last().cloned() {
            let kept = self.read(file, &identity)?;
            self.pending.pop();
            self.tell(&identity, kept);
            self.unknown.push(identity);
        }
        Ok(())
    }

    /// Writes down what briefings are known again by, as far as the disk takes it. That it does not is
    /// told with the first change that it does not take. What another program holds up is not overtaken
    /// by changes: of what a copy begins with, what is removed would come back.
    fn take_in_unknown(&mut self, file: &mut StoreFile) -> Result<(), StoreError> {
        let mut held = None;
        for identity in mem::take(&mut self.unknown) {
            let taken = self.store(file).and_then(|store| store.take_in(&identity, load::reads));
            match taken {
                Ok(key) => {
                    self.backlog.name(identity.home.name(), key);
                    self.written.push(identity);
                }
                Err(error) => {
                    held = held.or(matches!(error, StoreError::Busy { .. }).then_some(error));
                    self.unknown.push(identity);
                }
            }
        }
        held.filter(|_| !self.backlog.is_empty()).map_or(Ok(()), Err)
    }

    /// Saves what is in the backlog. Of a briefing of which something is refused, nothing later is saved
    /// before that: what was removed since would come back with it.
    fn save_backlog(&mut self, file: &mut StoreFile) -> Result<(), StoreError> {
        let mut failed = None;
        let mut refused = HashSet::new();
        let all = self.backlog.to_save();
        for group in all.chunk_by(|one, other| one.briefing == other.briefing) {
            let Some(briefing) = group.first().map(|one| one.briefing.clone()) else { continue };
            if refused.contains(&briefing) {
                continue;
            }
            let changes: Vec<Change> = group.iter().map(|one| one.change.clone()).collect();
            let key = self.backlog.key(&briefing).unwrap_or_else(|| briefing.clone());
            match self.store(file)?.save(&key, &changes) {
                Ok(notes) => {
                    self.backlog.committed(group);
                    if !notes.is_empty() {
                        let _ = self.events.send(SessionEvent::Rescued(briefing, notes));
                    }
                }
                // What is wrong may be with these alone.
                Err(error) => {
                    failed = Some(error);
                    refused.insert(briefing);
                }
            }
        }
        failed.map_or(Ok(()), Err)
    }

    /// All is done that was to be done.
    fn succeed(&mut self) {
        self.last_failure = None;
        self.backlog.refuse(None);
        if self.backlog.take_awaited() {
            let _ = self.events.send(SessionEvent::Kept);
        }
    }

    fn fail(&mut self, error: StoreError) {
        // First: whoever waits for it in vain is told why.
        if self.last_failure.as_ref() != Some(&error) {
            let _ = self.events.send(SessionEvent::NotKept(error.clone().into()));
            self.last_failure = Some(error.clone());
        }
        self.backlog.await_empty();
        self.backlog.refuse(Some(error));
    }
}
