//! The state machine: what a reader sees, and what a key makes of it.
//!
//! [`App::update`] takes a message and answers with effects for the runtime to carry out. It
//! reads no file, no clock and no terminal, so the same messages always lead to the same state.
//! Everything is laid out here, after an update; drawing only reads.

mod citation;
mod commands;
mod copy;
mod fault;
mod fitting;
mod footer;
mod goto;
mod help;
mod keeping;
mod marks;
mod message;
mod navigate;
mod options;
mod overlay;
mod place;
mod reader;
mod search;
mod shelf;
mod trail;
mod view;
mod views;

use std::mem;

use crate::command::{Command, Context, Key, Keymap};
use crate::model::BlockIx;
use crate::model::kept::{Change, Ids, Kept, Setting};
use crate::text::{Line, Measure, Rich, Role, wrap};

pub use crate::desk::{
    Area, Detail, Item, MEASURE, NARROWEST, Pane, PaneId, Prompt, Purpose, Row, SMALLEST, Screen,
    Seen, Size, Zen,
};
pub use fault::Fault;
pub use footer::Offer;
pub use goto::GoTo;
pub use message::{Effect, Msg, Opened};
pub use options::Options;
pub use overlay::{Overlay, View};
pub use reader::{Coverage, Progress, Reader};
pub use search::{Answer, Bar, Errand, Lookup};
pub use shelf::Volume;
pub use view::{
    Cell, Choice, Class, Compare, Head, Matrix, Picture, Relations, Sample, Spot, Tie, Timeline,
};

use fitting::BARE;
use place::Trail;
use search::Search;

/// A session's whole state.
#[derive(Debug, Clone)]
pub struct App {
    size: Size,
    keymap: Keymap,
    options: Options,
    shelf: Option<Shelf>,
    reader: Option<Reader>,
    overlays: Vec<Overlay>,
    prompt: Option<Prompt>,
    /// What the class was asked and answered, to go on with.
    class: Class,
    marks: marks::Marks,
    trail: Trail,
    search: Search,
    /// What the reader left in the open briefing.
    kept: Kept,
    /// Names for what is new in it.
    ids: Ids,
    /// What of it changed and was not given to the runtime yet.
    changes: Vec<Change>,
    /// What time it is, in Unix seconds, as far as the app was told.
    now: i64,
    /// The block of the place that is kept, or in which the session began.
    placed: Option<BlockIx>,
    /// What went wrong, until it was seen.
    notice: Option<String>,
    /// What went wrong besides, told when the notice was seen.
    waiting: Vec<String>,
    /// Whether what is left in the briefing outlives the session, as far as is known.
    keeps: bool,
    /// What the last key did, where nothing else tells.
    said: Option<String>,
    /// Whether what is open is only the beginning of a briefing.
    is_preview: bool,
}

#[derive(Debug, Clone)]
struct Shelf {
    volumes: Vec<Volume>,
    pane: Pane,
}

impl App {
    /// A session on a screen of `size`, with nothing open.
    pub fn new(size: Size, options: Options) -> Self {
        Self {
            size: size.bounded(),
            keymap: Keymap::default(),
            options,
            shelf: None,
            reader: None,
            overlays: Vec::new(),
            prompt: None,
            marks: marks::Marks::default(),
            kept: Kept::default(),
            ids: Ids::new(0),
            changes: Vec::new(),
            now: 0,
            placed: None,
            class: Class::default(),
            trail: Trail::default(),
            search: Search::default(),
            notice: None,
            waiting: Vec::new(),
            keeps: true,
            said: None,
            is_preview: false,
        }
    }

    /// Puts up a shelf of briefings to choose from.
    pub fn set_shelf(&mut self, volumes: Vec<Volume>) {
        let pane = Pane::list(shelf::items(&volumes));
        self.shelf = Some(Shelf { volumes, pane });
        self.lay_out(true);
        if let Some(shelf) = &mut self.shelf {
            shelf.pane.start(&BARE);
        }
    }

    /// The size of the screen.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Takes a source of names for what the reader leaves; without one they repeat from session to
    /// session.
    #[must_use]
    pub fn with_ids(mut self, ids: Ids) -> Self {
        self.ids = ids;
        self
    }

    /// Nothing that is left in a briefing outlives the session.
    #[must_use]
    pub fn keeping_nothing(mut self) -> Self {
        self.keeps = false;
        self
    }

    /// The session's options.
    pub fn options(&self) -> Options {
        self.options
    }

    /// The open briefing.
    pub fn reader(&self) -> Option<&Reader> {
        self.reader.as_ref()
    }

    /// The briefings to choose from, with the pane that shows them.
    pub fn shelf(&self) -> Option<(&[Volume], &Pane)> {
        self.shelf.as_ref().map(|shelf| (shelf.volumes.as_slice(), &shelf.pane))
    }

