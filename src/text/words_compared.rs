//! Which words of wordings that are compared the others lack. Of long laws that takes longer than a key may, so
//! that it can be done aside.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{Briefing, Target, Wording};

use super::differ::{Words, shared};

/// Wordings of so many bytes in all are compared while a key is being answered.
const AT_ONCE: usize = 40_000;

/// What came of comparing wordings word by word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsCompared {
    of: Vec<Target>,
    /// Of each its words, if it has a wording in the language of the first.
    columns: Vec<Option<ColumnWords>>,
}

/// The words of one wording.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ColumnWords {
    /// The bytes of those that another lacks, in order.
    pub own: Vec<Range<usize>>,
    /// How many it shares, and how many there are.
    pub shared: usize,
    pub all: usize,
}

/// The wording of an article, or of a provision of one.
#[derive(Debug, Clone)]
pub(super) struct WordingOf<'a> {
    pub wording: Cow<'a, Wording>,
    /// The language that it is in, a BCP 47 tag without what follows the first hyphen.
    pub language: &'a str,
}

impl<'a> WordingOf<'a> {
    pub(super) fn target(briefing: &'a Briefing, of: &Target) -> Option<Self> {
        let at = of.article()?;
        let whole = briefing.article(at).wording.as_ref()?;
        let wording = match of {
            Target::Provision(address) => Cow::Owned(whole.part(whole.find(&address.steps)?)),
            _ => Cow::Borrowed(whole),
        };
        let language = briefing.wording_language(at).split('-').next().unwrap_or_default();
        Some(Self { wording, language })
    }

    /// Its words, without the marks of its provisions: a paragraph that has another number is not another.
    fn words(&self) -> Words {
        let said = self.wording.provisions().iter().map(|one| one.words..one.range.end);
        Words::of_parts(&self.wording.text.plain, said)
    }
}

impl WordsCompared {
    /// Compares the wordings of what is in the language of the first: the words of the first that none of the
    /// others has, and those of the others that the first one lacks.
    pub(crate) fn new(briefing: &Briefing, of: &[Target]) -> Self {
        let compared = Self::while_wanted(briefing, of, || true);
        compared.unwrap_or_else(|| Self { of: of.to_vec(), columns: vec![None; of.len()] })
    }

    /// The same, for as long as it is `wanted`.
    pub(crate) fn while_wanted(
        briefing: &Briefing,
        of: &[Target],
        wanted: impl Fn() -> bool,
    ) -> Option<Self> {
        let wordings: Vec<_> = of.iter().map(|of| WordingOf::target(briefing, of)).collect();
        let mut columns = vec![None; of.len()];
        let done = |columns| Some(Self { of: of.to_vec(), columns });
        let Some((Some(first), others)) = wordings.split_first() else { return done(columns) };
        let words = first.words();
        let mut in_first = vec![false; words.len()];
        let mut is_compared = false;
        for (other, column) in others.iter().zip(columns.iter_mut().skip(1)) {
            let same = |other: &&WordingOf| other.language.eq_ignore_ascii_case(first.language);
            let Some(other) = other.as_ref().filter(same) else { continue };
            if !wanted() {
                return None;
            }
            let others_words = other.words();
            let (in_one, in_other) = shared(&words, &others_words);
            in_first.iter_mut().zip(in_one).for_each(|(shared, here)| *shared |= here);
            *column = Some(ColumnWords::of(&others_words, &in_other));
            is_compared = true;
        }
        if let Some(column) = columns.first_mut().filter(|_| is_compared) {
            *column = Some(ColumnWords::of(&words, &in_first));
        }
        done(columns)
    }

    /// The same, if it takes no longer than a key may.
    pub(crate) fn at_once(briefing: &Briefing, of: &[Target]) -> Option<Self> {
        let wordings = of.iter().filter_map(|of| briefing.article(of.article()?).wording.as_ref());
        let bytes: usize = wordings.map(|wording| wording.text.plain.len()).sum();
        (bytes <= AT_ONCE).then(|| Self::new(briefing, of))
    }

    /// Whether these were compared.
    pub(crate) fn is_of(&self, of: &[Target]) -> bool {
        self.of == of
    }

    pub(super) fn column(&self, number: usize) -> Option<&ColumnWords> {
        self.columns.get(number)?.as_ref()
    }
}

impl ColumnWords {
    fn of(words: &Words, shared: &[bool]) -> Self {
        let number = shared.iter().filter(|shared| **shared).count();
        Self { own: words.own(shared), shared: number, all: words.len() }
    }
}
