//! Control strings: OSC, DCS, APC, PM and SOS (ECMA-48, 5.6), which a terminal answers with.

use super::color;
use super::input::Reply;

/// The most bytes that are kept of one: the longest that says anything here has fewer than thirty.
const MOST: usize = 64;

/// A control string as far as it has come.
#[derive(Debug, Clone)]
pub(super) struct ControlString {
    /// Whether it is an operating system command (OSC).
    is_command: bool,
    /// Its beginning.
    kept: Vec<u8>,
    /// Whether that is all of it.
    is_whole: bool,
    last: u8,
}

/// What a byte is to a control string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StringByte {
    /// It belongs to it.
    Words,
    /// It may be the first of the two that end it.
    Escape,
    /// It ends it.
    End,
    /// It breaks it off, and is nothing beyond that.
    Cancel,
    /// It cannot be in one, so that there was none, or its end was lost.
    Foreign,
}

impl ControlString {
    /// One that nothing has come of yet, begun by this character after ESC.
    pub(super) fn new(introducer: char) -> Self {
        let is_command = introducer == ']';
        Self { is_command, kept: Vec::new(), is_whole: true, last: 0 }
    }

    /// Takes a byte.
    ///
    /// xterm also ends one by BEL. What ECMA-48 does not permit in one ends it too: so Ctrl-c is heard
    /// though the end of the string never came.
    pub(super) fn push(&mut self, byte: u8) -> StringByte {
        let last = std::mem::replace(&mut self.last, byte);
        match byte {
            0x07 => StringByte::End,
            0x1b => StringByte::Escape,
            // CAN and SUB.
            0x18 | 0x1a => StringByte::Cancel,
            // ST in UTF-8, or as the one byte that it once was; in UTF-8 that one also stands within letters.
            0x9c if last == 0xc2 || last < 0x80 => {
                if last == 0xc2 {
                    self.kept.pop();
                }
                StringByte::End
            }
            0x01..=0x06 | 0x0e..=0x1f => StringByte::Foreign,
            _ => {
                if self.is_command && self.kept.len() < MOST {
                    self.kept.push(byte);
                } else {
                    self.is_whole = false;
                }
                StringByte::Words
            }
        }
    }

    /// What it says, now that it is over.
    pub(super) fn reply(&self) -> Option<Reply> {
        let words = std::str::from_utf8(&self.kept).ok().filter(|_| self.is_whole)?;
        let (r, g, b) = color::parse(words.strip_prefix("11;")?)?;
        Some(Reply::Background { r, g, b })
    }
}
