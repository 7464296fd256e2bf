//! The way to a provision from its article, mark by mark, and back.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::{ArticleIx, ProvisionAddress, Wording, step_of};

impl Wording {
    /// The way to each provision from its article: `(2)(b)`. One that has none of its own, because another
    /// beside it has the same mark, has that of what it stands in; empty is the article itself.
    pub(crate) fn addresses(&self) -> Vec<Arc<str>> {
        let provisions = self.provisions();
        let marks = provisions.iter().map(|one| one.mark.as_deref().and_then(step_of));
        let marks: Vec<Option<String>> = marks.collect();
        let mut first = HashMap::new();
        for (at, (one, mark)) in provisions.iter().zip(&marks).enumerate() {
            if let Some(mark) = mark {
                first.entry((one.parent, mark.clone())).or_insert(at);
            }
        }
        let mut unmarked: HashMap<Option<usize>, usize> = HashMap::new();
        let mut addresses: Vec<(Arc<str>, bool)> = Vec::with_capacity(provisions.len());
        for (at, (one, mark)) in provisions.iter().zip(marks).enumerate() {
            let step = if let Some(mark) = mark {
                Some((one.parent, mark)).filter(|key| first.get(key) == Some(&at))
            } else {
                let number = unmarked.entry(one.parent).or_default();
                *number += 1;
                Some((one.parent, number.to_string())).filter(|key| !first.contains_key(key))
            };
            let above = one.parent.and_then(|parent| addresses.get(parent)).cloned();
            let (above, is_own) = above.unwrap_or_else(|| (Arc::default(), true));
            addresses.push(match step.filter(|_| is_own) {
                Some((_, step)) => (format!("{above}({step})").into(), true),
                None => (above, false),
            });
        }
        addresses.into_iter().map(|(address, _)| address).collect()
    }

    /// A provision with all that stands in it, by their positions.
    pub(crate) fn with_all_in(&self, at: usize) -> Range<usize> {
        let level = self.provisions().get(at).map_or(0, |one| one.level);
        let below = self.provisions().iter().skip(at + 1).take_while(|one| one.level > level);
        at..at + 1 + below.count()
    }

    /// The bytes of its text that some of its provisions are, which follow each other.
    pub(crate) fn bytes(&self, provisions: &Range<usize>) -> Range<usize> {
        let of = self.provisions().get(provisions.clone()).unwrap_or_default();
        let (first, last) = (of.first(), of.last());
        first.map_or(0, |one| one.range.start)..last.map_or(0, |one| one.range.end)
    }
}

impl ProvisionAddress {
    /// A provision of an article.
    pub(crate) fn new(article: ArticleIx, steps: impl Into<Arc<str>>) -> Self {
        Self { article, steps: steps.into() }
    }

    /// The provisions that it stands in, the nearest first.
    pub(crate) fn above(&self) -> impl Iterator<Item = Self> + '_ {
        let ends = self.steps.rmatch_indices('(').map(|(at, _)| at).take_while(|at| *at > 0);
        ends.filter_map(|at| Some(Self::new(self.article, self.steps.get(..at)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Provision, Text};
    use super::*;

    /// A wording of these marks, each behind as many blanks as it has provisions above it; `_` has none.
    fn wording(marks: &[&str]) -> Wording {
        let mut provisions: Vec<Provision> = Vec::new();
        for mark in marks {
            let level = mark.len() - mark.trim_start().len();
            let parent = provisions.iter().rposition(|one| one.level + 1 == level);
            let mark = Some(mark.trim()).filter(|mark| *mark != "_").map(str::to_owned);
            provisions.push(Provision { mark, level, parent, ..Provision::default() });
        }
        let text = marks.iter().map(|mark| mark.trim()).collect::<Vec<_>>().join("\n");
        Wording::new(Text::unmarked(&text), provisions)
    }

    fn check(marks: &[&str], expected: &[&str]) {
        let wording = wording(marks);
        let addresses = wording.addresses();
        assert_eq!(addresses.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), expected);
        let mut seen = std::collections::HashSet::new();
        for (at, address) in addresses.iter().enumerate() {
            if seen.insert(address) && !address.is_empty() {
                assert_eq!(wording.find(address), Some(at), "{address}");
            }
        }
    }

    #[test]
    fn an_address_is_the_way_down_mark_by_mark() {
        check(
            &["1.", " (a)", "  (i)", " (b)", "2."],
            &["(1)", "(1)(a)", "(1)(a)(i)", "(1)(b)", "(2)"],
        );
        check(&["①", "②", " 1.", " 2."], &["(1)", "(2)", "(2)(1)", "(2)(2)"]);
    }

    #[test]
    fn what_has_no_mark_is_counted_where_no_mark_has_its_number() {
        check(&["_", "_"], &["(1)", "(2)"]);
        check(&["_", "(a)", "(b)", "_"], &["(1)", "(a)", "(b)", "(2)"]);
        check(&["_", "1.", "2."], &["", "(1)", "(2)"]);
        check(&["1.", " –", " –"], &["(1)", "(1)(1)", "(1)(2)"]);
    }

    #[test]
    fn of_two_with_one_mark_the_first_has_the_address() {
        check(&["1.", "1.", " (a)", "2."], &["(1)", "", "", "(2)"]);
    }

    #[test]
    fn an_address_knows_what_it_stands_in() {
        let article = ArticleIx::new(super::super::InstrumentIx::new(0), 0);
        let above = |steps: &str| -> Vec<String> {
            let address = ProvisionAddress::new(article, steps);
            address.above().map(|one| one.steps.to_string()).collect()
        };
        assert_eq!(above("(2)(b)(i)"), ["(2)(b)", "(2)"]);
        assert_eq!(above("(2)"), [""; 0]);
    }
}
