//! What a terminal says.

use crate::command::Key;

/// Something that came from a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Words were pasted (bracketed paste, DEC private mode 2004), as they came; those that are too many
    /// are missing.
    Paste(String),
    /// The terminal has answered.
    Reply(Reply),
}

/// A terminal's answer to something that it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The colour of its background (OSC 11), each part from 0 to 255.
    Background {
        /// Red.
        r: u8,
        /// Green.
        g: u8,
        /// Blue.
        b: u8,
    },
    /// What it is (DA1): which every terminal answers, and in the order in which it was asked.
    Attributes,
    /// That it is there (DSR 5), and has read all that it was sent before it was asked.
    Status,
    /// Whether its region may be given left and right edges (DECRPM of mode 69, DECLRMM).
    Margins(bool),
}
