//! What the steps of an address lead to in an article.

use std::collections::HashMap;

use super::{Provision, step_of};

/// What stands before the number of a provision without a mark where a mark has that number.
pub(super) const UNMARKED: char = '¶';

/// What one step leads to from each provision, and from the article.
#[derive(Debug, Clone, Default)]
pub(super) struct StepsOn {
    /// By a mark, in lower case.
    marked: HashMap<(Option<usize>, String), usize>,
    /// By the number of what has no mark.
    unmarked: HashMap<Option<usize>, Vec<usize>>,
    /// By a mark below a paragraph without one, from what that stands in.
    over: HashMap<(Option<usize>, String), usize>,
}

impl StepsOn {
    pub(super) fn of(provisions: &[Provision]) -> Self {
        let marks = provisions.iter().map(|one| one.mark.as_deref().and_then(step_of));
        let marks: Vec<Option<String>> = marks.collect();
        let mut on = Self::default();
        for (at, (one, mark)) in provisions.iter().zip(&marks).enumerate() {
            let Some(mark) = mark else {
                on.unmarked.entry(one.parent).or_default().push(at);
                continue;
            };
            let mark = mark.to_lowercase();
            let is_over = one.parent.is_some_and(|above| marks.get(above) == Some(&None));
            if let Some(above) =
                one.parent.and_then(|above| provisions.get(above)).filter(|_| is_over)
            {
                on.over.entry((above.parent, mark.clone())).or_insert(at);
            }
            on.marked.entry((one.parent, mark)).or_insert(at);
        }
        on
    }

    /// Where one step leads from a provision, or from the article: to a mark, or to the n-th of those that have
    /// none, which `¶n` is whatever the marks are. What a paragraph leads over to is its article's to those who
    /// cite it.
    pub(super) fn step(&self, from: Option<usize>, step: &str) -> Option<usize> {
        let step = step_of(step)?;
        let key = (from, step.to_lowercase());
        let unmarked = || {
            let number = step.strip_prefix(UNMARKED).unwrap_or(&step);
            let number = number.parse::<usize>().ok()?.checked_sub(1)?;
            self.unmarked.get(&from)?.get(number)
        };
        self.marked.get(&key).or_else(unmarked).or_else(|| self.over.get(&key)).copied()
    }
}
