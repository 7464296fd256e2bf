//! Enumerators that stand side by side at the beginning of a line: `1. (a)`, `(1)(a)`, `(a) In general.—(1)`.

use super::marks::{Enumerator, bracketed_mark, mark};
use super::row::{Case, Script, Shape};
use crate::base::cut;

/// So many may stand side by side.
pub(super) const MOST: usize = 4;
/// What parts the heading of a provision from the first enumerator in it, in laws of the United States.
const BEHIND_HEADING: [&str; 3] = [".—(", ".–(", ".--("];

/// The enumerator of a line that begins with it and with the next in brackets, no blank between: `(1)(a)`.
pub(super) fn glued_pair(line: &str) -> Option<Enumerator> {
    let first = bracketed_mark(line)?;
    beside(cut(line, first.len..), &first).filter(|(start, _)| *start == 0)?;
    Some(first)
}

/// The enumerator that begins a row below `outer`, in the `words` behind that, and where it begins there.
pub(super) fn beside(words: &str, outer: &Enumerator) -> Option<(usize, Enumerator)> {
    let headings = BEHIND_HEADING.iter().filter_map(|end| Some(words.find(end)? + end.len() - 1));
    let start = headings.min().filter(|_| mark(words).is_none()).unwrap_or(0);
    let words = cut(words, start..);
    let inner = mark(words).or_else(|| bracketed_mark(words))?;
    let place = inner.first()?;
    let is_alike = outer.readings().any(|outer| outer.row == place.row);
    let counts = inner.is_sure() && !inner.is_bullet() && !outer.is_bullet();
    let behind = cut(words, inner.len..).trim_start();
    (counts && !is_alike && !names_another(behind)).then_some((start, inner))
}

/// Whether what stands behind an enumerator joins another to it: `1. (a) and (b) do not apply.`
fn names_another(behind: &str) -> bool {
    let (word, rest) = behind.split_once(' ').unwrap_or_default();
    let is_word = !word.is_empty() && word.chars().all(char::is_lowercase);
    is_word && (mark(rest).is_some() || bracketed_mark(rest).is_some())
}

/// Whether it may as well be the first letter of a name, as in `1. A. Gander`.
pub(super) fn is_initial(inner: &Enumerator) -> bool {
    inner.readings().any(|place| {
        let is_capital =
            matches!(place.row.script, Script::Letters(Case::Large) | Script::Roman(Case::Large));
        is_capital && place.row.shape == Shape::Dot
    })
}
