//! A few words around a place in a text, on one line.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::cut;

use super::search::Hit;
use super::{Face, Rich, Role, Typesetting};

impl Typesetting<'_> {
    /// A hit with at most `before` words before it, and `together` on both sides. The hit is set
    /// bold.
    pub fn context(&self, hit: &Hit, before: usize, together: usize) -> Rich {
        let text = hit.text(self.briefing);
        self.around(text, hit.range(self.briefing), before, together)
    }

    /// At most `before` words before `place` (bytes of the text), and `together` on both sides.
    /// The place is set bold.
    pub(super) fn around(
        &self,
        text: &str,
        place: Range<usize>,
        before: usize,
        together: usize,
    ) -> Rich {
        let head = cut(text, ..place.start);
        let words = cut(text, place.clone());
        let after = cut(text, place.end..);
        let start = match before.checked_sub(1) {
            Some(more) => word_starts(head).rev().nth(more).unwrap_or(0),
            None => head.len(),
        };
        let head = cut(head, start..);
        let taken = word_starts(head).count();
        let end = word_starts(after).nth(together.saturating_sub(taken)).unwrap_or(after.len());
        let mut rich = Rich::default();
        if start > 0 {
            rich.push(self.glyphs.ellipsis, Role::Faint);
        }
        rich.push(&one_line(head), Role::Body);
        rich.push(&one_line(words), Face { strong: true, ..Role::Body.into() });
        let rest = cut(after, ..end);
        let cut = end < after.len();
        rich.push(&one_line(if cut { rest.trim_end() } else { rest }), Role::Body);
        if cut {
            rich.push(self.glyphs.ellipsis, Role::Faint);
        }
        rich
    }
}

fn word_starts(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    text.split_word_bound_indices()
        .filter(|(_, word)| word.chars().any(char::is_alphanumeric))
        .map(|(at, _)| at)
}

pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
