//! The commands: what a reader can do, where, and with which keys.
//!
//! One table ([`TABLE`]) says it all. The keymap, the footer, the help screen and the tests are
//! made from it, so that none of them can tell another story.

mod context;
mod key;
mod keymap;
mod layout;
mod table;

pub use context::{Context, Contexts};
pub use key::{Code, Key, UnknownKey};
pub use keymap::Keymap;
pub use layout::{by_place, strokes};
pub(crate) use layout::{in_latin, is_composed, is_korean, lacks_capitals};
pub use table::{
    Command, Edit, Entry, Find, Follow, Group, InClass, InCompare, InMatrix, InTimeline, Keep,
    Look, Motion, Program, Select, TABLE, Views,
};

impl Command {
    /// Whether it leads out of the reader, to a shell or another program.
    pub(crate) fn leads_out(self) -> bool {
        matches!(self, Self::Program(Program::Suspend) | Self::Edit(Edit::Editor))
    }
}
