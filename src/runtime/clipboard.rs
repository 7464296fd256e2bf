//! The terminal's clipboard, which is the one at the reader's own desk, also over SSH.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The bytes that ask a terminal to put `words` on its clipboard (OSC 52, selection `c`).
///
/// In base64 nothing of the words can end the sequence. tmux takes it like any terminal where its
/// option `set-clipboard` is on, and hands it on; it is not wrapped to pass tmux by, which tmux
/// allows only where another option says so, and then both would set the clipboard.
pub(super) fn copy(words: &str) -> Vec<u8> {
    format!("\x1b]52;c;{}\x1b\\", STANDARD.encode(words)).into_bytes()
}
