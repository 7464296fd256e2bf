//! Prose to lines of a given width.
//!
//! The places where a line may end are found over the whole paragraph (UAX #14), whatever its
//! faces, so `em**pha**sised` is one word. The lines are then chosen to be as even as they can
//! be, and the runs are cut where the lines end.

use std::ops::Range;

use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_segmentation::UnicodeSegmentation;

use crate::base::{cluster_columns, cut};

use super::breaks::inside_grapheme;
use super::pieces::{Piece, is_droppable, is_space, pieces};
use super::width::columns;
use super::{Face, Line, Measure, Rich, Segment};

/// Stands for a grapheme that is wider than the measure; one column.
const TOO_WIDE: &str = "\u{FFFD}";

/// Breaks `rich` into lines no wider than the measure.
///
/// A hard break always ends a line. The space at which a line ends is dropped; other space
/// stays as it is. A word wider than the measure is split where it must be.
pub fn wrap(rich: &Rich, measure: &Measure) -> Vec<Line> {
    wrap_part(rich, measure, false)
}

/// The same of a part of a text, which with `goes_on` goes on in another one: then its last line is as full as the
/// others.
pub(super) fn wrap_part(rich: &Rich, measure: &Measure, goes_on: bool) -> Vec<Line> {
    if rich.is_empty() || measure.width == 0 {
        return Vec::new();
    }
    let code = code(rich);
    let mut setter = Setter { rich, measure, run: 0, lines: Vec::new() };
    let mut base = 0;
    for line in rich.plain.split('\n') {
        let code = within(&code, base..base + line.len());
        let mut pieces = pieces(line, &code, measure);
        let is_cut = goes_on && base + line.len() == rich.plain.len();
        if is_cut {
            // Stands for the line that comes next: only behind the last line room costs nothing.
            pieces.push(Piece::line(line.len(), measure.width));
        }
        let mut lines = choose(&pieces, measure.width);
        lines.truncate(lines.len() - usize::from(is_cut));
        for (at, chosen) in lines.into_iter().enumerate() {
            setter.line(base, line, chosen, at == 0);
        }
        base += line.len() + 1;
    }
    setter.lines
}

/// Where there is code, in order.
fn code(rich: &Rich) -> Vec<Range<usize>> {
    rich.runs.iter().filter(|run| run.face.code).map(|run| run.range.clone()).collect()
}

/// The parts of `ranges` that lie in `line`, counted from its start.
fn within(ranges: &[Range<usize>], line: Range<usize>) -> Vec<Range<usize>> {
    let from = ranges.partition_point(|range| range.end <= line.start);
    let rest = ranges.get(from..).unwrap_or_default().iter();
    rest.take_while(|range| range.start < line.end)
        .map(|range| range.start.saturating_sub(line.start)..range.end - line.start)
        .collect()
}

/// Shares the pieces out between lines of at most `width` columns. No piece is wider than that.
fn choose(pieces: &[Piece], width: usize) -> Vec<&[Piece]> {
    #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 columns")]
    let limit = width as f64;
    if pieces.is_empty() || line_width(pieces) <= limit {
        return vec![pieces];
    }
    match wrap_optimal_fit(pieces, &[limit], &penalties(width)) {
        // The search is exact where a later piece never ends further left. A hyphen before a
        // piece of no width does that, so what it found is checked.
        Ok(lines) if lines.iter().all(|line| line_width(line) <= limit) => lines,
        _ => wrap_first_fit(pieces, &[limit]),
    }
}

/// The columns that a line of these pieces takes.
fn line_width(pieces: &[Piece]) -> f64 {
    use textwrap::core::Fragment;
    let all: f64 = pieces.iter().map(|piece| piece.width() + piece.whitespace_width()).sum();
    let end = pieces.last().map_or(0.0, |last| last.penalty_width() - last.whitespace_width());
    all + end
}