    /// What lies over the panes, from the bottom up.
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// What went wrong and has not been seen yet.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// The same in lines that fit the screen, less than a mark before them and a margin.
    pub fn notice_lines(&self) -> Vec<String> {
        let Some(notice) = &self.notice else { return Vec::new() };
        let width = usize::from(self.size.width.saturating_sub(4)).max(1);
        let lines = wrap(&Rich::new(notice, Role::Warning), &Measure { width, hyphens: None });
        let words = |line: &Line| line.segments.iter().map(|part| part.words.as_str()).collect();
        lines.iter().map(words).collect()
    }

    /// The line that is being written.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref()
    }

    /// The view that takes the screen in place of the panes, and what lies over it or over them.
    pub fn layers(&self) -> (Option<&Overlay>, &[Overlay]) {
        match self.overlays.iter().rposition(|overlay| overlay.view.is_full()) {
            Some(at) => (self.overlays.get(at), self.overlays.get(at + 1..).unwrap_or_default()),
            None => (None, &self.overlays),
        }
    }

    /// What the last key did, in a few words, where nothing else tells.
    pub fn said(&self) -> Option<&str> {
        self.said.as_deref()
    }

    /// Tells what a key did, until the next one.
    fn say(&mut self, words: impl Into<String>) {
        self.said = Some(words.into());
    }

    /// Where the keys go now.
    pub fn context(&self) -> Context {
        if self.prompt.is_some() {
            return Context::Prompt;
        }
        match (self.overlays.last(), &self.reader) {
            (Some(overlay), _) => overlay.view.context(),
            (None, None) => Context::Shelf,
            (None, Some(reader)) => match reader.active() {
                PaneId::Text => Context::Text,
                PaneId::Articles => Context::Articles,
                PaneId::Actors => Context::Actors,
            },
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let counted = self.counts_seconds();
        let mut effects = self.take(msg);
        let counts = self.counts_seconds();
        if counts != counted {
            effects.push(Effect::Ticks(counts));
        }
        self.keep_place(false);
        if self.notice.is_none() && !self.waiting.is_empty() {
            self.notice = Some(self.waiting.remove(0));
            self.lay_out(false);
        }
        if !self.changes.is_empty() {
            // First: the others may end the session.
            effects.insert(0, Effect::Keep(mem::take(&mut self.changes)));
        }
        effects.append(&mut self.search.effects);
        effects
    }

    fn take(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(words) => {
                if let Some(prompt) = &mut self.prompt {
                    prompt.insert(&words);
                    self.written();
                }
                Vec::new()
            }
            Msg::Themed(name) => {
                self.say(format!("{name} theme"));
                self.keep(Change::Setting(Setting::Theme(name.to_owned())));
                Vec::new()
            }
            Msg::Now(now) => {
                self.pass(now);
                Vec::new()
            }
            Msg::Leaving => {
                self.keep_place(true);
                Vec::new()
            }
            Msg::Settled(settings) => self.take_over(settings),
            Msg::NotKept(sentence) => {
                self.keeps = false;
                self.update(Msg::Told(sentence))
            }
            Msg::Told(sentence) => {
                self.waiting.push(sentence);
                Vec::new()
            }
            Msg::Late(kept) => self.catch_up(kept),
            Msg::Rescued(notes) => {
                self.rescue(notes);
                Vec::new()
            }
            Msg::Written(words) => {
                self.edited(words);
                Vec::new()
            }
            Msg::Tick => {
                self.tick();
                Vec::new()
            }
            Msg::Resize(size) => {
                self.size = size.bounded();
                self.lay_out(true);
                Vec::new()
            }
            Msg::Preview(briefing) => {
                self.open(Opened { briefing, faults: Vec::new(), kept: Kept::default() });
                self.is_preview = true;
                Vec::new()
            }
            Msg::Opened(opened) => {
                self.open(opened);
                self.gather_names();
                Vec::new()
            }
            Msg::Failed(sentence) => {
                self.notice = Some(sentence);
                self.lay_out(false);
                Vec::new()
            }
            Msg::Found(answer) => {
                self.answered(answer);
                self.lay_out(false);
                Vec::new()
            }
        }
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.said = None;
        let folded = self.reader.as_ref().is_some_and(|reader| reader.lens().is_some());
        let mut effects = Vec::new();
        let command = self.keymap.command(self.context(), key);
        self.stay_for(command);
        if let Some(command) = command {
            effects = self.run(command);
        } else if self.prompt.as_mut().is_some_and(|prompt| prompt.key(key)) {
            self.written();
        }
        self.tidy_search();
        let unfolded = self.reader.as_ref().is_some_and(|reader| reader.lens().is_none());
        if folded && unfolded {
            self.say("all unfolded");
        }
        self.lay_out(false);
        effects
    }
}
