//! How the threads beside a session tell it something.

use std::io::{self, PipeReader, PipeWriter, Read as _, Write as _};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SendError, Sender};
use std::task::{Wake, Waker};

use super::event::SessionEvent;

/// Sends events to a session, and wakes whoever turns it if that does not wait for the channel alone. One that
/// waits for a terminal at the same time is woken by a byte in a pipe, for nobody can wait for a channel and a
/// file at once.
#[derive(Debug, Clone)]
pub struct EventSender {
    events: Sender<SessionEvent>,
    wake: Option<Waker>,
}

#[derive(Debug)]
struct PipeWake {
    /// Whether the byte is in the pipe: there is never more than one, so that nobody waits to write it.
    is_written: AtomicBool,
    pipe: PipeWriter,
}

/// What can be waited for: it can be read when an event was sent.
#[derive(Debug)]
pub(super) struct SentEvents {
    pipe: PipeReader,
    wake: Arc<PipeWake>,
}

impl From<Sender<SessionEvent>> for EventSender {
    /// To a session that waits for nothing else.
    fn from(events: Sender<SessionEvent>) -> Self {
        Self { events, wake: None }
    }
}

impl EventSender {
    /// To a session that waits for what this returns, and for files.
    ///
    /// # Errors
    /// The system gives no pipe.
    pub(super) fn waking_by_pipe(events: Sender<SessionEvent>) -> io::Result<(Self, SentEvents)> {
        let (reader, pipe) = io::pipe()?;
        let wake = Arc::new(PipeWake { is_written: AtomicBool::new(false), pipe });
        let sent = SentEvents { pipe: reader, wake: Arc::clone(&wake) };
        Ok((Self::waking(events, wake.into()), sent))
    }

    /// To a session that is turned when `wake` is woken.
    pub(super) fn waking(events: Sender<SessionEvent>, wake: Waker) -> Self {
        Self { events, wake: Some(wake) }
    }

    /// Sends an event.
    ///
    /// # Errors
    /// Nobody hears it: the session is over.
    pub(super) fn send(&self, event: SessionEvent) -> Result<(), SendError<SessionEvent>> {
        self.events.send(event)?;
        if let Some(wake) = &self.wake {
            wake.wake_by_ref();
        }
        Ok(())
    }
}

impl Wake for PipeWake {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if !self.is_written.swap(true, Ordering::AcqRel) {
            // The other end is open as long as the channel is, or the session is over.
            let _ = (&self.pipe).write_all(&[0]);
        }
    }
}

impl SentEvents {
    /// It can be read: the next event wakes again. To be called before the channel is looked into.
    pub(super) fn clear(&self) {
        // There is a byte, or there will be at once.
        let _ = (&self.pipe).read_exact(&mut [0]);
        self.wake.is_written.swap(false, Ordering::AcqRel);
    }
}

impl AsFd for SentEvents {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.pipe.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use super::*;

    /// Whether who waits is woken.
    fn wakes(sent: &SentEvents) -> bool {
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        poll(&mut [PollFd::new(sent, PollFlags::IN)], Some(&now)).unwrap() > 0
    }

    #[test]
    fn who_waits_is_woken_once_for_all_that_has_come() {
        let (channel, events) = mpsc::channel();
        let (send, wake) = EventSender::waking_by_pipe(channel).unwrap();
        for number in 0..3 {
            assert!(!wakes(&wake));
            for _ in 0..=number {
                send.send(SessionEvent::Sent).unwrap();
            }
            assert!(wakes(&wake));
            wake.clear();
            assert_eq!(events.try_iter().count(), number + 1);
        }
        drop(events);
        assert!(send.send(SessionEvent::Sent).is_err());
    }
}
