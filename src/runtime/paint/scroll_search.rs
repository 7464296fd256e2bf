//! Which rows to let the terminal move: finding the band and the distance.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::grid::Grid;
use super::scroll::Scroll;
use super::slot::Slot;

/// At most so many scrolls are tried in full.
const CANDIDATES: usize = 2;

/// At most so many distances are looked at closely.
const DISTANCES: usize = 4;

/// Columns of a row that are recognised together when they stand in another.
const PIECE: usize = 8;

/// A scroll that puts fewer columns right than this is not tried.
const LEAST_GAIN: i32 = 40;

/// The scrolls that put most columns right, best first. Rows need not match as a whole: beside a
/// pane that scrolls stands one that does not.
pub(super) fn candidates(from: &Grid, to: &Grid) -> Vec<Scroll> {
    let screens = Comparison::new(from, to);
    if screens.plain.iter().sum::<i32>() < LEAST_GAIN {
        return Vec::new();
    }
    let mut found: Vec<(i32, Scroll)> = screens
        .distances()
        .into_iter()
        .filter_map(|by| {
            if by > 0 {
                screens.upwards(by.unsigned_abs())
            } else {
                screens.downwards(by.unsigned_abs())
            }
        })
        .filter(|(gain, _)| *gain >= LEAST_GAIN)
        .collect();
    found.sort_by_key(|(gain, _)| Reverse(*gain));
    let best = found.into_iter().take(CANDIDATES);
    best.map(|(_, scroll)| scroll).collect()
}

/// Two screens, and what it costs to come from one to the other without a scroll. The cost of a row
/// is the number of its columns that are wrong.
struct Comparison<'a> {
    from: Vec<&'a [Slot<'a>]>,
    to: Vec<&'a [Slot<'a>]>,
    plain: Vec<i32>,
    /// For each row, the sum over all rows above it of what is lost if they come in blank.
    lost: Vec<i32>,
}

impl<'a> Comparison<'a> {
    fn new(from: &'a Grid, to: &'a Grid) -> Self {
        let (from, to): (Vec<_>, Vec<_>) = (from.rows().collect(), to.rows().collect());
        let plain: Vec<i32> = wrong(&from, &to).collect();
        let filled = to.iter().map(|row| row.iter().filter(|slot| !slot.is_empty()).count());
        let lost = filled.zip(&plain).map(|(filled, plain)| {
            i32::try_from(filled).unwrap_or(i32::MAX).saturating_sub(*plain)
        });
        let lost = sums(lost);
        Self { from, to, plain, lost }
    }

    /// How far the text seems to have moved, upwards if positive, likeliest first.
    ///
    /// A piece of a row that stands once on each screen tells; pieces that recur (borders, rules) tell
    /// nothing. Comparing all rows at all distances would find the same, some ten times slower.
    fn distances(&self) -> Vec<isize> {
        // A row that stays as it is tells nothing of a move.
        let differ: Vec<bool> = self.plain.iter().map(|wrong| *wrong > 0).collect();
        let old = pieces(&self.from, &differ);
        let mut votes: HashMap<isize, usize> = HashMap::new();
        for (piece, row) in pieces(&self.to, &differ) {
            let (Some(row), Some(Some(source))) = (row, old.get(&piece)) else { continue };
            let by = source.cast_signed() - row.cast_signed();
            if by != 0 && by.unsigned_abs() <= self.to.len() / 2 {
                *votes.entry(by).or_default() += 1;
            }
        }
        let mut distances: Vec<(isize, usize)> = votes.into_iter().collect();
        distances.sort_by_key(|(by, votes)| (Reverse(*votes), by.unsigned_abs(), *by));
        let likely = distances.into_iter().take(DISTANCES);
        likely.map(|(by, _)| by).collect()
    }

