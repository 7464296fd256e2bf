//! The thread that has the store.

use std::collections::HashSet;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SendError, Sender};
use std::time::{Duration, Instant};

use crate::load;
use crate::model::kept::{Change, Kept};
use crate::store::{Glance, Home, Identity, SetAside, Store, StoreError};

use super::backlog::Backlog;
use super::event::SessionEvent;
use super::event_sender::EventSender;

/// How long another reader's writing is waited for before anything is said of it, which takes
/// milliseconds.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long one try waits for it.
const TRY: Duration = Duration::from_millis(200);
/// After how long what is refused is tried again if nothing else comes.
const AGAIN: Duration = Duration::from_secs(1);

/// Something for the worker to do.
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

/// Has the store, and writes to it what comes.
pub(super) struct StoreWorker {
    /// Where the file is, or why there can be none.
    path: Result<PathBuf, StoreError>,
    events: EventSender,
    store: Option<Store>,
    backlog: Backlog,
    /// The briefings of which nobody learned yet what is kept on them.
    pending: Vec<Arc<Identity>>,
    /// Those of which it is not written down yet what they are known again by.
    unknown: Vec<Arc<Identity>>,
    /// Those of which it is.
    written: Vec<Arc<Identity>>,
    /// The failure that was told last, if not all was saved since: it is not told again.
    last_failure: Option<StoreError>,
    /// Whether the file was open before.
    was_open: bool,
    /// Whether it was removed since, and no other one was begun yet.
    is_removed: bool,
    /// Whether another one was begun, and has not all yet that was in the first.
    is_bare: bool,
}

impl StoreWorker {
    pub(super) fn new(
        path: Result<PathBuf, StoreError>,
        events: EventSender,
        backlog: Backlog,
    ) -> Self {
        Self {
            path,
            events,
            store: None,
            backlog,
            pending: Vec::new(),
            unknown: Vec::new(),
            written: Vec::new(),
            last_failure: None,
            was_open: false,
            is_removed: false,
            is_bare: false,
        }
    }

