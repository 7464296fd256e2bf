//! Searching as one types: what is looked for, what was found, and where it began.
//!
//! Words are found while a key is being answered: in the largest briefing that takes less than a
//! frame. What may take longer is an [`Errand`]; its answer comes as a message with the number of
//! the search, and is dropped if another search has begun since.

mod bar;
mod errand;
mod go;
mod own;
mod results;
mod said;

use std::mem;
use std::sync::Arc;

use crate::command::Command;
use crate::model::{BlockIx, Section};
use crate::text::search::{Corpus, Hit, Hits, Query};

use super::place::Place;
use super::{App, Effect, Overlay, Prompt, Purpose, Reader, View};

pub use bar::Bar;
pub use errand::{Answer, Errand, Lookup};

use go::{Aim, Spot};

/// How many bytes are searched for words while a key is being answered. More is done aside.
const AT_ONCE: usize = 32 << 20;
/// How many words are made ready to be searched while a key is being answered.
const FOLDED_AT_ONCE: usize = 100_000;
/// How many earlier searches are kept.
const PAST: usize = 100;

/// What is searched for, in one session.
#[derive(Debug, Clone, Default)]
pub(super) struct Search {
    /// The texts of the open briefing, once they were asked for.
    corpus: Option<Arc<Corpus>>,
    /// Whether they are being made ready.
    folding: bool,
    /// The number of the last search.
    number: u64,
    /// What is to be done with the answer that is waited for.
    waiting: Option<Aim>,
    /// Whether the prompt was left before the answer came.
    entered: bool,
    /// How many matches to go on, or back, once it has come.
    steps: isize,
    /// What was found.
    matches: Matches,
    /// Where the search began, until its place is taken or left.
    origin: Option<Box<Origin>>,
    /// Earlier searches, the last one at the end.
    past: Vec<Typed>,
    /// Which of them is in the prompt.
    recalled: Option<usize>,
    /// What is to be done aside.
    pub(super) effects: Vec<Effect>,
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Typed {
    words: String,
    regex: bool,
}

/// What is searched for, what was found, and which match the reader is at.
#[derive(Debug, Clone, Default)]
struct Matches {
    typed: Typed,
    query: Option<Query>,
    /// What is wrong with what is typed.
    fault: Option<String>,
    hits: Arc<Hits>,
    /// The reader's own words that were found, with the blocks that they are on.
    own: Vec<(BlockIx, String)>,
    /// The match that the reader was taken to, counted from 0 among all.
    at: Option<usize>,
    here: Option<Hit>,
    /// Where the reader was after that.
    landed: Option<Spot>,
    /// What was passed on the way to it: the beginning or the end.
    over: Option<&'static str>,
}

/// Everything as it was where a search began.
#[derive(Debug, Clone)]
struct Origin {
    place: Place,
    reader: Reader,
    overlays: Vec<Overlay>,
    matches: Matches,
    /// The number of the text that was in focus.
    entry: Option<usize>,
}

impl App {
    /// Begins to write what is searched for.
    pub(super) fn write_search(&mut self) {
        self.overlays.retain(|overlay| !matches!(overlay.view, View::Results(_)));
        self.begin_search();
        self.search.recalled = None;
        if self.search.origin.is_some() {
            self.prompt = Some(Prompt::new(Purpose::Search { regex: false }, ""));
            self.fold();
        }
    }

    /// Whether what is searched for is being written.
    pub(super) fn writes_search(&self) -> bool {
        let prompt = self.prompt.as_ref();
        prompt.is_some_and(|prompt| matches!(prompt.purpose, Purpose::Search { .. }))
    }

    /// Remembers where the search begins.
    fn begin_search(&mut self) {
        if self.search.origin.is_some() {
            return;
        }
        let (Some(reader), Some(place)) = (self.reader.clone(), self.place()) else { return };
        self.search.origin = Some(Box::new(Origin {
            place,
            reader,
            overlays: self.overlays.clone(),
            matches: self.search.matches.clone(),
            entry: None,
        }));
    }

    /// Has the texts made ready, if they are not.
    fn fold(&mut self) {
        let Some(reader) = &self.reader else { return };
        if self.search.corpus.is_some() || mem::replace(&mut self.search.folding, true) {
            return;
        }
        let errand = Errand::Fold(Arc::clone(&reader.briefing));
        let words: usize = reader.briefing.sections.iter().map(Section::words).sum();
        if words > FOLDED_AT_ONCE {
            self.search.effects.push(Effect::Search(errand));
        } else if let Some(answer) = errand.run(|| true) {
            self.answered(answer);
        }
    }

