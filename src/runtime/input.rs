//! Keys from the local terminal.

use std::fs::File;
use std::io::{self, IsTerminal as _};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::command::{Code, Key};

use super::event::SessionEvent;

/// Makes the terminal the standard input, which has been read or is empty, so that keys come from it,
/// here and in the editor. To be called before anything listens.
///
/// # Errors
/// There is no terminal that could be read.
pub(crate) fn take_keys_from_terminal() -> io::Result<()> {
    if io::stdin().is_terminal() {
        return Ok(());
    }
    // Most often what the screen is written to can be read as well. It comes first because macOS
    // cannot wait for keys of /dev/tty.
    let flags = rustix::fs::fcntl_getfl(io::stdout())?;
    if io::stdout().is_terminal() && flags.contains(rustix::fs::OFlags::RDWR) {
        rustix::stdio::dup2_stdin(io::stdout())?;
    } else {
        rustix::stdio::dup2_stdin(File::options().read(true).write(true).open("/dev/tty")?)?;
    }
    Ok(())
}

/// Forwards what is typed, until the terminal or the receiver is gone.
///
/// The thread sleeps in a blocking read: it wakes for a key and for nothing else.
pub(super) fn listen(events: Sender<SessionEvent>) -> KeyReader {
    let reader = KeyReader::default();
    let gate = reader.clone();
    thread::spawn(move || {
        loop {
            gate.pass();
            let event = match event::read() {
                Ok(event::Event::Key(key)) => self::key(key).map(SessionEvent::Key),
                Ok(event::Event::Paste(words)) => Some(SessionEvent::Paste(words)),
                // A new size is heard of as a signal, once.
                Ok(_) => None,
                Err(error) => Some(SessionEvent::Gone(error)),
            };
            let gone = matches!(event, Some(SessionEvent::Gone(_)));
            if event.is_some_and(|event| events.send(event).is_err()) || gone {
                gate.set(State::Gone);
                return;
            }
        }
    });
    reader
}

/// The thread that reads the terminal, as somebody else sees who wants to read it meanwhile.
#[derive(Debug, Clone, Default)]
pub(super) struct KeyReader(Arc<(Mutex<State>, Condvar)>);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Reading,
    /// It is asked to stop.
    Asked,
    /// The signal that wakes it has been sent.
    Woken,
    /// It has stopped, and waits.
    Waiting,
    /// It has ended.
    Gone,
}

/// How long it takes to stop at most; it does so at once, unless it ended in a way of its own.
const SOON: Duration = Duration::from_secs(2);

impl KeyReader {
    /// Stops reading until [`KeyReader::resume`]: what is typed meanwhile is another program's.
    pub(super) fn pause(&self) {
        let (_, changed) = &*self.0;
        {
            let mut state = self.state();
            if *state != State::Reading {
                return;
            }
            *state = State::Asked;
        }
        // A new size is what wakes crossterm's blocking read without a key; nobody minds one more.
        let _ = signal_hook::low_level::raise(signal_hook::consts::SIGWINCH);
        {
            let mut state = self.state();
            if *state == State::Asked {
                *state = State::Woken;
                changed.notify_all();
            }
        }
        let stops = |state: &mut State| matches!(state, State::Asked | State::Woken);
        drop(changed.wait_timeout_while(self.state(), SOON, stops));
    }

    /// Reads on.
    pub(super) fn resume(&self) {
        if *self.state() != State::Gone {
            self.set(State::Reading);
        }
    }

    /// Waits as long as somebody else reads.
    fn pass(&self) {
        let (_, changed) = &*self.0;
        let asked = |state: &mut State| *state == State::Asked;
        let state = changed.wait_while(self.state(), asked).unwrap_or_else(PoisonError::into_inner);
        let woken = *state == State::Woken;
        drop(state);
        if woken {
            // The signal may not have been read yet. If the first key after the pause came together with
            // it, crossterm would read that only with the next one: mio tells of each once.
            let _ = event::poll(Duration::ZERO);
        }
        let mut state = self.state();
        if *state == State::Woken {
            *state = State::Waiting;
            changed.notify_all();
        }
        drop(changed.wait_while(state, |state| *state == State::Waiting));
    }

    fn set(&self, state: State) {
        *self.state() = state;
        self.0.1.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A key as the reader means it; `None` for a release and for keys that attache does not know.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let has = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt, shift) =
        (has(KeyModifiers::CONTROL), has(KeyModifiers::ALT), has(KeyModifiers::SHIFT));
    let code = match event.code {
        // A terminal sends Ctrl-] as the byte 0x1D, which crossterm reports as Ctrl-5.
        KeyCode::Char('5') if ctrl => Code::Char(']'),
        // Some terminals send the byte 0x08 for Backspace.
        KeyCode::Char('h') if ctrl => return Some(Key::plain(Code::Backspace)),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let shift = (shift || event.code == KeyCode::BackTab) && !matches!(code, Code::Char(_));
    Some(Key { code, ctrl, alt, shift })
}
