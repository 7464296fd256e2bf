//! What a client asks for in the place of a screen: `ssh -p 2222 host notes`.

/// What is printed to a client, and nothing else is done for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// What the reader left.
    Notes,
    /// The text.
    Print,
    /// The quiz, without its answers.
    Quiz,
}

impl Asked {
    /// What the words of an exec request (RFC 4254, 6.5) ask for; none if that is no word of these. They are compared
    /// and never run, split or looked up.
    pub(super) fn of(words: &[u8]) -> Option<Self> {
        match words.trim_ascii() {
            b"notes" => Some(Self::Notes),
            b"print" => Some(Self::Print),
            b"quiz" => Some(Self::Quiz),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_words_are_known_and_no_other() {
        let check = |words: &[u8], expected| assert_eq!(Asked::of(words), expected, "{words:?}");
        check(b"notes", Some(Asked::Notes));
        check(b" print\n", Some(Asked::Print));
        check(b"quiz", Some(Asked::Quiz));
        let long = vec![b'n'; 100_000];
        let refused: [&[u8]; 9] = [
            b"",
            b"Notes",
            b"notes; id",
            b"notes\0",
            b"print --for teacher",
            b"sh",
            b"../notes",
            b"\xff\xfe",
            &long,
        ];
        for words in refused {
            check(words, None);
        }
    }
}
