//! Signals as values: a thread that sleeps until one comes and sends it on.

use std::io;
use std::sync::Arc;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::{Handle, Signals};

/// What a session hears from outside (POSIX signals).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Signal {
    /// SIGTERM: end.
    Terminate,
    /// SIGHUP: the terminal is gone; end.
    HangUp,
    /// SIGINT: end. The key Ctrl-C is a key in raw mode, this was sent by somebody.
    Interrupt,
    /// SIGQUIT: end.
    Quit,
    /// SIGTSTP: stop, which is for the session to do once it has left the terminal.
    Suspend,
    /// SIGCONT: continued; the screen may hold anything.
    Continue,
    /// SIGWINCH: the terminal may have another size.
    Resize,
}

impl Signal {
    fn from_number(number: i32) -> Option<Self> {
        Some(match number {
            SIGTERM => Self::Terminate,
            SIGHUP => Self::HangUp,
            SIGINT => Self::Interrupt,
            SIGQUIT => Self::Quit,
            SIGTSTP => Self::Suspend,
            SIGCONT => Self::Continue,
            SIGWINCH => Self::Resize,
            _ => return None,
        })
    }
}

/// Listens until it is dropped. The signals themselves stay with the process: once heard they do not
/// go back to their defaults.
#[derive(Debug)]
pub struct SignalListener(Handle);

impl Drop for SignalListener {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Signals that no longer do what they do by default; they wait until somebody listens.
#[derive(Debug)]
pub struct CaughtSignals(Signals);

/// Catches the signals that concern a session.
pub fn catch() -> io::Result<CaughtSignals> {
    // A file that may grow no more is a failure of its writing, and no reason to die: POSIX lets a
    // process that does not take this signal do so.
    signal_hook::flag::register(SIGXFSZ, Arc::default())?;
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]).map(CaughtSignals)
}

impl CaughtSignals {
    /// Tells of each signal on a thread of its own, until `tell` answers that nobody hears it any more.
    pub fn forward(
        mut self,
        mut tell: impl FnMut(Signal) -> bool + Send + 'static,
    ) -> io::Result<SignalListener> {
        let handle = self.0.handle();
        thread::Builder::new().name("signals".into()).spawn(move || {
            let mut signals = self.0.forever().filter_map(Signal::from_number);
            while signals.next().is_some_and(&mut tell) {}
        })?;
        Ok(SignalListener(handle))
    }
}