    /// Another line is written.
    pub(super) fn search_written(&mut self, words: &str, regex: bool) {
        self.give_up();
        let typed = Typed { words: words.to_owned(), regex };
        match Query::new(words, regex) {
            // Half an expression is on its way to be a whole one: what was found stays.
            Err(fault) => {
                self.search.matches.typed = typed;
                self.search.matches.fault = Some(fault);
            }
            Ok(query) if query.is_empty() => {
                self.search.matches = Matches { typed, ..Matches::default() };
                self.show_origin();
                self.mark_all();
            }
            Ok(query) => {
                let matches = &mut self.search.matches;
                matches.typed = typed;
                matches.query = Some(query);
                matches.fault = None;
                let entry = self.origin_entry();
                self.run_search(Aim::After(entry));
            }
        }
    }

    /// The number of the text where the search began.
    fn origin_entry(&mut self) -> usize {
        let Some(origin) = &mut self.search.origin else { return 0 };
        if let (None, Some(corpus)) = (origin.entry, &self.search.corpus) {
            let top = origin.overlays.last().map(|overlay| &overlay.view);
            origin.entry = corpus.first(go::place(&origin.reader, top));
        }
        origin.entry.unwrap_or(0)
    }

    /// Searches: at once, if that is quick enough for a key.
    fn run_search(&mut self, aim: Aim) {
        let Some(query) = self.search.matches.query.clone() else { return };
        self.search_own();
        self.search.number += 1;
        self.search.waiting = Some(aim);
        let Some(corpus) = self.search.corpus.clone() else { return self.fold() };
        let quick = !query.is_expression() && corpus.bytes() <= AT_ONCE;
        let errand = Errand::Search(Lookup {
            number: self.search.number,
            corpus,
            query,
            teacher: self.options.teacher,
            around: aim.around(&self.search.matches.hits),
        });
        if !quick {
            self.search.effects.push(Effect::Search(errand));
        } else if let Some(answer) = errand.run(|| true) {
            self.answered(answer);
        }
    }

    /// An errand was done.
    pub(super) fn answered(&mut self, answer: Answer) {
        let Some(reader) = &self.reader else { return };
        match answer {
            Answer::Folded(briefing, corpus) if Arc::ptr_eq(&briefing, &reader.briefing) => {
                self.search.corpus = Some(corpus);
                self.search.folding = false;
                match self.search.waiting {
                    Some(Aim::After(_)) => {
                        let entry = self.origin_entry();
                        self.run_search(Aim::After(entry));
                    }
                    Some(aim) => self.run_search(aim),
                    None => {}
                }
            }
            Answer::Hits(number, hits) if number == self.search.number => {
                if let Some(aim) = self.search.waiting.take() {
                    self.search.matches.hits = hits;
                    self.take_aim(aim);
                }
                if self.search.waiting.is_none() && mem::take(&mut self.search.entered) {
                    self.settle();
                }
                if self.search.waiting.is_none() {
                    let steps = mem::take(&mut self.search.steps);
                    (0..steps.unsigned_abs()).for_each(|_| self.next_match(steps.signum()));
                }
            }
            Answer::Folded(..) | Answer::Hits(..) => {}
        }
    }

    /// What was waited for is no longer wanted.
    fn give_up(&mut self) {
        (self.search.entered, self.search.steps) = (false, 0);
        if self.search.waiting.take().is_some() && self.search.corpus.is_some() {
            self.search.effects.push(Effect::GiveUp);
        }
    }

    /// The keys of the prompt that only a search has.
    pub(super) fn act_in_search(&mut self, command: Command) {
        let Some(Prompt { purpose: Purpose::Search { regex }, .. }) = self.prompt else { return };
        match command {
            Command::Regex => {
                if let Some(prompt) = &mut self.prompt {
                    prompt.purpose = Purpose::Search { regex: !regex };
                    self.written();
                }
            }
            Command::ListMatches => self.list_matches(),
            Command::ListUp => {
                let at = self.search.recalled.unwrap_or(self.search.past.len());
                self.recall(at.checked_sub(1));
            }
            Command::ListDown => self.recall(self.search.recalled.map(|at| at + 1)),
            _ => {}
        }
    }

    /// Writes an earlier search; after the last one nothing.
    fn recall(&mut self, at: Option<usize>) {
        let Some(at) = at else { return };
        let typed = self.search.past.get(at).cloned();
        self.search.recalled = typed.as_ref().map(|_| at);
        let Typed { words, regex } = typed.unwrap_or_default();
        self.prompt = Some(Prompt::new(Purpose::Search { regex }, &words));
        self.written();
    }

