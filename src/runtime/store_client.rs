//! A session's side of the store: changes on their way to the disk, which is slow.
//!
//! A slow disk never holds up a key: the session sends changes down a channel and goes on. Only
//! opening waits for what was kept, and leaving for the last changes, and both not for long.

use std::collections::{HashMap, HashSet};
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crate::model::kept::{Change, Kept, Note};
use crate::store::{Glance, Home, Identity, StoreError};

use super::backlog::Backlog;
use super::event::SessionEvent;
use super::event_sender::EventSender;
use super::keeper::{AccountHandle, AccountJobs, Keeper};
use super::loaded::SaidInTime;
use super::remainder::Remainder;
use super::store_account::{Account, LastWords, Look, StoreJob};
use super::store_failure::StoreFailure;

/// How long the disk is waited for. It takes milliseconds, and a hung one answers never.
const TIMEOUT: Duration = Duration::from_secs(2);
/// How much of that is left at the end for a file beside the one that takes nothing.
const FOR_REMAINDER: Duration = Duration::from_millis(500);
/// How long what is refused is tried again at the end; the last try may take a little longer.
const LAST_TRIES: Duration = Duration::from_secs(1);
/// How long a frame waits for the words that it shows. The disk takes them in less than a millisecond,
/// and a reader does not see that a frame is so late. A disk that takes longer is not waited for again
/// before it has answered.
const FRAME: Duration = Duration::from_millis(50);

/// What a session takes over from earlier ones, and where it leaves things for later ones.
#[derive(Debug, Clone)]
pub struct StoreOptions {
    /// The file, or why there can be none; `None` to keep nothing and to touch no disk.
    pub file: Option<Result<PathBuf, StoreError>>,
    /// Whether the theme is to be that of the last session.
    pub theme: bool,
    /// Who has the store of that file for many sessions; `None` if this one is to have it alone.
    pub keeper: Option<Keeper>,
}

/// The session's side of the store: what it keeps, and its account with the keeper, who writes it.
pub struct StoreClient {
    file: Option<Result<PathBuf, StoreError>>,
    theme: bool,
    keeper: Option<Keeper>,
    events: EventSender,
    account: Option<AccountHandle>,
    /// What is not on the disk yet.
    backlog: Backlog,
    /// How long a frame waits for it.
    frame_patience: Duration,
    /// Whether it has anything that the reader wrote or marked, and no frame has waited for it.
    has_marks: bool,
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
    /// The name of the home of the briefing of which only a part is read; empty if there is none.
    part: String,
}

/// What asks the keeper in the place of the client, which goes on meanwhile.
#[derive(Debug, Clone)]
pub(super) struct StoreAsker {
    jobs: AccountJobs,
    patience: Duration,
}

impl StoreClient {
    /// A client that touches no disk yet, and sends what goes wrong to `events`.
    pub fn new(options: StoreOptions, events: impl Into<EventSender>) -> Self {
        let StoreOptions { file, theme, keeper } = options;
        Self {
            file,
            theme,
            keeper,
            events: events.into(),
            account: None,
            backlog: Backlog::default(),
            frame_patience: FRAME,
            has_marks: false,
            briefing: String::new(),
            known: HashMap::new(),
            awaited: HashSet::new(),
            unwritten: None,
            silent: false,
            part: String::new(),
        }
    }

    /// The same, but no frame waits for the words that it shows: who waits would keep others from theirs.
    pub(super) fn without_waiting(options: StoreOptions, events: EventSender) -> Self {
        let mut client = Self::new(options, events);
        client.frame_patience = Duration::ZERO;
        client
    }

    /// Whether the theme of the last session is taken over.
    pub(super) fn takes_theme(&self) -> bool {
        self.theme
    }

    /// Whether there is a file already.
    pub(super) fn has_file(&self) -> bool {
        matches!(&self.file, Some(Ok(path)) if path.exists())
    }

    /// Begins with a look at how the reader likes to read, and at what is kept where he left the briefing of
    /// this id at `home`. The answer comes before the file is opened, or not at all.
    pub(super) fn look(&mut self, home: Home, id: String) -> Option<Receiver<Glance>> {
        let path = self.file.clone().filter(|_| self.account.is_none() && self.has_file())?;
        let (answer, glance) = mpsc::channel();
        self.start(path, Some(Look { home, id, answer }));
        Some(glance)
    }

