//! The state machine: what a reader sees, and what a key makes of it.
//!
//! [`App::update`] takes a message and answers with effects for the runtime to carry out. It
//! reads no file, no clock and no terminal, so the same messages always lead to the same state.
//! Everything is laid out here, after an update; drawing only reads.

mod citation;
mod copy;
mod fault;
mod footer;
mod goto;
mod help;
mod item;
mod keeping;
mod layout;
mod marks;
mod message;
mod motion;
mod navigate;
mod overlay;
mod pane;
mod place;
mod prompt;
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
use crate::text::{Line, Marks, Measure, Rich, Role, wrap};

pub use fault::Fault;
pub use footer::Offer;
pub use goto::GoTo;
pub use item::{Detail, Item};
pub use layout::{Area, MEASURE, NARROWEST, PaneId, SMALLEST, Screen, Size, Zen};
pub use message::{Effect, Msg, Opened};
pub use overlay::{Overlay, View};
pub use pane::{Pane, Row, Seen};
pub use prompt::{Prompt, Purpose};
pub use reader::{Coverage, Progress, Reader};
pub use search::{Answer, Bar, Errand, Lookup};
pub use shelf::Volume;
pub use view::{
    Cell, Choice, Class, Compare, Head, Matrix, Picture, Relations, Sample, Spot, Tie, Timeline,
};

use pane::Press;
use place::Trail;
use search::Search;

/// What a reader can set for the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The marks that the terminal can show.
    pub marks: &'static Marks,
    /// Whether cues and hints for the teacher are shown.
    pub teacher: bool,
    /// Whether words are hyphenated.
    pub hyphens: bool,
    /// The widest line of the narrative, in columns.
    pub measure: usize,
    /// How much is put away.
    pub zen: Zen,
}

impl Options {
    /// The options of a new session, for a terminal that shows UTF-8 or not.
    pub fn new(utf8: bool) -> Self {
        let marks = if utf8 { &Marks::UNICODE } else { &Marks::ASCII };
        Self { marks, teacher: false, hyphens: true, measure: MEASURE, zen: Zen::Off }
    }

    /// The widest line of the narrative as the reader has it now, in columns.
    pub fn measure(&self) -> usize {
        match self.zen {
            Zen::Off => self.measure,
            Zen::Alone => layout::WIDE_MEASURE,
            Zen::Presenter => layout::LARGE_MEASURE,
        }
    }

    /// A width of the narrative that a reader can ask for, nearest to `columns`.
    fn bounded(columns: usize) -> usize {
        columns.clamp(NARROWEST, MEASURE)
    }

