//! Searching as one types: what is looked for, what was found, and where it began.
//!
//! Words are found while a key is being answered: in the largest briefing that takes less than a
//! frame. What may take longer is a [`Job`]; its answer comes as a message with the number of
//! the search, and is dropped if another search has begun since.

mod aim;
mod bar;
mod job;
mod list;
mod own;
mod prompt;
mod said;

use std::mem;
use std::sync::Arc;

use crate::model::{BlockIx, Briefing, SectionIx, Target};
use crate::text::search::{Corpus, Hit, Hits, Query, QueryError};
use crate::text::{ActiveSearch as Marking, Glyphs};

use super::keeping::Keeping;
use super::stack::Overlay;
use super::step::Step;
use super::trail::Waypoint;
use super::{Effect, Reader, View, words};

pub(crate) use bar::Bar;
pub use job::{Answer, Job, SearchJob};
pub(super) use list::MatchList;

use aim::Aim;

/// How many bytes are searched for words while a key is being answered. More is done aside.
const AT_ONCE: usize = 32 << 20;
/// How many words are made ready to be searched while a key is being answered.
const FOLDED_AT_ONCE: usize = 100_000;
/// How many earlier searches are kept.
const PAST: usize = 100;

/// What is searched for, in one session.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    /// The glyphs that the terminal can show.
    glyphs: &'static Glyphs,
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
    origin: Option<Box<SearchOrigin>>,
    /// Earlier searches, the last one at the end.
    past: Vec<SearchWords>,
    /// Which of them is in the prompt.
    recalled: Option<usize>,
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct SearchWords {
    words: String,
    regex: bool,
}

/// What is searched for, what was found, and which match the reader is at.
#[derive(Debug, Clone, Default)]
struct Matches {
    typed: SearchWords,
    query: Option<Query>,
    /// What is wrong with what is typed.
    fault: Option<QueryError>,
    hits: Arc<Hits>,
    /// The reader's own words that were found, with what they are on.
    own: Vec<(Target, String)>,
    /// Which of these the reader was taken to, counted from 0.
    own_at: Option<usize>,
    /// The match that the reader was taken to, counted from 0 among all.
    at: Option<usize>,
    here: Option<Hit>,
    /// Where the reader was after that.
    landed: Option<Landing>,
    /// What was passed on the way to it: the beginning or the end.
    over: Option<&'static str>,
}

/// Everything as it was where a search began.
#[derive(Debug, Clone)]
struct SearchOrigin {
    place: Waypoint,
    reader: Reader,
    overlays: Vec<Overlay>,
    matches: Matches,
    /// The number of the text that was in focus.
    entry: Option<usize>,
}

/// A place that a match led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Landing {
    section: SectionIx,
    focus: Option<BlockIx>,
    /// What lies over the text.
    top: Option<View>,
}

impl Landing {
    /// Where the reader is, with `top` over the text.
    pub(super) fn of(reader: &Reader, top: Option<&View>) -> Self {
        Self { section: reader.section(), focus: reader.focus(), top: top.cloned() }
    }
}

/// What a search may look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub reader: &'a Reader,
    pub keeping: &'a Keeping,
    /// What lies over the text.
    pub top: Option<&'a View>,
}

impl Finding {
    /// Nothing is searched for.
    pub(super) fn new(glyphs: &'static Glyphs) -> Self {
        Self {
            glyphs,
            corpus: None,
            folding: false,
            number: 0,
            waiting: None,
            entered: false,
            steps: 0,
            matches: Matches::default(),
            origin: None,
            past: Vec::new(),
            recalled: None,
        }
    }

    /// Whether a search has begun, and its place was neither taken nor left.
    pub(super) fn has_begun(&self) -> bool {
        self.origin.is_some()
    }

    /// Remembers where the search begins, unless it has begun.
    pub(super) fn begin(&mut self, place: Waypoint, reader: &Reader, overlays: &[Overlay]) {
        if self.origin.is_none() {
            self.origin = Some(Box::new(SearchOrigin {
                place,
                reader: reader.clone(),
                overlays: overlays.to_vec(),
                matches: self.matches.clone(),
                entry: None,
            }));
        }
    }

    /// The reader and what lay over the panes, as they were where the search began.
    pub(super) fn origin(&self) -> Option<(Reader, Vec<Overlay>)> {
        self.origin.as_ref().map(|origin| (origin.reader.clone(), origin.overlays.clone()))
    }

    /// What was found, and the match that the reader is at.
    pub(super) fn hits(&self) -> (&Hits, Option<Hit>) {
        (&self.matches.hits, self.matches.here)
    }

