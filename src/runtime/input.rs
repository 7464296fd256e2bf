//! What comes from the local terminal: the thread that reads it.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, IsTerminal as _, PipeReader, Read as _};
use std::os::unix::ffi::OsStrExt as _;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Instant;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::event::SessionEvent;
use super::key_reader::KeyReader;
use super::keys::{Input, KeyParser, Reply};

/// How many answers in a row may be read before the session has taken them: as a rule there is one after each
/// key, and to wait until it is taken would wake this thread once more for each.
const ANSWERS: usize = 8;

/// Makes the terminal the standard input, which has been read or is empty, so that keys come from it,
/// here and in the editor. To be called before anything listens.
///
/// # Errors
/// There is no terminal that could be read.
pub(crate) fn take_keys_from_terminal() -> io::Result<()> {
    if io::stdin().is_terminal() {
        return Ok(());
    }
    // Most often what the screen is written to can be read as well.
    let flags = rustix::fs::fcntl_getfl(io::stdout())?;
    if io::stdout().is_terminal() && flags.contains(rustix::fs::OFlags::RDWR) {
        rustix::stdio::dup2_stdin(io::stdout())?;
    } else {
        rustix::stdio::dup2_stdin(opened()?)?;
    }
    Ok(())
}

/// The terminal that the screen is written to, opened anew by its name; where that leads nowhere, as it may
/// in a container, by the one that every process has for its own terminal. macOS cannot wait for keys of
/// that (poll(2) there, BUGS), and the session ends at once.
fn opened() -> io::Result<File> {
    let open = |path: &OsStr| File::options().read(true).write(true).open(path);
    let name = rustix::termios::ttyname(io::stdout(), Vec::new());
    let named = name.ok().and_then(|name| open(OsStr::from_bytes(name.to_bytes())).ok());
    named.map_or_else(|| open(OsStr::new("/dev/tty")), Ok)
}

/// Forwards what comes from the terminal, until it or the receiver is gone.
///
/// The thread sleeps until there is something to read: it wakes for that, for the end of what is no whole
/// key, and for nothing else. It reads no further before the session has taken what was read: a flood waits
/// in the terminal, and neither fills the memory nor stands before a signal.
///
/// # Errors
/// The system gives no pipe or no thread.
pub(super) fn listen(events: Sender<SessionEvent>) -> io::Result<KeyReader> {
    let (woken, wake) = io::pipe()?;
    let reader = KeyReader::new(wake);
    let gate = reader.clone();
    let mut terminal = Terminal { parser: KeyParser::default(), woken };
    thread::Builder::new().name("keys".into()).spawn(move || {
        let mut answers = 0;
        loop {
            match terminal.wait(&gate) {
                Ok(Some(inputs)) => {
                    if inputs.is_empty() {
                        continue;
                    }
                    let is_answer = matches!(inputs.as_slice(), [Input::Reply(Reply::Status)]);
                    let goes_on = is_answer && answers < ANSWERS && !gate.is_sipping();
                    answers = if goes_on { answers + 1 } else { 0 };
                    let taken = (!goes_on).then(|| SessionEvent::Taken(gate.run_ahead()));
                    let mut all = inputs.into_iter().map(event).chain(taken);
                    if all.any(|event| events.send(event).is_err()) {
                        break;
                    }
                }
                Ok(None) => gate.pass(),
                Err(_) => {
                    let _ = events.send(SessionEvent::Gone);
                    break;
                }
            }
        }
        gate.end();
    })?;
    Ok(reader)
}

fn event(input: Input) -> SessionEvent {
    match input {
        Input::Key(key) => SessionEvent::Key(key),
        Input::Paste(words) => SessionEvent::Paste(words),
        Input::Reply(reply) => SessionEvent::Reply(reply),
    }
}

/// The standard input, which is a terminal, as it is read.
struct Terminal {
    parser: KeyParser,
    /// Can be read when the reading is to stop.
    woken: PipeReader,
}

impl Terminal {
    /// Waits for what comes, and reads of it what `reader` may read at once; `None` if the reading is to stop.
    ///
    /// # Errors
    /// The terminal is gone: it has come to its end, or says that it was hung up.
    fn wait(&mut self, reader: &KeyReader) -> io::Result<Option<Vec<Input>>> {
        let stdin = io::stdin();
        let mut waited =
            [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.woken, PollFlags::IN)];
        let deadline = self.parser.deadline();
        let ready = match poll(&mut waited, deadline.and_then(left).as_ref()) {
            Ok(ready) => ready,
            Err(Errno::INTR) => return Ok(Some(Vec::new())),
            Err(error) => return Err(error.into()),
        };
        let [terminal, woken] = waited.map(|waited| !waited.revents().is_empty());
        if woken {
            (&self.woken).read_exact(&mut [0])?;
            return Ok(None);
        }
        // Only now, when there is more: as a rule the session has taken the key before long ago, and nobody has to
        // be woken for that. Whoever was waited for may have read what there was.
        if reader.wait() {
            return Ok(Some(Vec::new()));
        }
        if ready == 0 {
            return Ok(Some(self.parser.expire(Instant::now())));
        }
        if !terminal {
            return Ok(Some(Vec::new()));
        }
        let mut bytes = vec![0; reader.most()];
        // Where there is nothing to read any more, this says so.
        match rustix::io::read(&stdin, &mut bytes) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                // They came before the deadline, however late this thread got its turn.
                let now = Instant::now();
                let came = deadline.map_or(now, |deadline| now.min(deadline));
                Ok(Some(self.parser.feed(bytes.get(..read).unwrap_or_default(), came)))
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(Some(Vec::new())),
            Err(error) => Err(error.into()),
        }
    }
}

/// What is left of the time up to `deadline`, for the system to wait for.
fn left(deadline: Instant) -> Option<Timespec> {
    deadline.saturating_duration_since(Instant::now()).try_into().ok()
}
