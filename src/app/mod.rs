//! The state machine: what a reader sees, and what a key makes of it.
//!
//! [`App::update`] takes a message and answers with effects for the runtime to carry out. It
//! reads no file, no clock and no terminal, so the same messages always lead to the same state.
//!
//! The state belongs to owners: what lies on top (`stack`), what is searched (`finding`), what is kept
//! (`keeping`), the open briefing (`reader`), the places behind and ahead (`trail`), what a class was
//! shown (`class`), which words are chosen (`visual`), the letters on links (`link_hints`), the number
//! before a key (`count`), what is told (`notices`). None reaches into another: each answers with steps,
//! which are applied here, and everything is laid out once, at the end; drawing only reads.

mod about;
mod ahead;
mod apply;
mod asked;
mod assure;
mod changes;
mod choose;
mod class;
mod count;
mod fault_report;
mod finding;
mod footer;
mod idle;
mod keeping;
mod lesson;
mod lettering;
mod link_hints;
mod loading;
mod message;
mod notices;
mod open;
mod options;
mod presenter;
mod press;
mod program;
mod reader;
mod route;
mod screen;
mod shelf;
mod shown;
mod stack;
mod step;
mod trail;
mod view;
mod visual;
mod words;
mod write;

use crate::command::Keymap;
use crate::desk::{Pane, Prompt, Size};
use crate::model::kept::{Change, Ids, Preference, Preferences};

pub use fault_report::FaultReport;
pub(crate) use finding::Bar;
pub use finding::{Answer, Job, SearchJob};
pub use footer::Offer;
pub(crate) use link_hints::{LinkHint, LinkPlace};
pub use message::{EditedPlace, Effect, Msg, Opened, Reread};
pub use options::Options;
pub(crate) use reader::Coverage;
pub use reader::{Progress, Reader};
pub use shelf::Volume;
pub use stack::Overlay;
pub use view::{
    Before, Card, Cell, Choice, Compare, Comparisons, Contents, Copied, Edge, FaultList, GoTo,
    Head, Help, InstrumentContents, InstrumentView, LegendLine, MarkList, Matrix, Peek, Picture,
    Places, Questions, Relations, RestsOn, Results, SectionEvidence, Sources, Terms, Timeline,
    TitlePage, TrailList, Vertex, View,
};

use class::Class;
pub(crate) use class::Countdown;
use count::Count;
use finding::{Around, Finding};
use keeping::Keeping;
use link_hints::LinkHints;
use loading::Loading;
use notices::Notices;
use stack::Stack;
use step::Step;
use trail::Trail;
use visual::Visual;

/// A session's whole state.
#[derive(Debug, Clone)]
pub struct App {
    size: Size,
    keymap: Keymap,
    options: Options,
    shelf: Option<Shelf>,
    reader: Option<Reader>,
    stack: Stack,
    finding: Finding,
    keeping: Keeping,
    trail: Trail,
    notices: Notices,
    visual: Visual,
    count: Count,
    link_hints: LinkHints,
    loading: Loading,
    /// The reader before its place was lost to an edit, to go on there once it is back.
    stood: Option<Box<Reader>>,
    class: Class,
    /// Whether nothing may lead out of the reader.
    restricted: bool,
    /// Whether the screen is blank, for a class to look up.
    blank: bool,
    /// The size and the options that everything was laid out for.
    laid_for: Option<(Size, Options)>,
    /// What the runtime is to do, as it comes about.
    effects: Vec<Effect>,
}

#[derive(Debug, Clone)]
struct Shelf {
    volumes: Vec<Volume>,
    pane: Pane,
}

