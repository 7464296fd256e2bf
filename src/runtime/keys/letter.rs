//! Characters from bytes in pieces.

/// The bytes of a character in UTF-8, as far as they have come.
#[derive(Debug, Clone, Default)]
pub(super) struct Letter {
    bytes: [u8; 4],
    len: usize,
}

/// What a byte made of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decoded {
    /// It is whole.
    Char(char),
    /// More is to come.
    Part,
    /// It is none. The byte may begin another if what was amiss are those before it.
    Invalid {
        /// Whether the byte is to be looked at anew.
        again: bool,
    },
}

impl Letter {
    /// Whether nothing has come of one.
    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Forgets what has come.
    pub(super) fn clear(&mut self) {
        self.len = 0;
    }

    /// Takes the next byte.
    pub(super) fn push(&mut self, byte: u8) -> Decoded {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
        let read = std::str::from_utf8(self.bytes.get(..self.len).unwrap_or_default());
        let decoded = match read.map(|text| text.chars().next()) {
            Ok(Some(c)) => Decoded::Char(c),
            Err(error) if error.error_len().is_none() => return Decoded::Part,
            Ok(None) | Err(_) => Decoded::Invalid { again: self.len > 1 },
        };
        self.clear();
        decoded
    }
}
