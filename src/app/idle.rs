//! A key that found nothing to do says why: no bound key is silent.
//!
//! Whether a command did anything is seen by what it leaves: the views themselves need not tell.

use std::ops::Range;

use crate::command::{
    Command, Find, Follow, InArticles, InClass, InCompare, InInstrument, InMatrix, InTimeline,
    Motion, Program, Select, Views,
};
use crate::desk::{PaneId, PanePlace, Spot};
use crate::model::{SectionIx, Target};

use super::class::Class;
use super::{App, Options, Overlay, View, words};

/// All that a key can change of what is seen, but for what the reader leaves, which is told.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Situation {
    views: usize,
    top: Option<(View, PanePlace)>,
    reader: Option<ReaderStanding>,
    shelf: Option<PanePlace>,
    options: Options,
    class: Class,
    notice: Option<String>,
    search: Option<String>,
    chosen: Option<(Range<Spot>, Spot)>,
    is_blank: bool,
    has_link_hints: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct ReaderStanding {
    section: SectionIx,
    active: PaneId,
    lens: Option<Target>,
    pinned: [bool; 3],
    panes: [PanePlace; 3],
}

impl App {
    /// What is seen now; nothing while a line is written.
    pub(super) fn standing(&self) -> Option<Situation> {
        if self.stack.prompt().is_some() {
            return None;
        }
        let reader = self.reader.as_ref().map(|reader| ReaderStanding {
            section: reader.section(),
            active: reader.active(),
            lens: reader.lens().cloned(),
            pinned: PaneId::ALL.map(|pane| reader.is_pinned(pane)),
            panes: PaneId::ALL.map(|pane| reader.pane(pane).place_in_it()),
        });
        Some(Situation {
            views: self.stack.overlays().len(),
            top: self.stack.top().map(|top| (settled(top), top.pane().place_in_it())),
            reader,
            shelf: self.shelf.as_ref().map(|shelf| shelf.pane.place_in_it()),
            options: self.options,
            class: self.class.seen(),
            notice: self.notices.notice().map(str::to_owned),
            search: self.search_words(),
            chosen: self.visual.chosen(),
            is_blank: self.blank,
            has_link_hints: self.link_hints.are_on(),
        })
    }

    /// Says why a command did nothing, if all stands as it did `before` and nothing was asked for.
    pub(super) fn tell_idle(&mut self, command: Command, before: Option<&Situation>) {
        let is_silent = self.notices.said().is_none() && self.effects.is_empty();
        if !is_silent || before.is_none() || self.standing().as_ref() != before {
            return;
        }
        if let Some(why) = self.why_idle(command) {
            self.notices.say(why);
        }
    }

