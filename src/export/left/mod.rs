//! What a reader left in a briefing, put where it belongs in the text as it is now.

use std::borrow::Cow;

use crate::base::visible;
use crate::export::words;
use crate::model::kept::{Anchor, Bookmark, Draft, Finder, Highlight, Kept, Note, Resolved};
use crate::model::{BlockIx, Briefing};

/// Notes and marks, in the order of the text; last come those whose place is gone.
#[derive(Debug, Clone, Default)]
pub struct Left<'a> {
    entries: Vec<Entry<'a>>,
}

/// A note or a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub what: What<'a>,
    pub anchor: &'a Anchor,
    /// The block that it is on; `None` if that is gone.
    pub at: Option<BlockIx>,
    /// The first byte of the block that it is on.
    byte: usize,
}

/// What was left.
#[derive(Debug, Clone, Copy)]
pub(super) enum What<'a> {
    Note(&'a Note),
    Draft(&'a Draft),
    Highlight(&'a Highlight),
    Bookmark(&'a Bookmark),
}

impl<'a> Left<'a> {
    /// The notes alone.
    pub fn notes(briefing: &Briefing, kept: &'a Kept) -> Self {
        let finder = Finder::new(briefing);
        let entries = kept.notes.iter().map(|note| Entry::new(What::Note(note), &finder));
        Self::sorted(entries.collect())
    }

    /// Notes, drafts, highlights and bookmarks.
    pub fn all(briefing: &Briefing, kept: &'a Kept) -> Self {
        let finder = Finder::new(briefing);
        let notes = kept.notes.iter().map(What::Note);
        let highlights = kept.highlights.iter().map(What::Highlight);
        let bookmarks = kept.bookmarks.iter().map(What::Bookmark);
        let drafts = kept.drafts.iter().map(What::Draft);
        let all = bookmarks.chain(highlights).chain(notes).chain(drafts);
        Self::sorted(all.map(|what| Entry::new(what, &finder)).collect())
    }

    /// Among equals the sort keeps the order of their making.
    fn sorted(mut entries: Vec<Entry<'a>>) -> Self {
        entries.sort_by_key(|entry| (entry.at.is_none(), entry.at, entry.byte));
        Self { entries }
    }

    /// All of it.
    pub(super) fn entries(&self) -> &[Entry<'a>] {
        &self.entries
    }

    /// What is on a block.
    pub(super) fn on(&self, at: BlockIx) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(move |entry| entry.at == Some(at))
    }

    /// What is on nothing any more; with a section's id, only what was in that.
    pub(super) fn adrift(&self, section: Option<&str>) -> Vec<Entry<'a>> {
        let of = |entry: &&Entry| section.is_none_or(|id| entry.anchor.section == id);
        self.entries.iter().filter(|entry| entry.at.is_none()).filter(of).copied().collect()
    }
}

impl<'a> Entry<'a> {
    fn new(what: What<'a>, finder: &Finder) -> Self {
        let anchor = match what {
            What::Note(note) => &note.anchor,
            What::Draft(draft) => &draft.anchor,
            What::Highlight(highlight) => &highlight.anchor,
            What::Bookmark(bookmark) => &bookmark.anchor,
        };
        let (at, byte) = match finder.find(anchor) {
            Resolved::At { block, bytes } | Resolved::Moved { block, bytes } => {
                (Some(block), bytes.map_or(0, |bytes| bytes.start))
            }
            Resolved::Adrift { .. } => (None, 0),
        };
        Self { what, anchor, at, byte }
    }

    /// What it is, in a word.
    pub(super) fn kind(&self) -> &'static str {
        match self.what {
            What::Note(_) => "note",
            What::Draft(_) => "draft",
            What::Highlight(_) => "highlight",
            What::Bookmark(_) => "bookmark",
        }
    }

    /// When it was made, in Unix seconds.
    pub(super) fn made(&self) -> i64 {
        match self.what {
            What::Note(note) => note.made,
            What::Draft(draft) => draft.made,
            What::Highlight(highlight) => highlight.made,
            What::Bookmark(bookmark) => bookmark.made,
        }
    }

    /// When it was last changed, in Unix seconds.
    pub(super) fn changed(&self) -> i64 {
        if let What::Note(note) = self.what { note.changed } else { self.made() }
    }

    /// The words that it is on.
    pub(super) fn quote(&self) -> Option<Cow<'a, str>> {
        self.anchor.quote.as_ref().map(|quote| visible(&quote.exact))
    }

    /// What the reader wrote.
    pub(super) fn words(&self) -> Cow<'a, str> {
        match self.what {
            What::Note(note) => visible(&note.text),
            What::Draft(draft) => visible(&draft.text),
            What::Bookmark(bookmark) => visible(&bookmark.label),
            What::Highlight(_) => Cow::Borrowed(""),
        }
    }

    /// The kind, with the letter of a bookmark: `note`, `bookmark a`.
    pub(super) fn title(&self) -> String {
        match self.what {
            What::Bookmark(Bookmark { mark: Some(mark), .. }) => {
                words::bookmark(self.kind(), *mark)
            }
            _ => self.kind().to_owned(),
        }
    }

    /// Where it was, once its place is gone: by the ids and the first words that there were.
    pub(super) fn was_at(&self) -> String {
        let Anchor { section, block, opening, .. } = self.anchor;
        let address = if block.is_empty() { section.clone() } else { format!("{section}/{block}") };
        if self.anchor.quote.is_some() || opening.is_empty() {
            return visible(&address).into_owned();
        }
        visible(&format!("{address}, “{}…”", opening.trim_end())).replace('\n', " ")
    }
}
