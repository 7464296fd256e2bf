//! Going to matches.

use std::sync::Arc;

use crate::model::{ProvisionAddress, Target};
use crate::text::search::{Hits, Searchable};

use super::super::step::Step;
use super::super::{Reader, View, words};
use super::{Around, Finding, Landing};

/// What is said where the way to a match leads over the end.
pub(super) const TOP: &str = words::FROM_THE_TOP;
/// What is said where it leads over the beginning.
pub(super) const END: &str = words::FROM_THE_END;

/// Which match the reader is to be taken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The first one in the text of this number or after it.
    After(usize),
    /// The last one before it.
    Before(usize),
    /// The one of this number, counted from 0; what was passed on the way to it.
    Number(usize, Option<&'static str>),
    /// None: only what is marked changes.
    Stay,
}

impl Aim {
    /// The number of the text around which matches are to be kept, with `hits` kept so far.
    pub(super) fn around(self, hits: &Hits) -> usize {
        match self {
            Self::After(entry) | Self::Before(entry) => entry,
            Self::Number(0, _) | Self::Stay => 0,
            Self::Number(number, _) if number + 1 >= hits.total => usize::MAX,
            Self::Number(number, _) => {
                let near = if number < hits.first { hits.kept.first() } else { hits.kept.last() };
                near.map_or(0, |hit| hit.entry)
            }
        }
    }
}

impl Finding {
    /// So many matches on, or back; where the reader's own words alone were found, to the next of them, or
    /// to the one before.
    pub(in crate::app) fn next_match(&mut self, by: isize, around: &Around) -> Vec<Step> {
        let on = by > 0;
        if by == 0 {
            return Vec::new();
        }
        if self.waiting.is_some() {
            self.steps += by;
            return Vec::new();
        }
        if self.matches.query.is_none() || self.matches.hits.total == 0 {
            return self.next_own(on, around);
        }
        let mut steps = Vec::new();
        if let Some(at) = self.matches.at.filter(|_| self.is_landed(around)) {
            let (number, is_over) = beyond(at, by, self.matches.hits.total);
            let over = is_over.then_some(if on { TOP } else { END });
            steps = self.go_to_number(number, over, around);
        } else if let Some(entry) = self.entry(around) {
            let aim = if on { Aim::After(entry) } else { Aim::Before(entry) };
            let is_kept = self.covers(entry);
            steps = if is_kept { self.take_aim(aim, around) } else { self.run(aim, around) };
            if by != by.signum() {
                steps.push(Step::NextMatch(by - by.signum()));
            }
        }
        steps.extend(self.matches.over.map(|over| Step::Say(over.to_owned())));
        steps
    }

    /// The number of the text that is read.
    pub(super) fn entry(&self, around: &Around) -> Option<usize> {
        self.corpus.as_ref()?.first(searchable_at(around.reader, around.top))
    }

    /// Whether the matches around a text are among those that are kept.
    fn covers(&self, entry: usize) -> bool {
        let hits = &self.matches.hits;
        let near = hits.kept.partition_point(|hit| hit.entry < entry);
        let end = hits.first + hits.kept.len() >= hits.total;
        (near > 0 || hits.first == 0) && (near < hits.kept.len() || end)
    }

    /// Takes the reader to a match among those that are kept.
    pub(super) fn take_aim(&mut self, aim: Aim, around: &Around) -> Vec<Step> {
        let hits = Arc::clone(&self.matches.hits);
        let Some(last) = hits.total.checked_sub(1) else { return self.find_nothing(aim, around) };
        let near = |entry| hits.first + hits.kept.partition_point(|hit| hit.entry < entry);
        let end = hits.first + hits.kept.len();
        let (number, over) = match aim {
            Aim::Stay => return self.stay(),
            Aim::Number(number, over) => (number, over),
            Aim::After(entry) if near(entry) < end => (near(entry), None),
            Aim::After(_) => (0, Some(TOP)),
            Aim::Before(entry) if near(entry) > 0 => (near(entry) - 1, None),
            Aim::Before(_) => (last, Some(END)),
        };
        match number.checked_sub(hits.first).and_then(|at| hits.kept.get(at)) {
            Some(hit) => {
                let matches = &mut self.matches;
                (matches.at, matches.here, matches.over) = (Some(number), Some(*hit), over);
                vec![Step::ShowMatch(*hit)]
            }
            None if matches!(aim, Aim::Number(..)) => Vec::new(),
            None => self.run(Aim::Number(number, over), around),
        }
    }

