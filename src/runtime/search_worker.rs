//! What searches beside the session: a thread of its own, asleep until there is a job.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, SendError, Sender};
use std::thread;

use crate::app::{Job, SearchJob};

use super::event::SessionEvent;
use super::event_sender::EventSender;
use super::panic_guard::PanicGuard;

/// No search has this number: whichever is under way, it is cancelled.
const NONE: u64 = u64::MAX;

/// Runs jobs on a thread of its own. That ends when this is dropped.
#[derive(Debug)]
pub(super) struct SearchWorker {
    jobs: Sender<Job>,
    /// The number of the search that is wanted.
    wanted: Arc<AtomicU64>,
}

impl SearchWorker {
    /// A thread that answers with events. `None` if the system has no more threads.
    pub(super) fn new(events: EventSender) -> Option<Self> {
        let (send, jobs) = mpsc::channel::<Job>();
        let wanted = Arc::new(AtomicU64::new(NONE));
        let current = Arc::clone(&wanted);
        let work = move || {
            let _guard = PanicGuard::new(events.clone(), SessionEvent::SearchPanicked);
            for job in jobs {
                let is_wanted = || match &job {
                    Job::Fold(_) | Job::Name(_) | Job::Compare(..) => true,
                    Job::Search(SearchJob { number, .. }) => {
                        current.load(Ordering::Relaxed) == *number
                    }
                };
                // One that waited in line may have been overtaken by then.
                let answer = is_wanted().then(|| job.run(is_wanted)).flatten();
                let gone =
                    answer.is_some_and(|answer| events.send(SessionEvent::Answer(answer)).is_err());
                if gone {
                    return;
                }
            }
        };
        thread::Builder::new().name("search".to_owned()).spawn(work).ok()?;
        Some(Self { jobs: send, wanted })
    }

    /// Runs a job when those before it are done; a search that is under way is cancelled. Gives the
    /// job back if the thread has panicked.
    pub(super) fn run(&self, job: Job) -> Result<(), Job> {
        if let Job::Search(SearchJob { number, .. }) = &job {
            self.wanted.store(*number, Ordering::Relaxed);
        }
        self.jobs.send(job).map_err(|SendError(job)| job)
    }

    /// Cancels the search that is under way.
    pub(super) fn cancel(&self) {
        self.wanted.store(NONE, Ordering::Relaxed);
    }
}

impl Drop for SearchWorker {
    fn drop(&mut self) {
        self.cancel();
    }
}
