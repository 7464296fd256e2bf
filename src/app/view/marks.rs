//! The list of bookmarks, highlights and notes.

use std::sync::Arc;

use crate::command::{Command, Context, Follow, Keep, Motion, Program, Views};
use crate::desk::{Begin, Item, Pane};
use crate::model::kept::Resolution;
use crate::model::{Briefing, Target};
use crate::text::{AnnotationEntry, Element, Link, Rich, Role, Sheet, Typesetting};

use super::super::footer::{Now, Offers};
use super::super::keeping::{Keeping, Mark};
use super::super::step::Step;
use super::super::words;
use super::{Acted, Component, Scene};

/// The list of what the reader left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkList {
    /// Whether nothing may lead out of the reader, not even to a command of the shell.
    pub(in crate::app) restricted: bool,
}

impl Component for MarkList {
    fn context(&self) -> Context {
        Context::Marks
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::MARKS.to_owned()
    }

    /// What the reader left; the cursor begins at the paragraph in focus.
    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let keeping = scene.keeping;
        let listed = keeping.listed();
        let is_ahead = |mark: &Option<Mark>| {
            let place = mark.as_ref().and_then(|mark| keeping.place_of(mark));
            place.is_some_and(|(on, _)| match on {
                Target::Block(block) => Some(block) >= scene.focus,
                _ => true,
            })
        };
        let at = listed.iter().position(is_ahead).unwrap_or(0);
        let mut items: Vec<Item> =
            listed.iter().map(|mark| item(mark.as_ref(), keeping, &scene.setting)).collect();
        if items.is_empty() {
            items.push(Item::from_words(&words::nothing_left(scene.keymap)));
        } else if !keeping.keeps() {
            items.push(hint(words::UNTIL_YOU_LEAVE));
        } else if keeping.is_refused() {
            items.push(hint(words::NOT_ALL_SAVED));
        } else if !self.restricted {
            items.push(hint(words::HOW_TO_TAKE_THEM));
        }
        (items, Begin::at(at))
    }

    fn is_private(&self) -> bool {
        true
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        let (any, removed) = now.mark;
        now.offers()
            .add(Motion::NextParagraph)
            .add(Follow::Follow)
            .when(any, Keep::Note)
            .named(any, Keep::Remove, removed.then_some(words::PUT_BACK_KEY))
            .add(Motion::PageDown)
            .add(Program::Close)
            .add(Views::Help)
    }

    fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        let step = match command {
            Command::Keep(Keep::Note) => Step::Annotate,
            Command::Keep(Keep::Remove) => Step::Remove,
            _ => return Acted::No,
        };
        Acted::Asks(scene.keeping.listed_at(pane).map(step).into_iter().collect())
    }

    /// Goes to what the cursor is on.
    fn follow(&self, pane: &Pane, scene: &Scene) -> Vec<Step> {
        let Some(mark) = scene.keeping.listed_at(pane) else { return Vec::new() };
        match scene.keeping.found(&mark) {
            Some(Resolution::At { block, bytes } | Resolution::Moved { block, bytes }) => {
                vec![Step::GoTo(*block, bytes.clone())]
            }
            Some(Resolution::Card(card)) => vec![Step::Follow(Link::To(card.clone()))],
            Some(Resolution::Adrift { near: Some(near) }) => {
                let go = match near {
                    Target::Block(block) => Step::GoTo(*block, None),
                    card => Step::Follow(Link::To(card.clone())),
                };
                vec![go, Step::Say(words::WORDS_WERE_HERE.to_owned())]
            }
            _ => vec![Step::Say(words::WORDS_ARE_GONE.to_owned())],
        }
    }
}

/// What stands below the list, and is passed over by the cursor.
fn hint(words: &str) -> Item {
    let mut sheet = Sheet::default();
    sheet.push(Element::new(Rich::new(words, Role::Faint)));
    Item::Label(Arc::new(sheet))
}

/// What the list shows of something; `None` is the label above what is adrift.
fn item(mark: Option<&Mark>, keeping: &Keeping, setting: &Typesetting) -> Item {
    let Some(mark) = mark else { return Item::Label(Arc::new(Typesetting::adrift())) };
    let sheet = Arc::new(setting.annotation_entry(&left(mark, keeping)));
    match keeping.place_of(mark) {
        Some((on, _)) => Item::Leading(sheet, Link::To(on)),
        None => Item::Ready(sheet),
    }
}

/// An entry of the list.
fn left<'a>(mark: &'a Mark, keeping: &Keeping) -> AnnotationEntry<'a> {
    let anchor = mark.anchor();
    let quote = anchor.quote.as_ref().map_or(&anchor.opening, |quote| &quote.exact);
    let (kind, label, text) = match mark {
        Mark::Bookmark(bookmark) => (words::BOOKMARK, bookmark.name(), ""),
        Mark::Highlight(_) => (words::HIGHLIGHT, String::new(), ""),
        Mark::Note(note) => (words::NOTE, String::new(), note.text.as_str()),
        Mark::Draft(draft) => (words::DRAFT, String::new(), draft.text.as_str()),
    };
    let at = keeping.place_of(mark).map(|(on, _)| on);
    let is_provision = anchor.card.is_some() && anchor.quote.is_some();
    AnnotationEntry {
        kind,
        label,
        was_on: (is_provision && at.is_none()).then_some(anchor.opening.as_str()),
        at,
        date: mark.date(),
        whole: anchor.quote.is_none(),
        lit: matches!(mark, Mark::Highlight(_)),
        quote,
        words: text,
        removed: keeping.is_removed(mark),
    }
}