    /// Why a command found nothing to do; `None` where a key is not expected to show anything.
    fn why_idle(&self, command: Command) -> Option<String> {
        let words = match command {
            Command::Views(_) if self.reader.is_none() => words::NOTHING_OPEN,
            Command::Motion(motion) => self.why_no_motion(motion),
            Command::Follow(Follow::Follow) => match self.stack.view() {
                None if self.reader.is_some() => words::NO_LINK,
                _ => words::NOTHING_TO_FOLLOW,
            },
            Command::Follow(Follow::Pin) => words::NOTHING_TO_PIN,
            Command::Follow(Follow::LinkHintBack) => return None,
            Command::Follow(_) => words::NO_LINK,
            // Another one may still be looked for.
            Command::Find(Find::NextMatch | Find::PreviousMatch)
                if !self.finding.has_one_match() =>
            {
                return None;
            }
            Command::Find(Find::NextMatch | Find::PreviousMatch) => words::ONLY_MATCH,
            Command::Find(Find::Results) => words::SEARCHING,
            Command::Find(_) => words::NOTHING_FOUND,
            Command::Keep(_) => words::NOTHING_UNDER_THE_CURSOR,
            Command::Select(Select::OtherEnd) => words::ONE_WORD_HAS_NO_OTHER_END,
            Command::Select(_) => words::CHOOSES_NO_FURTHER,
            Command::Views(Views::TurnView) => words::NO_OTHER_SIDE,
            Command::Views(_)
            | Command::InCompare(InCompare::Comparisons)
            | Command::InTimeline(InTimeline::Narrow | InTimeline::Filter) => {
                words::NOTHING_TO_SHOW
            }
            Command::InCompare(InCompare::ElementsOrWords) => words::NO_ELEMENTS,
            Command::InCompare(InCompare::MoreColumns) => words::LAST_COUNTERPART,
            Command::InCompare(InCompare::FewerColumns) => words::FIRST_COUNTERPART,
            Command::InArticles(InArticles::NextArticle)
            | Command::InInstrument(InInstrument::NextArticle) => words::LAST_ARTICLE,
            Command::InArticles(InArticles::PreviousArticle)
            | Command::InInstrument(InInstrument::PreviousArticle) => words::FIRST_ARTICLE,
            Command::InInstrument(InInstrument::Gists) => words::NOTHING_TO_FOLD,
            Command::InTimeline(InTimeline::ZoomIn) => words::NO_CLOSER,
            Command::InTimeline(InTimeline::ZoomOut) => words::NO_FARTHER,
            Command::InMatrix(InMatrix::CellLeft) => words::FIRST_COLUMN,
            Command::InMatrix(InMatrix::CellRight) => words::LAST_COLUMN,
            Command::InMatrix(InMatrix::Sort) => words::NOTHING_TO_SORT,
            Command::InClass(InClass::NextQuestion) if self.is_at_lesson() => words::LAST_LESSON,
            Command::InClass(InClass::NextQuestion) => words::LAST_QUESTION,
            Command::InClass(InClass::PreviousQuestion) if self.is_at_lesson() => {
                words::FIRST_LESSON
            }
            Command::InClass(InClass::PreviousQuestion) => words::FIRST_QUESTION,
            Command::InClass(InClass::Reveal) => words::NOTHING_TO_REVEAL,
            Command::InClass(InClass::Clock | InClass::Minutes | InClass::BeginAgain) => {
                words::NO_QUESTION_HERE
            }
            Command::Program(Program::Close) if self.options.presents() => {
                return Some(words::ends_presenting(&self.keymap));
            }
            Command::Program(Program::Close) => {
                return Some(words::nothing_to_close(&self.keymap));
            }
            Command::Look(_) | Command::Program(_) | Command::Edit(_) => return None,
        };
        Some(words.to_owned())
    }

    fn why_no_motion(&self, motion: Motion) -> &'static str {
        let chooses = self.chooses_words();
        match motion {
            _ if chooses => words::CHOOSES_NO_FURTHER,
            Motion::LineDown
            | Motion::NextParagraph
            | Motion::PageDown
            | Motion::HalfDown
            | Motion::ScrollDown
            | Motion::End => words::AT_THE_END,
            Motion::LineUp
            | Motion::PreviousParagraph
            | Motion::PageUp
            | Motion::HalfUp
            | Motion::ScrollUp
            | Motion::Start => words::AT_THE_BEGINNING,
            Motion::NextSection => words::LAST_SECTION,
            Motion::PreviousSection => words::FIRST_SECTION,
            Motion::NextLink => words::NO_FURTHER_LINK,
            Motion::PreviousLink => words::NO_LINK_BEFORE,
            Motion::NextPane | Motion::PreviousPane => words::ONE_PANE,
            Motion::TextPane => words::IN_THE_TEXT,
            Motion::ArticlesPane => words::IN_THE_ARTICLES,
            Motion::ActorsPane => words::IN_THE_ACTORS,
        }
    }
}

/// A view as it is once any key was pressed in it: the timeline remembers where its cursor is.
fn settled(top: &Overlay) -> View {
    let mut view = top.view.clone();
    if let View::Timeline(timeline) = &mut view {
        timeline.hold(top.pane());
    }
    view
}
