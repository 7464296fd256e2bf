//! What goes into the state machine and what comes out of it.

use std::sync::Arc;

use crate::command::Key;
use crate::model::Briefing;

use super::{Fault, Size};

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Words were pasted.
    Paste(String),
    /// The theme is another; its name.
    Themed(&'static str),
    /// A second has passed, while [`Effect::Ticks`] asks for it.
    Tick,
    /// The screen has another size.
    Resize(Size),
    /// The beginning of a briefing was read; the whole of it follows.
    Preview(Arc<Briefing>),
    /// A briefing was read.
    Opened(Opened),
    /// Something failed; said in a sentence.
    Failed(String),
}

/// A briefing that was read, with all that was wrong with it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What could be read.
    pub briefing: Arc<Briefing>,
    /// What was wrong.
    pub faults: Vec<Fault>,
}

/// Something for the runtime to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Give the terminal back to the shell until it says to go on.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Answer with [`Msg::Tick`] every second from now on, or no longer.
    Ticks(bool),
    /// Take the next theme.
    NextTheme,
    /// Read the briefing at this place on the shelf, and answer with [`Msg::Opened`].
    Open(usize),
    /// Read the open briefing's files again, and answer with [`Msg::Opened`].
    Reload,
}
