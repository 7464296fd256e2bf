//! The painter: from one screen to the next in few bytes.
//!
//! The input is two frames, what the terminal shows and what it should show, each a ratatui buffer
//! and the addresses that cells of it lead to; the output is bytes of ECMA-48 control sequences and
//! UTF-8 text. It knows no terminal and holds no state.
//!
//! What it relies upon between two frames: the rendition is at its default (`CSI m`) and writes no
//! hyperlink, there is no scroll region, autowrap is off (DEC private mode 7 reset), origin mode is
//! off. It leaves the same behind. The cursor may be anywhere, and is left where the frame says, if it does.
//!
//! The controls used are SGR, CUP, CUF, CUD, EL and ED, which all terminals of ECMA-48 have, and what
//! [`Means`] has beyond. Erasing is used for cells of the default background alone: terminals differ on
//! which background an erased cell takes. Cells with an address are written as hyperlinks (OSC 8); a row
//! without addresses costs no byte for them.

mod cursor;
mod dirty;
mod encoder;
mod frame;
mod grid;
mod means;
mod painter;
mod rendition;
mod scroll;
mod scroll_search;
mod sequence;
mod slot;

pub use frame::Frame;
pub use means::{Means, Scrolling};
pub use painter::Painter;
