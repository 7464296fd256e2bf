//! Where a session takes its events from.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

use super::event::SessionEvent;

/// Events, one after the other.
pub trait EventSource {
    /// Waits for the next event, up to `until` if that is said.
    ///
    /// # Errors
    /// The time is over, or nobody is left who could send one.
    fn wait(&mut self, until: Option<Instant>) -> Result<SessionEvent, RecvTimeoutError>;

    /// The next of those that have come.
    fn next_come(&mut self) -> Option<SessionEvent>;
}

impl EventSource for &Receiver<SessionEvent> {
    fn wait(&mut self, until: Option<Instant>) -> Result<SessionEvent, RecvTimeoutError> {
        match until {
            Some(until) => self.recv_timeout(until.saturating_duration_since(Instant::now())),
            None => self.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn next_come(&mut self) -> Option<SessionEvent> {
        self.try_recv().ok()
    }
}
