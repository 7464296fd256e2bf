//! What a terminal answers, as xterm does.

/// Has it left and right margins (DECRQM)?
const MARGINS: &[u8] = b"\x1b[?69$p";

/// What is asked, and the answer: what it is (DA1), whether all before has come (DSR), whether it has margins, and
/// its background (OSC 11).
const ANSWERS: &[(&[u8], &[u8])] = &[
    (b"\x1b[c", b"\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"),
    (b"\x1b[5n", b"\x1b[0n"),
    (MARGINS, b"\x1b[?69;2$y"),
    (b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"),
];

/// Answers what is asked in bytes that come in pieces.
#[derive(Default)]
pub struct Answers {
    /// Says that it has no margins, as many another terminal.
    without_margins: bool,
    /// The beginning of a question, perhaps.
    left: Vec<u8>,
}

impl Answers {
    /// Those of a terminal without margins.
    pub fn without_margins() -> Self {
        Self { without_margins: true, ..Self::default() }
    }

    /// The answers to what `bytes` ask.
    pub fn to(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.left.extend_from_slice(bytes);
        let mut answers = Vec::new();
        let mut at = 0;
        while let Some(escape) = memchr::memchr(0x1b, &self.left[at..]) {
            at += escape;
            let rest = &self.left[at..];
            if let Some((asked, answer)) = ANSWERS.iter().find(|(asked, _)| rest.starts_with(asked))
            {
                let none = self.without_margins && *asked == MARGINS;
                answers.extend_from_slice(if none { b"\x1b[?69;0$y" } else { answer });
                at += asked.len();
            } else if ANSWERS.iter().any(|(asked, _)| asked.starts_with(rest)) {
                break;
            } else {
                at += 1;
            }
        }
        let done = if self.left[at..].starts_with(b"\x1b") { at } else { self.left.len() };
        self.left.drain(..done);
        answers
    }
}
