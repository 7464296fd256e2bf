//! Telling in plain lines what the screen would show, for who hears or feels it.
//!
//! What a renderer is to cells, a [`Teller`] is to lines: it knows what was told last, and tells what is
//! another now. A paragraph is a line, whole; its links have numbers, as the entries of a list have.

mod aside;
mod listing;
mod numbered;
mod standpoint;
mod text;

use crate::app::{App, Countdown, Reader, View};
use crate::command::{Command, Find, Follow, Motion};
use crate::desk::{Item, PaneId, Purpose};
use crate::model::SectionIx;
use crate::text::Typesetting;

use super::words;
use listing::Listing;
pub(crate) use numbered::Numbered;
use standpoint::Standpoint;

pub(crate) use text::whereabouts;

/// Tells what is another than it was.
#[derive(Debug, Default)]
pub(crate) struct Teller {
    /// Where the reader was when it was told last.
    place: Standpoint,
    /// The section, and the item of the text, that were told last.
    read: Option<(SectionIx, usize)>,
    /// The briefing that this is of, by its id.
    briefing: Option<String>,
    /// What the numbers stand for, from 1.
    numbers: Vec<Numbered>,
    /// What lies beside the text, as far as it is not told yet.
    listing: Option<Listing>,
    /// Whether all that a side pane holds is asked for, and not what was followed there.
    asks_all: bool,
    /// Whether it was told.
    told_all: bool,
    /// What stood beside the text.
    beside: Option<String>,
    notice: Option<String>,
    said: Option<String>,
    found: Option<String>,
    lens: Option<String>,
    countdown: Option<Countdown>,
    asked: Option<Purpose>,
    /// What was asked for and is to be answered.
    request: Option<Wish>,
}

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// That a command be carried out.
    Command(Command),
    /// Anything else.
    Other,
}

impl Teller {
    /// Somebody asks for something, and is to be answered, if only that there is nothing more.
    pub(crate) fn listen(&mut self, request: Wish) {
        self.request = Some(request);
        let sides = [Motion::ArticlesPane.into(), Motion::ActorsPane.into()];
        self.asks_all = matches!(request, Wish::Command(command) if sides.contains(&command));
    }

    /// What a number stands for.
    pub(crate) fn numbered(&self, number: usize) -> Option<&Numbered> {
        self.numbers.get(number.checked_sub(1)?)
    }

    /// How many numbers were given.
    pub(crate) fn numbers(&self) -> usize {
        self.numbers.len()
    }

    /// Has the last told again.
    pub(crate) fn tell_again(&mut self) {
        self.asks_all |= self.told_all && matches!(self.place, Standpoint::Side(..));
        self.place = Standpoint::Nothing;
        self.beside = None;
        // As if the one before had been told last.
        self.read = self.read.and_then(|(section, item)| Some((section, item.checked_sub(1)?)));
    }

    /// What is said from now on is said anew, even if it is the same.
    pub(crate) fn forget_said(&mut self) {
        self.said = None;
    }

    /// What was asked for is answered.
    pub(crate) fn answered(&mut self) {
        self.request = None;
    }

    /// Whether the item of the text in focus is the one that was told last.
    pub(crate) fn has_read(&self, app: &App) -> bool {
        let now =
            app.reader().map(|reader| (reader.section(), reader.pane(PaneId::Text).cursor().item));
        now.is_some() && now == self.read
    }

    /// What is to be told now, in lines.
    pub(crate) fn tell(&mut self, app: &App) -> Vec<String> {
        let mut lines = Vec::new();
        if app.reader().is_some_and(Reader::is_preview) {
            return lines;
        }
        self.open(app);
        let found = self.found.clone();
        self.tell_news(app, &mut lines);
        let news = lines.len();
        // What is shown while a line is written may go again.
        if app.prompt().is_none() {
            self.tell_place(app, &mut lines);
        }
        if lines.len() == news && self.found != found {
            // The reader was there, and hears which words are meant.
            lines.extend(app.match_here().into_iter().flat_map(|sheet| sheet.told(None)));
        }
        self.tell_question(app, &mut lines);
        // Why a command does nothing is said where it is carried out.
        if self.request.take().is_some() && lines.is_empty() {
            lines.push(words::nothing_changed().to_owned());
        }
        lines
    }

    /// Of a briefing that was just opened nothing was told.
    fn open(&mut self, app: &App) {
        let briefing = app.reader().map(|reader| reader.briefing().id.as_str());
        if self.briefing.as_deref() != briefing {
            self.briefing = briefing.map(str::to_owned);
            (self.read, self.beside, self.found) = (None, None, None);
        }
    }