    /// Works until nobody sends anything any more. Sleeps while nothing comes and nothing is left; what
    /// has come in the meantime is saved at once.
    ///
    /// # Errors
    /// Not all was saved.
    pub(super) fn run(
        mut self,
        look: Option<Look>,
        jobs: &Receiver<StoreJob>,
    ) -> Result<(), StoreError> {
        // Behind a look the file is opened with the first job: what was seen is to be drawn first.
        match look {
            Some(look) => self.look(&look),
            None => self.save(),
        }
        loop {
            match self.next(jobs) {
                Ok(StoreJob::Restore) => {
                    self.is_bare = false;
                    self.save();
                }
                Ok(StoreJob::Save) | Err(RecvTimeoutError::Timeout) => self.save(),
                Ok(StoreJob::Load { identity, answer }) => {
                    self.save();
                    self.load(identity, &answer);
                }
                Ok(StoreJob::TakeIn(identity)) => {
                    self.unknown.push(identity);
                    self.save();
                }
                Ok(StoreJob::Flush(answer)) => {
                    self.save();
                    let _ = answer.send(());
                }
                Ok(StoreJob::End(last)) => return self.end(last),
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    }

    /// The next job; after a while none, if anything is left that may go better then.
    fn next(&self, jobs: &Receiver<StoreJob>) -> Result<StoreJob, RecvTimeoutError> {
        let is_done = self.backlog.is_empty() && self.pending.is_empty();
        if is_done || self.path.is_err() {
            return jobs.recv().map_err(|_| RecvTimeoutError::Disconnected);
        }
        jobs.recv_timeout(AGAIN)
    }

    /// Saves what is left, as long as the session waits.
    fn end(&mut self, last: LastWords) -> Result<(), StoreError> {
        let LastWords { until, mut all } = last;
        let mut is_damaged = false;
        loop {
            if let Some((briefing, all)) = all.take_if(|_| self.is_bare || self.has_lost_file()) {
                self.backlog.add(&briefing, all);
            }
            match self.attempt() {
                Err(StoreError::Busy { .. }) if Instant::now() < until => {}
                // It is set aside when it is opened again, which is worth one more try.
                Err(StoreError::Damaged { .. }) if !is_damaged => is_damaged = true,
                Ok(()) if all.is_some() && self.is_bare => {}
                _ if self.backlog.is_empty() => return Ok(()),
                done => return done,
            }
        }
    }

    /// Whether the file that was open is no longer where it was.
    fn has_lost_file(&self) -> bool {
        self.is_removed || self.store.as_ref().is_some_and(|store| !store.is_in_place())
    }

    /// The store, opened if it is not.
    fn store(&mut self) -> Result<&mut Store, StoreError> {
        if self.has_lost_file() {
            (self.store, self.is_removed) = (None, true);
        }
        let store = match self.store.take() {
            Some(store) => store,
            None => self.open()?,
        };
        Ok(self.store.insert(store))
    }

    fn open(&mut self) -> Result<Store, StoreError> {
        let path = self.path.as_ref().map_err(Clone::clone)?;
        let (store, aside) = Store::open_within(path, TRY)?;
        let is_removed = mem::take(&mut self.is_removed);
        let is_other = is_removed || aside.as_ref().is_some_and(SetAside::is_of_file);
        if is_removed {
            let _ = self.events.send(SessionEvent::Removed(path.clone()));
        }
        if let Some(aside) = aside {
            let _ = self.events.send(SessionEvent::SetAside(aside));
        }
        if is_other && self.was_open {
            self.is_bare = true;
            self.unknown.append(&mut self.written);
            let _ = self.events.send(SessionEvent::Anew);
        }
        self.was_open = true;
        Ok(store)
    }

    /// Answers if it can be had at once: nobody hangs on it.
    fn look(&self, Look { home, id, answer }: &Look) {
        let Ok(path) = &self.path else { return };
        let Ok(glance) = Store::glance(path, home, id) else { return };
        if let Some(place) = &glance.place {
            self.backlog.name(home.name(), place.key.clone());
        }
        let _ = answer.send(glance);
    }

    fn load(&mut self, identity: Arc<Identity>, answer: &Sender<Kept>) {
        match self.patiently(|worker| worker.read(&identity)) {
            Ok(kept) => {
                if let Err(SendError(kept)) = answer.send(kept) {
                    self.tell(&identity, kept);
                }
                self.unknown.push(identity);
                self.save();
            }
            Err(error) => {
                self.fail(error);
                self.pending.push(identity);
            }
        }
    }

    /// What is kept on a briefing.
    fn read(&mut self, identity: &Identity) -> Result<Kept, StoreError> {
        let (key, kept) = self.store()?.kept_on(identity, load::reads)?;
        self.backlog.name(identity.home.name(), key);
        Ok(kept)
    }

    fn tell(&self, identity: &Identity, kept: Kept) {
        let _ = self.events.send(SessionEvent::Loaded(identity.home.name(), Box::new(kept)));
    }

    /// Saves all that is not saved, and opens the file if it is not open.
    fn save(&mut self) {
        match self.patiently(Self::attempt) {
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
    fn attempt(&mut self) -> Result<(), StoreError> {
        let done = self.store().map(|_| ()).and_then(|()| self.load_pending());
        let done = done.and_then(|()| self.take_in_unknown());
        let done = done.and_then(|()| self.save_backlog());
        if done.as_ref().is_err_and(|error| !matches!(error, StoreError::Busy { .. })) {
            // What it has open may be what is wrong.
            self.store = None;
        }
        done
    }

    /// Tells what is kept on the briefings that are still asked for. First of all: what is loaded shall be
    /// what was there before.
    fn load_pending(&mut self) -> Result<(), StoreError> {
        while let Some(identity) = self.pending.last().cloned() {
            let kept = self.read(&identity)?;
            self.pending.pop();
            self.tell(&identity, kept);
            self.unknown.push(identity);
        }
        Ok(())
    }

    /// Writes down what briefings are known again by, as far as the disk takes it. That it does not is
    /// told with the first change that it does not take. What another program holds up is not overtaken
    /// by changes: of what a copy begins with, what is removed would come back.
    fn take_in_unknown(&mut self) -> Result<(), StoreError> {
        let mut held = None;
        for identity in mem::take(&mut self.unknown) {
            let taken = self.store().and_then(|store| store.take_in(&identity, load::reads));
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
    fn save_backlog(&mut self) -> Result<(), StoreError> {
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
            match self.store()?.save(&key, &changes) {
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
