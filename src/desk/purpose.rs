//! What a line is written for.

/// What words are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The words that an event of the timeline is to have in it.
    Filter,
    /// The letter or the label of a bookmark.
    Bookmark,
    /// A note, of several lines.
    Note,
    /// The name of something to go to.
    GoTo,
    /// The minutes of a countdown.
    Minutes,
    /// What is searched for.
    Search {
        /// Whether it is a regular expression.
        regex: bool,
    },
}
