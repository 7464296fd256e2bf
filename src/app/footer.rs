//! Which keys the footer offers: those that do something now, the most useful first.

use crate::command::{
    Command, Edit, Entry, Find, Follow, InArticles, Keep, Look, Motion, Program, Select, Views,
};
use crate::desk::{Item, Pane, PaneId, Purpose, Zen};
use crate::model::Target;
use crate::text::Link;

use super::class::Class;
use super::view::{Scene, followed};
use super::{App, Reader, View, words};

/// A key that the footer offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The command, with its keys.
    pub entry: &'static Entry,
    /// What it does here, in a word or two.
    pub words: &'static str,
}

/// What decides which commands would do something now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now<'a> {
    /// The open briefing.
    pub reader: Option<&'a Reader>,
    /// What views may look at.
    pub scene: Option<Scene<'a>>,
    /// The pane that has the keys.
    pub pane: Option<&'a Pane>,
    /// What the class was shown and answered.
    pub class: &'a Class,
    /// Whether a search is on that found something.
    pub has_matches: bool,
    /// Whether what is in focus has counterparts to be compared with.
    pub is_compared: bool,
    /// Whether there is a place behind, and one ahead.
    pub trail: (bool, bool),
    /// Whether there are other briefings to choose from.
    pub has_shelf: bool,
    /// Whether the list of marks has something under its cursor, and whether that was removed.
    pub mark: (bool, bool),
    /// What Enter does here, if neither the table nor the link's kind says it.
    follow: Option<&'static str>,
}

/// What the footer offers, as it is put together.
#[derive(Debug)]
pub(super) struct Offers<'a> {
    now: Now<'a>,
    list: Vec<Offer>,
}

impl<'a> Now<'a> {
    /// Begins to put together what is offered.
    pub(super) fn offers(self) -> Offers<'a> {
        Offers { now: self, list: Vec::new() }
    }

    /// The same where Enter does something that is said in these words.
    pub(super) fn following(self, words: &'static str) -> Self {
        Self { follow: Some(words), ..self }
    }

    /// Whether a link is chosen.
    pub(super) fn has_chosen(&self) -> bool {
        self.pane.is_some_and(|pane| pane.chosen_link().is_some())
    }

    /// Whether the pane has so many items, or more.
    pub(super) fn has_items(&self, least: usize) -> bool {
        self.pane.is_some_and(|pane| pane.items().len() >= least)
    }

    /// Whether what is chosen or in focus leads anywhere.
    pub(super) fn leads(&self) -> bool {
        self.followed().is_some()
    }

    /// Whether a note can be left on the card in focus.
    pub(super) fn can_note_card(&self) -> bool {
        self.is_on_card() && !self.reader.is_some_and(Reader::hides_own)
    }

    /// Whether what is in focus is a card, or a part of one.
    fn is_on_card(&self) -> bool {
        self.pane.and_then(Pane::focus).and_then(Item::card).is_some()
    }

    /// Whether what is in focus is an outside address, which can only be taken away.
    pub(super) fn is_on_address(&self) -> bool {
        matches!(self.pane.and_then(Pane::focus), Some(Item::Card(Target::Web(_))))
    }

    /// What Enter would follow.
    fn followed(&self) -> Option<Link> {
        self.pane.and_then(followed)
    }

    /// Whether a command that is not a view's own would do something now.
    fn can(&self, command: Command) -> bool {
        match command {
            Command::Find(Find::NextMatch) => self.has_matches,
            Command::Motion(Motion::NextLink) => self.pane.is_some_and(Pane::has_links),
            Command::Motion(Motion::NextParagraph) => self.pane.is_none() || self.has_items(2),
            Command::Motion(Motion::PageDown) => self.pane.is_none_or(|pane| pane.more().1),
            Command::Follow(Follow::Peek) => self.has_chosen(),
            Command::Follow(Follow::Follow) => self.leads(),
            Command::Follow(Follow::LinkHints) => {
                self.leads() || self.pane.is_some_and(Pane::has_links)
            }
            Command::Follow(Follow::Back) => self.trail.0,
            Command::Follow(Follow::Forward) => self.trail.1,
            Command::Views(Views::Compare) => self.is_compared,
            Command::Views(Views::Shelf) => self.has_shelf,
            Command::Program(Program::EditFile) => {
                self.reader.is_some_and(|reader| !reader.faults().is_empty())
            }
            Command::Motion(_)
            | Command::Follow(Follow::CitedBy | Follow::Pin | Follow::LinkHintBack)
            | Command::Find(_)
            | Command::Keep(_)
            | Command::Select(_)
            | Command::Views(_)
            | Command::InCompare(_)
            | Command::InArticles(_)
            | Command::InInstrument(_)
            | Command::InTimeline(_)
            | Command::InMatrix(_)
            | Command::InClass(_)
            | Command::Look(_)
            | Command::Program(_)
            | Command::Edit(_) => true,
        }
    }

    /// What Enter does here, if the table's word does not say it.
    fn follow_words(&self) -> Option<&'static str> {
        self.reader?;
        if self.follow.is_some() {
            return self.follow;
        }
        match self.followed()? {
            Link::CitedBy(_) => Some(words::WHO_CITES_IT),
            Link::Sources(_) => Some(words::SOURCES),
            Link::Compare(_) => Some(words::COMPARE),
            Link::Read(_) => Some(words::READ),
            Link::To(_) => None,
        }
    }
}

