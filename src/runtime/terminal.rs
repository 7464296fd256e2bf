//! The local terminal: taken for the session, given back whatever happens.

use std::io::{self, Write};
use std::panic;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::capabilities::Capabilities;

/// The sequences that take the terminal: alternate screen with the cursor saved (DEC private mode 1049),
/// cursor hidden (25), no autowrap (7), bracketed paste (2004), each if it has that.
pub(super) fn entering(has: Capabilities) -> Vec<u8> {
    sequences(&[
        (has.contains(Capabilities::ALTERNATE), "\x1b[?1049h"),
        (has.contains(Capabilities::HIDING), "\x1b[?25l"),
        (has.contains(Capabilities::MARGIN), "\x1b[?7l"),
        (has.contains(Capabilities::PASTE), "\x1b[?2004h"),
    ])
}

/// The reverse of [`entering`]. Before it what a frame cut short may have left: a synchronized update
/// (2026), margins (69), a scroll region, a pen. Where there is no other screen this one is cleared: what was read, and
/// what the reader left on it, is nobody's who comes after.
pub(super) fn leaving(has: Capabilities) -> Vec<u8> {
    sequences(&[
        (has.contains(Capabilities::SYNCHRONIZED), "\x1b[?2026l"),
        (has.contains(Capabilities::MODE_REPORTS), "\x1b[?69l"),
        (has.contains(Capabilities::REGION), "\x1b[r"),
        (true, "\x1b[m"),
        (has.contains(Capabilities::PASTE), "\x1b[?2004l"),
        (has.contains(Capabilities::MARGIN), "\x1b[?7h"),
        (has.contains(Capabilities::HIDING), "\x1b[?25h"),
        (has.contains(Capabilities::ALTERNATE), "\x1b[?1049l"),
        (!has.contains(Capabilities::ALTERNATE), "\x1b[H\x1b[J"),
    ])
}

fn sequences(parts: &[(bool, &str)]) -> Vec<u8> {
    let wanted = parts.iter().filter(|(wanted, _)| *wanted);
    wanted.flat_map(|(_, sequence)| sequence.bytes()).collect()
}

/// The process's terminal in raw mode and showing the alternate screen, until it is left or dropped.
///
/// The sequences go to the writer that it was given, which is flushed on leaving alone; raw mode (termios) is
/// that of the process's controlling terminal.
#[derive(Debug)]
pub struct LocalTerminal<W: Write> {
    held: Arc<Mutex<Held<W>>>,
}

#[derive(Debug)]
struct Held<W> {
    out: W,
    has: Capabilities,
    hold: Hold,
    /// What is to be read on the normal screen once that is there again.
    told: Vec<String>,
}

/// How far the terminal is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// Not at all.
    Free,
    /// It is raw, and shows the session.
    Taken,
    /// It shows again what it did before, but is still raw: answers of it may be on their way.
    Parted,
}

impl<W: Write> Held<W> {
    fn enter(&mut self) -> io::Result<()> {
        match self.hold {
            Hold::Taken => return Ok(()),
            Hold::Parted => {}
            Hold::Free => enable_raw_mode()?,
        }
        self.hold = Hold::Taken;
        self.out.write_all(&entering(self.has)).inspect_err(|_| self.leave())
    }

    /// Has it show what it did before; whether it gets all that it was sent.
    fn part(&mut self) -> bool {
        if self.hold != Hold::Taken || !is_foreground() {
            return false;
        }
        self.hold = Hold::Parted;
        // What still waits comes first, or is given up.
        let took = self.out.flush();
        let left = self.out.write_all(&leaving(self.has)).and_then(|()| self.out.flush());
        took.and(left).is_ok()
    }

    /// Errors mean that the terminal is gone, and then there is nothing to restore.
    fn leave(&mut self) {
        self.part();
        match std::mem::replace(&mut self.hold, Hold::Free) {
            Hold::Free => return,
            // The modes are the shell's by now, and whoever sets them from behind is stopped.
            Hold::Taken => drop(self.out.write_all(&leaving(self.has))),
            Hold::Parted if is_foreground() => drop(disable_raw_mode()),
            Hold::Parted => {}
        }
        for words in self.told.drain(..) {
            let _ = writeln!(io::stderr(), "{words}");
        }
    }
}

