//! The thread that has the store, for one session or for all that a process has: one writer, whoever reads.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::load;
use crate::model::kept::Kept;
use crate::store::{Identity, Store, StoreError};

use super::store_account::{Account, Look, StoreJob};
use super::store_failure::StoreFailure;
use super::store_file::StoreFile;

/// After how long what is refused is tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// Which of a keeper's accounts one is.
type AccountNumber = u64;

/// How long the disk is waited for. It takes milliseconds, and a hung one answers never.
const PATIENCE: Duration = Duration::from_secs(2);

/// A thread that has the store of a file. It ends when nobody can ask it any more.
#[derive(Debug, Clone)]
pub struct Keeper {
    path: Arc<Result<PathBuf, StoreError>>,
    jobs: Sender<KeeperJob>,
    /// The number of the next account.
    next: Arc<AtomicU64>,
}

/// Something for the thread to do.
enum KeeperJob {
    /// A session begins.
    Begin(AccountNumber, Box<Opened>, Option<Look>),
    /// Do this for a session.
    Perform(AccountNumber, StoreJob),
    /// Do this, which is nobody's.
    Ask(Box<dyn FnOnce(&mut StoreFile) + Send>),
}

/// The account of a session, and where it is told whether all was saved when it ends.
struct Opened {
    account: Account,
    done: Sender<Result<(), StoreError>>,
}

/// Asks for a session.
#[derive(Debug, Clone)]
pub(super) struct AccountJobs {
    jobs: Sender<KeeperJob>,
    number: AccountNumber,
}

/// The account of a session, as that has it.
pub(super) struct AccountHandle {
    pub(super) jobs: AccountJobs,
    /// Whether all was saved, once the session has ended.
    pub(super) done: Receiver<Result<(), StoreError>>,
}

impl Keeper {
    /// A thread for the file at `path`, which is not opened before there is something to do. None if the system
    /// has no more threads: then nothing is kept, as with a disk that takes nothing.
    pub fn start(path: Result<PathBuf, StoreError>) -> Option<Self> {
        let (jobs, receive) = mpsc::channel();
        let shared = Arc::new(path.clone());
        let accounts = Accounts { file: StoreFile::new(path), open: BTreeMap::new() };
        let work = move || accounts.run(&receive);
        thread::Builder::new().name("store".into()).spawn(work).ok()?;
        Some(Self { path: shared, jobs, next: Arc::default() })
    }

    /// Where the file is, or why there can be none.
    pub(crate) fn path(&self) -> &Result<PathBuf, StoreError> {
        &self.path
    }

    /// Asks the store itself, and waits for the answer.
    ///
    /// # Errors
    /// It refuses, or does not answer in two seconds.
    pub(crate) fn ask<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreFailure> {
        let (send, answer) = mpsc::channel();
        let ask = move |file: &mut StoreFile| _ = send.send(file.opened().and_then(ask));
        let _ = self.jobs.send(KeeperJob::Ask(Box::new(ask)));
        match answer.recv_timeout(PATIENCE) {
            Ok(answer) => answer.map_err(StoreFailure::from),
            Err(RecvTimeoutError::Disconnected) => Err(StoreFailure::Panicked),
            Err(RecvTimeoutError::Timeout) => Err(match &*self.path {
                Ok(path) => StoreFailure::Silent { path: path.clone() },
                Err(error) => error.clone().into(),
            }),
        }
    }

    /// What is kept on a briefing.
    ///
    /// # Errors
    /// The disk does not say.
    pub(crate) fn kept(&self, identity: Identity) -> Result<Kept, StoreFailure> {
        self.ask(move |store| Ok(store.kept_on(&identity, load::reads)?.1))
    }

    /// Begins the account of a session, with a look if one is wanted.
    pub(super) fn begin(&self, account: Account, look: Option<Look>) -> AccountHandle {
        let (send, done) = mpsc::channel();
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let opened = Box::new(Opened { account, done: send });
        // It is there as long as somebody has a sender.
        let _ = self.jobs.send(KeeperJob::Begin(number, opened, look));
        let jobs = AccountJobs { jobs: self.jobs.clone(), number };
        AccountHandle { jobs, done }
    }
}

impl AccountJobs {
    /// Has a job done when those before it are done. If it was given up, nobody answers.
    pub(super) fn send(&self, job: StoreJob) {
        let _ = self.jobs.send(KeeperJob::Perform(self.number, job));
    }
}

/// The file, and the accounts of those who are here.
struct Accounts {
    file: StoreFile,
    open: BTreeMap<AccountNumber, Box<Opened>>,
}

impl Accounts {
    /// Works until nobody can send anything any more. Sleeps while nothing comes and nothing is left; what has
    /// come in the meantime is saved at once.
    fn run(mut self, jobs: &Receiver<KeeperJob>) {
        let mut again = None;
        loop {
            let has_left = self.file.path().is_some()
                && self.open.values().any(|opened| opened.account.has_left());
            let until = has_left.then(|| *again.get_or_insert_with(|| Instant::now() + AGAIN));
            again = until;
            let next = match until {
                Some(until) => jobs.recv_timeout(until.saturating_duration_since(Instant::now())),
                None => jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match next {
                Ok(KeeperJob::Begin(number, opened, look)) => {
                    self.begin(number, opened, look.as_ref());
                }
                Ok(KeeperJob::Perform(number, job)) => self.perform(number, job),
                Ok(KeeperJob::Ask(ask)) => {
                    let file = &mut self.file;
                    if catch_unwind(AssertUnwindSafe(|| ask(file))).is_err() {
                        self.file.close();
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    again = None;
                    self.try_again();
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn begin(&mut self, number: AccountNumber, opened: Box<Opened>, look: Option<&Look>) {
        self.guarded(number, opened, |account, file| {
            account.begin(file, look);
            None
        });
    }

    fn perform(&mut self, number: AccountNumber, job: StoreJob) {
        if let Some(opened) = self.open.remove(&number) {
            self.guarded(number, opened, |account, file| account.perform(file, job));
        }
    }

    fn try_again(&mut self) {
        let left = self.open.iter().filter(|(_, opened)| opened.account.has_left());
        let left: Vec<AccountNumber> = left.map(|(number, _)| *number).collect();
        for number in left {
            self.perform(number, StoreJob::Save);
        }
    }

    /// Does something for an account, which stays open unless that has ended it. A panic costs that account, and
    /// no other.
    fn guarded(
        &mut self,
        number: AccountNumber,
        mut opened: Box<Opened>,
        work: impl FnOnce(&mut Account, &mut StoreFile) -> Option<Result<(), StoreError>>,
    ) {
        let file = &mut self.file;
        match catch_unwind(AssertUnwindSafe(|| work(&mut opened.account, file))) {
            Ok(None) => _ = self.open.insert(number, opened),
            Ok(Some(saved)) => {
                if self.open.is_empty() {
                    // Before it is said that all is saved: the file is whole then, without a log.
                    self.file.close();
                }
                let _ = opened.done.send(saved);
            }
            Err(_) => {
                self.file.close();
                opened.account.give_up();
            }
        }
    }
}