/// What makes a line bad. The cost of a line is the square of the columns left free at its end.
fn penalties(width: usize) -> Penalties {
    let mut penalties = Penalties::new();
    // A hyphen is worse than a sixth of the measure left free: hardly ever needed in a wide
    // pane, welcome in a narrow one.
    penalties.hyphen_penalty = penalties.hyphen_penalty.max((width / 6).saturating_pow(2));
    // With textwrap's own penalty a line may come out too wide if that saves a very short one.
    // Here one column too many costs more than any lines that fit.
    let line = width.saturating_pow(2).saturating_add(penalties.hyphen_penalty);
    penalties.overflow_penalty = line.saturating_add(2 * penalties.nline_penalty).saturating_mul(4);
    penalties
}

/// Sets lines from the pieces that were chosen for them.
struct Setter<'a> {
    rich: &'a Rich,
    measure: &'a Measure<'a>,
    /// The run that the next line begins in.
    run: usize,
    lines: Vec<Line>,
}

impl Setter<'_> {
    /// Sets one line. `text` is what it was cut from, and begins at byte `base`; the `first`
    /// line keeps its indent.
    fn line(&mut self, base: usize, text: &str, pieces: &[Piece], first: bool) {
        let mut line = Line::default();
        if let (Some(from), Some(to)) = (pieces.first(), pieces.last()) {
            let (mut start, mut end) = (from.range.start, to.range.end);
            let words = cut(text, start..end);
            end -= words.len() - words.trim_end_matches(is_droppable).len();
            if !first {
                // Only where a word was split; a space may have a mark on it, and then stays.
                let spaces = words.graphemes(true).take_while(|g| g.chars().all(is_space));
                start += spaces.map(str::len).sum::<usize>();
            }
            self.segments(&mut line, base + start..base + end);
            if let Some(last) = line.segments.last_mut().filter(|_| to.hyphen) {
                last.words.push('-');
            }
        }
        line.width = line.segments.iter().map(|segment| columns(&segment.words)).sum();
        if line.width > self.measure.width {
            squeeze(&mut line, self.measure.width);
        }
        self.lines.push(line);
    }

    /// Cuts the runs to `range`.
    fn segments(&mut self, line: &mut Line, range: Range<usize>) {
        let mut start = range.start;
        while start < range.end {
            let run = self.rich.runs.get(self.run);
            let run_end = run.map_or(range.end, |run| run.range.end);
            let end = self.snap(range.start, run_end.min(range.end)).min(range.end);
            // A run that ends before the line has nothing in it but the space that was dropped.
            let resume = start.max(end);
            let words = cut(&self.rich.plain, start..resume);
            // A soft hyphen always stands between two grapheme clusters: UAX #29, GB4 and GB5.
            for words in words.split('\u{AD}') {
                let range = start..start + words.len();
                start = range.end + '\u{AD}'.len_utf8();
                if !words.is_empty() {
                    line.segments.push(Segment {
                        words: words.to_owned(),
                        range,
                        face: run.map_or_else(Face::default, |run| run.face),
                        link: run.and_then(|run| run.link),
                    });
                }
            }
            start = resume;
            if run_end <= end {
                self.run += 1;
            }
        }
    }

    /// The first place from byte `at` on that parts no grapheme cluster: a mark belongs to the
    /// letter that it stands on, also where the face changes between them.
    fn snap(&self, line_start: usize, mut at: usize) -> usize {
        let plain = &self.rich.plain;
        while at < plain.len()
            && (!plain.is_char_boundary(at) || inside_grapheme(plain, line_start, at))
        {
            at += 1;
        }
        at
    }
}

/// Replaces every grapheme that is wider than `limit` alone.
fn squeeze(line: &mut Line, limit: usize) {
    for segment in &mut line.segments {
        let fits = |grapheme: &&str| cluster_columns(grapheme) <= limit;
        let graphemes = segment.words.graphemes(true);
        segment.words = graphemes.map(|own| Some(own).filter(fits).unwrap_or(TOO_WIDE)).collect();
    }
    line.width = line.segments.iter().map(|segment| columns(&segment.words)).sum();
}
