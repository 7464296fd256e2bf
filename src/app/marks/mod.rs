//! What the reader leaves: bookmarks, highlights, notes. Where they are, and how they are made.
//!
//! They are kept by anchors, which are found again when a briefing is opened and after each change;
//! see [`App::find_marks`]. The panes and the list are set from what was found.

mod list;
mod mark;
mod note;

use std::collections::BTreeMap;
use std::mem;
use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::model::BlockIx;
use crate::model::kept::{Anchor, Bookmark, Change, Draft, Finder, Found, Highlight};
use crate::text::{Annotations, Bookmarked, Noted};

use super::{App, Prompt, Purpose};
use mark::{Mark, all};

/// What a session knows of the things that the reader left.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    /// Where each of them is, by its name.
    found: BTreeMap<String, (Anchor, Found)>,
    /// Those that were removed since the briefing was opened, and can be put back.
    removed: Vec<Mark>,
    /// What is being written.
    writing: Option<Writing>,
}

/// What a line is written for, with all but the words.
#[derive(Debug, Clone)]
enum Writing {
    Bookmark(Bookmark),
    Note(Draft),
}

impl App {
    /// Finds what was left in a briefing that was just opened. What has moved is kept anew at its
    /// new place; drafts are not, because another session may be writing them.
    pub(super) fn open_marks_of_briefing(&mut self) {
        self.marks = Marks::default();
        self.find_marks();
        let Some(reader) = &self.reader else { return };
        let briefing = Arc::clone(&reader.briefing);
        for mark in all(&self.kept).into_iter().filter(|mark| !matches!(mark, Mark::Draft(_))) {
            let found = self.marks.found.get(mark.id()).map(|(_, found)| found.clone());
            if let Some(Found::Moved { block, bytes }) = found {
                self.keep(mark.at(Anchor::at(&briefing, block, bytes)).put());
            }
        }
    }

    /// Finds everything that was left, and shows it where it is.
    pub(super) fn find_marks(&mut self) {
        let Some(reader) = &self.reader else { return };
        let finder = Finder::new(&reader.briefing);
        let marks = all(&self.kept).into_iter().chain(self.marks.removed.iter().cloned());
        let mut before = mem::take(&mut self.marks.found);
        // Looking for words that are gone takes a walk through the briefing: what has its anchor still
        // is where it was.
        let found = |mark: Mark| {
            let (id, anchor) = (mark.id().to_owned(), mark.anchor());
            let known = before.remove(&id).filter(|(old, _)| old == anchor);
            let found = known.unwrap_or_else(|| (anchor.clone(), finder.find(anchor)));
            (id, found)
        };
        self.marks.found = marks.map(found).collect();
        let annotations = self.annotations();
        if let Some(reader) = &mut self.reader {
            reader.annotate(annotations);
        }
        self.refresh_mark_list();
    }

    /// The block and the words that something was left on, if they are still there.
    fn place_of(&self, mark: &Mark) -> Option<(BlockIx, Option<Range<usize>>)> {
        match &self.marks.found.get(mark.id())?.1 {
            Found::At { block, bytes } | Found::Moved { block, bytes } => {
                Some((*block, bytes.clone()))
            }
            Found::Adrift { .. } => None,
        }
    }

    /// What is kept now and found in the text, in the order of the text. The draft that is being
    /// written is not among it.
    fn placed_marks(&self) -> Vec<(BlockIx, Option<Range<usize>>, Mark)> {
        let marks = all(&self.kept).into_iter().filter(|mark| !self.is_written(mark));
        let placed = |mark: Mark| self.place_of(&mark).map(|(block, bytes)| (block, bytes, mark));
        let mut placed: Vec<_> = marks.filter_map(placed).collect();
        // The sort keeps the order of their making among equals.
        placed.sort_by_key(|(block, bytes, _)| (*block, bytes.as_ref().map_or(0, |b| b.start)));
        placed
    }

    fn is_written(&self, mark: &Mark) -> bool {
        matches!(&self.marks.writing, Some(Writing::Note(draft)) if draft.id == mark.id())
    }

    /// The words that the reader left, each with the block that it is on: notes, drafts, labels.
    pub(super) fn own_words(&self) -> Vec<(BlockIx, String)> {
        let words = |(block, _, mark): (BlockIx, _, Mark)| {
            let words = match mark {
                Mark::Note(note) => note.text,
                Mark::Draft(draft) => draft.text,
                Mark::Bookmark(bookmark) => bookmark.label,
                Mark::Highlight(_) => return None,
            };
            Some((block, words)).filter(|(_, words)| !words.is_empty())
        };
        self.shown_marks().into_iter().filter_map(words).collect()
    }

