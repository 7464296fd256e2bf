//! The pieces that lines are made of: what stands between two places where a line may end.

use std::ops::Range;

use textwrap::core::Fragment;
use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cluster_columns, cut};

use super::Measure;
use super::breaks::{breaks, inside_grapheme};
use super::numbered::is_number_of;
use super::width::columns;

/// The columns of a label that is nearly a sign: `§§`, `Abs.`
const SIGN: u32 = 5;
/// A measure in which many lines are short, as of a cell of a table, in columns.
const SHORT: usize = 24;

/// A stretch of text that is never broken, and the space after it.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Bytes of the line that was cut up, without the space.
    pub(super) range: Range<usize>,
    /// Whether a hyphen is shown if a line ends here.
    pub(super) hyphen: bool,
    width: u32,
    space: u32,
}

impl Piece {
    /// A piece of no words that fills a line of so many columns.
    pub(super) fn line(at: usize, columns: usize) -> Self {
        Self { range: at..at, hyphen: false, width: figure(columns), space: 0 }
    }
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width.into()
    }

    fn whitespace_width(&self) -> f64 {
        self.space.into()
    }

    fn penalty_width(&self) -> f64 {
        f64::from(u8::from(self.hyphen))
    }
}

/// Whether `c` is a space that a line may end at, and that is dropped there.
pub(super) fn is_space(c: char) -> bool {
    // The no-break spaces of UAX #14, class GL, are white space as well.
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// Whether nothing of `c` is shown at the end of a line: a space or a soft hyphen.
pub(super) fn is_droppable(c: char) -> bool {
    is_space(c) || c == '\u{AD}'
}

/// Cuts a line of the text, which has no hard break in it, into pieces that fit the measure,
/// each with its hyphen. `code` has the ranges that are not to be hyphenated, in order.
pub(super) fn pieces(line: &str, code: &[Range<usize>], measure: &Measure) -> Vec<Piece> {
    let addresses = addresses(line, measure);
    let mut cutter = Cutter {
        line,
        code,
        measure,
        addresses: &addresses,
        pieces: Vec::new(),
        points: Vec::new(),
        next_point: 0,
        token_end: 0,
    };
    let (mut start, mut before) = (0, 0);
    let in_address = |at: usize| {
        let one = addresses.get(addresses.partition_point(|one| one.end <= at));
        one.is_some_and(|one| one.start < at)
    };
    for end in breaks(line).filter(|at| !in_address(*at)) {
        let part = cut(line, before..end);
        let text = part.trim_end_matches(is_space);
        // Soft hyphens alone are no word: they would make a line of nothing.
        if !text.chars().all(is_droppable) {
            let space = columns(cut(part, text.len()..));
            let at = cutter.pieces.len();
            cutter.word(start..before + text.len(), end, space);
            if is_number_of(cut(line, ..start), cut(line, start..end)) {
                cutter.join(at);
            }
            start = end;
        } else if let Some(last) = cutter.pieces.last_mut() {
            last.space = last.space.saturating_add(figure(columns(part)));
            start = end;
        } // else it is the indent, and belongs to the first word
        before = end;
    }
    cutter.rejoin_last_word();
    cutter.pieces
}

/// The outside addresses in `line` that stay whole: those that fit the measure, or all.
fn addresses(line: &str, measure: &Measure) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(mark) = cut(line, at..).find("://") {
        let mark = at + mark;
        let start = cut(line, ..mark).rfind(is_space).map_or(0, |before| {
            before + cut(line, before..).chars().next().map_or(0, char::len_utf8)
        });
        let end = cut(line, mark..).find(is_space).map_or(line.len(), |end| mark + end);
        if measure.unbroken || columns(cut(line, start..end)) <= measure.width {
            found.push(start..end);
        }
        at = end;
    }
    found
}

struct Cutter<'a> {
    line: &'a str,
    code: &'a [Range<usize>],
    measure: &'a Measure<'a>,
    /// What stays whole, in order.
    addresses: &'a [Range<usize>],
    pieces: Vec<Piece>,
    /// Where the words up to `token_end` may be hyphenated.
    points: Vec<usize>,
    next_point: usize,
    token_end: usize,
}

