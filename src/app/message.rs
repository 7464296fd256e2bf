//! What goes into the state machine and what comes out of it.

use std::sync::Arc;

use crate::command::{Command, Key};
use crate::model::kept::{Change, Kept, Note, Preferences};
use crate::model::{Briefing, Target};
use crate::text::Link;

use super::{Answer, FaultReport, Job, Volume};
use crate::desk::Size;

/// Something that happened.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// A command was given by its name.
    Command(Command),
    /// The entry at this place, counted from 0, of what has the keys was asked for.
    Point(usize),
    /// A link was asked for that is shown somewhere.
    Follow(Link),
    /// What went wrong was told, and is no longer to be shown.
    Heard,
    /// What time it is, in Unix seconds. Told before whatever else happened.
    Now(i64),
    /// How the reader liked to read in an earlier session. Told before anything is opened.
    Settled(Preferences),
    /// The session is about to end or to stop: what is not kept yet is kept now.
    Leaving,
    /// What is left in the briefing is not kept, until [`Msg::Kept`] says that it is; why, in a sentence.
    NotKept(String),
    /// All that was given with [`Effect::Keep`] so far is kept.
    Kept,
    /// What was given with [`Effect::Keep`] is not kept yet, which takes longer than a frame.
    Behind,
    /// Something else went wrong, of which the reader is told in a sentence.
    Told(String),
    /// What was kept on the open briefing, which could not be learned when that was opened.
    Late(Kept),
    /// Notes that came about because another reader was at the same one.
    Rescued(Vec<Note>),
    /// Words were pasted.
    Paste(String),
    /// What an editor made of the words that it was given.
    Edited(String),
    /// Why an editor made nothing of them; said in a sentence.
    NotEdited(String),
    /// Why no file is opened in an editor; said in a sentence.
    NoFile(String),
    /// The theme is another; its name.
    Themed(&'static str),
    /// A second has passed, while [`Effect::Ticks`] asks for it.
    Tick,
    /// The screen has another size.
    Resize(Size),
    /// Whether what is sent takes long to come, as it is measured.
    SlowLine(bool),
    /// Something is being read aside: [`Msg::Opened`], [`Msg::Reread`] or [`Msg::Failed`] follows.
    Loading,
    /// A part of a briefing was read: the section that the reader left, with what is kept on it, or no
    /// section and only what the title page tells. The whole of it follows.
    Preview(Opened),
    /// There are several briefings to choose from.
    Shelf(Vec<Volume>),
    /// The shelf shows something else of the briefing at this place.
    Volume(usize, Volume),
    /// A briefing was read.
    Opened(Opened),
    /// The open briefing's files were read again.
    Reread(Reread),
    /// The same, because they have changed. To be told when the reader can go on in that.
    Changed(Reread),
    /// The files have changed, and what they are by now waits until it can be shown.
    ChangedAside,
    /// Something failed; said in a sentence.
    Failed(String),
    /// The answer to a [`Job`].
    Found(Answer),
}

/// A briefing that was read, with all that was wrong with it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What could be read.
    pub briefing: Arc<Briefing>,
    /// What was wrong.
    pub faults: Vec<FaultReport>,
    /// What the reader left in it.
    pub kept: Kept,
}

/// The open briefing's files, read again.
#[derive(Debug, Clone)]
pub struct Reread {
    /// What could be read, and in place of what could not, what it was when it could be read last.
    pub opened: Opened,
    /// Whether the briefing is what it was before, to the letter.
    pub is_same: bool,
    /// Why a part of it is as it was.
    pub slip: Option<FaultReport>,
}

/// A place in the files of the open briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditedPlace {
    /// Where something of it stands.
    Of(Target),
    /// A line of the file at this path, counted from 1.
    Line(String, usize),
}

/// Something for the runtime to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Give the terminal back to the shell until it says to go on.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Answer with [`Msg::Tick`] every second from now on, or no longer.
    Ticks(bool),
    /// Ring the terminal's bell.
    Ring,
    /// Keep these changes to what the reader leaves in the open briefing.
    Keep(Vec<Change>),
    /// Put words on the terminal's clipboard.
    Copy(String),
    /// Let the reader write these words in an editor, and answer with [`Msg::Edited`] or
    /// [`Msg::NotEdited`].
    Edit(String),
    /// Let the reader edit the file in which this stands, and read the files again afterwards; or answer with
    /// [`Msg::NoFile`].
    EditFile(EditedPlace),
    /// Take the next theme, and answer with [`Msg::Themed`].
    NextTheme,
    /// Take the theme of this name, unless another was asked for.
    Theme(String),
    /// Read the briefing at this place on the shelf, and answer with [`Msg::Opened`].
    Open(usize),
    /// Read the open briefing's files again, and answer with [`Msg::Reread`].
    Reload,
    /// Do this aside, so that no key waits for it, and answer with [`Msg::Found`].
    Search(Job),
    /// What was to be searched for is no longer wanted.
    GiveUp,
}
