//! One thing that the reader left, whatever it is.

use crate::model::kept::{Anchor, Bookmark, Change, Draft, Highlight, Kept, Note};

/// Something that the reader left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum Mark {
    Bookmark(Bookmark),
    Highlight(Highlight),
    Note(Note),
    Draft(Draft),
}

/// Everything that is kept.
pub(in crate::app) fn all(kept: &Kept) -> Vec<Mark> {
    let bookmarks = kept.bookmarks.iter().cloned().map(Mark::Bookmark);
    let highlights = kept.highlights.iter().cloned().map(Mark::Highlight);
    let notes = kept.notes.iter().cloned().map(Mark::Note);
    let drafts = kept.drafts.iter().cloned().map(Mark::Draft);
    bookmarks.chain(highlights).chain(notes).chain(drafts).collect()
}

impl Mark {
    pub(in crate::app) fn id(&self) -> &str {
        match self {
            Self::Bookmark(bookmark) => &bookmark.id,
            Self::Highlight(highlight) => &highlight.id,
            Self::Note(note) => &note.id,
            Self::Draft(draft) => &draft.id,
        }
    }

    pub(in crate::app) fn anchor(&self) -> &Anchor {
        match self {
            Self::Bookmark(bookmark) => &bookmark.anchor,
            Self::Highlight(highlight) => &highlight.anchor,
            Self::Note(note) => &note.anchor,
            Self::Draft(draft) => &draft.anchor,
        }
    }

    /// What orders it among others at the same place, whatever becomes of it.
    pub(in crate::app) fn order(&self) -> (usize, i64, String) {
        let (rank, made) = match self {
            Self::Bookmark(bookmark) => (0, bookmark.made),
            Self::Highlight(highlight) => (1, highlight.made),
            Self::Note(note) => (2, note.made),
            Self::Draft(draft) => (3, draft.made),
        };
        (rank, made, self.id().to_owned())
    }

    /// When it was made or, of a note, last changed.
    pub(in crate::app) fn date(&self) -> i64 {
        match self {
            Self::Bookmark(bookmark) => bookmark.made,
            Self::Highlight(highlight) => highlight.made,
            Self::Note(note) => note.changed,
            Self::Draft(draft) => draft.made,
        }
    }

    /// The same at another place.
    pub(in crate::app) fn at(mut self, place: Anchor) -> Self {
        match &mut self {
            Self::Bookmark(Bookmark { anchor, .. })
            | Self::Highlight(Highlight { anchor, .. })
            | Self::Note(Note { anchor, .. })
            | Self::Draft(Draft { anchor, .. }) => *anchor = place,
        }
        self
    }

    /// What keeps it, its words being what they were.
    pub(in crate::app) fn put(self) -> Change {
        match self {
            Self::Bookmark(bookmark) => Change::PutBookmark(bookmark),
            Self::Highlight(highlight) => Change::PutHighlight(highlight),
            Self::Note(note) => Change::PutNote { base: note.text.clone(), note },
            Self::Draft(draft) => Change::PutDraft(draft),
        }
    }

    /// What removes it.
    pub(in crate::app) fn remove(self) -> Change {
        match self {
            Self::Bookmark(bookmark) => Change::RemoveBookmark(bookmark.id),
            Self::Highlight(highlight) => Change::RemoveHighlight(highlight.id),
            Self::Note(note) => Change::RemoveNote { id: note.id, base: note.text },
            Self::Draft(draft) => Change::RemoveDraft(draft.id),
        }
    }
}
