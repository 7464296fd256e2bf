//! Search over everything that a briefing says.
//!
//! Every text is folded once (see `fold`) and all of them are laid end to end, a line feed after
//! each: no folded text has one, so nothing is found across two texts. Words are then found in
//! one pass over a few megabytes. Where a hit is in the text itself is worked out when somebody
//! looks at it.

mod cased;
mod query;
mod searchable;

use std::ops::Range;

use crate::model::Briefing;

use super::fold::unfold;
use cased::Cased;

pub use query::{Query, QueryError};
pub use searchable::{SearchField, Searchable};

/// How many hits of words are counted before asking whether to go on.
const PATIENCE: usize = 4_096;
/// How many hits of an expression are counted: as many as take no longer than a key may.
const COUNTED: usize = 100_000;
/// How many bytes are searched. A folded text is never four times as long as the text.
const MOST: usize = u32::MAX as usize / 4;

/// All texts of a briefing, ready to be searched.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    folded: Cased,
    entries: Vec<Indexed>,
}

/// One text.
#[derive(Debug, Clone, Copy)]
struct Indexed {
    /// Where it ends in [`Corpus::folded`], the line feed left out.
    end: u32,
    place: Searchable,
    field: SearchField,
    /// Whether it is left out where the teacher's texts are.
    teachers: bool,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// Those that are kept of them, one after the other in the order of reading.
    pub kept: Vec<Hit>,
    /// How many come before the first that is kept.
    pub first: usize,
    /// How many there are.
    pub total: usize,
    /// Whether there are more than could be counted in time: an expression such as `.` is left
    /// after a hundred thousand.
    pub more: bool,
}

/// A place that has what was searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The number of the text in the order of reading, counted from 0. See [`Corpus::first`].
    pub entry: usize,
    /// What has it.
    pub place: Searchable,
    /// In which of its texts.
    pub field: SearchField,
    /// Bytes of the folded text.
    start: u32,
    end: u32,
}

impl Corpus {
    /// All that `briefing` says, in the order of reading: the narrative, the law, the actors, the
    /// terms, the events, the sources, the questions.
    pub fn of(briefing: &Briefing) -> Self {
        let mut corpus = Self::default();
        for place in Searchable::all(briefing) {
            place.each_field(briefing, &mut |field, words| {
                let teachers = place.is_teachers(briefing, field);
                corpus.push(Indexed { end: 0, place, field, teachers }, words);
            });
        }
        corpus.folded.shrink();
        corpus.entries.shrink_to_fit();
        corpus
    }

    /// Adds a text, unless it is empty or there is more than 32 bits can count.
    fn push(&mut self, entry: Indexed, words: &str) {
        let room = MOST.saturating_sub(self.folded.low().len());
        if words.is_empty() || words.len() > room {
            return;
        }
        self.folded.push_folded(words);
        let end = u32::try_from(self.folded.low().len()).unwrap_or(u32::MAX);
        self.folded.push('\n');
        self.entries.push(Indexed { end, ..entry });
    }

    /// What has `query`: the first `limit` places, and how many there are. The teacher's texts
    /// are searched only for the `teacher`.
    pub fn search(&self, query: &Query, teacher: bool, limit: usize) -> Hits {
        self.search_while(query, teacher, limit, || true).unwrap_or_default()
    }

    /// As [`Corpus::search`], for as long as `wanted` says so, which is asked every now and then:
    /// a search that the next key has made pointless need not be brought to its end.
    pub fn search_while(
        &self,
        query: &Query,
        teacher: bool,
        limit: usize,
        wanted: impl Fn() -> bool,
    ) -> Option<Hits> {
        self.search_around(query, teacher, 0, limit, wanted)
    }

    /// As [`Corpus::search_while`], but of more than `limit` places those around text number `from`
    /// are kept: at most half of them before it.
    pub fn search_around(
        &self,
        query: &Query,
        teacher: bool,
        from: usize,
        limit: usize,
        wanted: impl Fn() -> bool,
    ) -> Option<Hits> {
        let hits = Hits::default();
        let mut search = Search { corpus: self, teacher, from, limit, hits, oldest: 0 };
        let finished = match query.words() {
            Some(words) => search.words(words, &wanted),
            None => query.is_empty() || search.each_entry(query, &wanted),
        };
        finished.then(|| search.finish())
    }