    /// What is shown in the text: all that has its place, and the notes whose words are gone from a
    /// paragraph that is still there, on it as a whole.
    fn shown_marks(&self) -> Vec<(BlockIx, Option<Range<usize>>, Mark)> {
        let mut shown = self.placed_marks();
        let notes = all(&self.kept).into_iter().filter(|mark| !self.is_written(mark));
        shown.extend(
            notes.filter(|mark| matches!(mark, Mark::Note(_) | Mark::Draft(_))).filter_map(
                |mark| match self.marks.found.get(mark.id())?.1 {
                    Found::Adrift { near } => Some((near?, None, mark)),
                    _ => None,
                },
            ),
        );
        shown
    }

    fn annotations(&self) -> Annotations {
        let mut annotations = Annotations::default();
        for (block, bytes, mark) in self.shown_marks() {
            let adrift = self.place_of(&mark).is_none();
            let on = annotations.0.entry(block).or_default();
            match mark {
                Mark::Bookmark(bookmark) => on.bookmarks.push(Bookmarked(name(&bookmark))),
                Mark::Highlight(_) => on.lit.extend(bytes),
                Mark::Note(note) => on.notes.push(Noted { words: note.text, draft: false, adrift }),
                Mark::Draft(draft) => {
                    on.notes.push(Noted { words: draft.text, draft: true, adrift });
                }
            }
        }
        annotations
    }

    /// What of a kind stands on a block.
    fn marks_on(&self, at: BlockIx, kind: impl Fn(&Mark) -> bool) -> Vec<(Range<usize>, Mark)> {
        let shown = self.shown_marks().into_iter();
        let here = shown.filter(|(block, _, mark)| *block == at && kind(mark));
        // What is on the block as a whole is on each of its sentences.
        here.map(|(_, bytes, mark)| (bytes.unwrap_or(0..usize::MAX), mark)).collect()
    }

    /// m: begins to write the letter or the label of a bookmark.
    pub(super) fn write_bookmark(&mut self) {
        let Some((reader, at)) = self.reader.as_ref().and_then(|r| Some((r, r.focus()?))) else {
            return self.say("no paragraph here");
        };
        let anchor = Anchor::at(&reader.briefing, at, None);
        let before = self.marks_on(at, |mark| matches!(mark, Mark::Bookmark(_)));
        let bookmark = if let Some((_, Mark::Bookmark(bookmark))) = before.into_iter().next() {
            bookmark
        } else {
            let (id, made) = (self.ids.fresh(), self.now);
            Bookmark { id, mark: None, label: String::new(), anchor, made }
        };
        self.prompt = Some(Prompt::new(Purpose::Bookmark, &name(&bookmark)));
        self.marks.writing = Some(Writing::Bookmark(bookmark));
    }

    /// The bookmark is made: with a letter, a label, or plain.
    pub(super) fn save_bookmark(&mut self, words: &str) {
        let Some(Writing::Bookmark(mut bookmark)) = self.marks.writing.take() else { return };
        let words: String = words.trim().nfc().collect();
        let mut letters = words.chars();
        bookmark.mark =
            letters.next().filter(|c| letters.as_str().is_empty() && c.is_alphanumeric());
        let words = if bookmark.mark.is_some() { String::new() } else { words };
        bookmark.label = words;
        let named = name(&bookmark);
        self.say(if named.is_empty() {
            "bookmarked".to_owned()
        } else {
            format!("bookmark {named}")
        });
        self.keep(Change::PutBookmark(bookmark));
        self.find_marks();
    }

    /// M: highlights the sentence under the cursor, or no longer.
    pub(super) fn highlight(&mut self) {
        let Some((reader, spot)) = self.reader.as_ref().and_then(|r| Some((r, r.spot()?))) else {
            return self.say("no sentence here");
        };
        if spot.sentence.is_empty() {
            return self.say("no sentence here");
        }
        let anchor = Anchor::at(&reader.briefing, spot.block, Some(spot.sentence.clone()));
        let lit = self.marks_on(spot.block, |mark| matches!(mark, Mark::Highlight(_)));
        let here = lit.into_iter().filter(|(bytes, _)| meet(bytes, &spot.sentence));
        let removed: Vec<Change> = here.map(|(_, mark)| mark.remove()).collect();
        if removed.is_empty() {
            let highlight = Highlight { id: self.ids.fresh(), anchor, made: self.now };
            self.keep(Change::PutHighlight(highlight));
            self.say("highlighted; M takes it off");
        } else {
            for change in removed {
                self.keep(change);
            }
            self.say("no longer highlighted");
        }
        self.find_marks();
    }
}

/// A bookmark's letter, or its label.
fn name(bookmark: &Bookmark) -> String {
    bookmark.mark.map_or_else(|| bookmark.label.clone(), String::from)
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