impl<W: Write> LocalTerminal<W> {
    /// Takes the terminal, which has so much. Fails, and leaves it as it was, where there is none or it cannot be
    /// written to.
    pub fn enter(out: W, has: Capabilities) -> io::Result<Self> {
        let mut held = Held { out, has, hold: Hold::Free, told: Vec::new() };
        held.enter()?;
        Ok(Self { held: Arc::new(Mutex::new(held)) })
    }

    /// Has the terminal show what it did before it was taken, and keeps it raw: so its answers that are still
    /// on their way are read, and seen by nobody. Whether they may be: it gets all that it was sent.
    pub fn part(&mut self) -> bool {
        self.lock().part()
    }

    /// Gives the terminal back. Does nothing the second time, and never fails.
    pub fn leave(&mut self) {
        self.lock().leave();
    }

    /// Takes the terminal again after [`LocalTerminal::leave`]; what it shows is not known then.
    pub fn resume(&mut self) -> io::Result<()> {
        self.lock().enter()
    }

    /// Gives the terminal back and stops the process as Ctrl-Z does, until somebody continues it: whether the
    /// terminal is its own then, says [`is_foreground`].
    ///
    /// Returns false and does nothing if nobody could: see [`can_be_continued`].
    ///
    /// # Errors
    /// The system does not stop it.
    pub fn suspend(&mut self) -> io::Result<bool> {
        if !can_be_continued() {
            return Ok(false);
        }
        self.leave();
        stop().map(|()| true)
    }

    /// Not poisoned for long: a panic while it is held has nothing to do with the terminal's state.
    fn lock(&self) -> MutexGuard<'_, Held<W>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<W: Write + Send + 'static> LocalTerminal<W> {
    /// Chains a panic hook that gives the terminal back first, so that the message of the hook before
    /// it is read on the normal screen. A panic of another thread than this one does not end the
    /// session: it keeps the terminal, and the message waits until that is left. To be called once in
    /// a process; the hook holds nothing once this terminal is dropped.
    pub fn leave_on_panic(&self) {
        let held = Arc::downgrade(&self.held);
        let session = thread::current().id();
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let ends = thread::current().id() == session;
            if let Some(held) = held.upgrade() {
                // Never wait here: the thread that panics may be the one that holds the lock.
                let held = match held.try_lock() {
                    Ok(held) => Some(held),
                    Err(TryLockError::Poisoned(held)) => Some(held.into_inner()),
                    Err(TryLockError::WouldBlock) => None,
                };
                match held {
                    Some(mut held) if ends => held.leave(),
                    Some(mut held) if held.hold != Hold::Free => {
                        return held.told.push(info.to_string());
                    }
                    _ => {}
                }
            }
            previous(info);
        }));
    }
}

impl<W: Write> Drop for LocalTerminal<W> {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Whether the shell has given the terminal to this process; so it counts where nobody gives it.
pub(super) fn is_foreground() -> bool {
    use rustix::{process::getpgrp, termios::tcgetpgrp};
    tcgetpgrp(io::stdin()).map_or(true, |group| group == getpgrp())
}

/// Stops the process until somebody continues it.
///
/// # Errors
/// The system does not.
pub(super) fn stop() -> io::Result<()> {
    use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};
    emulate_default_handler(SIGTSTP)
}

/// Stops a process that was started in the background, as by `attache &`, until it has the terminal. To be
/// called while signals still end it.
///
/// # Errors
/// There is no terminal, or nobody who could give it.
pub(super) fn await_foreground() -> io::Result<()> {
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    // Changes nothing: the system stops whoever does so from behind (SIGTTOU).
    let modes = tcgetattr(io::stdin())?;
    tcsetattr(io::stdin(), OptionalActions::Now, &modes)?;
    Ok(())
}

/// Whether there is a shell with job control that would continue this process if it was stopped: under
/// `ssh host attache` or `xterm -e attache` its group is that of the session's leader, and no shell watches it.
pub(super) fn can_be_continued() -> bool {
    use rustix::process::{getpgrp, getsid};
    !getsid(None).is_ok_and(|session| session == getpgrp())
}
