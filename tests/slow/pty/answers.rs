//! What a terminal answers to what it is asked among what it is sent.

/// A question of attache, and the answer of a terminal that has no margins and does not tell its background.
pub(crate) type Answer = (&'static [u8], &'static str);

const STATUS: Answer = (b"\x1b[5n", "\x1b[0n");

/// All that a terminal answers.
pub(crate) const ALL: &[Answer] =
    &[STATUS, (b"\x1b[c", "\x1b[?62;22c"), (b"\x1b[?69$p", "\x1b[?69;0$y")];

/// All that a terminal answers that has margins.
pub(crate) const WITH_MARGINS: &[Answer] =
    &[STATUS, (b"\x1b[c", "\x1b[?64;22c"), (b"\x1b[?69$p", "\x1b[?69;2$y")];

/// That it is there, and nothing of what it is.
pub(crate) const PRESENCE: &[Answer] = &[STATUS];

/// Nothing.
pub(crate) const NONE: &[Answer] = &[];

/// Answers to the questions in a stream of bytes, in whatever pieces it comes.
pub(crate) struct Answers {
    known: &'static [Answer],
    /// What came since the last ESC: it may be a question, or the beginning of one.
    tail: Vec<u8>,
}

impl Answers {
    pub(crate) fn new(known: &'static [Answer]) -> Self {
        Self { known, tail: Vec::new() }
    }

    /// The answers to what is asked up to the end of `bytes`, the next that came.
    pub(crate) fn to(&mut self, bytes: &[u8]) -> String {
        let mut answers = String::new();
        for byte in bytes {
            if *byte == 0x1b {
                self.tail.clear();
            }
            if self.tail.len() < 16 {
                self.tail.push(*byte);
            }
            let asked = self.known.iter().find(|(asked, _)| *asked == self.tail);
            answers.extend(asked.map(|(_, answer)| *answer));
        }
        answers
    }
}
