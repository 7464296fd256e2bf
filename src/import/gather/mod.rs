//! What the readers of pages and of word processors' files share: words as they are gathered to lines, cells
//! as they are gathered to tables, and the signs of numbers and marks.

mod count;
mod grid;
mod line;
mod signs;

pub(in crate::import) use count::{text_words, words};
pub(in crate::import) use grid::Grid;
pub(in crate::import) use line::Line;
pub(in crate::import) use signs::{NumberStyle, is_mark, shifted};
