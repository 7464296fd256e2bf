//! What came when.

mod filter;
mod rows;

use crate::app::{Item, Pane};
use crate::command::Command;
use crate::model::{EventIx, Target};
use crate::text::{Decade, Moment, Setting, What, Zoom, count};

use super::{Acted, Scene};

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

    /// The words that events are to have in them.
    pub(in crate::app) fn words(&self) -> &str {
        &self.words
    }

    pub(super) fn items(&self, scene: &Scene) -> (Vec<Item>, usize) {
        let briefing = scene.setting.briefing;
        let events = filter::events(briefing, self.only.as_ref(), &self.words);
        if events.is_empty() {
            return (vec![Item::from_words(&self.why_empty(scene.setting))], 0);
        }
        let rows = rows::rows(&events, self.zoom, scene);
        let begin = rows::begin(&rows, self.held, briefing);
        (rows.into_iter().map(Item::Moment).collect(), begin)
    }

    fn why_empty(&self, setting: Setting) -> String {
        if setting.briefing.events.is_empty() {
            return "The briefing has no events.".to_owned();
        }
        let mut sentence = "No event".to_owned();
        if let Some(target) = &self.only {
            sentence = format!("{sentence} with {}", setting.briefing.name(target));
        }
        if let Some(words) = self.quoted(setting) {
            sentence = format!("{sentence} has {words} in it");
        }
        format!("{sentence}. Esc shows more again.")
    }

    /// The words that events are to have in them, in quotation marks.
    fn quoted(&self, setting: Setting) -> Option<String> {
        let words = self.words.trim();
        let (open, close) = setting.marks.quotation;
        (!words.is_empty()).then(|| format!("{open}{words}{close}"))
    }

    pub(super) fn act(&mut self, command: Command, pane: &Pane, scene: &Scene) -> Acted {
        self.hold(pane);
        match command {
            Command::ZoomIn if self.zoom != Zoom::Month => self.zoom = self.closer(),
            Command::Follow if self.zoom == Zoom::Decade => self.zoom = self.closer(),
            Command::ZoomOut if self.zoom == Zoom::Month => self.zoom = Zoom::Year,
            Command::ZoomOut if self.zoom == Zoom::Year => self.zoom = Zoom::Decade,
            Command::Close if self.quoted(scene.setting).is_some() => self.words.clear(),
            Command::Narrow | Command::Close if self.only.is_some() => self.only = None,
            Command::ZoomIn | Command::ZoomOut => return Acted::Changed(None),
            _ => return Acted::No,
        }
        Acted::Begun
    }

    fn closer(&self) -> Zoom {
        if self.zoom == Zoom::Decade { Zoom::Year } else { Zoom::Month }
    }

    /// Remembers which event is under the cursor. A decade stands for its first event, unless the
    /// one that was there before is in it.
    fn hold(&mut self, pane: &Pane) {
        let Some(Item::Moment(moment)) = pane.focus() else { return };
        match &moment.what {
            What::Event(at, _) => self.held = Some(*at),
            What::Decade(decade) if !self.held.is_some_and(|at| decade.events.contains(&at)) => {
                self.held = decade.events.first().copied();
            }
            _ => {}
        }
    }

    /// Whether a command would change what is shown.
    pub(in crate::app) fn can(&self, command: Command) -> bool {
        match command {
            Command::ZoomIn => self.zoom != Zoom::Month,
            Command::ZoomOut => self.zoom != Zoom::Decade,
            _ => true,
        }
    }

    /// What a command does here, if the table's word does not say it.
    pub(in crate::app) fn words_for(&self, command: Command) -> Option<&'static str> {
        let narrowed = self.only.is_some();
        match command {
            Command::Follow if self.zoom == Zoom::Decade => Some("its years"),
            Command::Narrow if narrowed => Some("all"),
            Command::Close if narrowed || !self.words.trim().is_empty() => Some("unfilter"),
            _ => None,
        }
    }

    /// How many events of all are shown, by what they are chosen, and how close.
    pub(super) fn status(&self, setting: Setting, pane: &Pane) -> String {
        let all = setting.briefing.events.len();
        let quoted = self.quoted(setting);
        let number = if self.only.is_none() && quoted.is_none() {
            count(all, "event")
        } else {
            format!("{} of {all}", pane.items().iter().map(events_in).sum::<usize>())
        };
        let with = self.only.as_ref().map(|target| setting.briefing.name(target));
        let scale = match self.zoom {
            Zoom::Decade => "by decade",
            Zoom::Year => "by year",
            Zoom::Month => "by month",
        };
        let parts = [Some(number), with.map(|name| format!("with {name}")), quoted];
        let parts = parts.into_iter().flatten().chain([scale.to_owned()]);
        parts.collect::<Vec<_>>().join(&format!(" {} ", setting.marks.dot))
    }
}

/// How many events an item shows.
fn events_in(item: &Item) -> usize {
    match item {
        Item::Moment(Moment { what: What::Event(..), .. }) => 1,
        Item::Moment(Moment { what: What::Decade(Decade { events, .. }), .. }) => events.len(),
        _ => 0,
    }
}
