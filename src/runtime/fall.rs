//! Threads beside the session that come to a bad end.

use std::sync::mpsc::Sender;
use std::thread;

use super::Event;

/// Held by a thread while it works: if that panics, the session is told, and goes on without it.
pub(super) struct Fall {
    tell: Sender<Event>,
    sentence: &'static str,
}

impl Fall {
    /// If the thread panics, `sentence` is told.
    pub(super) fn new(tell: Sender<Event>, sentence: &'static str) -> Self {
        Self { tell, sentence }
    }
}

impl Drop for Fall {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.tell.send(Event::NotKept(self.sentence.to_owned()));
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
            let fall = Fall::new(send, "it fell");
            let thread = thread::spawn(move || {
                let _fall = fall;
                assert!(!ends_badly, "as it should");
            });
            assert_eq!(thread.join().is_err(), ends_badly);
            assert_eq!(events.iter().count(), told);
        }
    }
}
