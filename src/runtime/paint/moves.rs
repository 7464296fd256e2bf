//! Which rows to let the terminal move.

use std::cmp::Reverse;
use std::ops::Range;

use crate::ui::{RowKey, ScrollArea};

use super::grid::Grid;
use super::interner::Interner;
use super::means::{Means, Scrolling};
use super::rendition::Rendition;
use super::scroll::Scroll;
use super::slot::Slot;

/// The scrolls that save bytes between two screens of one size. None overlaps another.
pub(super) fn moves(from: &Grid, to: &Grid, means: Means, texts: &Interner) -> Vec<Scroll> {
    let Some(by) = means.scroll else { return Vec::new() };
    let mut found: Vec<(usize, Scroll)> = to
        .areas()
        .iter()
        .filter_map(|area| {
            let before = from.areas().iter().find(|before| before.area == area.area)?;
            let scroll = moved(before, area, to)?;
            worth(from, to, beside(scroll, from, means), by, texts)
        })
        .collect();
    found.sort_by_key(|(gain, _)| Reverse(*gain));
    let mut scrolls: Vec<Scroll> = Vec::new();
    for (_, scroll) in found {
        if !scrolls.iter().any(|taken| taken.overlaps(&scroll)) {
            scrolls.push(scroll);
        }
    }
    scrolls
}

/// How the rows of an area have moved on a screen, as far as their keys tell.
fn moved(before: &ScrollArea, after: &ScrollArea, screen: &Grid) -> Option<Scroll> {
    let area = after.area;
    let (x, y) = (usize::from(area.x), usize::from(area.y));
    let columns = x..x + usize::from(area.width);
    let height = usize::from(area.height);
    let fits = columns.end <= screen.width() && y + height <= screen.height();
    if columns.is_empty() || !fits || before.rows.len() != height || after.rows.len() != height {
        return None;
    }
    let (rows, by) = distance(&before.rows, &after.rows)?;
    Some(Scroll { rows: y + rows.start..y + rows.end, columns, by })
}

/// Which of some rows have moved, from the first that has to the last, and how far most of them have:
/// upwards if positive.
fn distance(before: &[RowKey], after: &[RowKey]) -> Option<(Range<usize>, isize)> {
    let differs = |(before, after): (&RowKey, &RowKey)| before != after;
    let start = before.iter().zip(after).position(differs)?;
    let end = before.iter().zip(after).rposition(differs)? + 1;
    let (before, after) = (before.get(start..end)?, after.get(start..end)?);
    let same = |from: &[RowKey], to: &[RowKey]| from.iter().zip(to).filter(|(a, b)| a == b).count();
    let distances = (1..end - start).flat_map(|rows| {
        let up = same(before.get(rows..).unwrap_or_default(), after);
        let down = same(before, after.get(rows..).unwrap_or_default());
        let by = rows.cast_signed();
        [(up, by), (down, -by)]
    });
    // Of equally many the shortest.
    let (most, by) = distances.max_by_key(|(rows, by)| (*rows, Reverse(by.unsigned_abs())))?;
    (most > 0).then_some((start..end, by))
}

/// The scroll as this terminal can do it: of whole rows, where it has no margins, or where a wide symbol would be
/// cut at one: terminals differ on what becomes of its halves.
fn beside(scroll: Scroll, from: &Grid, means: Means) -> Scroll {
    let cut = |x: usize| {
        let mut columns = scroll.rows.clone().filter_map(|y| from.row(y).get(x));
        columns.any(|slot| slot.span() == 0)
    };
    let edges = [scroll.columns.start, scroll.columns.end];
    if means.margins && scroll.columns.len() > 1 && !edges.into_iter().any(cut) {
        return scroll;
    }
    Scroll { columns: 0..from.width(), ..scroll }
}

/// A scroll and about how many bytes it saves, if that is a quarter or more of what its columns cost without
/// it: on a slow line without synchronized updates one sees what stands beside move and return.
fn worth(
    from: &Grid,
    to: &Grid,
    scroll: Scroll,
    by: Scrolling,
    texts: &Interner,
) -> Option<(usize, Scroll)> {
    let columns = scroll.columns.clone();
    let mut bytes = Vec::new();
    scroll.write(by, from.width(), from.height(), &mut bytes);
    let blank = vec![Slot::EMPTY; columns.len()];
    // Of many rows some stand for all: this is an estimate.
    let step = scroll.rows.len() / ROWS + 1;
    let (mut plain, mut moved) = (0, bytes.len() / step);
    for y in scroll.rows.clone().step_by(step) {
        let new = to.part(y, &columns);
        plain += cost(from.part(y, &columns), new, texts);
        let source = scroll.source(y).map_or(&*blank, |source| from.part(source, &columns));
        moved += cost(source, new, texts);
    }
    (moved <= plain / 4 * 3).then(|| ((plain - moved) * step, scroll))
}

/// So many rows are looked at to estimate what a scroll saves, and up to as many more.
const ROWS: usize = 16;

/// About how many bytes a way to other columns takes.
const WAY: usize = 4;

/// About how many bytes another rendition takes.
const CHANGE: usize = 5;

/// About how many bytes erasing takes.
const ERASE: usize = 4;

/// About how many bytes it takes to turn columns of a row that show `old` into `new`.
fn cost(old: &[Slot], new: &[Slot], texts: &Interner) -> usize {
    let mut bytes = 0;
    let (mut rendition, mut blanks, mut follows) = (Rendition::DEFAULT, 0, false);
    for (old, new) in old.iter().zip(new) {
        if old == new {
            follows = false;
            continue;
        }
        bytes += if follows { 0 } else { WAY };
        follows = true;
        blanks = if new.is_empty() { blanks + 1 } else { 0 };
        if blanks > ERASE {
            continue;
        }
        if rendition != new.rendition && !new.is_empty() {
            rendition = new.rendition;
            bytes += CHANGE;
        }
        bytes += new.symbol.len(texts);
    }
    bytes
}
