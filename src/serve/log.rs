//! What happens at the host, a line each. No word is in it of what anybody reads or writes.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use crate::base::visible_line;

/// The log.
pub(crate) struct Log(Mutex<Box<dyn Write + Send>>);

impl Log {
    /// One that is written to `out`.
    pub(crate) fn new(out: impl Write + Send + 'static) -> Self {
        Self(Mutex::new(Box::new(out)))
    }

    /// Writes a line down. Names that clients gave may be in it.
    pub(super) fn say(&self, line: &str) {
        let mut out = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A log that cannot be written keeps nobody from reading.
        let _ = writeln!(out, "{}", visible_line(line));
        let _ = out.flush();
    }
}