    fn find_nothing(&mut self, aim: Aim, around: &Around) -> Vec<Step> {
        if aim == Aim::Stay && around.reader.hides_own() {
            // What the class does not see was searched for: the words stay out of sight too.
            return self.end().unwrap_or_default();
        }
        let matches = &mut self.matches;
        (matches.at, matches.here, matches.over) = (None, None, None);
        let show = (aim != Aim::Stay).then_some(Step::ShowOrigin);
        show.into_iter().chain([Step::MarkMatches]).collect()
    }

    /// Takes the reader to the match of a number, counted from 0.
    pub(super) fn go_to_number(
        &mut self,
        number: usize,
        over: Option<&'static str>,
        around: &Around,
    ) -> Vec<Step> {
        let hits = &self.matches.hits;
        let kept = number.checked_sub(hits.first).is_some_and(|at| at < hits.kept.len());
        let aim = Aim::Number(number, over);
        if kept { self.take_aim(aim, around) } else { self.run(aim, around) }
    }

    /// Marks what was found, and leaves the reader where it is.
    fn stay(&mut self) -> Vec<Step> {
        let matches = &mut self.matches;
        let here = matches.here;
        let at = matches.hits.kept.iter().position(|hit| Some(*hit) == here);
        matches.at = at.map(|at| matches.hits.first + at);
        matches.here = here.filter(|_| at.is_some());
        vec![Step::MarkMatches]
    }

    /// The reader was taken to a match, and is here now.
    pub(in crate::app) fn land(&mut self, landing: Landing) {
        self.matches.landed = Some(landing);
    }

    /// Whether the reader is where a match led to.
    pub(super) fn is_landed(&self, around: &Around) -> bool {
        let landed = self.matches.landed.as_ref();
        landed.is_some_and(|landed| *landed == Landing::of(around.reader, around.top))
    }

    /// Whether what lies on top is the match that the reader was taken to.
    pub(in crate::app) fn is_at_match(&self, around: &Around) -> bool {
        around.top.is_some() && self.is_landed(around)
    }
}

/// The number `by` after `at` of `total`, after the last the first; and whether that was passed.
fn beyond(at: usize, by: isize, total: usize) -> (usize, bool) {
    let to = at.checked_add_signed(by).filter(|to| *to < total);
    let signed = |n: usize| isize::try_from(n).unwrap_or(isize::MAX);
    let round = signed(at).saturating_add(by).rem_euclid(signed(total.max(1)));
    (to.unwrap_or(round.unsigned_abs()), to.is_none())
}

/// What is read in a reader with `top` over the panes.
pub(super) fn searchable_at(reader: &Reader, top: Option<&View>) -> Searchable {
    let card = match top {
        Some(View::Card(card)) => Some(card.target.clone()),
        Some(View::Instrument(view)) => Some(view.here()),
        _ => None,
    };
    let shown = card.and_then(|target| match target {
        Target::Instrument(at) => Some(Searchable::Instrument(at)),
        Target::Article(at) | Target::Provision(ProvisionAddress { article: at, steps: _ }) => {
            Some(Searchable::Article(at))
        }
        Target::Actor(at) => Some(Searchable::Actor(at)),
        Target::Term(at) => Some(Searchable::Term(at)),
        Target::Event(at) => Some(Searchable::Event(at)),
        Target::Source(at) => Some(Searchable::Source(at)),
        Target::Section(_) | Target::Block(_) | Target::Web(_) => None,
    });
    shown.unwrap_or_else(|| match reader.focus() {
        Some(at) => Searchable::Block(at),
        None => Searchable::Section(reader.section()),
    })
}