    /// What asks for what is kept on a briefing, if there is anybody to be asked.
    pub(super) fn asker(&self) -> Option<StoreAsker> {
        let patience = self.patience();
        self.account.as_ref().map(|account| StoreAsker { jobs: account.jobs.clone(), patience })
    }

    /// A part of the briefing at `home` is open, which is known by its home. What is left in it is kept; what
    /// was kept on it is learned when the whole is open.
    pub(super) fn open_part(&mut self, home: &Home) {
        self.part = home.name();
    }

    /// A briefing is open, another one or the same anew; `left` is what is kept on the one before,
    /// whether the disk has taken it or not, and `said` what the disk said of this one, if it was asked.
    /// Answers with what is kept on this one.
    pub(super) fn open_briefing(
        &mut self,
        identity: Arc<Identity>,
        left: &Kept,
        said: Option<SaidInTime>,
    ) -> Kept {
        let name = identity.home.name();
        let (snapshot, whole) = (Arc::clone(&identity.snapshot), identity.whole);
        self.part.clear();
        let mut kept = if name == self.briefing {
            self.take_in(identity);
            left.clone()
        } else {
            self.put_by(left);
            name.clone_into(&mut self.briefing);
            self.load(name, identity, said)
        };
        kept.last_seen.meet(&snapshot, whole);
        kept
    }

    /// Has it written down what a briefing is known again by, now that it says something else perhaps.
    fn take_in(&mut self, identity: Arc<Identity>) {
        if self.account.is_some() {
            self.send(Some(StoreJob::TakeIn(identity)));
        }
    }

    /// Knows what is kept on the briefing that is open no longer.
    fn put_by(&mut self, left: &Kept) {
        if !self.briefing.is_empty() {
            self.known.insert(mem::take(&mut self.briefing), left.clone());
        }
    }

    /// What is kept on a briefing whose home has this name. Where no file is yet, that is nothing, and
    /// none is made. Where the disk does not say in time, it is nothing until [`SessionEvent::Loaded`]
    /// comes.
    fn load(&mut self, name: String, identity: Arc<Identity>, said: Option<SaidInTime>) -> Kept {
        if let Some(known) = self.known.get(&name).cloned() {
            self.take_in(identity);
            return known;
        }
        if self.awaited.contains(&name) {
            return Kept::default();
        }
        if self.account.is_none() && !self.has_file() {
            self.unwritten = Some(identity);
            return Kept::default();
        }
        let kept = match said {
            Some(said) => self.heard(said),
            None => self.ask(|answer| StoreJob::Load { identity, answer }),
        };
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
        self.send(None);
        if let Some(identity) = self.unwritten.take() {
            self.send(Some(StoreJob::TakeIn(identity)));
        }
    }

    /// Opens the file at which was looked, while the session goes on.
    pub(super) fn go_on(&mut self) {
        if self.account.is_some() {
            self.send(Some(StoreJob::Save));
        }
    }

    /// Keeps changes to what is left in the open briefing.
    pub(super) fn save(&mut self, mut changes: Vec<Change>) {
        // Nor is a place kept over one that nobody has seen yet.
        if self.awaited.contains(&self.briefing) {
            changes.retain(|change| !matches!(change, Change::Position(_)));
        }
        if self.file.is_some() {
            self.has_marks |= changes.iter().any(Change::is_of_mark);
            self.backlog.add(self.home(), changes);
            self.send(Some(StoreJob::Save));
        }
    }

    /// Keeps all that is kept on the open briefing in another file, for the first one is gone or damaged.
    pub(super) fn restore(&mut self, left: &Kept) {
        self.backlog.add(self.home(), left.changes());
        self.send(Some(StoreJob::Restore));
    }

    /// Waits for the disk before something is shown that the reader wrote: not for long, and not at all
    /// if it is known to be slow. Answers whether it is kept, if there is anything to be waited for.
    pub(super) fn settle(&mut self) -> Option<bool> {
        mem::take(&mut self.has_marks).then(|| self.backlog.wait(self.frame_patience))
    }

    /// Whether all that was given is on the disk. If not, [`SessionEvent::Kept`] comes when it is.
    pub(super) fn is_settled(&self) -> bool {
        self.backlog.wait(Duration::ZERO)
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
        if self.account.is_some() {
            self.ask(StoreJob::Flush);
        }
    }

