//! What a reader keeps on a briefing: the place, marks and notes, and how each of them changes.
//!
//! Plain data like the rest of the model. [`Kept`] is all of it, a [`Change`] one step from one
//! `Kept` to the next; [`Kept::change`] takes the step in memory, the `store` layer on the disk,
//! and both come to the same. Times are seconds since 1970, given by whoever has a clock.

mod align;
mod anchor;
mod card;
mod change;
mod digest;
mod find;
mod fold;
mod ids;
mod law_words;
mod look;
mod marks;
mod news;
mod opening;
mod preferences;
mod provision;
mod quote;
mod resolution;
mod snapshot;
mod sought;
mod texts;
mod trace;

use std::collections::{BTreeMap, BTreeSet};

pub use anchor::Anchor;
pub use change::Change;
pub use find::Finder;
pub use ids::Ids;
pub use marks::{Bookmark, Chosen, Draft, Highlight, Note, Position};
pub use news::{Former, LastSeen};
pub use preferences::{Preference, Preferences};
pub use quote::Quote;
pub use resolution::Resolution;
pub use snapshot::Snapshot;
pub(crate) use snapshot::said;

/// Everything that is kept on one briefing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// Where the reader was.
    pub position: Option<Position>,
    /// How the reader likes to read: the same for every briefing.
    pub preferences: Preferences,
    /// The addresses of paragraphs and articles that were read.
    pub read: BTreeSet<String>,
    /// Marked places, in the order that they were made in, as are all lists here.
    pub bookmarks: Vec<Bookmark>,
    /// Marked words.
    pub highlights: Vec<Highlight>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Notes that were begun and neither saved nor thrown away.
    pub drafts: Vec<Draft>,
    /// What the briefing said when the reader saw it, and what of it is news.
    pub last_seen: LastSeen,
    /// What was chosen in the go-to, by its key.
    pub chosen: BTreeMap<String, Chosen>,
}
