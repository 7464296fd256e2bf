//! What comes from the local terminal, as it is read.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, IsTerminal as _};
use std::os::unix::ffi::OsStrExt as _;
use std::time::Instant;

use rustix::io::Errno;

use super::keys::{Input, KeyParser};

/// The most bytes that are read at once.
const MOST: usize = 1024;

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

/// The standard input, which is a terminal, as it is read.
#[derive(Debug, Default)]
pub(super) struct TerminalInput {
    parser: KeyParser,
    /// Whether it is read byte by byte.
    sips: bool,
}

impl TerminalInput {
    /// Reads byte by byte, or as many as there are.
    pub(super) fn sip(&mut self, sips: bool) {
        self.sips = sips;
    }

    /// When what has come is a key even if no more comes.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.parser.deadline()
    }

    /// What has come by the deadline, if that is over.
    pub(super) fn expire(&mut self) -> Vec<Input> {
        self.parser.expire(Instant::now())
    }

    /// Reads what has come.
    ///
    /// # Errors
    /// The terminal is gone: it has come to its end, or says that it was hung up.
    pub(super) fn read(&mut self) -> io::Result<Vec<Input>> {
        let mut bytes = [0; MOST];
        let most = if self.sips { 1 } else { MOST };
        // Where there is nothing to read any more, this says so.
        match rustix::io::read(io::stdin(), bytes.get_mut(..most).unwrap_or_default()) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                // They came before the deadline, however late this is read.
                let (now, deadline) = (Instant::now(), self.deadline());
                let came = deadline.map_or(now, |deadline| now.min(deadline));
                Ok(self.parser.feed(bytes.get(..read).unwrap_or_default(), came))
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }
}