impl Shelf {
    /// Shows something else of the briefing at a place.
    fn put(&mut self, at: usize, volume: Volume) {
        let Some(here) = self.volumes.get_mut(at).filter(|before| **before != volume) else {
            return;
        };
        let before = std::mem::replace(here, volume);
        let Some(volume) = self.volumes.get(at) else { return };
        // What names this one names it anew.
        for (place, other) in self.volumes.iter().enumerate() {
            if place == at || other.is_beside(&before) || other.is_beside(volume) {
                self.pane.replace(place, shelf::item(other, &self.volumes));
            }
        }
        self.pane.forget();
    }
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
            stack: Stack::default(),
            finding: Finding::new(options.glyphs),
            keeping: Keeping::default(),
            trail: Trail::default(),
            notices: Notices::default(),
            visual: Visual::default(),
            count: Count::default(),
            link_hints: LinkHints::default(),
            loading: Loading::default(),
            stood: None,
            class: Class::default(),
            restricted: false,
            blank: false,
            laid_for: None,
            effects: Vec::new(),
        }
    }

    /// Puts up a shelf of briefings to choose from.
    pub fn set_shelf(&mut self, volumes: Vec<Volume>) {
        let pane = Pane::list(shelf::items(&volumes));
        self.shelf = Some(Shelf { volumes, pane });
        self.lay_out();
    }

    /// Takes other keys than those of the table.
    #[must_use]
    pub fn with_keymap(mut self, keymap: Keymap) -> Self {
        self.keymap = keymap;
        self
    }

    /// Tells something that went wrong before, once there is something to read.
    #[must_use]
    pub(crate) fn with_notice(mut self, sentence: Option<String>) -> Self {
        if let Some(sentence) = sentence {
            self.notices.warn_later(sentence);
        }
        self
    }

    /// Takes a source of names for what the reader leaves; without one they repeat from session to
    /// session.
    #[must_use]
    pub fn with_ids(mut self, ids: Ids) -> Self {
        self.keeping.set_ids(ids);
        self
    }

    /// Nothing that is left in a briefing outlives the session.
    #[must_use]
    pub fn keeping_nothing(mut self) -> Self {
        self.keeping.keep_nothing();
        self
    }

    /// Nothing leads out of the reader: no shell and no editor.
    #[must_use]
    pub fn restricted(mut self) -> Self {
        self.restricted = true;
        self
    }

    /// Takes a message in: it is routed, what its owner asks for is applied, and everything is laid
    /// out.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let counted = self.class.counts_seconds();
        let steps = self.take(msg);
        self.finish(steps);
        while let Some(held) = self.next_held() {
            let steps = self.take_held(held);
            self.finish(steps);
        }
        let counts = self.class.counts_seconds();
        if counts != counted {
            self.effects.push(Effect::Ticks(counts));
        }
        let changes = self.keeping.take_changes();
        if !changes.is_empty() {
            // First: the others may end the session.
            self.effects.insert(0, Effect::Keep(changes));
        }
        std::mem::take(&mut self.effects)
    }

    /// What came of a message is applied and laid out, and where the reader is now is kept.
    fn finish(&mut self, steps: Vec<Step>) {
        self.apply(steps);
        self.settle();
        self.keep_place(false);
        self.visit();
    }

    /// Everything is laid out, for the next key or to be drawn.
    fn settle(&mut self) {
        // What opens puts away what was told of what was open before.
        if self.has_opened() {
            self.notices.go_on();
        }
        self.put_own_away();
        self.lay_out();
        self.compare_aside();
        self.tidy_visual();
        self.tidy_link_hints();
    }

    /// Has the wordings compared that a view waits for.
    fn compare_aside(&mut self) {
        let mut views = self.stack.overlays().iter().rev().map(|overlay| &overlay.view);
        let wanted = views.find_map(|view| match view {
            View::Compare(compare) => compare.wanted(),
            _ => None,
        });
        let reader = self.reader.as_mut();
        let job = wanted.zip(reader).and_then(|(of, reader)| reader.ask_to_compare(of));
        self.effects.extend(job.map(Effect::Search));
    }

    /// Whether there is something to read, or to choose from.
    fn has_opened(&self) -> bool {
        let is_read = self.reader.as_ref().is_some_and(|reader| !reader.is_preview());
        is_read || self.shelf.is_some()
    }

    fn take(&mut self, msg: Msg) -> Vec<Step> {
        match msg {
            Msg::Key(key) if self.comes_after_held() => self.press_ahead(key),
            Msg::Key(key) => self.press(key),
            Msg::Command(command) => self.ask_for(command),
            Msg::Point(at) => self.point(at),
            Msg::Follow(link) => {
                self.notices.forget_said();
                return vec![Step::Follow(link)];
            }
            Msg::Heard => _ = self.notices.see(),
            Msg::Paste(words) if self.comes_after_held() => self.paste_ahead(words),
            Msg::Paste(words) => return self.paste(&words),
            Msg::Themed(name) => {
                self.keeping.keep(Change::Preference(Preference::Theme(name.to_owned())));
                return vec![Step::Say(words::theme(name))];
            }
            Msg::Now(now) => self.pass(now),
            Msg::Leaving => self.keep_place(true),
            Msg::Settled(settings) => return self.take_over(settings),
            Msg::NotKept(sentence) => self.tell_not_kept(sentence),
            Msg::Kept => return self.tell_kept(),
            Msg::Behind => self.tell_behind(),
            Msg::Told(sentence) => self.notices.warn_later(sentence),
            Msg::Late(kept) => return self.catch_up(kept),
            Msg::Rescued(notes) if notes.is_empty() => {}
            Msg::Rescued(notes) => {
                self.keeping.rescue(notes);
                self.notices.warn(Some(words::note_written_twice(&self.keymap)));
                return vec![Step::ShowMarks];
            }
            Msg::Edited(words) => return self.take_from_editor(&words),
            Msg::NotEdited(_) if !self.writes_lines() => {}
            Msg::NotEdited(sentence) | Msg::NoFile(sentence) => {
                return vec![Step::Say(sentence)];
            }
            Msg::Tick => {
                let rings = self.class.tick().then_some(Step::Do(Effect::Ring));
                return rings.into_iter().collect();
            }
            Msg::Resize(size) => self.size = size.bounded(),
            Msg::SlowLine(is_slow) => self.set(|options| options.take_line(is_slow)),
            Msg::Loading => self.loading.begin(),
            Msg::Shelf(volumes) => {
                self.loading.end();
                self.set_shelf(volumes);
            }
            Msg::Volume(at, volume) => {
                if let Some(shelf) = &mut self.shelf {
                    shelf.put(at, volume);
                }
            }
            Msg::Preview(opened) => return self.open_preview(opened),
            Msg::Opened(opened) => {
                self.loading.end();
                return self.open_briefing(opened);
            }
            Msg::Reread(reread) => {
                self.loading.end();
                return self.reread(reread);
            }
            Msg::Changed(reread) => return self.go_on_in(reread),
            Msg::ChangedAside => return vec![Step::Say(words::CHANGED_ASIDE.to_owned())],
            Msg::Failed(sentence) => {
                self.loading.fail();
                self.close_preview();
                self.notices.warn(Some(sentence));
            }
            Msg::Found(Answer::Named(briefing, names)) => return self.take_names(&briefing, names),
            Msg::Found(Answer::Compared(briefing, words)) => {
                if let Some(reader) = &mut self.reader {
                    reader.take_compared(&briefing, words);
                }
            }
            Msg::Found(answer) => {
                let Some(reader) = &self.reader else { return Vec::new() };
                let around = Around { reader, keeping: &self.keeping, top: self.stack.view() };
                return self.finding.answered(answer, &around);
            }
        }
        Vec::new()
    }

    /// Takes words that were pasted.
    fn paste(&mut self, words: &str) -> Vec<Step> {
        let Some(prompt) = self.stack.prompt_mut() else {
            return vec![Step::Say(words::PASTE_NOT_TAKEN.to_owned())];
        };
        prompt.insert(words);
        self.prompt_changed()
    }

    /// Takes over how the reader likes to read.
    fn take_over(&mut self, settings: Preferences) -> Vec<Step> {
        self.set(|options| options.take_over(&settings));
        settings.theme.map(|theme| Step::Do(Effect::Theme(theme))).into_iter().collect()
    }

    /// Changes the options.
    fn set(&mut self, change: impl FnOnce(&mut Options)) {
        change(&mut self.options);
        if let Some(reader) = &mut self.reader {
            reader.set_options(self.options);
        }
    }

    /// The editor came back with other words.
    fn take_from_editor(&mut self, words: &str) -> Vec<Step> {
        let Some(prompt) = self.stack.prompt_mut().filter(|prompt| prompt.has_lines()) else {
            return Vec::new();
        };
        prompt.replace(words.trim_end());
        self.prompt_changed()
    }

    /// Whether a note is being written.
    fn writes_lines(&self) -> bool {
        self.stack.prompt().is_some_and(Prompt::has_lines)
    }

    /// The keys; where a view takes the screen, those of the views first, and while words are chosen
    /// those that choose.
    fn help(&self) -> View {
        use crate::command::Group;
        let in_view = self.layers().0.is_some();
        let first = match in_view {
            _ if self.chooses_words() => Group::Choose,
            true => Group::View,
            false => Group::Move,
        };
        View::Help(Help { first, restricted: self.restricted })
    }

    /// Whether the list of marks has something under its cursor, and whether that was removed.
    fn mark_in_list(&self) -> (bool, bool) {
        let top = self.stack.top().filter(|top| matches!(top.view, View::Marks(_)));
        let mark = top.and_then(|top| self.keeping.listed_at(top.pane()));
        (mark.is_some(), mark.is_some_and(|mark| self.keeping.is_removed(&mark)))
    }
}