    /// How many bytes are searched.
    pub fn bytes(&self) -> usize {
        self.folded.low().len()
    }

    /// The number of the first text of `place`, to find the hits from there on: they are in the
    /// order of [`Hit::entry`].
    pub fn first(&self, place: Searchable) -> Option<usize> {
        self.entries.iter().position(|entry| entry.place == place)
    }
}

impl Hit {
    /// The logical text that it is in. `briefing` is the one that the corpus was made of.
    pub fn text<'a>(&self, briefing: &'a Briefing) -> &'a str {
        self.place.words(briefing, self.field).unwrap_or_default()
    }

    /// Bytes of [`Hit::text`]. No grapheme cluster is parted.
    pub fn range(&self, briefing: &Briefing) -> Range<usize> {
        let hit = self.start as usize..self.end as usize;
        let found = unfold(self.text(briefing), &[hit]);
        found.into_iter().next().unwrap_or(0..0)
    }
}

/// One search under way.
struct Search<'a> {
    corpus: &'a Corpus,
    teacher: bool,
    from: usize,
    limit: usize,
    hits: Hits,
    /// Where in [`Hits::kept`] the first is, while those before `from` go round in it.
    oldest: usize,
}

impl Search<'_> {
    /// Searches all texts in one pass.
    fn words(&mut self, words: &query::Phrase, wanted: &impl Fn() -> bool) -> bool {
        let folded = &self.corpus.folded;
        let mut entries = self.corpus.entries.iter().enumerate();
        let mut start = 0;
        let mut current = entries.next();
        let mut at = 0;
        let mut hits = words.hits(folded, folded.low().len());
        while let Some(hit) = hits.next(at) {
            while let Some((_, entry)) = current.filter(|(_, entry)| (entry.end as usize) < hit.end)
            {
                start = entry.end as usize + 1;
                current = entries.next();
            }
            let Some((number, entry)) = current else { break };
            at = hit.end;
            if entry.teachers && !self.teacher {
                at = entry.end as usize;
                continue;
            }
            self.count(number, entry, hit.start - start..hit.end - start);
            if self.hits.total.is_multiple_of(PATIENCE) && !wanted() {
                return false;
            }
        }
        true
    }

    /// Searches one text after the other, so that the ends of a text are those of the expression.
    fn each_entry(&mut self, query: &Query, wanted: &impl Fn() -> bool) -> bool {
        let mut start = 0;
        for (number, entry) in self.corpus.entries.iter().enumerate() {
            let end = entry.end as usize;
            if !entry.teachers || self.teacher {
                query.each(&self.corpus.folded, start..end, &mut |hit| {
                    self.hits.more = self.hits.total >= COUNTED;
                    if !self.hits.more {
                        self.count(number, entry, hit);
                    }
                    !self.hits.more
                });
                if self.hits.more {
                    break;
                }
                if !wanted() {
                    return false;
                }
            }
            start = end + 1;
        }
        true
    }

    fn count(&mut self, number: usize, entry: &Indexed, hit: Range<usize>) {
        self.hits.total += 1;
        let before = number < self.from;
        let room = if before { self.limit / 2 } else { self.limit };
        if !before {
            self.straighten();
        }
        let kept = &mut self.hits.kept;
        if kept.len() >= room && !before {
            return;
        }
        let bytes = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let hit = Hit {
            entry: number,
            place: entry.place,
            field: entry.field,
            start: bytes(hit.start),
            end: bytes(hit.end),
        };
        if kept.len() < room {
            kept.push(hit);
            return;
        }
        self.hits.first += 1;
        if let Some(oldest) = kept.get_mut(self.oldest) {
            *oldest = hit;
            self.oldest = (self.oldest + 1) % room;
        }
    }

    /// Puts those that went round in order.
    fn straighten(&mut self) {
        self.hits.kept.rotate_left(self.oldest);
        self.oldest = 0;
    }

    fn finish(mut self) -> Hits {
        self.straighten();
        self.hits
    }
}
