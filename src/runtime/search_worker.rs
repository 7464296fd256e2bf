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
    /// Each with the number of comparisons that were asked for by then.
    jobs: Sender<(u64, Job)>,
    /// The number of the search that is wanted.
    wanted: Arc<AtomicU64>,
    /// How many comparisons were asked for: the last is wanted.
    compared: Arc<AtomicU64>,
}

impl SearchWorker {
    /// A thread that answers with events. `None` if the system has no more threads.
    pub(super) fn new(events: EventSender) -> Option<Self> {
        let (send, jobs) = mpsc::channel::<(u64, Job)>();
        let (wanted, compared) = (Arc::new(AtomicU64::new(NONE)), Arc::new(AtomicU64::new(0)));
        let (current, last) = (Arc::clone(&wanted), Arc::clone(&compared));
        let work = move || {
            let _guard = PanicGuard::new(events.clone(), SessionEvent::SearchPanicked);
            for (comparison, job) in jobs {
                let is_wanted = || match &job {
                    Job::Fold(_) | Job::Name(_) => true,
                    Job::Compare(..) => last.load(Ordering::Relaxed) == comparison,
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
        Some(Self { jobs: send, wanted, compared })
    }

    /// Runs a job when those before it are done; a search that is under way is cancelled by another one, and a
    /// comparison by another one. Gives the job back if the thread has panicked.
    pub(super) fn run(&self, job: Job) -> Result<(), Job> {
        if let Job::Search(SearchJob { number, .. }) = &job {
            self.wanted.store(*number, Ordering::Relaxed);
        }
        let asked = u64::from(matches!(job, Job::Compare(..)));
        let comparison = self.compared.fetch_add(asked, Ordering::Relaxed) + asked;
        self.jobs.send((comparison, job)).map_err(|SendError((_, job))| job)
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
