//! What a session on the local terminal hears: what comes from that, and what the threads beside it send.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::event::SessionEvent;
use super::event_sender::{EventSender, SentEvents};
use super::event_source::EventSource;
use super::input::TerminalInput;

/// The events of the local terminal and of the threads. One thread waits for both, the session's own: a key wakes
/// nobody else.
///
/// The terminal is read when the session has taken all that came before, and no further than a thousand bytes: a
/// flood waits in the terminal, and neither fills the memory nor stands before a signal.
#[derive(Debug)]
pub(super) struct LocalEvents {
    /// What was read of the terminal, or put back.
    come: VecDeque<SessionEvent>,
    /// What threads have sent.
    others: Receiver<SessionEvent>,
    wake: SentEvents,
    terminal: TerminalInput,
    /// Whether the terminal is gone, and not listened to any more.
    is_gone: bool,
}

impl LocalEvents {
    /// The events of the standard input, which is a terminal, and what sends others.
    ///
    /// # Errors
    /// The system gives no pipe.
    pub(super) fn new() -> io::Result<(EventSender, Self)> {
        let (channel, others) = mpsc::channel();
        let (send, wake) = EventSender::waking_by_pipe(channel)?;
        let (come, terminal) = Default::default();
        Ok((send, Self { come, others, wake, terminal, is_gone: false }))
    }

    /// Reads byte by byte, or as many at once as there are: while answers of the terminal are waited for, none
    /// behind the last is to be read. It could not be given back to whoever reads the terminal next.
    pub(super) fn sip(&mut self, sips: bool) {
        self.terminal.sip(sips);
    }

    /// Waits for an event without reading the terminal, which is another program's meanwhile.
    ///
    /// # Errors
    /// None came in this time.
    pub(super) fn wait_aside(&mut self, time: Duration) -> Result<SessionEvent, RecvTimeoutError> {
        self.come.pop_front().map_or_else(|| self.others.recv_timeout(time), Ok)
    }

    /// Puts back what somebody has taken who waited for something else, before what has come since.
    pub(super) fn put_back(&mut self, events: Vec<SessionEvent>) {
        for event in events.into_iter().rev() {
            self.come.push_front(event);
        }
    }

    /// Forgets those that have come and are not to be heard of.
    pub(super) fn retain(&mut self, is_heard: impl Fn(&SessionEvent) -> bool) {
        self.come.extend(self.others.try_iter());
        self.come.retain(is_heard);
    }

    /// Waits for the terminal and the threads, up to `until` if that is said, and takes in what has come. That
    /// may be nothing.
    fn listen(&mut self, until: Option<Instant>) {
        let stdin = io::stdin();
        let mut waited =
            [PollFd::new(&self.wake, PollFlags::IN), PollFd::new(&stdin, PollFlags::IN)];
        let number = if self.is_gone { 1 } else { 2 };
        let waited_for = waited.get_mut(..number).unwrap_or_default();
        let deadline = self.terminal.deadline().filter(|_| !self.is_gone);
        let wakes = deadline.into_iter().chain(until).min();
        let inputs = match poll(waited_for, wakes.and_then(left).as_ref()) {
            Ok(_) => {
                let [wake, terminal] = waited.map(|waited| !waited.revents().is_empty());
                if wake {
                    self.wake.clear();
                }
                if terminal { self.terminal.read() } else { Ok(self.terminal.expire()) }
            }
            Err(Errno::INTR) => return,
            Err(error) => Err(error.into()),
        };
        if let Ok(inputs) = inputs {
            self.come.extend(inputs.into_iter().map(SessionEvent::from));
        } else {
            self.is_gone = true;
            self.come.push_back(SessionEvent::Gone);
        }
    }
}

impl EventSource for &mut LocalEvents {
    fn wait(&mut self, until: Option<Instant>) -> Result<SessionEvent, RecvTimeoutError> {
        loop {
            if let Some(event) = self.next_come() {
                return Ok(event);
            }
            if until.is_some_and(|until| until <= Instant::now()) {
                return Err(RecvTimeoutError::Timeout);
            }
            self.listen(until);
        }
    }

    fn next_come(&mut self) -> Option<SessionEvent> {
        self.come.pop_front().or_else(|| self.others.try_recv().ok())
    }
}

/// What is left of the time up to `until`, for the system to wait for.
fn left(until: Instant) -> Option<Timespec> {
    until.saturating_duration_since(Instant::now()).try_into().ok()
}
