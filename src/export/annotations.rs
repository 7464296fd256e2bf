//! What a reader left in a briefing, put where it belongs in the text as it is now.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::{sentence, visible};
use crate::export::{Audience, words};
use crate::model::kept::{Anchor, Bookmark, Draft, Finder, Highlight, Kept, Note};
use crate::model::{BlockIx, Briefing, Target};
use crate::text::{Passage, Typesetting, fit};

/// The most columns of what a bookmark marks that are told.
const BEGINNING: usize = 72;

/// Notes and marks, in the order of the text; then those on articles and actors, and last those whose
/// place is gone.
#[derive(Debug, Clone, Default)]
pub struct AnnotationList<'a> {
    entries: Vec<Annotation<'a>>,
    home: Option<AnnotatedHome>,
}

/// Where a briefing is on which something was left.
#[derive(Debug, Clone)]
pub(super) struct AnnotatedHome {
    /// In words; a path, if it has one.
    pub words: String,
    /// Whether it can be read there, so that it is known what still has its place.
    pub reads: bool,
}

/// A note or a mark.
#[derive(Debug, Clone)]
pub(super) struct Annotation<'a> {
    pub what: Body<'a>,
    pub anchor: &'a Anchor,
    /// What it is on: a block, or what has a card; `None` if that is gone.
    pub on: Option<Target>,
    /// The words of that block that it is on, in bytes of its logical text; `None` for all of it.
    bytes: Option<Range<usize>>,
}

