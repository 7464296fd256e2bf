//! What the owners ask for. None of them reaches into another: each answers with steps, which
//! [`super::App`] applies one after the other.

use std::ops::Range;

use crate::command::{Command, Motion};
use crate::desk::Prompt;
use crate::model::kept::Change;
use crate::model::{BlockIx, Target};
use crate::text::Link;
use crate::text::search::Hit;

use super::class::ClassStep;
use super::keeping::Mark;
use super::stack::Overlay;
use super::trail::Waypoint;
use super::view::Choice;
use super::words::KeyedSentence;
use super::{Effect, Reader, View};

/// Something that an owner asks the others for.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Have the runtime do this.
    Do(Effect),
    /// Tell what the key did, until the next one.
    Say(String),
    /// The same with the keys that the sentence names.
    SayKeys(KeyedSentence),
    /// Carry out a command, as its key would.
    Run(Command),
    /// Move in what has the keys.
    Move(Motion),

    /// Put a view on top.
    Put(View),
    /// Put a view on top; if it is there, take it off; if it lies below, bring it up.
    Toggle(View),
    /// Take off what lies on top.
    Close,
    /// Begin to write a line.
    Write(Prompt),
    /// Put the line and the list of names above it away.
    LeaveNames,

    /// Go where a link leads.
    Follow(Link),
    /// Go to a paragraph, and in it to these bytes of its logical text.
    GoTo(BlockIx, Option<Range<usize>>),
    /// Remember a place on the trail.
    Leave(Box<Waypoint>),
    /// Go so many places ahead on the trail, or back.
    Travel(isize),
    /// Take what was chosen in a list for what it was chosen for.
    Choose(Choice, Option<Target>),

    /// Mark what is searched for wherever it is shown.
    MarkMatches,
    /// Take the reader to a match.
    ShowMatch(Hit),
    /// Take the reader to what a note that was found is on.
    ShowOwn(Target),
    /// Leave the place where the reader is for a note of this number among those that were found.
    TakeOwn(usize),
    /// Show the place where the search began.
    ShowOrigin,
    /// Put the reader and what lay over the panes back as they were.
    Restore(Box<(Reader, Vec<Overlay>)>),
    /// The reader stays at the match that it was taken to.
    Settle,
    /// So many matches on, or back.
    NextMatch(isize),
    /// List all matches under this title.
    ListMatches(String),
    /// The reader stays at the match under the list's cursor.
    TakeMatch,
    /// Leave the list of matches, and the reader where it was opened.
    LeaveMatches,

    /// Do what a key of the class asks for.
    Class(ClassStep),
    /// Choose no words any more.
    LeaveVisual,

    /// Keep this.
    Keep(Change),
    /// Show what the reader left where it is now.
    ShowMarks,
    /// Write a note on what the list of marks has under its cursor.
    Annotate(Mark),
    /// Remove it, or put it back.
    Remove(Mark),
}
