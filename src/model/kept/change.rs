//! One step of what is kept.

use std::mem;

use serde::{Deserialize, Serialize};

use super::{Bookmark, Draft, Highlight, Kept, Note, Position, Preference};

/// Something that changed in what a reader keeps on a briefing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// The reader is somewhere else.
    Position(Position),
    /// The reader likes to read another way, in all briefings.
    Preference(Preference),
    /// A paragraph or an article was read: its address, and when.
    Read(String, i64),
    /// The reader was at something that was news: the digest of its address.
    Visited(u64),
    /// Something was chosen in the go-to: its key, and when.
    Chosen(String, i64),
    /// A bookmark is there, new or changed. Another one that had its letter loses the letter.
    PutBookmark(Bookmark),
    /// The bookmark of this name is gone.
    RemoveBookmark(String),
    /// A highlight is there.
    PutHighlight(Highlight),
    /// The highlight of this name is gone.
    RemoveHighlight(String),
    /// A note is there, new or changed.
    ///
    /// `base` is what it said when the reader began to change it, empty for a new one. If it
    /// says something else by now, another reader was at it as well: the new words win, and the
    /// other ones are kept as a note beside it.
    PutNote {
        /// The note.
        note: Note,
        /// What it said before.
        base: String,
    },
    /// A note is gone, unless it says something else than `base`: words that the reader who
    /// removed it never saw stay.
    RemoveNote {
        /// Its name.
        id: String,
        /// What it said.
        base: String,
    },
    /// A key was typed into a draft.
    PutDraft(Draft),
    /// The draft of this name was saved or thrown away.
    RemoveDraft(String),
}

impl Change {
    /// Whether it is of something that the reader wrote or marked, rather than of where and how it is
    /// read.
    pub(crate) fn is_of_mark(&self) -> bool {
        match self {
            Self::PutBookmark(_)
            | Self::RemoveBookmark(_)
            | Self::PutHighlight(_)
            | Self::RemoveHighlight(_)
            | Self::PutNote { .. }
            | Self::RemoveNote { .. }
            | Self::PutDraft(_)
            | Self::RemoveDraft(_) => true,
            Self::Position(_)
            | Self::Preference(_)
            | Self::Read(..)
            | Self::Visited(_)
            | Self::Chosen(..) => false,
        }
    }

    /// This change in place of one before it, if it makes no difference any more that the one before
    /// was: then what is put is put once, with what it was based on at first.
    pub(crate) fn in_place_of(&self, before: &Self) -> Option<Self> {
        match (self, before) {
            (Self::Position(_), Self::Position(_)) => Some(self.clone()),
            (Self::PutDraft(draft), Self::PutDraft(before)) if draft.id == before.id => {
                Some(self.clone())
            }
            (Self::Preference(now), Self::Preference(before))
                if mem::discriminant(now) == mem::discriminant(before) =>
            {
                Some(self.clone())
            }
            (Self::PutNote { note, base }, Self::PutNote { note: before, base: first })
                if note.id == before.id && *base == before.text =>
            {
                Some(Self::PutNote { note: note.clone(), base: first.clone() })
            }
            _ => None,
        }
    }
}

/// What is kept in a list, in the order of its making.
trait Record: Clone {
    fn id(&self) -> &str;
    fn made(&self) -> i64;
}

macro_rules! item {
    ($($kind:ty),*) => {$(
        impl Record for $kind {
            fn id(&self) -> &str {
                &self.id
            }

            fn made(&self) -> i64 {
                self.made
            }
        }
    )*};
}

item!(Bookmark, Highlight, Note, Draft);

fn put<T: Record>(list: &mut Vec<T>, item: &T) {
    remove(list, item.id());
    let order = |item: &T| (item.made(), item.id().to_owned());
    let at = list.partition_point(|other| order(other) < order(item));
    list.insert(at, item.clone());
}

fn remove<T: Record>(list: &mut Vec<T>, id: &str) {
    list.retain(|other| other.id() != id);
}

