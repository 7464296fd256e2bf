//! What the reader leaves in the open briefing: the place, the settings, what was read, bookmarks,
//! highlights, notes.
//!
//! What is left on words is kept by anchors, which are found again when a briefing is opened and after
//! each change; the panes and the list are set from what was found.

mod assurance;
mod chosen;
mod copy;
mod mark;
mod note;
mod place;

use std::collections::BTreeMap;
use std::mem;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::desk::{Pane, Prompt, Purpose};
use crate::model::kept::{
    Anchor, Bookmark, Change, Draft, Finder, Highlight, Ids, Kept, Resolution,
};
use crate::model::{BlockIx, Briefing, Target};
use crate::text::{Annotations, Bookmarked, Noted};

use super::Reader;
use super::reader::Selection;
use super::step::Step;
use super::words;

use assurance::Assurance;
pub(super) use chosen::copy_chosen;
pub(super) use copy::Taken;
pub(super) use mark::Mark;
use mark::all;

/// What the reader leaves, and what a session knows of it.
#[derive(Debug, Clone)]
pub(super) struct Keeping {
    kept: Kept,
    /// Names for what is new in it.
    ids: Ids,
    /// What of it changed and was not given to the runtime yet.
    changes: Vec<Change>,
    /// What of it changed while only a part of the briefing was open.
    in_part: Option<Vec<Change>>,
    /// Whether the reader came to the place that is kept while only a part was open.
    came_by_part: bool,
    /// What time it is, in Unix seconds, as far as the app was told.
    now: i64,
    /// The block of the place that is kept, or in which the session began.
    placed: Option<BlockIx>,
    /// Where the reader was put because its place is gone from the briefing.
    displaced: Option<Displaced>,
    /// Whether it is to outlive the session.
    keeps: bool,
    /// Where each of the things that were left on words is, by its name.
    found: BTreeMap<String, (Anchor, Resolution)>,
    /// Those that were removed since the briefing was opened, and can be put back.
    removed: Vec<Mark>,
    /// What is being written.
    writing: Option<Writing>,
    assurance: Assurance,
}

/// A place that the reader has not come to by itself.
#[derive(Debug, Clone)]
struct Displaced {
    to: Option<BlockIx>,
}

/// What a line is written for, with all but the words.
#[derive(Debug, Clone)]
enum Writing {
    Bookmark(Bookmark),
    Note(Draft),
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            kept: Kept::default(),
            ids: Ids::new(0),
            changes: Vec::new(),
            in_part: None,
            came_by_part: false,
            now: 0,
            placed: None,
            displaced: None,
            keeps: true,
            found: BTreeMap::new(),
            removed: Vec::new(),
            writing: None,
            assurance: Assurance::default(),
        }
    }
}

impl Keeping {
    /// Takes a source of names for what is left.
    pub(super) fn set_ids(&mut self, ids: Ids) {
        self.ids = ids;
    }

    /// What is left from now on does not outlive the session.
    pub(super) fn keep_nothing(&mut self) {
        self.keeps = false;
    }

    /// Whether what is left is to outlive the session.
    pub(super) fn keeps(&self) -> bool {
        self.keeps
    }

    pub(super) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// What time it is, in Unix seconds, as far as the app was told.
    pub(super) fn now(&self) -> i64 {
        self.now
    }

    /// Changes what the reader leaves, here and where it is kept.
    pub(super) fn keep(&mut self, change: Change) {
        self.kept.change(&change);
        if let Some(in_part) = &mut self.in_part {
            in_part.push(change.clone());
        }
        self.changes.push(change);
    }

    /// What changed since it was asked for last.
    pub(super) fn take_changes(&mut self) -> Vec<Change> {
        mem::take(&mut self.changes)
    }

    /// How often and how lately something of this key was chosen, in points of the go-to.
    pub(super) fn weight(&self, key: &str) -> u64 {
        self.kept.chosen.get(key).map_or(0, |one| one.weight(self.now))
    }

    /// Where a bookmark stands, by its name.
    pub(super) fn bookmark(&self, id: &str) -> Option<&Anchor> {
        self.kept.bookmarks.iter().find(|one| one.id == id).map(|one| &one.anchor)
    }

    /// Where a note stands, by its name.
    pub(super) fn note(&self, id: &str) -> Option<&Anchor> {
        self.kept.notes.iter().find(|one| one.id == id).map(|one| &one.anchor)
    }

