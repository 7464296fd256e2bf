//! The client of the store's thread: changes on their way to the disk, which is slow.
//!
//! A slow disk never holds up a key: the session sends changes down a channel and goes on. Only
//! opening waits for what was kept, and leaving for the last changes, and both not for long.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::model::kept::{Change, Kept, Note, Preferences};
use crate::store::{Home, Identity, StoreError};

use super::event::SessionEvent;
use super::panic_guard::PanicGuard;
use super::store_failure::StoreFailure;
use super::store_worker::{StoreJob, StoreWorker};

/// How long the disk is waited for. It takes milliseconds, and a hung one answers never.
const TIMEOUT: Duration = Duration::from_secs(2);

/// What a session takes over from earlier ones, and where it leaves things for later ones.
#[derive(Debug, Clone)]
pub struct StoreOptions {
    /// The file, or why there can be none; `None` to keep nothing and to touch no disk.
    pub file: Option<Result<PathBuf, StoreError>>,
    /// Whether the theme is to be that of the last session.
    pub theme: bool,
}

/// The session's side of the store: what it keeps, and the worker that writes it.
pub struct StoreClient {
    file: Option<Result<PathBuf, StoreError>>,
    theme: bool,
    events: Sender<SessionEvent>,
    worker: Option<WorkerHandle>,
    /// The name of the open briefing's home; empty before there is any.
    briefing: String,
    /// What is kept on each briefing that was open in this session, by its home.
    known: HashMap<String, Kept>,
    /// The homes of the briefings of which the disk has not said yet what is kept on them.
    awaited: HashSet<String>,
    /// What was opened while there was no file yet.
    unwritten: Option<Arc<Identity>>,
    /// Whether the disk did not answer, and is not waited for again.
    silent: bool,
}

/// A worker, at work.
struct WorkerHandle {
    /// The file that it writes.
    path: PathBuf,
    jobs: Sender<StoreJob>,
    /// Whether all was saved, when it has done all.
    done: Receiver<Result<(), StoreError>>,
    thread: JoinHandle<()>,
}

impl StoreClient {
    /// A client that touches no disk yet, and sends what goes wrong to `events`.
    pub fn new(options: StoreOptions, events: Sender<SessionEvent>) -> Self {
        let StoreOptions { file, theme } = options;
        Self {
            file,
            theme,
            events,
            worker: None,
            briefing: String::new(),
            known: HashMap::new(),
            awaited: HashSet::new(),
            unwritten: None,
            silent: false,
        }
    }

    /// Whether the theme of the last session is taken over.
    pub(super) fn takes_theme(&self) -> bool {
        self.theme
    }

    /// Whether there is a file already.
    pub(super) fn has_file(&self) -> bool {
        matches!(&self.file, Some(Ok(path)) if path.exists())
    }

    /// How the reader likes to read, and whether the briefing of this id at `home` was read before, as
    /// far as the disk tells in time.
    pub(super) fn glance(&mut self, home: Option<Home>, id: &str) -> (Preferences, bool) {
        if self.worker.is_none() && !self.has_file() {
            return (Preferences::default(), false);
        }
        let home = home.unwrap_or_else(|| Home::Bundled(String::new()));
        let id = id.to_owned();
        self.ask(|answer| StoreJob::Glance { home, id, answer }).unwrap_or_default()
    }

    /// A briefing is open, another one or the same anew; `left` is what is kept on the one before,
    /// whether the disk has taken it or not. Answers with what is kept on this one.
    pub(super) fn open_briefing(&mut self, identity: Identity, left: &Kept) -> Kept {
        let (name, identity) = (identity.home.name(), Arc::new(identity));
        if name == self.briefing {
            if self.worker.is_some() {
                self.send(Some(StoreJob::TakeIn(identity)));
            }
            return left.clone();
        }
        if !self.briefing.is_empty() {
            self.known.insert(std::mem::take(&mut self.briefing), left.clone());
        }
        self.briefing.clone_from(&name);
        self.load(name, identity)
    }

    /// What is kept on a briefing whose home has this name. Where no file is yet, that is nothing, and
    /// none is made. Where the disk does not say in time, it is nothing until [`SessionEvent::Loaded`]
    /// comes.
    fn load(&mut self, name: String, identity: Arc<Identity>) -> Kept {
        if let Some(known) = self.known.get(&name) {
            return known.clone();
        }
        if self.awaited.contains(&name) {
            return Kept::default();
        }
        if self.worker.is_none() && !self.has_file() {
            self.unwritten = Some(identity);
            return Kept::default();
        }
        let kept = self.ask(|answer| StoreJob::Load { identity, answer });
        match &kept {
            Some(kept) => _ = self.known.insert(name, kept.clone()),
            None => _ = self.awaited.insert(name),
        }
        kept.unwrap_or_default()
    }

