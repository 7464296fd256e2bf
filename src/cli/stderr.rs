//! What is told beside the output.

use std::io::{self, Write as _};

use crate::base::visible_line;
use crate::load::Loaded;

use super::words;

/// Writes a sentence to the standard error, on one line.
pub(super) fn say(words: &str) {
    // Nothing can be done about a standard error that cannot be written to.
    let _ = writeln!(io::stderr(), "attache: {}", visible_line(words));
}

/// Says why there is no briefing to show.
pub(super) fn tell_unreadable(loaded: &Loaded) {
    match loaded.diagnostics.first() {
        Some(fault) => say(&words::fault(&fault.at.words(), &fault.message)),
        None => say(words::BRIEFING_UNREADABLE),
    }
}