impl Kept {
    /// Takes a change over.
    pub fn change(&mut self, change: &Change) {
        match change {
            Change::Position(position) => self.position = Some(position.clone()),
            Change::Preference(preference) => self.preferences.set(preference),
            Change::Read(address, _) => {
                self.read.insert(address.clone());
            }
            Change::Visited(address) => {
                self.last_seen.news.remove(address);
            }
            Change::Chosen(key, at) => self.choose(key, *at),
            Change::PutBookmark(bookmark) => self.put_bookmark(bookmark),
            Change::RemoveBookmark(id) => remove(&mut self.bookmarks, id),
            Change::PutHighlight(highlight) => put(&mut self.highlights, highlight),
            Change::RemoveHighlight(id) => remove(&mut self.highlights, id),
            Change::PutNote { note, .. } => put(&mut self.notes, note),
            Change::RemoveNote { id, base } => {
                self.notes.retain(|note| note.id != *id || note.text != *base);
            }
            Change::PutDraft(draft) => put(&mut self.drafts, draft),
            Change::RemoveDraft(id) => remove(&mut self.drafts, id),
        }
    }

    /// Takes a change over that was made at another time: a later place stays.
    pub(crate) fn change_late(&mut self, change: &Change) {
        let is_past = match (change, &self.position) {
            (Change::Position(late), Some(known)) => late.at < known.at,
            _ => false,
        };
        if !is_past {
            self.change(change);
        }
    }

    /// The changes that make all this of nothing. How often something was chosen is not in them, and what
    /// was read was so when the reader was there last.
    pub(crate) fn changes(&self) -> Vec<Change> {
        let at = self.position.as_ref().map_or(0, |position| position.at);
        let read = self.read.iter().map(|address| Change::Read(address.clone(), at));
        let bookmarks = self.bookmarks.iter().cloned().map(Change::PutBookmark);
        let highlights = self.highlights.iter().cloned().map(Change::PutHighlight);
        let notes = self.notes.iter().cloned();
        let notes = notes.map(|note| Change::PutNote { base: note.text.clone(), note });
        let drafts = self.drafts.iter().cloned().map(Change::PutDraft);
        let chosen = self.chosen.iter().map(|(key, one)| Change::Chosen(key.clone(), one.last));
        let position = self.position.iter().cloned().map(Change::Position);
        let preferences = self.preferences.each().into_iter().map(Change::Preference);
        let where_and_how = position.chain(preferences).chain(read).chain(chosen);
        where_and_how.chain(bookmarks).chain(highlights).chain(notes).chain(drafts).collect()
    }

    /// What was kept before, put under what has come since: that counts where only one can, but for
    /// the place, which is the earlier one.
    #[must_use]
    pub(crate) fn with_earlier(self, earlier: Self) -> Self {
        let mut all = earlier;
        all.position = all.position.or(self.position);
        all.preferences = self.preferences.or(all.preferences);
        all.read.extend(self.read);
        if let Some(now) = &self.last_seen.snapshot {
            all.last_seen.meet(now, true);
        }
        self.bookmarks.iter().for_each(|bookmark| all.put_bookmark(bookmark));
        self.highlights.iter().for_each(|highlight| put(&mut all.highlights, highlight));
        self.notes.iter().for_each(|note| put(&mut all.notes, note));
        self.drafts.iter().for_each(|draft| put(&mut all.drafts, draft));
        for (key, since) in self.chosen {
            let chosen = all.chosen.entry(key).or_default();
            chosen.count = chosen.count.saturating_add(since.count);
            chosen.last = chosen.last.max(since.last);
        }
        all
    }

    fn choose(&mut self, key: &str, at: i64) {
        let chosen = self.chosen.entry(key.to_owned()).or_default();
        chosen.last = if chosen.count == 0 { at } else { chosen.last.max(at) };
        chosen.count = chosen.count.saturating_add(1);
    }

    fn put_bookmark(&mut self, bookmark: &Bookmark) {
        if bookmark.mark.is_some() {
            let others = self.bookmarks.iter_mut().filter(|other| other.mark == bookmark.mark);
            others.for_each(|other| other.mark = None);
        }
        put(&mut self.bookmarks, bookmark);
    }
}