impl Offers<'_> {
    /// Offers a command if it would do something now.
    pub(super) fn add(self, command: impl Into<Command>) -> Self {
        let command = command.into();
        let can = self.now.can(command);
        self.when(can, command)
    }

    /// Offers a command if it `can` do something now.
    pub(super) fn when(self, can: bool, command: impl Into<Command>) -> Self {
        let command = command.into();
        let follows = command == Command::Follow(Follow::Follow);
        let words = if follows { self.now.follow_words() } else { None };
        self.named(can, command, words)
    }

    /// Offers a command if it `can` do something now, in other words than the table's.
    pub(super) fn named(
        mut self,
        can: bool,
        command: impl Into<Command>,
        words: impl Into<Option<&'static str>>,
    ) -> Self {
        let entry = command.into().entry();
        let words = words.into().unwrap_or(entry.short);
        self.list.extend(can.then_some(Offer { entry, words }));
        self
    }
}

impl App {
    /// What the footer offers, in order.
    pub fn footer(&self) -> Vec<Offer> {
        let now = self.now();
        let mut offers = match (self.stack.prompt(), self.stack.top(), &self.reader) {
            (Some(prompt), top, _) => prompt_offers(now, prompt.purpose, top.map(|top| &top.view)),
            (None, ..) if self.shows_link_hints() => link_hint_offers(
                now,
                self.link_hints.typed().is_some_and(|typed| !typed.is_empty()),
            ),
            (None, ..) if self.chooses_words() => visual_offers(now),
            (None, Some(top), _) => top.view.offers(now),
            (None, None, Some(reader)) if reader.active() == PaneId::Text => {
                let slides = reader.zen() == Zen::Presenter;
                if slides { slide_offers(now, reader) } else { text_offers(now, reader) }
            }
            (None, None, Some(reader)) => side_offers(now, reader),
            (None, None, None) => shelf_offers(now),
        };
        let has_key = |command| self.keymap.keys(command).next().is_some();
        offers.list.retain(|offer| self.may(offer.entry.command) && has_key(offer.entry.command));
        if self.loading.is_under_way() {
            offers.list.retain(|offer| is_there_ahead(offer.entry.command));
        }
        offers.list
    }

    fn now(&self) -> Now<'_> {
        let pane = match (self.stack.top(), &self.reader) {
            (Some(top), _) => Some(top.pane()),
            (None, Some(reader)) => Some(reader.pane(reader.active())),
            (None, None) => None,
        };
        Now {
            reader: self.reader.as_ref(),
            scene: self.scene(),
            pane,
            class: &self.class,
            has_matches: self.finding.has_matches(),
            is_compared: self.compared().is_some(),
            trail: self.trail.ends(),
            has_shelf: self.shelf.is_some(),
            mark: self.mark_in_list(),
            follow: None,
        }
    }
}

/// Whether a command is offered while something is read.
fn is_there_ahead(command: Command) -> bool {
    matches!(
        command,
        Command::Motion(Motion::NextParagraph | Motion::PageDown)
            | Command::Views(Views::Help)
            | Command::Program(Program::Close | Program::CloseOrQuit)
    )
}

fn text_offers<'a>(now: Now<'a>, reader: &Reader) -> Offers<'a> {
    let unfold = reader.lens().is_some();
    let on = reader.has_section_after() || now.can(Motion::PageDown.into());
    now.offers()
        .add(Find::NextMatch)
        // Only the way out of it is worth the room.
        .named(unfold, Views::Lens, words::UNFOLD)
        .when(reader.has_item_after(), Motion::NextParagraph)
        .add(Motion::NextLink)
        .when(now.has_chosen(), Follow::Follow)
        .add(Follow::Peek)
        .named(!now.has_chosen() && reader.read_otherwise(), Follow::Peek, words::HOW_IT_READ)
        .when(reader.has_changes(), Find::NextChange)
        .add(Motion::NextPane)
        .add(Follow::Back)
        .add(Follow::Forward)
        .add(Views::Contents)
        .add(Find::Search)
        .add(Find::GoTo)
        .add(Keep::Note)
        .add(Follow::LinkHints)
        .when(on, Motion::PageDown)
        .when(reader.has_section_after(), Motion::NextSection)
        .add(Views::Shelf)
        .add(Views::Help)
        .add(Program::CloseOrQuit)
}

