//! What a session hears.

use std::path::PathBuf;

use crate::app::{Answer, Volume};
use crate::command::Key;
use crate::desk::Size;
use crate::model::kept::{Kept, Note};
use crate::store::SetAside;

use super::keys::{Input, Reply};
use super::loaded::{Ahead, LoadNumber, ReadAside};
use super::store_failure::StoreFailure;

/// Something that happened outside.
#[derive(Debug)]
pub enum SessionEvent {
    /// A key was pressed.
    Key(Key),
    /// A line was written, in a dialogue.
    Line(String),
    /// There are no more lines.
    EndOfLines,
    /// Words were pasted.
    Paste(String),
    /// The terminal has answered.
    Reply(Reply),
    /// The screen has another size.
    Resize(Size),
    /// The session goes on after it was suspended by somebody else.
    Continued,
    /// The search worker is done with something.
    Answer(Answer),
    /// It is to be suspended.
    Suspend,
    /// It is to end, by the signal of this number.
    Terminate(u8),
    /// What is left in the briefing from now on is not kept.
    NotKept(StoreFailure),
    /// All that is left in the briefing is kept, of which it was said that it is not, or not yet.
    Kept,
    /// The file at this path was removed while it was open.
    Removed(PathBuf),
    /// Another file was begun while one was open: all that is left in the briefing belongs there.
    Anew,
    /// The file, or a part of it, was damaged and is set aside.
    SetAside(SetAside),
    /// What can be told before the briefing is read that is being opened.
    Ahead(LoadNumber, Box<Ahead>),
    /// Something was read aside.
    Read(LoadNumber, Box<ReadAside>),
    /// The files of the open briefing have changed, and no more of them just now.
    FilesChanged,
    /// Why it cannot be told whether they change; said in a sentence.
    NotWatched(String),
    /// What was being read made its thread panic.
    LoadPanicked(LoadNumber),
    /// What there is to choose from, as far as it is known.
    Shelf(Vec<Volume>),
    /// What the shelf shows of the briefing at this place, which was read.
    Volume(usize, Box<Volume>),
    /// The search worker panicked: what it searched for will not be found.
    SearchPanicked,
    /// Notes that came about on the briefing of this home, because another reader was at the same
    /// one.
    Rescued(String, Vec<Note>),
    /// What is kept on the briefing of this home, which the disk did not say in time.
    Loaded(String, Box<Kept>),
    /// The terminal has taken all that it was sent, after it had been behind.
    Sent,
    /// The terminal can no longer be read or written to: it was hung up, or has come to its end.
    Gone,
}

impl SessionEvent {
    /// Whether it may lead to another screen. How far the terminal has read does not: at most it lets one
    /// come that is held.
    pub(super) fn is_news(&self) -> bool {
        !matches!(self, Self::Reply(Reply::Status))
    }
}

impl From<Input> for SessionEvent {
    fn from(input: Input) -> Self {
        match input {
            Input::Key(key) => Self::Key(key),
            Input::Paste(words) => Self::Paste(words),
            Input::Reply(reply) => Self::Reply(reply),
        }
    }
}
