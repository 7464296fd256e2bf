//! The way to a provision from its article, mark by mark, and back.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::steps_on::UNMARKED;
use super::{ArticleIx, ProvisionAddress, ProvisionSteps, Wording, step_of};

impl Wording {
    /// The way to each provision from its article. Below a paragraph without a mark it leaves that out, as
    /// lawyers do, where it leads there without. A provision that has none of its own, because another
    /// beside it has the same mark, has that of what it stands in.
    pub(crate) fn addresses(&self) -> &[ProvisionSteps] {
        self.ways.get_or_make(|| self.each_address())
    }

    fn each_address(&self) -> Vec<ProvisionSteps> {
        let provisions = self.provisions();
        let marks = provisions.iter().map(|one| one.mark.as_deref().and_then(step_of));
        let on = self.steps_on();
        let mut unmarked: HashMap<Option<usize>, usize> = HashMap::new();
        let mut addresses: Vec<ProvisionSteps> = Vec::with_capacity(provisions.len());
        for (at, (one, mark)) in provisions.iter().zip(marks).enumerate() {
            let above = one.parent.and_then(|above| provisions.get(above));
            let around = above.filter(|above| above.mark.is_none() && mark.is_some());
            let step = mark.unwrap_or_else(|| {
                let number = unmarked.entry(one.parent).or_default();
                *number += 1;
                let step = number.to_string();
                let leads = on.step(one.parent, &step) == Some(at);
                if leads { step } else { format!("{UNMARKED}{step}") }
            });
            let from = around.map(|above| above.parent).into_iter().chain([one.parent]);
            let from = from.into_iter().find(|from| on.step(*from, &step) == Some(at));
            let address = |at: Option<usize>| match at {
                Some(at) => addresses.get(at).cloned().unwrap_or_default(),
                None => ProvisionSteps { steps: Arc::default(), is_own: true },
            };
            let address = match from.map(address).filter(|from| from.is_own) {
                Some(ProvisionSteps { steps: from, .. }) => {
                    ProvisionSteps { steps: format!("{from}({step})").into(), is_own: true }
                }
                None => ProvisionSteps { is_own: false, ..address(one.parent) },
            };
            addresses.push(address);
        }
        addresses
    }

    /// The steps by which a provision is cited to which other steps lead too, in capitals or with more of
    /// them.
    pub(crate) fn cited_as(&self, steps: &str) -> Option<Arc<str>> {
        let at = self.find(steps)?;
        self.addresses().get(at).map(|one| Arc::clone(&one.steps))
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
        assert_eq!(addresses.iter().map(|one| &*one.steps).collect::<Vec<&str>>(), expected);
        for (at, ProvisionSteps { steps, is_own }) in addresses.iter().enumerate() {
            assert_eq!(wording.find(steps) == Some(at), *is_own, "{steps}");
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
        check(&["_", "1.", "2.", "_"], &["(¶1)", "(1)", "(2)", "(¶2)"]);
        check(&["1.", " 1)", " _"], &["(1)", "(1)(1)", "(1)(¶1)"]);
        check(&["1.", " –", " –"], &["(1)", "(1)(1)", "(1)(2)"]);
    }

    #[test]
    fn of_two_with_one_mark_the_first_has_the_address() {
        check(&["1.", "1.", " (a)", "2."], &["(1)", "", "", "(2)"]);
        check(&["1.", " (A)", " (a)"], &["(1)", "(1)(A)", "(1)"]);
    }

    #[test]
    fn what_a_paragraph_leads_over_to_is_its_articles() {
        check(
            &["_", " (a)", " (b)", "_", " (a)", " (c)"],
            &["(1)", "(a)", "(b)", "(2)", "(2)(a)", "(c)"],
        );
        check(&["_", " 1.", "(a)", "_", " (a)"], &["(1)", "(1)(1)", "(a)", "(2)", "(2)(a)"]);
        check(&["1.", " _", "  (a)"], &["(1)", "(1)(1)", "(1)(a)"]);
    }

    #[test]
    fn a_provision_is_cited_in_one_way() {
        let wording = wording(&["1.", " (a)", "_", " (b)"]);
        let check = |steps: &str, expected: Option<&str>| {
            assert_eq!(wording.cited_as(steps).as_deref(), expected, "{steps}");
        };
        check("(1)(A)", Some("(1)(a)"));
        check("(b)", Some("(b)"));
        check("(c)", None);
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
