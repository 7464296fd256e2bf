//! The painter: from one screen to the next in few bytes.
//!
//! What goes in is frame after frame, each a ratatui buffer, the addresses that cells of it lead to, and what
//! of it scrolls; what comes out is bytes of ECMA-48 control sequences and UTF-8 text. It knows no terminal,
//! and keeps one screen: what the terminal shows, once it has those bytes.
//!
//! What it relies upon between two frames: the rendition is at its default (`CSI m`) and writes no
//! hyperlink, there is no scroll region and there are no margins, autowrap is off (DEC private mode 7 reset),
//! origin mode is off. It leaves the same behind. The cursor may be anywhere, and is left where the frame says,
//! if it does.
//!
//! The controls used are SGR, CUP, CUF, CUD, EL and ED, which all terminals of ECMA-48 have, and what
//! [`Means`] has beyond. Erasing is used for cells of the default background alone: terminals differ on
//! which background an erased cell takes. Cells with an address are written as hyperlinks (OSC 8); a row
//! without addresses costs no byte for them.

mod cursor;
mod encoder;
mod frame;
mod grid;
mod interner;
mod means;
mod moves;
mod painter;
mod rendition;
mod scroll;
mod sequence;
mod slot;

pub use frame::Frame;
pub use means::{Means, Scrolling};
pub use painter::Painter;