    /// Another briefing is open, or the same one anew; `kept` is what the reader left in it.
    pub(super) fn open(&mut self, kept: Kept) {
        self.kept = kept;
        self.came_by_part = self.in_part.is_some();
        for change in self.in_part.take().into_iter().flatten() {
            self.kept.change(&change);
        }
        self.displaced = None;
        self.found.clear();
        self.removed.clear();
        self.writing = None;
    }

    /// A part of a briefing is open; `kept` is what the reader left in it.
    pub(super) fn open_part(&mut self, kept: Kept) {
        self.open(kept);
        self.in_part = Some(Vec::new());
    }

    /// Finds what was left in a briefing that was just opened. What has changed, or what stands around
    /// it, is kept anew as it is now, so that the next edit is measured from there; drafts are not,
    /// because another session may be writing them.
    pub(super) fn find_and_move(&mut self, briefing: &Briefing) {
        self.find(briefing);
        for mark in all(&self.kept).into_iter().filter(|mark| !matches!(mark, Mark::Draft(_))) {
            let anew = match self.place_of(&mark) {
                None => continue,
                Some((Target::Block(block), bytes)) => {
                    if mark.anchor().is_of(briefing, block, bytes.clone()) {
                        continue;
                    }
                    Anchor::at(briefing, block, bytes)
                }
                Some((card, _)) => Anchor::to_card(briefing, &card),
            };
            if *mark.anchor() != anew {
                self.keep(mark.at(anew).put());
            }
        }
    }

    /// Finds everything that was left.
    pub(super) fn find(&mut self, briefing: &Briefing) {
        let finder = Finder::new(briefing);
        let marks = all(&self.kept).into_iter().chain(self.removed.iter().cloned());
        let mut before = mem::take(&mut self.found);
        // Looking for words that are gone takes a walk through the briefing: what has its anchor still
        // is where it was.
        let found = |mark: Mark| {
            let (id, anchor) = (mark.id().to_owned(), mark.anchor());
            let known = before.remove(&id).filter(|(old, _)| old == anchor);
            let found = known.unwrap_or_else(|| (anchor.clone(), finder.find(anchor)));
            (id, found)
        };
        self.found = marks.map(found).collect();
    }

    /// Where something that was left is now.
    pub(super) fn found(&self, mark: &Mark) -> Option<&Resolution> {
        self.found.get(mark.id()).map(|(_, found)| found)
    }

    /// What something was left on, if it is still there: a block, and the words in it, or what has a
    /// card.
    pub(super) fn place_of(&self, mark: &Mark) -> Option<(Target, Option<Range<usize>>)> {
        self.found(mark)?.place()
    }

    fn is_written(&self, mark: &Mark) -> bool {
        matches!(&self.writing, Some(Writing::Note(draft)) if draft.id == mark.id())
    }

    pub(super) fn is_removed(&self, mark: &Mark) -> bool {
        self.removed.iter().any(|removed| removed.id() == mark.id())
    }

    /// What the list is of: first what has its place in the text, in that order, and what is on a card;
    /// then what is adrift, below a label (`None`).
    pub(super) fn listed(&self) -> Vec<Option<Mark>> {
        let marks = all(&self.kept).into_iter().filter(|mark| !self.is_written(mark));
        let marks = marks.chain(self.removed.iter().cloned());
        let (mut placed, mut adrift) = (Vec::new(), Vec::new());
        for mark in marks {
            match self.place_of(&mark) {
                Some(place) => placed.push((place, mark)),
                None => adrift.push(mark),
            }
        }
        placed.sort_by_cached_key(|(place, mark)| (order(place), mark.order()));
        adrift.sort_by_cached_key(Mark::order);
        let label = (!adrift.is_empty()).then_some(None);
        let placed = placed.into_iter().map(|(_, mark)| Some(mark));
        placed.chain(label).chain(adrift.into_iter().map(Some)).collect()
    }

    /// How many notes, drafts among them, have no place in the briefing as it is now.
    pub(super) fn notes_adrift(&self) -> usize {
        let marks = all(&self.kept).into_iter();
        let notes = marks.filter(|mark| matches!(mark, Mark::Note(_) | Mark::Draft(_)));
        notes.filter(|mark| self.place_of(mark).is_none()).count()
    }

