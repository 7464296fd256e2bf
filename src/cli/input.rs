//! Briefings that come through pipes.

use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::diagnostic::Diagnostic;
use crate::load::{Stream, is_pipe};

use super::{stderr, words};

/// How long is waited without a word. Longer than most programs take that write to a pipe.
const SOON: Duration = Duration::from_secs(1);

/// What came through the pipe that a path says, if it does.
pub(super) fn at(path: &Path) -> Option<Result<Stream, Box<Diagnostic>>> {
    if path == Path::new("-") {
        return Some(standard_input());
    }
    let pipe = is_pipe(path);
    // What it is by this name need not be what can be opened by it, such as a socket.
    if path == Path::new("/dev/stdin") && !path.is_file() && !path.is_dir() {
        return Some(standard_input());
    }
    let waiting = || words::waiting_for_pipe(&path.to_string_lossy());
    pipe.then(|| aloud(waiting(), || Stream::read_pipe(path)))
}

fn standard_input() -> Result<Stream, Box<Diagnostic>> {
    let waiting = words::waiting_for_standard_input();
    aloud(waiting, || Stream::read(words::STANDARD_INPUT, io::stdin().lock()))
}

/// What came through the standard input though nobody asked for it; `None` if that is empty, or a
/// terminal.
pub(super) fn unasked() -> Result<Option<Stream>, Box<Diagnostic>> {
    if io::stdin().is_terminal() {
        return Ok(None);
    }
    let waiting = words::waiting_unasked();
    let read = aloud(waiting, || Stream::read(words::STANDARD_INPUT, io::stdin().lock()))?;
    Ok(Some(read).filter(|stream| !stream.is_empty()))
}

/// Does what may take for ever, and says `waiting` after a while.
fn aloud<T>(waiting: String, work: impl FnOnce() -> T) -> T {
    let (done, over) = mpsc::channel::<()>();
    thread::spawn(move || {
        if over.recv_timeout(SOON) == Err(RecvTimeoutError::Timeout) {
            stderr::say(&waiting);
        }
    });
    let result = work();
    drop(done);
    result
}
