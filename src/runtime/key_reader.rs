//! When the thread that reads the terminal reads, and when it waits.

use std::io::{PipeWriter, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The thread that reads the terminal, as somebody else sees who wants to read it meanwhile.
#[derive(Debug, Clone)]
pub(super) struct KeyReader {
    gate: Arc<(Mutex<State>, Condvar)>,
    /// Whether it reads no byte more than it must.
    sips: Arc<AtomicBool>,
    /// What it writes to is read by the thread.
    wake: Arc<PipeWriter>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Reading,
    /// It is asked to stop.
    Asked,
    /// It has stopped, and waits.
    Waiting,
    /// It waits until the session has taken what it has read.
    Ahead,
    /// It has ended.
    Gone,
}

/// How long it takes to stop at most; it does so at once, unless it ended in a way of its own.
const SOON: Duration = Duration::from_secs(2);

/// The most bytes that are read at once.
const MOST: usize = 1024;

impl KeyReader {
    /// A thread that wakes when something is written to `wake`.
    pub(super) fn new(wake: PipeWriter) -> Self {
        Self { gate: Arc::default(), sips: Arc::default(), wake: Arc::new(wake) }
    }

    /// Reads byte by byte until [`KeyReader::resume`], and so none behind the answer that is waited for: what
    /// was read cannot be given to whoever reads the terminal next.
    pub(super) fn sip(&self) {
        self.sips.store(true, Ordering::Relaxed);
    }

    /// Whether it reads byte by byte.
    pub(super) fn is_sipping(&self) -> bool {
        self.sips.load(Ordering::Relaxed)
    }

    /// The most bytes that it is to read at once.
    pub(super) fn most(&self) -> usize {
        if self.is_sipping() { 1 } else { MOST }
    }

    /// Stops reading until [`KeyReader::resume`]: what is typed meanwhile is another program's.
    pub(super) fn pause(&self) {
        {
            let mut state = self.state();
            *state = match *state {
                State::Reading => State::Asked,
                // It reads nothing as it is.
                State::Ahead => State::Waiting,
                State::Asked | State::Waiting | State::Gone => return,
            };
            if *state == State::Waiting {
                return;
            }
        }
        // If the thread has ended, nobody reads this, and nobody waits for it.
        let _ = (&*self.wake).write_all(&[0]);
        let asked = |state: &mut State| *state == State::Asked;
        drop(self.gate.1.wait_timeout_while(self.state(), SOON, asked));
    }

    /// Reads on.
    pub(super) fn resume(&self) {
        self.sips.store(false, Ordering::Relaxed);
        if *self.state() != State::Gone {
            self.set(State::Reading);
        }
    }

    /// Says that nothing is read, and waits as long as somebody else reads.
    pub(super) fn pass(&self) {
        let mut state = self.state();
        if *state == State::Asked {
            *state = State::Waiting;
            self.gate.1.notify_all();
        }
        drop(state);
        self.wait();
    }

    /// Waits as long as nothing is to be read. Answers whether it had to.
    pub(super) fn wait(&self) -> bool {
        let waits = |state: &mut State| matches!(state, State::Waiting | State::Ahead);
        let mut state = self.state();
        let has_to = waits(&mut state);
        drop(self.gate.1.wait_while(state, waits));
        has_to
    }

    /// Something was read: no more is, until what this returns is dropped.
    pub(super) fn run_ahead(&self) -> ReadAhead {
        let mut state = self.state();
        if *state == State::Reading {
            *state = State::Ahead;
        }
        ReadAhead(self.clone())
    }

    /// The thread has ended.
    pub(super) fn end(&self) {
        self.set(State::Gone);
    }

    fn set(&self, state: State) {
        *self.state() = state;
        self.gate.1.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.gate.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Behind all that was read at once: whoever drops it has taken that.
#[derive(Debug)]
pub struct ReadAhead(KeyReader);

impl Drop for ReadAhead {
    fn drop(&mut self) {
        let mut state = self.0.state();
        if *state == State::Ahead {
            *state = State::Reading;
            self.0.gate.1.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    #[test]
    fn no_more_is_read_before_what_was_read_is_taken() {
        let (_woken, wake) = io::pipe().unwrap();
        let reader = KeyReader::new(wake);
        let (send, reads_on) = mpsc::channel();
        // Whether somebody else reads meanwhile, who is waited for too.
        for pauses in [false, true] {
            let ahead = reader.run_ahead();
            let (thread, send) = (reader.clone(), send.clone());
            thread::spawn(move || {
                thread.wait();
                send.send(()).unwrap();
            });
            if pauses {
                reader.pause();
            }
            assert!(reads_on.try_recv().is_err());
            drop(ahead);
            if pauses {
                assert!(reads_on.try_recv().is_err());
                reader.resume();
            }
            reads_on.recv().unwrap();
        }
    }
}
