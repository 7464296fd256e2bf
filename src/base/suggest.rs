//! The nearest word to one that is none.

use std::cell::Cell;

/// Longer words get no suggestion: comparing costs the product of the lengths.
const LONGEST: usize = 48;

/// How many comparisons a reading may spend on suggestions. Thousands of wrong references to
/// thousands of ids shall not take minutes; the first of them get their suggestions.
pub(crate) struct Suggest {
    left: Cell<u32>,
    /// How many candidates may still be looked at, those of another length included.
    looks: Cell<u32>,
}

impl Default for Suggest {
    fn default() -> Self {
        Self { left: Cell::new(400_000), looks: Cell::new(10_000_000) }
    }
}

impl Suggest {
    /// The candidate that `word` was most likely meant to be, if one is near enough.
    pub(crate) fn nearest<'a>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let mut best: Option<(usize, &str)> = None;
        self.compare(word, candidates, |distance, candidate| {
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        })?;
        best.map(|(_, candidate)| candidate)
    }

    /// The one candidate that `word` was certainly meant to be: two letters are wrong at most, and no other is
    /// near enough to be suggested.
    pub(crate) fn certain<'a>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let mut near = Vec::new();
        self.compare(word, candidates, |distance, candidate| near.push((distance, candidate)))?;
        match near.as_slice() {
            [(0..=2, only)] => Some(only),
            _ => None,
        }
    }

    /// Gives away each candidate that is near enough, with how many letters are wrong; `None` if none could be, or
    /// not all of them were looked at.
    fn compare<'a>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
        mut near: impl FnMut(usize, &'a str),
    ) -> Option<()> {
        if word.len() > LONGEST || self.left.get() == 0 {
            return None;
        }
        let word = word.to_lowercase();
        // A third of the letters may differ; of one or two letters none, for any would do.
        let far = (word.chars().count() / 3).min(3);
        if far == 0 {
            return None;
        }
        for candidate in candidates {
            self.looks.set(self.looks.get().checked_sub(1)?);
            if candidate.len().abs_diff(word.len()) > 4 * far || candidate.len() > LONGEST {
                continue;
            }
            let left = self.left.get().checked_sub(1)?;
            self.left.set(left);
            let distance = strsim::osa_distance(&word, &candidate.to_lowercase());
            if distance <= far {
                near(distance, candidate);
            }
        }
        Some(())
    }
}