    /// The best band to move up by `by` rows, and its gain in columns. It moves the rows that are
    /// shown `by` rows higher, and at its end that many rows come in blank.
    fn upwards(&self, by: usize) -> Option<(i32, Scroll)> {
        let moved = wrong(self.from.get(by..)?, &self.to);
        let gains = sums(self.plain.iter().zip(moved).map(|(plain, moved)| plain - moved));
        let ends = gains.iter().zip(self.blank(by)).map(|(gain, blank)| gain - blank);
        let (gain, top, end) = best_run(gains.iter().copied(), ends)?;
        Some((gain, Scroll { top, bottom: end + by, by: isize::try_from(by).ok()? }))
    }

    /// The best band to move down by `by` rows, and its gain in columns; its first rows come in
    /// blank.
    fn downwards(&self, by: usize) -> Option<(i32, Scroll)> {
        let moved = wrong(&self.from, self.to.get(by..)?);
        let plain = self.plain.get(by..)?.iter();
        let gains = sums(plain.zip(moved).map(|(plain, moved)| plain - moved));
        let starts = gains.iter().zip(self.blank(by)).map(|(gain, blank)| gain + blank);
        let (gain, top, end) = best_run(starts, gains.iter().copied())?;
        Some((gain, Scroll { top, bottom: end + by, by: -isize::try_from(by).ok()? }))
    }

    /// For each row, what is lost if it and those below it, `by` in all, come in blank.
    fn blank(&self, by: usize) -> impl Iterator<Item = i32> {
        let below = self.lost.iter().skip(by);
        below.zip(&self.lost).map(|(below, above)| below - above)
    }
}

/// The row of each piece of text that stands once in its columns, none for those that recur. A piece
/// is the number of its columns and its text's hash; blank pieces and rows that do not `differ` are
/// left out.
fn pieces(rows: &[&[Slot]], differ: &[bool]) -> HashMap<(usize, u64), Option<usize>> {
    let mut pieces = HashMap::new();
    let rows = rows.iter().enumerate().zip(differ).filter(|(_, differs)| **differs);
    for ((y, row), _) in rows {
        for (columns, piece) in row.chunks(PIECE).enumerate() {
            if piece.iter().all(Slot::is_empty) {
                continue;
            }
            let place = pieces.entry((columns, hash(piece)));
            place.and_modify(|row| *row = None).or_insert(Some(y));
        }
    }
    pieces
}

/// A number that equal pieces share, and others hardly ever: a collision costs a wrong vote.
fn hash(piece: &[Slot]) -> u64 {
    // Fibonacci hashing, a multiplication for each symbol.
    piece.iter().fold(0, |hash: u64, slot| {
        (hash.rotate_left(5) ^ slot.key).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// For each pair of rows, how many columns differ.
fn wrong(from: &[&[Slot]], to: &[&[Slot]]) -> impl Iterator<Item = i32> {
    from.iter().zip(to).map(|(old, new)| {
        let columns = old.iter().zip(*new);
        columns.map(|(a, b)| i32::from(a != b)).sum()
    })
}

/// The sums of the first 0, 1, 2, ... values.
fn sums(values: impl Iterator<Item = i32>) -> Vec<i32> {
    let running = values.scan(0, |sum: &mut i32, value| {
        *sum = sum.saturating_add(value);
        Some(*sum)
    });
    std::iter::once(0).chain(running).collect()
}

/// The run that gains most: its gain, its start, its end (exclusive). A run from `s` to `e` gains
/// the value of `e` in `ends` less that of `s` in `starts`.
fn best_run(
    starts: impl Iterator<Item = i32>,
    ends: impl Iterator<Item = i32>,
) -> Option<(i32, usize, usize)> {
    let mut least: Option<(i32, usize)> = None;
    let mut best: Option<(i32, usize, usize)> = None;
    for (row, (from, to)) in starts.zip(ends).enumerate() {
        if let Some((start, top)) = least
            && best.is_none_or(|(most, ..)| to - start > most)
        {
            best = Some((to - start, top, row));
        }
        // Of starts that are equally good the last: the smallest band.
        if least.is_none_or(|(start, _)| from <= start) {
            least = Some((from, row));
        }
    }
    best
}