    /// Enter: the reader stays at the match.
    pub(super) fn accept_search(&mut self, words: &str) {
        let before = self.search.origin.as_ref().map(|origin| &origin.matches.typed);
        // Nothing was written since the prompt came up: the last search once more.
        let untouched = before == Some(&self.search.matches.typed);
        let last = self.search.past.last().filter(|_| words.is_empty() && untouched);
        if let Some(typed) = last.cloned() {
            self.repeat(&typed);
        }
        if self.search.matches.fault.is_some() {
            return;
        }
        self.prompt = None;
        self.keep_typed();
        if self.search.waiting.is_some() {
            self.search.entered = true;
        } else {
            self.settle();
        }
    }

    /// Searches for what was searched for before, from behind the match that the reader is at.
    fn repeat(&mut self, typed: &Typed) {
        let here = self.search.matches.landed.as_ref() == self.spot().as_ref();
        let next = self.search.matches.at.filter(|_| here).map(|at| at + 1);
        let total = self.search.matches.hits.total;
        match next {
            Some(next) if self.search.matches.query.is_some() => {
                self.go_to_number(next % total.max(1), (next >= total).then_some(go::TOP));
            }
            _ => self.search_written(&typed.words, typed.regex),
        }
    }

    /// Keeps what was searched for among the earlier searches.
    fn keep_typed(&mut self) {
        let typed = self.search.matches.typed.clone();
        if !typed.words.is_empty() {
            self.search.past.retain(|other| *other != typed);
            self.search.past.push(typed);
            let many = self.search.past.len().saturating_sub(PAST);
            self.search.past.drain(..many);
        }
    }

    /// The reader stays at the match that it was taken to. Backspace leads to where it began.
    fn settle(&mut self) {
        let Some(origin) = self.search.origin.take() else { return };
        if self.search.matches.at.is_some() {
            self.trail.leave(origin.place);
        } else if self.search.matches.query.is_some() {
            self.say(format!("no match for {}", self.quoted()));
        }
    }

    /// Leaves the search, and everything as it was where it began.
    pub(super) fn cancel_search(&mut self) {
        self.keep_typed();
        if let Some(matches) = self.leave_place() {
            self.search.matches = matches;
        }
    }

    /// Goes back to where the search began. Answers what was searched for then.
    fn leave_place(&mut self) -> Option<Matches> {
        self.give_up();
        let origin = self.search.origin.take()?;
        self.put_reader_back(origin.reader);
        self.overlays = origin.overlays;
        Some(origin.matches)
    }

    /// Puts the reader back to a place that was left; what has nothing to do with the place stays as
    /// it is now.
    pub(super) fn put_reader_back(&mut self, mut was: Reader) {
        if let Some(now) = &self.reader {
            was.keep_up_with(now);
        }
        self.reader = Some(was);
    }

    /// Takes the marks off. Answers whether there were any.
    pub(super) fn end_search(&mut self) -> bool {
        let was = mem::take(&mut self.search.matches).query.is_some();
        if was {
            self.give_up();
            self.mark_all();
        }
        was
    }

    /// Before a key does what it does: while an answer is waited for, any other than those that go
    /// on to a match says that the reader is not to be taken away.
    pub(super) fn stay_for(&mut self, command: Option<Command>) {
        let goes_on = matches!(command, Some(Command::NextMatch | Command::PreviousMatch));
        if self.search.entered && !goes_on {
            (self.search.entered, self.search.steps) = (false, 0);
            self.search.origin = None;
            self.search.waiting = Some(Aim::Stay);
        }
    }

    /// After a key: shows what is under the cursor of the list; forgets where the search began, if
    /// it is over.
    pub(super) fn tidy_search(&mut self) {
        if self.lists_matches() {
            return self.preview();
        }
        let open = self.overlays.iter().any(|overlay| matches!(overlay.view, View::Results(_)));
        if !self.writes_search() && !open && !self.search.entered {
            self.search.origin = None;
        }
    }

    /// The texts that are searched are others: the teacher's too, or no longer.
    pub(super) fn search_again(&mut self) {
        if self.search.matches.query.is_some() && self.search.origin.is_none() {
            self.give_up();
            self.run_search(Aim::Stay);
        }
    }

    /// Another briefing is open, or the `same` in another state, which is searched for the same.
    pub(super) fn search_anew(&mut self, same: bool) {
        self.give_up();
        let past = mem::take(&mut self.search.past);
        let Matches { typed, query, .. } = mem::take(&mut self.search.matches);
        let effects = mem::take(&mut self.search.effects);
        self.search = Search { past, number: self.search.number + 1, effects, ..Search::default() };
        if same && query.is_some() {
            self.search.matches = Matches { typed, query, ..Matches::default() };
            self.mark_all();
            self.run_search(Aim::Stay);
        }
    }
}
