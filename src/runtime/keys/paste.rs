//! What is pasted, up to its end.

use crate::desk::Prompt;

/// What ends a paste (xterm, bracketed paste mode). It begins with its only ESC.
const END: &[u8] = b"\x1b[201~";

/// The most bytes that are kept: more than fits into the longest line that is written, though each of its
/// line breaks were two bytes.
const MOST: usize = 2 * Prompt::LONGEST + 2;

/// A paste as far as it has come.
#[derive(Debug, Clone, Default)]
pub(super) struct Paste {
    words: Vec<u8>,
    /// How many bytes of [`END`] have come.
    ended: usize,
}

impl Paste {
    /// Takes a byte; whether it was the last.
    pub(super) fn push(&mut self, byte: u8) -> bool {
        if END.get(self.ended) == Some(&byte) {
            self.ended += 1;
            return self.ended == END.len();
        }
        // It was no end: it belongs to the words.
        let begun = END.get(..std::mem::take(&mut self.ended)).unwrap_or_default();
        self.keep(begun);
        if END.first() == Some(&byte) {
            self.ended = 1;
        } else {
            self.keep(&[byte]);
        }
        false
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = MOST.saturating_sub(self.words.len());
        self.words.extend(bytes.iter().take(room));
    }

    /// The words.
    pub(super) fn words(self) -> String {
        String::from_utf8_lossy(&self.words).into_owned()
    }
}