    /// Tells what went wrong, what the last request did, what is searched for, and what is folded.
    fn tell_news(&mut self, app: &App, lines: &mut Vec<String>) {
        tell_other(&mut self.notice, app.notice().map(str::to_owned), lines);
        let said = app.said().map(str::to_owned);
        let says = said.is_some();
        tell_other(&mut self.said, said, lines);
        // What was said may be why nothing was found. What is not told for a while is still so.
        let found = app.search_words().or_else(|| self.found.clone());
        let mut unsaid = Vec::new();
        tell_other(&mut self.found, found, if says { &mut unsaid } else { lines });
        tell_other(&mut self.lens, lens(app), lines);
        self.tell_countdown(app.countdown(), lines);
    }

    /// Tells a countdown when it is begun, held or let go on, and not as it runs; when time is up, it rings.
    fn tell_countdown(&mut self, now: Option<Countdown>, lines: &mut Vec<String>) {
        let before = std::mem::replace(&mut self.countdown, now);
        let ran_on =
            |was: Countdown, now: Countdown| was.runs() == now.runs() && was.left() >= now.left();
        let begun =
            now.filter(|now| now.left() > 0 && !before.is_some_and(|was| ran_on(was, *now)));
        lines.extend(begun.map(words::time_left));
    }

    /// Tells what is to be written, when that is asked for.
    fn tell_question(&mut self, app: &App, lines: &mut Vec<String>) {
        let prompt = app.prompt();
        let asked = prompt.map(|prompt| prompt.purpose);
        if let Some(prompt) = prompt.filter(|_| asked != self.asked) {
            lines.push(words::write_now(prompt.purpose).to_owned());
            let before = Some(prompt.words()).filter(|words| !words.is_empty());
            lines.extend(before.map(words::written_so_far));
        }
        self.asked = asked;
    }

    /// Tells where the reader is, if that is another place.
    fn tell_place(&mut self, app: &App, lines: &mut Vec<String>) {
        let now = Standpoint::of(app);
        if now == self.place && !self.asks_all {
            let steps = |request| match request {
                Wish::Command(Command::Motion(_)) => true,
                Wish::Command(Command::Find(find)) => {
                    matches!(find, Find::NextMatch | Find::PreviousMatch)
                }
                _ => false,
            };
            if now.is_list() && lines.is_empty() && self.request.is_some_and(steps) {
                self.tell_entry(app, lines);
            }
            let pins = self.request == Some(Wish::Command(Follow::Pin.into()));
            if let (true, Some(reader)) =
                (pins || matches!(now, Standpoint::Text(..)), app.reader())
            {
                self.tell_beside(reader, lines);
            }
            return;
        }
        let before = std::mem::replace(&mut self.place, now);
        match &self.place {
            Standpoint::Nothing => lines.push(super::words::nothing_open().to_owned()),
            Standpoint::Text(at, item) => {
                let now = (*at, *item);
                self.tell_text(app, now, before.is_aside(), lines);
            }
            Standpoint::Shelf
            | Standpoint::Side(..)
            | Standpoint::Instrument(..)
            | Standpoint::View(..) => {
                self.tell_aside(app, &before, lines);
            }
        }
    }

    /// Numbers the links of an item, which are told with these numbers; answers with its lines.
    fn tell_item(&mut self, item: &Item, setting: Option<&Typesetting>) -> Vec<String> {
        let sheet = item.sheet(setting);
        let lines = sheet.told(Some(self.numbers.len() + 1));
        self.numbers.extend(sheet.links.into_iter().map(Numbered::Link));
        lines
    }
}

/// Tells what is so now, if it is another than was told.
fn tell_other(told: &mut Option<String>, now: Option<String>, lines: &mut Vec<String>) {
    if *told != now {
        told.clone_from(&now);
        lines.extend(now);
    }
}

/// What is folded, with no blank before the commas that stand for dots.
fn lens(app: &App) -> Option<String> {
    app.lens_words().map(|words| words.replace(" ,", ","))
}

/// Whether `view` shows nothing but words that were copied, which are told without it.
fn is_copied(view: &View) -> bool {
    matches!(view, View::Copied(_))
}

/// Why what was written could not be taken.
pub(crate) fn why_not(app: &App) -> Vec<String> {
    if let Some((status, _)) = app.prompt_status() {
        return vec![status];
    }
    let setting = app.reader().map(Reader::setting);
    let items = app.overlays().last().map_or(&[][..], |top| top.pane().items());
    items.iter().flat_map(|item| item.sheet(setting.as_ref()).told(None)).collect()
}
