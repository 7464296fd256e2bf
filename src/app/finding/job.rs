//! What takes too long for a key, and is done aside.

use std::sync::Arc;

use crate::model::{Briefing, Target};
use crate::text::WordsCompared;
use crate::text::goto::Names;
use crate::text::search::{Corpus, Hits, Query};

/// How many matches are kept. Of more, those around the place where the reader is.
const KEPT: usize = 10_000;

/// Something to be done aside.
#[derive(Debug, Clone)]
pub enum Job {
    /// Make a briefing ready to be searched.
    Fold(Arc<Briefing>),
    /// Gather what can be gone to by name in a briefing.
    Name(Arc<Briefing>),
    /// Compare the wordings of these word by word.
    Compare(Arc<Briefing>, Vec<Target>),
    /// Search.
    Search(SearchJob),
}

/// One search.
#[derive(Debug, Clone)]
pub struct SearchJob {
    /// Which one, among those of the session. An answer to another than the last is not wanted.
    pub number: u64,
    pub(super) corpus: Arc<Corpus>,
    pub(super) query: Query,
    /// Whether the teacher's texts are searched as well.
    pub(super) teacher: bool,
    /// The number of the text around which matches are kept.
    pub(super) around: usize,
}

/// What came of a job.
#[derive(Debug, Clone)]
pub enum Answer {
    /// The texts of a briefing, ready to be searched.
    Folded(Arc<Briefing>, Arc<Corpus>),
    /// The names of a briefing.
    Named(Arc<Briefing>, Names),
    /// What came of comparing wordings of a briefing.
    Compared(Arc<Briefing>, Arc<WordsCompared>),
    /// What the search of this number found.
    Hits(u64, Arc<Hits>),
}

impl Job {
    /// Does it, for as long as it is `wanted`.
    pub fn run(&self, wanted: impl Fn() -> bool) -> Option<Answer> {
        match self {
            Self::Fold(briefing) => {
                let corpus = Arc::new(Corpus::of(briefing));
                Some(Answer::Folded(Arc::clone(briefing), corpus))
            }
            Self::Name(briefing) => Some(Answer::Named(Arc::clone(briefing), Names::of(briefing))),
            Self::Compare(briefing, of) => {
                let words = Arc::new(WordsCompared::while_wanted(briefing, of, wanted)?);
                Some(Answer::Compared(Arc::clone(briefing), words))
            }
            Self::Search(SearchJob { number, corpus, query, teacher, around }) => {
                let hits = corpus.search_around(query, *teacher, *around, KEPT, wanted)?;
                Some(Answer::Hits(*number, Arc::new(hits)))
            }
        }
    }
}

/// Two are the same if they ask for the same: the same briefing, the search of the same number.
impl PartialEq for Job {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fold(one), Self::Fold(two)) | (Self::Name(one), Self::Name(two)) => {
                Arc::ptr_eq(one, two)
            }
            (Self::Compare(one, of), Self::Compare(two, others)) => {
                Arc::ptr_eq(one, two) && of == others
            }
            (Self::Search(one), Self::Search(two)) => one.number == two.number,
            _ => false,
        }
    }
}

impl Eq for Job {}
