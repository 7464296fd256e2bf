//! What searches beside the session, one job after the other.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::app::{Job, SearchJob};

use super::aside::Aside;
use super::event::SessionEvent;
use super::event_sender::EventSender;
use super::panic_guard::PanicGuard;

/// No search has this number: whichever is under way, it is cancelled.
const NONE: u64 = u64::MAX;

/// Runs the jobs of a session aside, in their order. What is under way is cancelled when this is dropped.
#[derive(Debug)]
pub(super) struct SearchWorker {
    aside: Aside,
    events: EventSender,
    queue: Arc<JobQueue>,
}

/// The jobs of a session.
#[derive(Debug)]
struct JobQueue {
    /// The number of the search that is wanted.
    wanted: AtomicU64,
    /// How many comparisons were asked for: the last is wanted.
    compared: AtomicU64,
    waiting: Mutex<Waiting>,
}

#[derive(Debug, Default)]
struct Waiting {
    /// Each with the number of comparisons that were asked for by then.
    jobs: VecDeque<(u64, Job)>,
    /// Whether somebody is at work, who takes what waits.
    is_taken: bool,
}

impl SearchWorker {
    /// Runs jobs `aside`, and answers with events.
    pub(super) fn new(aside: Aside, events: EventSender) -> Self {
        let (wanted, compared) = (AtomicU64::new(NONE), AtomicU64::new(0));
        let queue = JobQueue { wanted, compared, waiting: Mutex::default() };
        Self { aside, events, queue: Arc::new(queue) }
    }

    /// Runs a job when those before it are done; a search that is under way is cancelled by another one, and a
    /// comparison by another one. Gives the job back if there is no thread to be had.
    pub(super) fn run(&self, job: Job) -> Result<(), Job> {
        if let Job::Search(SearchJob { number, .. }) = &job {
            self.queue.wanted.store(*number, Ordering::Relaxed);
        }
        let asked = u64::from(matches!(job, Job::Compare(..)));
        let comparison = self.queue.compared.fetch_add(asked, Ordering::Relaxed) + asked;
        let mut waiting = self.queue.waiting();
        waiting.jobs.push_back((comparison, job));
        if waiting.is_taken {
            return Ok(());
        }
        waiting.is_taken = true;
        drop(waiting);
        let (queue, events) = (Arc::clone(&self.queue), self.events.clone());
        if self.aside.run("search", move || queue.do_all(&events)) {
            return Ok(());
        }
        let mut waiting = self.queue.waiting();
        waiting.is_taken = false;
        waiting.jobs.pop_back().map_or(Ok(()), |(_, job)| Err(job))
    }

    /// Cancels the search that is under way.
    pub(super) fn cancel(&self) {
        self.queue.wanted.store(NONE, Ordering::Relaxed);
    }
}

impl Drop for SearchWorker {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl JobQueue {
    /// Nothing in here can leave it half changed.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does all that waits.
    fn do_all(&self, events: &EventSender) {
        let _guard = PanicGuard::new(events.clone(), SessionEvent::SearchPanicked);
        let _leave = Leave(self);
        while let Some((comparison, job)) = self.next() {
            let is_wanted = || match &job {
                Job::Fold(_) | Job::Name(_) => true,
                Job::Compare(..) => self.compared.load(Ordering::Relaxed) == comparison,
                Job::Search(SearchJob { number, .. }) => {
                    self.wanted.load(Ordering::Relaxed) == *number
                }
            };
            // One that waited in line may have been overtaken by then.
            let answer = is_wanted().then(|| job.run(is_wanted)).flatten();
            let is_gone =
                answer.is_some_and(|answer| events.send(SessionEvent::Answer(answer)).is_err());
            if is_gone {
                return;
            }
        }
    }

    /// The next job; if there is none, nobody is at work any more.
    fn next(&self) -> Option<(u64, Job)> {
        let mut waiting = self.waiting();
        let job = waiting.jobs.pop_front();
        waiting.is_taken = job.is_some();
        job
    }
}

/// Whoever goes away in the middle of a job, in a panic, leaves the queue to the next.
struct Leave<'q>(&'q JobQueue);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            *self.0.waiting() = Waiting::default();
        }
    }
}