    /// Takes in what the disk said late of a briefing. Answers with it if that is the open one.
    pub(super) fn loaded(&mut self, briefing: String, kept: Kept) -> Option<Kept> {
        if !self.awaited.remove(&briefing) {
            return None;
        }
        if briefing == self.briefing {
            return Some(kept);
        }
        let since = self.known.remove(&briefing).unwrap_or_default();
        self.known.insert(briefing, since.with_earlier(kept));
        None
    }

    /// Opens the file, and makes it if there is none, while the session goes on.
    pub(super) fn open(&mut self) {
        if let Some(Err(error)) = self.file.take_if(|file| file.is_err()) {
            let _ = self.events.send(SessionEvent::NotKept(error.into()));
        }
        self.send(None);
        if let Some(identity) = self.unwritten.take() {
            self.send(Some(StoreJob::TakeIn(identity)));
        }
    }

    /// Keeps changes to what is left in the open briefing.
    pub(super) fn save(&mut self, mut changes: Vec<Change>) {
        // Nor is a place kept over one that nobody has seen yet.
        if self.awaited.contains(&self.briefing) {
            changes.retain(|change| !matches!(change, Change::Position(_)));
        }
        self.send(Some(StoreJob::Save { briefing: self.briefing.clone(), changes }));
    }

    /// Takes in notes that came about on a briefing. Answers with those that are on the open one.
    pub(super) fn rescued(&mut self, briefing: &str, notes: Vec<Note>) -> Vec<Note> {
        if briefing == self.briefing {
            return notes;
        }
        if let Some(kept) = self.known.get_mut(briefing) {
            kept.notes.extend(notes);
        }
        Vec::new()
    }

    /// Waits until all changes are on the disk, or were refused by it.
    pub(super) fn flush(&mut self) {
        if self.worker.is_some() {
            self.ask(StoreJob::Flush);
        }
    }

    /// Writes the last changes, if the disk takes them in time.
    ///
    /// # Errors
    /// Not all is kept.
    pub(super) fn finish(&mut self) -> Result<(), StoreFailure> {
        let Some(WorkerHandle { path, jobs, done, thread }) = self.worker.take() else {
            return Ok(());
        };
        drop(jobs);
        match done.recv_timeout(TIMEOUT) {
            Ok(saved) => {
                let _ = thread.join();
                saved.map_err(StoreFailure::from)
            }
            Err(RecvTimeoutError::Timeout) => Err(StoreFailure::Silent { path }),
            // It has panicked, which was told.
            Err(RecvTimeoutError::Disconnected) => Ok(()),
        }
    }

    /// Sends a job to the worker, which is started when it is first needed.
    fn send(&mut self, job: Option<StoreJob>) {
        let Some(Ok(path)) = &self.file else { return };
        if self.worker.is_none() {
            self.worker = WorkerHandle::start(path.clone(), self.events.clone());
        }
        if let (Some(worker), Some(job)) = (&self.worker, job) {
            // It is gone only if it has panicked; reading goes on.
            let _ = worker.jobs.send(job);
        }
    }

    /// Sends a job and waits for its answer.
    fn ask<T>(&mut self, job: impl FnOnce(Sender<T>) -> StoreJob) -> Option<T> {
        let (send, answer) = mpsc::channel();
        self.send(Some(job(send)));
        let patience = if self.silent { Duration::ZERO } else { TIMEOUT };
        match answer.recv_timeout(patience) {
            Ok(answer) => {
                self.silent = false;
                Some(answer)
            }
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) if self.silent => None,
            Err(RecvTimeoutError::Timeout) => {
                self.silent = true;
                if let Some(WorkerHandle { path, .. }) = &self.worker {
                    let silent = StoreFailure::Silent { path: path.clone() };
                    let _ = self.events.send(SessionEvent::NotKept(silent));
                }
                None
            }
        }
    }
}

impl WorkerHandle {
    fn start(path: PathBuf, events: Sender<SessionEvent>) -> Option<Self> {
        let worker = StoreWorker::new(path.clone(), events.clone());
        let (jobs, receive) = mpsc::channel();
        let (end, done) = mpsc::channel();
        // Nobody may be waiting for it any more.
        let work = move || {
            let _guard = PanicGuard::new(events, SessionEvent::NotKept(StoreFailure::Panicked));
            let _ = end.send(worker.run(&receive));
        };
        // Without a thread nothing is kept, as with a disk that takes nothing.
        let thread = thread::Builder::new().name("store".into()).spawn(work).ok()?;
        Some(Self { path, jobs, done, thread })
    }
}

impl Drop for StoreClient {
    fn drop(&mut self) {
        // Whoever wants to know asks before.
        let _ = self.finish();
    }
}
