//! Threads beside the session that come to a bad end.

use std::sync::mpsc::Sender;
use std::thread;

use super::event::Event;

/// Held by a thread while it works: if that panics, the session is told, and goes on without it.
pub(super) struct Fall {
    tell: Sender<Event>,
    event: Option<Event>,
}

impl Fall {
    /// If the thread panics, the session is told `event`.
    pub(super) fn new(tell: Sender<Event>, event: Event) -> Self {
        Self { tell, event: Some(event) }
    }
}

impl Drop for Fall {
    fn drop(&mut self) {
        if let Some(event) = self.event.take().filter(|_| thread::panicking()) {
            let _ = self.tell.send(event);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_bad_end_is_told_and_a_good_one_is_not() {
        for (ends_badly, told) in [(true, 1), (false, 0)] {
            let (send, events) = mpsc::channel();
            let fall = Fall::new(send, Event::SearchPanicked);
            let thread = thread::spawn(move || {
                let _fall = fall;
                assert!(!ends_badly, "as it should");
            });
            assert_eq!(thread.join().is_err(), ends_badly);
            assert_eq!(events.iter().count(), told);
        }
    }
}