    /// What is to be marked wherever it is shown.
    pub(super) fn marking(&self) -> Option<Arc<Marking>> {
        let query = self.matches.query.clone()?;
        Some(Arc::new(Marking { query, here: self.matches.here }))
    }

    /// Whether a search is on that found one match and no other.
    pub(super) fn has_one_match(&self) -> bool {
        self.matches.hits.total == 1 && self.waiting.is_none()
    }

    /// Whether a search is on whose matches are found and counted.
    pub(super) fn has_counted(&self) -> bool {
        self.matches.hits.total > 0 && self.waiting.is_none()
    }

    /// Whether a search is on that found something.
    pub(super) fn has_matches(&self) -> bool {
        self.matches.hits.total > 0 || self.has_own()
    }

    /// Whether the line was taken, and the reader is not yet at its match.
    pub(super) fn waits_to_settle(&self) -> bool {
        self.entered
    }

    /// Whether the line was taken before there was anything to search.
    pub(super) fn waits_for_texts(&self) -> bool {
        self.entered && self.corpus.is_none()
    }

    /// Has the texts made ready, if they are not.
    fn fold(&mut self, around: &Around) -> Vec<Step> {
        if self.corpus.is_some() || mem::replace(&mut self.folding, true) {
            return Vec::new();
        }
        let briefing = around.reader.shared_briefing();
        // As they were counted when it was opened: counting them here takes longer than a key may.
        let words: usize =
            (0..briefing.sections.len()).map(|at| briefing.index().words(SectionIx::new(at))).sum();
        let job = Job::Fold(briefing);
        if words > FOLDED_AT_ONCE || around.reader.shares_indexes() {
            return vec![Step::Do(Effect::Search(job))];
        }
        job.run(|| true).map_or_else(Vec::new, |answer| self.answered(answer, around))
    }

    /// Another line is written.
    pub(super) fn written(&mut self, words: &str, regex: bool, around: &Around) -> Vec<Step> {
        let mut steps = self.give_up();
        let typed = SearchWords { words: words.to_owned(), regex };
        match Query::new(words, regex) {
            // Half an expression is on its way to be a whole one: what was found stays.
            Err(fault) => {
                self.matches.typed = typed;
                self.matches.fault = Some(fault);
            }
            Ok(query) if query.is_empty() => {
                self.matches = Matches { typed, ..Matches::default() };
                steps.extend([Step::ShowOrigin, Step::MarkMatches]);
            }
            Ok(query) => {
                self.matches.typed = typed;
                self.matches.query = Some(query);
                self.matches.fault = None;
                let entry = self.origin_entry();
                steps.extend(self.run(Aim::After(entry), around));
            }
        }
        steps
    }

    /// The number of the text where the search began.
    fn origin_entry(&mut self) -> usize {
        let Some(origin) = &mut self.origin else { return 0 };
        if let (None, Some(corpus)) = (origin.entry, &self.corpus) {
            let top = origin.overlays.last().map(|overlay| &overlay.view);
            origin.entry = corpus.first(aim::searchable_at(&origin.reader, top));
        }
        origin.entry.unwrap_or(0)
    }

    /// Searches: at once, if that is quick enough for a key.
    fn run(&mut self, aim: Aim, around: &Around) -> Vec<Step> {
        let Some(query) = self.matches.query.clone() else { return Vec::new() };
        self.look_through_own(around);
        self.number += 1;
        self.waiting = Some(aim);
        let Some(corpus) = self.corpus.clone() else { return self.fold(around) };
        let quick = !query.is_expression() && corpus.bytes() <= AT_ONCE;
        let job = Job::Search(SearchJob {
            number: self.number,
            corpus,
            query,
            teacher: around.reader.setting().teacher,
            around: aim.around(&self.matches.hits),
        });
        if !quick {
            return vec![Step::Do(Effect::Search(job))];
        }
        job.run(|| true).map_or_else(Vec::new, |answer| self.answered(answer, around))
    }

    /// A job was done.
    pub(super) fn answered(&mut self, answer: Answer, around: &Around) -> Vec<Step> {
        match answer {
            Answer::Folded(briefing, corpus) => self.folded(&briefing, corpus, around),
            Answer::Hits(number, hits) if number == self.number => self.found(hits, around),
            // Names are not searched for here.
            Answer::Hits(..) | Answer::Named(..) | Answer::Compared(..) => Vec::new(),
        }
    }

