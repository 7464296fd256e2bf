//! What there is to show of a session, as it is asked for where it is drawn or told.

use crate::command::{Context, Keymap};
use crate::desk::{Pane, PaneId, Prompt, Purpose, Size};
use crate::model::kept::Kept;
use crate::text::Sheet;

use super::{App, Bar, Options, Overlay, Reader, View, Volume, words};

impl App {
    /// The size of the screen.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The session's keys.
    pub(crate) fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The session's options.
    pub fn options(&self) -> Options {
        self.options
    }

    /// The open briefing.
    pub fn reader(&self) -> Option<&Reader> {
        self.reader.as_ref()
    }

    /// What the reader left in the open briefing.
    pub fn kept(&self) -> &Kept {
        self.keeping.kept()
    }

    /// The briefings to choose from, with the pane that shows them.
    pub fn shelf(&self) -> Option<(&[Volume], &Pane)> {
        self.shelf.as_ref().map(|shelf| (shelf.volumes.as_slice(), &shelf.pane))
    }

    /// What lies over the panes, from the bottom up.
    pub fn overlays(&self) -> &[Overlay] {
        self.stack.overlays()
    }

    /// The view that takes the screen in place of the panes, and what lies over it or over them.
    pub fn layers(&self) -> (Option<&Overlay>, &[Overlay]) {
        self.stack.layers()
    }

    /// What went wrong and has not been seen yet.
    pub(crate) fn notice(&self) -> Option<&str> {
        self.notices.notice()
    }

    /// The line that is being written.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.stack.prompt()
    }

    /// What the prompt says beside what is written, and whether it is a fault.
    pub(crate) fn prompt_status(&self) -> Option<(String, bool)> {
        let prompt = self.stack.prompt()?;
        match prompt.purpose {
            Purpose::Search { regex } => {
                Some(self.finding.status(prompt.words(), regex, &self.keymap))
            }
            Purpose::Minutes => Some(self.minutes_status(prompt)),
            Purpose::Filter | Purpose::Bookmark | Purpose::Note | Purpose::GoTo => None,
        }
    }

    /// What the last key did, in a few words, where nothing else tells.
    pub fn said(&self) -> Option<&str> {
        self.notices.said()
    }

    /// Which match of how many, and of what, while a search is on.
    pub(crate) fn search_words(&self) -> Option<String> {
        let lists = matches!(self.stack.view(), Some(View::Results(_)));
        let quiet = self.stack.prompt().is_some() || lists;
        if quiet { None } else { self.finding.words(self.options.hides_own()) }
    }

    /// The match that the reader was taken to, as the list of all has it.
    pub(crate) fn match_here(&self) -> Option<Sheet> {
        let setting = self.reader.as_ref()?.setting();
        self.finding.here().map(|hit| setting.hit(&hit))
    }

    /// What the lens is on and how much it leaves, while the panes are seen.
    pub(crate) fn lens_words(&self) -> Option<String> {
        let reader = self.reader.as_ref().filter(|_| self.stack.is_empty())?;
        let name = reader.briefing().name(reader.lens()?);
        let elsewhere = reader.stands_in().filter(|_| reader.standing() == 0);
        Some(words::lens(&name, reader.standing(), elsewhere, self.options.glyphs))
    }

    /// The bar beside the text, `rows` high, while a search is on.
    pub(crate) fn bar(&self, rows: usize) -> Option<Bar> {
        self.finding.bar(self.reader.as_ref()?, rows)
    }

    /// Where the keys go now.
    pub fn context(&self) -> Context {
        if self.stack.prompt().is_some() {
            return Context::Prompt;
        }
        if self.shows_link_hints() {
            return Context::LinkHints;
        }
        if self.chooses_words() {
            return Context::Visual;
        }
        self.context_below()
    }

    /// Where they go but for the line and the words that are chosen.
    pub(super) fn context_below(&self) -> Context {
        match (self.stack.view(), &self.reader) {
            (Some(view), _) => view.context(),
            (None, None) => Context::Shelf,
            (None, Some(reader)) => match reader.active() {
                PaneId::Text => Context::Text,
                PaneId::Articles => Context::Articles,
                PaneId::Actors => Context::Actors,
            },
        }
    }
}