    /// What the cursor of the list is on.
    pub(super) fn listed_at(&self, pane: &Pane) -> Option<Mark> {
        self.listed().into_iter().nth(pane.cursor().item)?
    }

    /// The words that the reader left, each with what it is on: notes, drafts, labels.
    pub(super) fn own_words(&self) -> Vec<(Target, String)> {
        let words = |(on, _, mark): (Target, _, Mark)| {
            let words = match mark {
                Mark::Note(note) => note.text,
                Mark::Draft(draft) => draft.text,
                Mark::Bookmark(bookmark) => bookmark.label,
                Mark::Highlight(_) => return None,
            };
            Some((on, words)).filter(|(_, words)| !words.is_empty())
        };
        self.shown_marks().into_iter().filter_map(words).collect()
    }

    /// What is kept now and found in the text, in the order of the text. The draft that is being
    /// written is not among it.
    fn placed_marks(&self) -> Vec<(Target, Option<Range<usize>>, Mark)> {
        let marks = all(&self.kept).into_iter().filter(|mark| !self.is_written(mark));
        let mut placed: Vec<_> =
            marks.filter_map(|mark| Some((self.place_of(&mark)?, mark))).collect();
        // The sort keeps the order of their making among equals.
        placed.sort_by_cached_key(|(place, _)| order(place));
        placed.into_iter().map(|((on, bytes), mark)| (on, bytes, mark)).collect()
    }

    /// What is shown in the text: all that has its place, and the notes whose words are gone from a
    /// paragraph that is still there, on it as a whole.
    fn shown_marks(&self) -> Vec<(Target, Option<Range<usize>>, Mark)> {
        let mut shown = self.placed_marks();
        let notes = all(&self.kept).into_iter().filter(|mark| !self.is_written(mark));
        let notes = notes.filter(|mark| matches!(mark, Mark::Note(_) | Mark::Draft(_)));
        shown.extend(notes.filter_map(|mark| match self.found(&mark)? {
            Resolution::Adrift { near } => Some((near.clone()?, None, mark)),
            _ => None,
        }));
        shown
    }

    /// What the reader left, as the panes show it.
    pub(super) fn annotations(&self) -> Annotations {
        let mut annotations = Annotations::default();
        for (on, bytes, mark) in self.shown_marks() {
            let adrift = self.place_of(&mark).is_none();
            let on = annotations.0.entry(on).or_default();
            match mark {
                Mark::Bookmark(bookmark) => on.bookmarks.push(Bookmarked(bookmark.name())),
                Mark::Highlight(_) => on.lit.extend(bytes),
                Mark::Note(note) => on.notes.push(Noted { words: note.text, draft: false, adrift }),
                Mark::Draft(draft) => {
                    on.notes.push(Noted { words: draft.text, draft: true, adrift });
                }
            }
        }
        annotations
    }

    /// What of a kind stands on something.
    fn marks_on(&self, at: &Target, kind: impl Fn(&Mark) -> bool) -> Vec<(Range<usize>, Mark)> {
        let shown = self.shown_marks().into_iter();
        let here = shown.filter(|(on, _, mark)| on == at && kind(mark));
        // What is on the block as a whole is on each of its sentences.
        here.map(|(_, bytes, mark)| (bytes.unwrap_or(0..usize::MAX), mark)).collect()
    }

    /// Begins to write the letter or the label of a bookmark.
    pub(super) fn write_bookmark(&mut self, reader: &Reader) -> Vec<Step> {
        let Some(at) = reader.focus() else { return vec![Step::Say(words::NO_PARAGRAPH.into())] };
        self.write_bookmark_on(reader, &Target::Block(at))
    }

    /// The same on a paragraph, an article, a provision or an instrument.
    pub(super) fn write_bookmark_on(&mut self, reader: &Reader, on: &Target) -> Vec<Step> {
        let anchor = match on {
            Target::Block(at) => Anchor::at(reader.briefing(), *at, None),
            card => Anchor::to_card(reader.briefing(), card),
        };
        let before = self.marks_on(on, |mark| matches!(mark, Mark::Bookmark(_)));
        let bookmark = if let Some((_, Mark::Bookmark(bookmark))) = before.into_iter().next() {
            bookmark
        } else {
            let (id, made) = (self.ids.fresh(), self.now);
            Bookmark { id, mark: None, label: String::new(), anchor, made }
        };
        let prompt = Prompt::new(Purpose::Bookmark, &bookmark.name());
        self.writing = Some(Writing::Bookmark(bookmark));
        vec![Step::Write(prompt)]
    }