    /// Whether the terminal shows UTF-8.
    pub fn utf8(&self) -> bool {
        *self.marks == Marks::UNICODE
    }
}

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

    /// Where everything is on the screen.
    pub fn screen(&self) -> Screen {
        match self.layers() {
            (Some(_), _) => {
                self.halved(Screen::new(self.size, None, self.notice_lines().len(), Zen::Off), None)
            }
            (None, _) => self.panes_screen(),
        }
    }

    /// Where everything is while no view takes the screen.
    fn panes_screen(&self) -> Screen {
        let active = self.reader.as_ref().map(Reader::active);
        let screen = Screen::new(self.size, active, self.notice_lines().len(), self.options.zen);
        self.halved(screen, active)
    }

    /// While the list of all matches is open it has half of the screen.
    fn halved(&self, screen: Screen, active: Option<PaneId>) -> Screen {
        let is_list = |overlay: &Overlay| matches!(overlay.view, View::Results(_));
        let lists = self.overlays.iter().any(is_list);
        if lists { screen.halved(self.size, active) } else { screen }
    }

    /// The frame of an overlay.
    pub fn frame(&self, overlay: &Overlay) -> Area {
        let screen = self.screen();
        let (content, row) = match (self.layers().0, &self.reader) {
            (Some(view), _) => {
                (view.view.content(screen.body, self.options.measure), view.pane.cursor_row())
            }
            (None, Some(reader)) => {
                let content = screen.content(reader.active(), self.options.measure());
                (content.unwrap_or(screen.body), reader.pane(reader.active()).cursor_row())
            }
            (None, None) => (screen.body, 0),
        };
        let eye = content.y.saturating_add(u16::try_from(row).unwrap_or(0));
        overlay.frame(&screen, self.size, content, eye)
    }

    /// Where the text of an overlay goes: inside its frame, with margins.
    pub fn overlay_content(&self, overlay: &Overlay) -> Area {
        if let View::Class(_) = overlay.view {
            return Class::content(self.frame(overlay), overlay.pane.rows());
        }
        if overlay.view.is_full() {
            return overlay.view.content(self.frame(overlay), self.options.measure);
        }
        let inside = self.frame(overlay).inside().margin(2);
        if inside.height > 3 { inside.below(1) } else { inside }
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
                self.waiting.push(sentence);
                Vec::new()
            }
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

    fn run(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Quit | Command::Suspend => {
                self.keep_place(true);
                let quit = command == Command::Quit;
                return vec![if quit { Effect::Quit } else { Effect::Suspend }];
            }
            Command::Redraw => return vec![Effect::Redraw],
            Command::Theme => return vec![Effect::NextTheme],
            Command::Reload if self.reader.is_some() => return vec![Effect::Reload],
            Command::Reload => {}
            Command::Follow if self.lists_matches() => self.take_match(),
            Command::Follow => return self.follow_here(),
            Command::Help => self.toggle(View::Help),
            Command::Contents => self.toggle(View::Contents),
            Command::Faults => {
                self.toggle(View::Faults);
                self.notice = None;
            }
            Command::Title
            | Command::Compare
            | Command::Timeline
            | Command::Matrix
            | Command::Relations
            | Command::Evidence
            | Command::Class => self.open_view(command),
            Command::Comparisons => self.comparisons(),
            Command::Lens => self.lens(),
            Command::Narrow | Command::Close if self.act_in_view(command) => {}
            Command::Narrow => self.choose_for(Choice::Timeline),
            Command::Filter => self.write_filter(),
            Command::Accept => return self.accept(),
            Command::Cancel => self.cancel(),
            Command::Search => self.write_search(),
            Command::NextMatch => self.next_match(1),
            Command::PreviousMatch => self.next_match(-1),
            Command::Results => self.list_matches(),
            Command::Regex | Command::ListMatches | Command::ListUp | Command::ListDown
                if self.writes_search() =>
            {
                self.act_in_search(command);
            }
            Command::GoTo => self.write_goto(""),
            Command::OpenWord => self.open_word(),
            Command::ListUp if self.writes_name() => self.move_in_list(Command::LineUp),
            Command::ListDown if self.writes_name() => self.move_in_list(Command::LineDown),
            Command::Trail => self.open_trail(),
            Command::Bookmark => self.write_bookmark(),
            Command::Marks => self.open_marks(),
            Command::Highlight => self.highlight(),
            Command::Note => self.write_note(),
            Command::Remove => self.remove_mark(),
            Command::Editor => return self.edit_outside(),
            Command::Copy => return self.copy_citation(),
            Command::CopyText => return self.copy_text(),
            Command::Zen => self.choose(|options| options.zen = options.zen.next()),
            Command::Peek => self.peek(),
            Command::CitedBy => self.cited_by(),
            Command::Back => self.back(),
            Command::Forward => self.forward(),
            Command::Close => self.close(),
            Command::Shelf => self.go_to_shelf(),
            Command::Teacher => {
                self.choose(|options| options.teacher = !options.teacher);
                self.search_again();
                self.say(if self.options.teacher { "cues shown" } else { "cues hidden" });
            }
            Command::Hyphens => {
                self.choose(|options| options.hyphens = !options.hyphens);
                self.say(if self.options.hyphens { "hyphens on" } else { "hyphens off" });
            }
            Command::Wider => self.set_measure(self.options.measure + 4),
            Command::Narrower => self.set_measure(self.options.measure.saturating_sub(4)),
            Command::UsualWidth => self.set_measure(MEASURE),
            _ if self.prompt.is_some() => {
                if self.prompt.as_mut().is_some_and(|prompt| prompt.edit(command)) {
                    self.written();
                }
            }
            _ if self.act_in_view(command) => {}
            _ => self.move_by(command),
        }
        Vec::new()
    }

    fn set_measure(&mut self, columns: usize) {
        let columns = Options::bounded(columns);
        self.choose(|options| options.measure = columns);
        self.say(format!("up to {columns} columns"));
    }

    /// Changes the options as the reader likes them, to be kept.
    fn choose(&mut self, change: impl FnOnce(&mut Options)) {
        let before = self.options;
        self.set(change);
        self.keep_options(&before);
    }

    fn set(&mut self, change: impl FnOnce(&mut Options)) {
        change(&mut self.options);
        if let Some(reader) = &mut self.reader {
            reader.options = self.options;
        }
        self.lay_out(true);
    }

    /// Moves in whatever has the keys.
    fn move_by(&mut self, motion: Command) {
        if self.overlays.is_empty() {
            match (&mut self.reader, &mut self.shelf) {
                (Some(open), _) => {
                    open.act(motion);
                }
                (None, Some(books)) => {
                    motion::apply(motion, &mut books.pane, &BARE);
                }
                (None, None) => {}
            }
            return;
        }
        self.on_overlay(|pane, press| {
            motion::apply(motion, pane, press);
        });
    }

    /// Runs `act` on the topmost overlay.
    fn on_overlay(&mut self, act: impl FnOnce(&mut Pane, &Press)) {
        let Some(mut overlay) = self.overlays.pop() else { return };
        match &self.reader {
            Some(reader) => reader.with_press(&mut overlay.pane, act),
            None => act(&mut overlay.pane, &BARE),
        }
        self.overlays.push(overlay);
    }

    /// Lays out what changed; with `afresh`, everything.
    fn lay_out(&mut self, afresh: bool) {
        self.reshape_views();
        if let Some(prompt) = &mut self.prompt {
            prompt.fit(self.size.width);
        }
        let screen = self.panes_screen();
        if let Some(reader) = &mut self.reader {
            reader.lay_out(&screen, afresh);
        }
        if let Some(shelf) = self.shelf.as_mut().filter(|_| self.reader.is_none()) {
            fit(&mut shelf.pane, screen.column(), afresh, &BARE);
        }
        // A frame is no higher than what it shows, which its width decides: hence twice.
        let twice = (0..self.overlays.len()).flat_map(|at| [(at, afresh), (at, false)]);
        for (at, afresh) in twice {
            let area = self.overlays.get(at).map(|overlay| self.overlay_content(overlay));
            let (Some(area), Some(overlay)) = (area, self.overlays.get_mut(at)) else { break };
            if let (View::Matrix(matrix), Some(reader)) = (&mut overlay.view, &self.reader) {
                matrix.fit(area, &reader.briefing, reader.coverage());
            }
            match &self.reader {
                Some(reader) => reader.with_press(&mut overlay.pane, |pane, press| {
                    fit(pane, area, afresh, press);
                }),
                None => fit(&mut overlay.pane, area, afresh, &BARE),
            }
        }
    }
}

/// What things without a briefing are laid out with.
const BARE: Press = Press { setting: None, hyphens: None, found: None };

fn fit(pane: &mut Pane, area: Area, afresh: bool, press: &Press) {
    let size = (usize::from(area.width), usize::from(area.height));
    if afresh || pane.size() != size || !pane.is_laid() {
        pane.resize(size.0, size.1, press);
    }
}
