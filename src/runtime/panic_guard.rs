//! Panics of the threads beside the session.

use std::thread;

use super::event::SessionEvent;
use super::event_sender::EventSender;

/// Held by a thread while it works: if that panics, the session is told, and goes on without it.
pub(super) struct PanicGuard {
    events: EventSender,
    event: Option<SessionEvent>,
}

impl PanicGuard {
    /// If the thread panics, the session is told `event`.
    pub(super) fn new(events: EventSender, event: SessionEvent) -> Self {
        Self { events, event: Some(event) }
    }
}

impl Drop for PanicGuard {
    fn drop(&mut self) {
        if let Some(event) = self.event.take().filter(|_| thread::panicking()) {
            let _ = self.events.send(event);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_panic_is_told_and_a_good_end_is_not() {
        for (panics, told) in [(true, 1), (false, 0)] {
            let (send, events) = mpsc::channel();
            let guard = PanicGuard::new(send.into(), SessionEvent::SearchPanicked);
            let thread = thread::spawn(move || {
                let _guard = guard;
                assert!(!panics, "as it should");
            });
            assert_eq!(thread.join().is_err(), panics);
            assert_eq!(events.iter().count(), told);
        }
    }
}