impl Cutter<'_> {
    /// Adds what stands between two breaks, cut where it may be hyphenated. The space after it
    /// goes up to `end`.
    fn word(&mut self, range: Range<usize>, end: usize, space: usize) {
        self.hyphenate_to(range.end);
        let mut start = range.start;
        while let Some(&at) = self.points.get(self.next_point).filter(|at| **at < range.end) {
            self.next_point += 1;
            if at > start && !inside_grapheme(self.line, start, at) {
                self.piece(start..at, true, 0);
                start = at;
            }
        }
        let hyphen = end == range.end && end < self.line.len() && self.soft_hyphen_ends(&range);
        self.piece(start..range.end, hyphen, space);
    }

    /// Whether the break at the end of `range` comes from a soft hyphen and needs a visible one.
    fn soft_hyphen_ends(&self, range: &Range<usize>) -> bool {
        let text = cut(self.line, range.clone());
        let visible = text.trim_end_matches('\u{AD}');
        let joins = visible.is_empty() || visible.ends_with(['-', '\u{2010}']);
        visible.len() < text.len() && !joins
    }

    /// Finds the hyphenation points of every word that begins before `end`. They are found for
    /// a whole word between white spaces, since the parts of an address look like words.
    fn hyphenate_to(&mut self, end: usize) {
        let Some(hyphens) = self.measure.hyphens else { return };
        while self.token_end < end {
            let rest = cut(self.line, self.token_end..);
            let token = rest.trim_start();
            let start = self.line.len() - token.len();
            let token = token.split(char::is_whitespace).next().unwrap_or_default();
            self.token_end = start + token.len();
            if !self.is_code(start..self.token_end) {
                self.points.extend(hyphens.points(token).into_iter().map(|at| start + at));
            }
            if token.is_empty() {
                return;
            }
        }
    }

    /// Whether a part stays whole though the measure has no room for it.
    fn is_unbroken(&self, range: &Range<usize>) -> bool {
        if !self.measure.unbroken {
            return false;
        }
        let at = self.addresses.partition_point(|one| one.end <= range.start);
        self.addresses.get(at).is_some_and(|one| one.start < range.end)
    }

    fn is_code(&self, range: Range<usize>) -> bool {
        let at = self.code.partition_point(|code| code.end <= range.start);
        self.code.get(at).is_some_and(|code| code.start < range.end)
    }

    /// Adds one piece, or several where it is wider than the measure.
    fn piece(&mut self, mut range: Range<usize>, hyphen: bool, space: usize) {
        let limit = self.measure.width;
        let mut text = cut(self.line, range.clone());
        let mut width = columns(text);
        if width > limit && self.pieces.is_empty() {
            // No room for the first word and its indent: the word goes without.
            text = text.trim_start_matches(is_space);
            range.start = range.end - text.len();
            width = columns(text);
        }
        if width > limit && !self.is_unbroken(&range) {
            width = self.split(text, &mut range);
        }
        self.pieces.push(Piece {
            range,
            hyphen: hyphen && width < limit,
            width: figure(width),
            space: figure(space),
        });
    }

    /// Splits `text` at the measure, grapheme by grapheme. Adds all the parts but the last,
    /// leaves that in `range`, and returns its width.
    fn split(&mut self, text: &str, range: &mut Range<usize>) -> usize {
        let limit = self.measure.width;
        let (base, mut width) = (range.start, 0);
        for (at, grapheme) in text.grapheme_indices(true) {
            // What is wider than the measure alone is shown as a mark of one column.
            let own = Some(cluster_columns(grapheme)).filter(|own| *own <= limit).unwrap_or(1);
            if width + own > limit {
                let end = base + at;
                let filled = std::mem::take(&mut width);
                self.pieces.push(Piece {
                    range: std::mem::replace(&mut range.start, end)..end,
                    hyphen: false,
                    width: figure(filled),
                    space: 0,
                });
            }
            width += own;
        }
        width
    }

    /// Makes one of the piece at `at` and the one before it, if they take no more than half of a line; all of it
    /// where the first is a sign or nearly one, such as `§` and `Abs.`, or lines are short anyway.
    fn join(&mut self, at: usize) {
        let Some([before, here]) =
            at.checked_sub(1).and_then(|from| self.pieces.get_mut(from..=at))
        else {
            return;
        };
        let width = before.width.saturating_add(before.space).saturating_add(here.width);
        let is_close = before.width <= SIGN || self.measure.width <= SHORT;
        let most = if is_close { self.measure.width } else { self.measure.width / 2 };
        if width <= figure(most) {
            here.range.start = before.range.start;
            here.width = width;
            self.pieces.remove(at - 1);
        }
    }

    /// Takes the hyphens out of the last word, so that its end does not make a line of its own;
    /// unless it is too wide for one.
    fn rejoin_last_word(&mut self) {
        let hyphens = self.pieces.iter().rev().skip(1).take_while(|piece| piece.hyphen).count();
        let from = self.pieces.len().saturating_sub(hyphens + 1);
        let word = self.pieces.get(from..).unwrap_or_default();
        let width = word.iter().fold(0, |sum: u32, piece| sum.saturating_add(piece.width));
        let (Some(first), Some(last)) = (word.first(), word.last()) else { return };
        if width <= figure(self.measure.width) {
            let range = first.range.start..last.range.end;
            let joined = Piece { range, width, ..*last };
            self.pieces.truncate(from);
            self.pieces.push(joined);
        }
    }
}

/// Columns as the optimiser takes them.
fn figure(columns: usize) -> u32 {
    u32::try_from(columns).unwrap_or(u32::MAX)
}
