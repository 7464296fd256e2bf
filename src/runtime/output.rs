//! What goes to the local terminal, without anybody waiting for it.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt as _;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::termios::{Action, QueueSelector, tcflow, tcflush};

use super::event::SessionEvent;
use super::event_sender::EventSender;

/// How long a terminal that takes nothing is waited for before what it was sent is given up, to tell it
/// instead that the session is over: twice within the second that a signal may take.
const PATIENCE: Duration = Duration::from_millis(250);

/// The most bytes that wait beside a frame; more are dropped. They are what was copied and the bell, for no
/// frame is drawn while the terminal is behind.
const MOST: usize = 1 << 20;

/// Breaks off a sequence that was cut (CAN, ECMA-48 8.3.6).
const CANCEL: &[u8] = b"\x18";

/// The way to the terminal. Writing takes all and never waits: what the terminal does not take at once is
/// sent by a thread, which tells the session when all is sent.
///
/// It is opened anew, so that nothing of it is another program's: the shell's own may go on to wait.
#[derive(Debug, Clone)]
pub(super) struct TerminalOutput(Arc<Outgoing>);

#[derive(Debug)]
struct Outgoing {
    terminal: File,
    left: Mutex<Left>,
    changed: Condvar,
}

/// What is still to be sent.
#[derive(Debug, Default)]
struct Left {
    bytes: Vec<u8>,
    /// Whether the terminal is gone.
    gone: bool,
}

impl TerminalOutput {
    /// To the terminal that is the standard output.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn new() -> io::Result<Self> {
        let (left, changed) = Default::default();
        Ok(Self(Arc::new(Outgoing { terminal: terminal()?, left, changed })))
    }

    /// Sends from now on also what the terminal did not take at once. The session hears when that is sent,
    /// and when the terminal is gone.
    ///
    /// # Errors
    /// The system gives no thread.
    pub(super) fn send_on(&self, events: EventSender) -> io::Result<()> {
        let shared = Arc::clone(&self.0);
        let thread = thread::Builder::new().name("output".into());
        thread.spawn(move || while shared.send_left(&events) {}).map(drop)
    }

    /// Whether the terminal has not taken all that it was sent.
    pub(super) fn is_behind(&self) -> bool {
        !self.0.left().bytes.is_empty()
    }
}

impl Write for TerminalOutput {
    /// Takes all, or, while too much waits, nothing of it.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut left = self.0.left();
        if left.gone {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        if left.bytes.is_empty() {
            left.bytes.extend_from_slice(bytes);
            self.0.send(&mut left)?;
        } else if left.bytes.len() + bytes.len() <= MOST {
            left.bytes.extend_from_slice(bytes);
        }
        if !left.bytes.is_empty() {
            self.0.changed.notify_all();
        }
        Ok(bytes.len())
    }

    /// Waits until the terminal has taken all, but not long: then it is given up, and what the terminal has
    /// not shown of what it took before, so that there is room for a few last words.
    ///
    /// # Errors
    /// It was given up, or the terminal is gone.
    fn flush(&mut self) -> io::Result<()> {
        let left = self.0.left();
        let behind = |left: &mut Left| !left.bytes.is_empty() && !left.gone;
        let waited = self.0.changed.wait_timeout_while(left, PATIENCE, behind);
        let (mut left, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            left.bytes.clear();
            // If somebody has stopped it, it goes on: only a stop of the program's own can be taken back, so
            // that is put in the place of the other.
            tcflow(&self.0.terminal, Action::OOff)?;
            tcflow(&self.0.terminal, Action::OOn)?;
            tcflush(&self.0.terminal, QueueSelector::OFlush)?;
            left.bytes.extend_from_slice(CANCEL);
            self.0.send(&mut left)?;
            return Err(io::ErrorKind::TimedOut.into());
        }
        if left.gone { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
    }
}

impl Outgoing {
    fn left(&self) -> MutexGuard<'_, Left> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to send, then for the terminal, and sends what that takes; whether there may be
    /// more to do.
    fn send_left(&self, events: &EventSender) -> bool {
        let idle = |left: &mut Left| left.bytes.is_empty() && !left.gone;
        drop(self.changed.wait_while(self.left(), idle));
        // A terminal that was hung up is ready too, to say so.
        let _ = poll(&mut [PollFd::new(&self.terminal, PollFlags::OUT)], None);
        let mut left = self.left();
        // Who writes may have learned first that it is gone.
        if left.gone || self.send(&mut left).is_err() {
            let _ = events.send(SessionEvent::Gone);
            return false;
        }
        if left.bytes.is_empty() {
            self.changed.notify_all();
            return events.send(SessionEvent::Sent).is_ok();
        }
        true
    }

    /// Sends what the terminal takes at once.
    fn send(&self, left: &mut Left) -> io::Result<()> {
        while !left.bytes.is_empty() {
            match rustix::io::write(&self.terminal, &left.bytes) {
                Ok(sent) => drop(left.bytes.drain(..sent)),
                Err(Errno::AGAIN) => break,
                Err(Errno::INTR) => {}
                Err(error) => {
                    left.gone = true;
                    left.bytes.clear();
                    self.changed.notify_all();
                    return Err(error.into());
                }
            }
        }
        Ok(())
    }
}

/// The terminal that is the standard output, opened anew: by its name, or where that leads nowhere, as it may
/// in a container or under another user, as the process's own. If that cannot be opened either, it is the
/// one that is open, and writing to it may wait.
fn terminal() -> io::Result<File> {
    let flags = OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let open = |path: &OsStr| rustix::fs::open(path, flags, Mode::empty()).ok();
    let name = rustix::termios::ttyname(io::stdout(), Vec::new());
    let named = name.ok().and_then(|name| open(OsStr::from_bytes(name.to_bytes())));
    match named.or_else(|| open(OsStr::new("/dev/tty"))) {
        Some(terminal) => Ok(terminal.into()),
        None => Ok(io::stdout().as_fd().try_clone_to_owned()?.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::net::Shutdown;
    use std::os::fd::OwnedFd;
    use std::os::unix::net::UnixStream;
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_terminal_that_is_gone_is_told_of_once() {
        // Shut, not closed: a program that another test starts just now has its other end open too.
        let (terminal, other) = UnixStream::pair().unwrap();
        other.shutdown(Shutdown::Both).unwrap();
        let (left, changed) = Default::default();
        let terminal = OwnedFd::from(terminal).into();
        let mut output = TerminalOutput(Arc::new(Outgoing { terminal, left, changed }));
        let (send, events) = mpsc::channel();
        output.send_on(send.into()).unwrap();
        assert!(output.write(b"words").is_err());
        assert!(output.write(b"words").is_err());
        let told: Vec<SessionEvent> = events.iter().take(3).collect();
        assert!(matches!(told.as_slice(), [SessionEvent::Gone]), "{told:?}");
    }
}