    /// Writes the last changes, if the disk takes them in time; `left` is all that is kept on the open
    /// briefing.
    ///
    /// # Errors
    /// Not all is kept.
    pub(super) fn finish(&mut self, left: Option<&Kept>) -> Result<(), Remainder> {
        let until = Instant::now() + TIMEOUT;
        let Some(path) = self.file.clone() else { return Ok(()) };
        let saved = match self.account.take() {
            Some(account) => self.end(&account, left),
            None => Err(StoreFailure::Panicked),
        };
        let remainder = self.backlog.close();
        match saved {
            Err(why) if !remainder.is_empty() => {
                let patience = until.saturating_duration_since(Instant::now());
                Err(Remainder::put(path, remainder, why, patience))
            }
            _ => Ok(()),
        }
    }

    /// Has the last changes written.
    fn end(&self, account: &AccountHandle, left: Option<&Kept>) -> Result<(), StoreFailure> {
        let all = left.filter(|_| !self.awaited.contains(&self.briefing));
        let all = all.map(|left| (self.home().to_owned(), left.changes()));
        let until = Instant::now() + LAST_TRIES;
        account.jobs.send(StoreJob::End(LastWords { until, all }));
        match account.done.recv_timeout(TIMEOUT.saturating_sub(FOR_REMAINDER)) {
            Ok(saved) => saved.map_err(StoreFailure::from),
            Err(RecvTimeoutError::Timeout) => Err(self.why_slow()),
            // It has panicked, which was told.
            Err(RecvTimeoutError::Disconnected) => Err(StoreFailure::Panicked),
        }
    }

    /// Why the keeper does not answer.
    fn why_slow(&self) -> StoreFailure {
        if let Some(why) = self.backlog.refusal() {
            return why.into();
        }
        match &self.file {
            Some(Ok(path)) => StoreFailure::Silent { path: path.clone() },
            Some(Err(error)) => error.clone().into(),
            None => StoreFailure::Panicked,
        }
    }

    /// Sends a job to the keeper, with whom the account is begun when it is first needed.
    fn send(&mut self, job: Option<StoreJob>) {
        let Some(path) = &self.file else { return };
        if self.account.is_none() {
            let path = path.clone();
            self.start(path, None);
        }
        if let (Some(account), Some(job)) = (&self.account, job) {
            account.jobs.send(job);
        }
    }

    /// The name of the home of what is open.
    fn home(&self) -> &str {
        if self.part.is_empty() { &self.briefing } else { &self.part }
    }

    /// Begins the account.
    fn start(&mut self, path: Result<PathBuf, StoreError>, look: Option<Look>) {
        let keeper = self.keeper.clone().or_else(|| Keeper::start(path));
        let account = Account::new(self.events.clone(), self.backlog.clone());
        self.account = keeper.map(|keeper| keeper.begin(account, look));
    }

    /// How long the disk is waited for.
    fn patience(&self) -> Duration {
        if self.silent { Duration::ZERO } else { TIMEOUT }
    }

    /// Sends a job and waits for its answer.
    fn ask<T>(&mut self, job: impl FnOnce(Sender<T>) -> StoreJob) -> Option<T> {
        let (send, answer) = mpsc::channel();
        self.send(Some(job(send)));
        self.heard(answer.recv_timeout(self.patience()))
    }

    /// Takes in what the disk said in time.
    fn heard<T>(&mut self, said: Result<T, RecvTimeoutError>) -> Option<T> {
        match said {
            Ok(answer) => {
                self.silent = false;
                Some(answer)
            }
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) if self.silent => None,
            Err(RecvTimeoutError::Timeout) => {
                self.silent = true;
                let _ = self.events.send(SessionEvent::NotKept(self.why_slow()));
                self.backlog.await_empty();
                None
            }
        }
    }
}

impl StoreAsker {
    /// What is kept on a briefing, as far as the disk says so in time.
    ///
    /// # Errors
    /// It does not.
    pub(super) fn kept(&self, identity: Arc<Identity>) -> SaidInTime {
        let (answer, kept) = mpsc::channel();
        self.jobs.send(StoreJob::Load { identity, answer });
        kept.recv_timeout(self.patience)
    }
}

impl Drop for StoreClient {
    fn drop(&mut self) {
        // Whoever wants to know asks before.
        let _ = self.finish(None);
    }
}