/// With one paragraph on the screen, for a class.
fn slide_offers<'a>(now: Now<'a>, reader: &Reader) -> Offers<'a> {
    now.offers()
        .add(Find::NextMatch)
        .named(reader.lens().is_some(), Views::Lens, words::UNFOLD)
        .named(reader.has_item_after(), Motion::PageDown, words::NEXT)
        .add(Look::Blank)
        .add(Look::Present)
        .add(Motion::NextLink)
        .when(now.has_chosen(), Follow::Follow)
        .add(Follow::Peek)
        .add(Follow::Back)
        .add(Follow::Forward)
        .add(Views::Class)
        .when(reader.has_section_after(), Motion::NextSection)
        .add(Views::Contents)
        .add(Find::GoTo)
        .when(!reader.hides_own(), Keep::Note)
        .add(Views::Help)
        .add(Program::CloseOrQuit)
}

fn side_offers<'a>(now: Now<'a>, reader: &Reader) -> Offers<'a> {
    let is_pinned = reader.is_pinned(reader.to_pin());
    let leads = reader.link().is_some();
    now.offers()
        .add(Find::NextMatch)
        .when(reader.has_item_after(), Motion::NextParagraph)
        .add(Motion::NextLink)
        .when(leads, Follow::Follow)
        .add(Follow::Peek)
        .when(reader.has_changes(), Find::NextChange)
        .when(now.is_on_card() || leads, Follow::CitedBy)
        .when(reader.has_article_after(), InArticles::NextArticle)
        .add(Views::Compare)
        .named(true, Follow::Pin, is_pinned.then_some(words::UNPIN))
        .add(Motion::NextPane)
        .add(Follow::Back)
        .add(Follow::Forward)
        .when(now.can_note_card(), Keep::Note)
        .add(Follow::LinkHints)
        .add(Views::Help)
        .add(Program::CloseOrQuit)
}

/// What the footer offers while letters stand on the links.
fn link_hint_offers(now: Now, can_undo: bool) -> Offers {
    now.offers()
        .when(can_undo, Follow::LinkHintBack)
        .named(true, Program::Close, words::LEAVE)
        .add(Views::Help)
}

/// What the footer offers while words are chosen.
fn visual_offers(now: Now) -> Offers {
    let block = now.pane.and_then(Pane::focus).and_then(Item::block);
    let in_text = block.is_some() && !now.reader.is_some_and(Reader::hides_own);
    now.offers()
        .named(true, Keep::Copy, words::COPY)
        .named(true, Keep::CopyText, words::WORDS_ALONE)
        .named(in_text, Keep::Highlight, words::TO_HIGHLIGHT)
        .when(in_text || now.can_note_card(), Keep::Note)
        .when(true, Select::NextWord)
        .when(true, Motion::LineDown)
        .when(true, Select::SentenceEnd)
        .named(true, Motion::NextParagraph, words::PARAGRAPH)
        .when(true, Select::OtherEnd)
        .when(true, Select::Lines)
        .named(true, Program::Close, words::LEAVE)
        .add(Views::Help)
}

fn shelf_offers(now: Now) -> Offers {
    now.offers()
        .when(now.has_shelf, Motion::NextParagraph)
        .named(now.has_shelf, Follow::Follow, words::OPEN)
        .add(Look::Theme)
        .add(Views::Help)
        .add(Program::CloseOrQuit)
}

fn prompt_offers<'a>(now: Now<'a>, purpose: Purpose, top: Option<&View>) -> Offers<'a> {
    match (purpose, top) {
        (Purpose::GoTo, Some(View::GoTo(goto))) => now
            .offers()
            .named(now.has_items(2), Edit::ListDown, words::CHOOSE)
            .named(!goto.is_empty(), Edit::Accept, words::OPEN)
            .add(Edit::Cancel),
        (Purpose::Note, _) => now
            .offers()
            .named(true, Edit::Accept, words::SAVE)
            .add(Edit::BreakLine)
            .named(true, Edit::Cancel, words::LEAVE_AS_DRAFT)
            .add(Edit::Editor),
        (
            Purpose::Filter
            | Purpose::Bookmark
            | Purpose::Minutes
            | Purpose::GoTo
            | Purpose::Search { .. },
            _,
        ) => now.offers().add(Edit::Accept).add(Edit::Cancel),
    }
}
