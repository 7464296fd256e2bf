//! Keys from the bytes that a terminal sends, whether it is the process's own or far away.
//!
//! The parser is a state machine after the one of the VT500 (Williams, "A parser for DEC's ANSI-compatible
//! video terminals"), turned round: what it reads comes from a terminal. Three things are other than
//! there. A key may be a beginning of another (ESC, and ESC `[`), and only time tells them apart, so the
//! time is handed in. What is no key is read past whole, whatever it is: the answer to a question that
//! nobody here has asked never becomes keys. And nothing that comes without end takes memory without end.
//!
//! Sources: ECMA-48 for the grammar; ctlseqs of xterm; rxvtRef(7); `console_codes(4)`; kitty's keyboard
//! protocol.

mod color;
mod control_string;
mod csi;
mod input;
mod letter;
mod parser;
mod paste;

pub use input::{Input, Reply};
pub use parser::KeyParser;