    /// The texts of a briefing are ready: what waited for them is searched.
    fn folded(
        &mut self,
        briefing: &Arc<Briefing>,
        corpus: Arc<Corpus>,
        around: &Around,
    ) -> Vec<Step> {
        if !Arc::ptr_eq(briefing, &around.reader.shared_briefing()) {
            return Vec::new();
        }
        self.corpus = Some(corpus);
        self.folding = false;
        match self.waiting {
            Some(Aim::After(_)) => {
                let entry = self.origin_entry();
                self.run(Aim::After(entry), around)
            }
            Some(aim) => self.run(aim, around),
            None => Vec::new(),
        }
    }

    /// A search was done: the reader is taken where it was to be taken.
    fn found(&mut self, hits: Arc<Hits>, around: &Around) -> Vec<Step> {
        let mut steps = Vec::new();
        if let Some(aim) = self.waiting.take() {
            self.matches.hits = hits;
            steps = self.take_aim(aim, around);
        }
        if self.waiting.is_none() && mem::take(&mut self.entered) {
            steps.push(Step::Settle);
        }
        if self.waiting.is_none() {
            let by = mem::take(&mut self.steps);
            if self.has_counted() && by != 0 {
                steps.push(Step::NextMatch(by));
            } else {
                steps.extend((0..by.unsigned_abs()).map(|_| Step::NextMatch(by.signum())));
            }
        }
        steps
    }

    /// What was waited for is no longer wanted.
    fn give_up(&mut self) -> Vec<Step> {
        (self.entered, self.steps) = (false, 0);
        let waited = self.waiting.take().is_some() && self.corpus.is_some();
        waited.then(|| Step::Do(Effect::GiveUp)).into_iter().collect()
    }

    /// The reader stays at the match that it was taken to. Backspace leads to where it began.
    pub(super) fn settle(&mut self) -> Vec<Step> {
        let Some(origin) = self.origin.take() else { return Vec::new() };
        if self.matches.at.is_some() {
            vec![Step::Leave(Box::new(origin.place))]
        } else if self.has_own() {
            let mut steps = vec![Step::Leave(Box::new(origin.place))];
            steps.extend(self.show_own(0));
            steps.push(Step::Say(words::ONLY_IN_YOUR_NOTES.to_owned()));
            steps
        } else if self.matches.query.is_some() {
            vec![Step::Say(self.no_match())]
        } else {
            Vec::new()
        }
    }

    /// Goes back to where the search began. Answers with what was searched for then.
    fn leave_place(&mut self) -> (Vec<Step>, Option<Matches>) {
        let mut steps = self.give_up();
        let Some(origin) = self.origin.take() else { return (steps, None) };
        let SearchOrigin { reader, overlays, matches, .. } = *origin;
        steps.push(Step::Restore(Box::new((reader, overlays))));
        (steps, Some(matches))
    }

    /// Takes the marks off. Answers with what is left to do, if there were any.
    pub(super) fn end(&mut self) -> Option<Vec<Step>> {
        mem::take(&mut self.matches).query?;
        let mut steps = self.give_up();
        steps.push(Step::MarkMatches);
        Some(steps)
    }

    /// Before a key does what it does: while an answer is waited for, any other than those that go
    /// on to a match says that the reader is not to be taken away.
    pub(super) fn stay_for_others(&mut self, goes_on: bool) {
        if self.entered && !goes_on {
            (self.entered, self.steps) = (false, 0);
            self.origin = None;
            self.waiting = Some(Aim::Stay);
        }
    }

    /// Forgets where the search began, if it is over: nothing is written or listed.
    pub(super) fn forget_origin(&mut self) {
        if !self.entered {
            self.origin = None;
        }
    }

    /// The texts that are searched are others: the teacher's too, or no longer.
    pub(super) fn search_again(&mut self, around: &Around) -> Vec<Step> {
        if self.matches.query.is_none() || self.origin.is_some() {
            return Vec::new();
        }
        let mut steps = self.give_up();
        steps.extend(self.run(Aim::Stay, around));
        steps
    }

    /// Another briefing is open, or none.
    pub(super) fn forget(&mut self) -> Vec<Step> {
        let steps = self.give_up();
        let past = mem::take(&mut self.past);
        *self = Self { past, number: self.number + 1, ..Self::new(self.glyphs) };
        steps
    }

    /// The same briefing is open in another state, which is searched for the same.
    pub(super) fn search_anew(&mut self, around: &Around) -> Vec<Step> {
        let Matches { typed, query, .. } = mem::take(&mut self.matches);
        let mut steps = self.forget();
        if query.is_some() {
            self.matches = Matches { typed, query, ..Matches::default() };
            steps.push(Step::MarkMatches);
            steps.extend(self.run(Aim::Stay, around));
        }
        steps
    }
}
