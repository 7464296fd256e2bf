//! Words that were changed, found by what stands around them.

use std::ops::Range;

/// The most pairs of characters that are compared: 16 million take about 50 ms.
const PAIRS: usize = 16 << 20;

/// How the beginning of a pattern is laid along a text up to some place of it.
#[derive(Clone, Copy)]
struct Path {
    /// How many characters were put in, left out or changed.
    cost: u32,
    /// Where in the text the words begin and end, as far as the pattern was laid.
    start: usize,
    end: usize,
}

/// Where in `text` those `words` of `pattern` are, when all of `pattern` is laid along that stretch of
/// the text which takes the fewest changes: Sellers' algorithm (1980), with the two places carried
/// along. `None` for what is too long to be compared.
pub(super) fn align(pattern: &[char], words: &Range<usize>, text: &[char]) -> Option<Range<usize>> {
    if pattern.len().saturating_mul(text.len()) > PAIRS {
        return None;
    }
    // The paths to each place of the text, before the first character of the pattern: to begin
    // anywhere costs nothing.
    let free = |at| Path { cost: 0, start: at, end: at };
    let mut paths: Vec<Path> = (0..=text.len()).map(free).collect();
    for (n, wanted) in pattern.iter().enumerate() {
        let (in_front, inside) = (n < words.start, n < words.end);
        // The path that goes on from `path` over the character of the pattern.
        let over = |path: Path, cost: u32, at: usize| Path {
            cost: path.cost + cost,
            start: if in_front { at } else { path.start },
            end: if inside { at } else { path.end },
        };
        // That over a character of the text alone: in front of the words and behind them, what was
        // put in is none of them.
        let put_in = |path: Path, at: usize| Path {
            cost: path.cost + 1,
            start: if in_front { at } else { path.start },
            end: path.end,
        };
        let mut diagonal = paths[0];
        let mut left = over(diagonal, 1, 0);
        paths[0] = left;
        for (at, (path, given)) in (1..).zip(paths.iter_mut().skip(1).zip(text)) {
            let along = over(diagonal, u32::from(wanted != given), at);
            let left_out = over(*path, 1, at);
            diagonal = *path;
            let all = [along, left_out, put_in(left, at)];
            left = all.into_iter().min_by_key(|path| path.cost).unwrap_or(along);
            *path = left;
        }
    }
    let best = paths.iter().min_by_key(|path| path.cost)?;
    Some(best.start..best.end.max(best.start))
}

/// How many characters were put in, left out or changed between the two; `None` for what is too long
/// to be compared.
pub(super) fn distance(one: &[char], other: &[char]) -> Option<usize> {
    let pairs = one.len().saturating_mul(other.len());
    (pairs <= PAIRS).then(|| strsim::generic_levenshtein(&one.to_vec(), &other.to_vec()))
}