    /// What is being written on: the address of a paragraph, or the name of what has a card.
    pub(super) fn place_of_writing(&self, reader: &Reader) -> Option<String> {
        let anchor = match self.writing.as_ref()? {
            Writing::Bookmark(bookmark) => &bookmark.anchor,
            Writing::Note(draft) => &draft.anchor,
        };
        let (on, _) = Finder::new(reader.briefing()).find(anchor).place()?;
        Some(match on {
            Target::Block(at) => reader.setting().address(at),
            card => reader.briefing().name(&card),
        })
    }

    /// The bookmark is made: with a letter, a label, or plain. It is said what it is on, if that is told.
    pub(super) fn save_bookmark(&mut self, written: &str, on: Option<&str>) -> Vec<Step> {
        let Some(Writing::Bookmark(mut bookmark)) = self.writing.take() else { return Vec::new() };
        let label: String = written.trim().nfc().collect();
        let mut letters = label.chars();
        bookmark.mark =
            letters.next().filter(|c| letters.as_str().is_empty() && c.is_alphanumeric());
        bookmark.label = if bookmark.mark.is_some() { String::new() } else { label };
        let said = words::bookmarked(&bookmark.name(), on);
        self.keep(Change::PutBookmark(bookmark));
        vec![Step::Say(said), Step::ShowMarks]
    }

    /// Highlights the sentence under the cursor, or no longer.
    pub(super) fn highlight(&mut self, reader: &Reader) -> Vec<Step> {
        let selection = reader.selection().filter(|selection| !selection.sentence.is_empty());
        let Some(Selection { block, sentence, .. }) = selection else {
            return vec![Step::Say(words::NO_SENTENCE.into())];
        };
        let lit = self.marks_on(&Target::Block(block), |mark| matches!(mark, Mark::Highlight(_)));
        let here = lit.into_iter().filter(|(bytes, _)| meet(bytes, &sentence));
        let removed: Vec<Change> = here.map(|(_, mark)| mark.remove()).collect();
        let said = if removed.is_empty() {
            Step::SayKeys(words::highlighted)
        } else {
            Step::Say(words::NOT_HIGHLIGHTED.to_owned())
        };
        if removed.is_empty() {
            let anchor = Anchor::at(reader.briefing(), block, Some(sentence));
            let highlight = Highlight { id: self.ids.fresh(), anchor, made: self.now };
            self.keep(Change::PutHighlight(highlight));
        }
        for change in removed {
            self.keep(change);
        }
        vec![said, Step::ShowMarks]
    }

    /// Removes something, or puts it back.
    pub(super) fn remove(&mut self, mark: Mark) -> Vec<Step> {
        let said = if self.is_removed(&mark) {
            self.put_back(mark);
            Step::Say(words::PUT_BACK.to_owned())
        } else {
            self.removed.push(mark.clone());
            self.keep(mark.remove());
            Step::SayKeys(words::removed)
        };
        vec![said, Step::ShowMarks]
    }

    /// Keeps again what was removed.
    fn put_back(&mut self, mark: Mark) {
        self.removed.retain(|removed| removed.id() != mark.id());
        self.keep(mark.put());
    }

    /// The words of a block that the reader highlighted, in the order of reading.
    fn highlighted(&self, briefing: &Briefing, at: BlockIx) -> Vec<String> {
        let lit = self.marks_on(&Target::Block(at), |mark| matches!(mark, Mark::Highlight(_)));
        let mut bytes: Vec<Range<usize>> = lit.into_iter().map(|(bytes, _)| bytes).collect();
        bytes.sort_by_key(|bytes| (bytes.start, bytes.end));
        let logical = briefing.block(at).logical();
        bytes.into_iter().filter_map(|bytes| Some(logical.get(bytes)?.to_owned())).collect()
    }
}

/// What orders places: those in the text first, in its order.
fn order((on, bytes): &(Target, Option<Range<usize>>)) -> (bool, Target, usize) {
    let is_card = !matches!(on, Target::Block(_));
    (is_card, on.clone(), bytes.as_ref().map_or(0, |bytes| bytes.start))
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
