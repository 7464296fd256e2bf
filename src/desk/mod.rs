//! What lies on the desk: panes and the items in them, the areas of the screen, and the line that is
//! being written.
//!
//! Nothing here looks up to the state machine: a pane knows what it shows and where its cursor is, but
//! not what a key does.

mod item;
mod layout;
mod motion;
mod pane;
mod prompt;
mod purpose;
mod scroll_jump;
mod slide;
mod words;

pub use item::{Detail, Item};
pub use layout::{Area, MEASURE, PaneId, Screen, Size, Zen};
pub(crate) use layout::{LARGE_MEASURE, Parted, WIDE_MEASURE, text_column};
pub(crate) use layout::{NARROWEST, SMALLEST};
pub(crate) use pane::{
    Begin, End, LayoutContext, LinkOfItem, Moved, Mover, PanePlace, Picked, SeenLink, Spot, Unit,
    Way, WordCounts,
};
pub use pane::{Pane, Row, Seen};
pub(crate) use prompt::Edited;
pub use prompt::{Prompt, Rows};
pub use purpose::Purpose;
pub use scroll_jump::ScrollJump;
pub(crate) use slide::Slide;
