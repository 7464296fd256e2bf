//! What came when.

mod filter;
mod rows;

use crate::command::{Command, Context, Follow, InTimeline, Motion, Program, Views};
use crate::desk::{Begin, Item, Pane, Prompt, Purpose};
use crate::model::{Briefing, EventIx, Target};
use crate::text::{Decade, Moment, MomentKind, Typesetting, Zoom};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::words;
use super::{Acted, Choice, Component, Scene, View};

pub(super) use filter::concerned;

/// The timeline's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    zoom: Zoom,
    /// Whom or what the events are to concern.
    only: Option<Target>,
    /// Words that they are to have in them.
    words: String,
    /// The event that was under the cursor: where it begins when the rows are others.
    held: Option<EventIx>,
}

impl Timeline {
    /// Shows only what concerns an actor or an article; everything without one.
    pub(in crate::app) fn narrow(&mut self, only: Option<Target>) {
        self.only = only;
    }

    /// Shows only what has `words` in it.
    pub(in crate::app) fn filter(&mut self, words: &str) {
        words.clone_into(&mut self.words);
    }

    fn why_empty(&self, scene: &Scene) -> String {
        let setting = &scene.setting;
        if setting.briefing.events.is_empty() {
            return words::NO_EVENTS.to_owned();
        }
        let with = self.only.as_ref().map(|target| setting.briefing.name(target));
        words::no_event(with.as_deref(), self.quoted(setting).as_deref(), scene.keymap)
    }

    /// The words that events are to have in them, in quotation marks.
    fn quoted(&self, setting: &Typesetting) -> Option<String> {
        let words = self.words.trim();
        let (open, close) = setting.glyphs.quotation;
        (!words.is_empty()).then(|| format!("{open}{words}{close}"))
    }

    /// Carries out a key of the timeline alone.
    fn run(&mut self, command: InTimeline) -> Acted {
        match command {
            InTimeline::ZoomIn if self.zoom != Zoom::Month => self.zoom = self.closer(),
            InTimeline::ZoomOut if self.zoom == Zoom::Month => self.zoom = Zoom::Year,
            InTimeline::ZoomOut if self.zoom == Zoom::Year => self.zoom = Zoom::Decade,
            InTimeline::ZoomIn | InTimeline::ZoomOut => return Acted::Changed(None),
            InTimeline::Narrow if self.only.is_some() => self.only = None,
            InTimeline::Narrow => {
                return Acted::Asks(vec![Step::Put(View::Choice(Choice::Timeline))]);
            }
            InTimeline::Filter => {
                let prompt = Prompt::new(Purpose::Filter, &self.words);
                return Acted::Asks(vec![Step::Write(prompt)]);
            }
        }
        Acted::Begun
    }

    fn closer(&self) -> Zoom {
        if self.zoom == Zoom::Decade { Zoom::Year } else { Zoom::Month }
    }

    /// Remembers which event is under the cursor. A decade stands for its first event, unless the
    /// one that was there before is in it.
    pub(in crate::app) fn hold(&mut self, pane: &Pane) {
        let Some(Item::Moment(moment)) = pane.focus() else { return };
        match &moment.what {
            MomentKind::Event(at, _) => self.held = Some(*at),
            MomentKind::Decade(decade)
                if !self.held.is_some_and(|at| decade.events.contains(&at)) =>
            {
                self.held = decade.events.first().copied();
            }
            _ => {}
        }
    }
}

impl Component for Timeline {
    fn context(&self) -> Context {
        Context::Timeline
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        words::TIMELINE.to_owned()
    }

    fn items(&self, scene: &Scene) -> (Vec<Item>, Begin) {
        let briefing = scene.setting.briefing;
        let events = filter::events(briefing, self.only.as_ref(), &self.words);
        if events.is_empty() {
            return (vec![Item::from_words(&self.why_empty(scene))], Begin::Start);
        }
        let rows = rows::rows(&events, self.zoom, scene);
        let begin = rows::begin(&rows, self.held, briefing);
        (rows.into_iter().map(Item::Moment).collect(), Begin::at(begin))
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        let narrowed = self.only.is_some();
        let is_filtered = narrowed || !self.words.trim().is_empty();
        let now = if self.zoom == Zoom::Decade { now.following(words::ITS_YEARS) } else { now };
        now.offers()
            .add(Motion::NextParagraph)
            .add(Follow::Follow)
            .when(self.zoom != Zoom::Month, InTimeline::ZoomIn)
            .when(self.zoom != Zoom::Decade, InTimeline::ZoomOut)
            .named(true, InTimeline::Narrow, narrowed.then_some(words::ALL))
            .add(InTimeline::Filter)
            .named(true, Program::Close, is_filtered.then_some(words::UNFILTER))
            .add(Views::Help)
    }

    fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        // What is under the cursor now is what the rows begin at when they are others.
        self.hold(pane);
        match command {
            Command::InTimeline(command) => return self.run(command),
            Command::Follow(Follow::Follow) if self.zoom == Zoom::Decade => {
                self.zoom = self.closer();
            }
            Command::Program(Program::Close) if self.quoted(&scene.setting).is_some() => {
                self.words.clear();
            }
            Command::Program(Program::Close) if self.only.is_some() => self.only = None,
            _ => return Acted::No,
        }
        Acted::Begun
    }

    /// How many events of all are shown, by what they are chosen, and how close.
    fn status(&self, scene: &Scene, pane: &Pane) -> String {
        let setting = &scene.setting;
        let all = setting.briefing.events.len();
        let quoted = self.quoted(setting);
        let number = if self.only.is_none() && quoted.is_none() {
            words::events(all)
        } else {
            words::some_of_all(pane.items().iter().map(events_in).sum(), all)
        };
        let with = self.only.as_ref().map(|target| setting.briefing.name(target));
        let scale = match self.zoom {
            Zoom::Decade => words::BY_DECADE,
            Zoom::Year => words::BY_YEAR,
            Zoom::Month => words::BY_MONTH,
        };
        let parts = [Some(number), with.map(|name| words::with(&name)), quoted];
        let parts = parts.into_iter().flatten().chain([scale.to_owned()]);
        parts.collect::<Vec<_>>().join(&format!(" {} ", setting.glyphs.dot))
    }

    /// What came before and after stays in sight.
    fn looks_ahead(&self) -> bool {
        true
    }
}

/// How many events an item shows.
fn events_in(item: &Item) -> usize {
    match item {
        Item::Moment(Moment { what: MomentKind::Event(..), .. }) => 1,
        Item::Moment(Moment { what: MomentKind::Decade(Decade { events, .. }), .. }) => {
            events.len()
        }
        _ => 0,
    }
}