/// What was left.
#[derive(Debug, Clone, Copy)]
pub(super) enum Body<'a> {
    Note(&'a Note),
    Draft(&'a Draft),
    Highlight(&'a Highlight),
    Bookmark(&'a Bookmark),
}

impl<'a> AnnotationList<'a> {
    /// The notes alone.
    pub fn notes(briefing: &Briefing, kept: &'a Kept) -> Self {
        let finder = Finder::new(briefing);
        let entries = kept.notes.iter().map(|note| Annotation::new(Body::Note(note), &finder));
        Self::sorted(entries.collect())
    }

    /// Notes, drafts, highlights and bookmarks.
    pub fn all(briefing: &Briefing, kept: &'a Kept) -> Self {
        let finder = Finder::new(briefing);
        let notes = kept.notes.iter().map(Body::Note);
        let highlights = kept.highlights.iter().map(Body::Highlight);
        let bookmarks = kept.bookmarks.iter().map(Body::Bookmark);
        let drafts = kept.drafts.iter().map(Body::Draft);
        let all = bookmarks.chain(highlights).chain(notes).chain(drafts);
        Self::sorted(all.map(|what| Annotation::new(what, &finder)).collect())
    }

    /// Among equals the sort keeps the order of their making.
    fn sorted(mut entries: Vec<Annotation<'a>>) -> Self {
        let byte = |entry: &Annotation| entry.bytes.as_ref().map_or(0, |bytes| bytes.start);
        let is_card = |entry: &Annotation| entry.block().is_none();
        entries.sort_by_cached_key(|entry| {
            (entry.on.is_none(), is_card(entry), entry.on.clone(), byte(entry))
        });
        Self { entries, home: None }
    }

    /// The same, with where the briefing is, in words, and whether it can be read there.
    #[must_use]
    pub(crate) fn at(self, words: String, reads: bool) -> Self {
        Self { home: Some(AnnotatedHome { words, reads }), ..self }
    }

    /// Where the briefing is, if that is to be told.
    pub(super) fn home(&self) -> Option<&AnnotatedHome> {
        self.home.as_ref()
    }

    /// Whether it is not known what still has its place.
    pub(super) fn is_blind(&self) -> bool {
        self.home.as_ref().is_some_and(|home| !home.reads)
    }

    /// All of it.
    pub(super) fn entries(&self) -> &[Annotation<'a>] {
        &self.entries
    }

    /// What is on a block or a card, or on a provision of that.
    pub(super) fn on(&self, on: Target) -> impl Iterator<Item = &Annotation<'a>> {
        self.entries
            .iter()
            .filter(move |entry| entry.on.as_ref().map(Target::card) == Some(on.clone()))
    }

    /// What is on nothing any more and for an audience; with a section's id, only what was in that.
    pub(super) fn adrift(
        &self,
        section: Option<&str>,
        audience: Audience,
        briefing: &Briefing,
    ) -> Vec<Annotation<'a>> {
        let is_in = |entry: &&Annotation| section.is_none_or(|id| entry.anchor.section == id);
        let of = |entry: &&Annotation| is_in(entry) && entry.is_for(audience, briefing);
        self.entries.iter().filter(|entry| entry.on.is_none()).filter(of).cloned().collect()
    }
}

impl<'a> Annotation<'a> {
    fn new(what: Body<'a>, finder: &Finder) -> Self {
        let anchor = match what {
            Body::Note(note) => &note.anchor,
            Body::Draft(draft) => &draft.anchor,
            Body::Highlight(highlight) => &highlight.anchor,
            Body::Bookmark(bookmark) => &bookmark.anchor,
        };
        let (on, bytes) = finder.find(anchor).place().unzip();
        Self { what, anchor, on, bytes: bytes.flatten() }
    }

    /// The block that it is on.
    pub(super) fn block(&self) -> Option<BlockIx> {
        match self.on {
            Some(Target::Block(at)) => Some(at),
            _ => None,
        }
    }

    /// Whether it is for an audience: what is on a cue or on a hint tells of it, and what is on nothing
    /// any more may have been.
    pub(super) fn is_for(&self, audience: Audience, briefing: &Briefing) -> bool {
        if audience != Audience::Class {
            return true;
        }
        match &self.on {
            Some(Target::Block(at)) => {
                let block = briefing.block(*at);
                // What is shown of a block stands first in its words, a line for each text.
                let shown = block.shown_texts().iter().map(|text| text.plain.len() + 1).sum();
                let is_shown = |bytes: &Range<usize>| bytes.end < shown;
                let is_whole = self.anchor.quote.is_none();
                !block.is_cue() && (is_whole || self.bytes.as_ref().is_some_and(is_shown))
            }
            Some(_) => true,
            None => false,
        }
    }

    /// What it is, in a word.
    pub(super) fn kind(&self) -> &'static str {
        match self.what {
            Body::Note(_) => "note",
            Body::Draft(_) => "draft",
            Body::Highlight(_) => "highlight",
            Body::Bookmark(_) => "bookmark",
        }
    }

    /// When it was made, in Unix seconds.
    pub(super) fn made(&self) -> i64 {
        match self.what {
            Body::Note(note) => note.made,
            Body::Draft(draft) => draft.made,
            Body::Highlight(highlight) => highlight.made,
            Body::Bookmark(bookmark) => bookmark.made,
        }
    }

    /// When it was last changed, in Unix seconds.
    pub(super) fn changed(&self) -> i64 {
        if let Body::Note(note) = self.what { note.changed } else { self.made() }
    }

    /// The words that it is on; of a provision only where these are gone, for it says them itself.
    pub(super) fn quote(&self) -> Option<Cow<'a, str>> {
        let is_provision = matches!(self.on, Some(Target::Provision(_)));
        let anchor = Some(self.anchor).filter(|_| !is_provision)?;
        anchor.quote.as_ref().map(|quote| visible(&quote.exact))
    }

    /// How the block of a bookmark begins, which is marked as a whole; `None` if its place is gone, which
    /// then tells how it began.
    pub(super) fn beginning(&self, setting: &Typesetting) -> Option<String> {
        let Body::Bookmark(_) = self.what else { return None };
        let (open, close) = setting.glyphs.quotation;
        let words = setting.beginning(self.block()?)?;
        Some(format!("{open}{}{close}", fit(&words, BEGINNING, setting.glyphs.ellipsis)))
    }

    /// The citation of the words that it is on or, of a paragraph as a whole, of its first sentence; of a
    /// provision, of all of it. `None` on another card, if their place is gone, and of a bookmark.
    pub(super) fn citation(&self, setting: &Typesetting) -> Option<String> {
        let passage = match self.on.as_ref().filter(|_| !matches!(self.what, Body::Bookmark(_)))? {
            Target::Block(at) => {
                let words = setting.briefing.block(*at).logical();
                let bytes = self.bytes.clone().unwrap_or_else(|| sentence(&words, 0));
                Passage::paragraph(setting, *at, words.get(bytes)?.to_owned())
            }
            provision @ Target::Provision(_) => Passage::card(setting.briefing, provision)?,
            _ => return None,
        };
        Some(visible(&passage.cite(setting)).into_owned())
    }

    /// The provision that it is on, as it is called.
    pub(super) fn provision(&self, briefing: &Briefing) -> Option<String> {
        let is_provision = |on: &&Target| matches!(on, Target::Provision(_));
        self.on.as_ref().filter(is_provision).map(|on| briefing.own_name(on))
    }

    /// What the reader wrote.
    pub(super) fn words(&self) -> Cow<'a, str> {
        match self.what {
            Body::Note(note) => visible(&note.text),
            Body::Draft(draft) => visible(&draft.text),
            Body::Bookmark(bookmark) => visible(&bookmark.label),
            Body::Highlight(_) => Cow::Borrowed(""),
        }
    }

    /// The kind, with the letter of a bookmark: `note`, `bookmark a`.
    pub(super) fn title(&self) -> String {
        match self.what {
            Body::Bookmark(Bookmark { mark: Some(mark), .. }) => {
                words::bookmark(self.kind(), *mark)
            }
            _ => self.kind().to_owned(),
        }
    }

    /// Where it was, once its place is gone: by the ids and the first words that there were.
    pub(super) fn was_at(&self) -> String {
        let Anchor { card, section, block, opening, .. } = self.anchor;
        if card.is_some() {
            return visible(opening).into_owned();
        }
        let address = if block.is_empty() { section.clone() } else { format!("{section}/{block}") };
        if self.anchor.quote.is_some() || opening.is_empty() {
            return visible(&address).into_owned();
        }
        visible(&format!("{address}, “{}…”", opening.trim_end())).replace('\n', " ")
    }
}
