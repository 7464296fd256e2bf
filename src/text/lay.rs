//! Elements to lines: what stands before, beside and behind the words.

use std::collections::HashSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::cut;
use crate::model::Target;

use super::beside::{abreast, behind, below_each_other, column_width};
use super::element::TableRow;
use super::table_columns::{RowPlace, shifted};
use super::{
    Beside, Element, Face, Line, Link, Measure, Rich, Role, Run, Segment, columns, room_for, words,
    wrap, wrap_part,
};

/// What stands before an outside address below the words that lead to it.
const INDENT: &str = "  ";

/// The lines of `elements` from top to bottom, blank rows included. Below each stand the outside
/// addresses that its links lead to: whoever cannot open one can write it down.
pub(super) fn stacked(elements: &[Element], linked: &[Link], measure: &Measure) -> Vec<Line> {
    let mut lines = Vec::new();
    for element in elements {
        if !lines.is_empty() {
            lines.extend(std::iter::repeat_with(Line::default).take(element.gap));
        }
        lines.extend(element.lay(linked, measure));
        let addresses = element.addresses(linked, measure);
        lines.extend(addresses.iter().flat_map(|address| address.lay(linked, measure)));
    }
    lines
}

/// The cells side by side where there is room for them, one below the other where there is not.
fn beside(beside: &Beside, linked: &[Link], measure: &Measure) -> Vec<Line> {
    let lines = |cell: &Vec<Element>, width| stacked(cell, linked, &Measure { width, ..*measure });
    let (width, number) = (measure.width, beside.cells.len());
    if beside.first.is_none() && room_for(width) < number {
        let cells = beside.cells.iter().map(|cell| lines(cell, width));
        return below_each_other(cells.collect());
    }
    let others = match beside.first {
        Some(first) => column_width(behind(first, width), number.saturating_sub(1)),
        None => column_width(width, number),
    };
    let widths = beside.first.into_iter().chain(std::iter::repeat(others));
    let cells = beside.cells.iter().zip(widths).map(|(cell, width)| (width, lines(cell, width)));
    abreast(cells.collect(), beside.rule)
}

impl Element {
    /// Its lines, but for the gap before it.
    fn lay(&self, linked: &[Link], measure: &Measure) -> Vec<Line> {
        if let Some(cells) = &self.beside {
            return beside(cells, linked, measure);
        }
        if let Some(row) = &self.row {
            return self.lay_row(row, linked, measure);
        }
        let lead = columns(&self.lead.plain);
        if lead > measure.width / 2 {
            if let Some(ellipsis) = self.clip {
                // There is one line, and what it says matters more than its lead.
                return clipped(&self.rich, measure, ellipsis);
            }
            return self.lay_below_lead(linked, measure);
        }
        let hyphens = match &self.tongue {
            Some(tongue) => tongue.hyphens(),
            None => measure.hyphens,
        };
        let hyphens = hyphens.filter(|_| !self.whole);
        let inner = Measure { width: measure.width - lead, hyphens, ..*measure };
        let mut lines = match self.clip {
            Some(ellipsis) => clipped(&self.rich, &inner, ellipsis),
            None => wrap_part(&self.rich, &inner, self.goes_on),
        };
        if let (Some(fill), Some(last)) = (self.fill, lines.last_mut()) {
            fill_up(last, fill, inner.width);
        }
        for (at, line) in lines.iter_mut().enumerate() {
            let shift = if self.right { inner.width.saturating_sub(line.width) } else { 0 };
            let further = (at > 0 || self.continues) && !self.repeat;
            let before = if further { &self.under } else { &self.lead };
            line.origin = self.origin;
            line.cited = self.cited;
            line.width += lead + shift;
            line.address.clone_from(&self.address);
            line.segments.splice(0..0, lead_segments(before, lead, shift));
        }
        lines
    }

    /// A row of a table, in columns where they fit, else a line for each cell behind the name of its column.
    fn lay_row(&self, row: &TableRow, linked: &[Link], measure: &Measure) -> Vec<Line> {
        let TableRow { columns, place } = row;
        let cells = self.rich.cells();
        let mut lines = Vec::new();
        if let Some(widths) = columns.fit(measure.width) {
            lines = columns.row(&cells, *place, &widths, measure);
        } else if *place != RowPlace::Head {
            if *place == RowPlace::Further {
                lines.push(Line::default());
            }
            for ((start, cell), name) in cells.into_iter().zip(&columns.names) {
                if cell.is_empty() {
                    continue;
                }
                let lead = words::column(name);
                for mut line in Self::new(cell).hung(&lead, Role::Label).lay(linked, measure) {
                    line.segments = shifted(line.segments, start).collect();
                    lines.push(line);
                }
            }
        }
        for line in lines.iter_mut().filter(|line| !line.segments.is_empty()) {
            line.origin = self.origin;
        }
        lines
    }

    /// Where the lead would take half of the line or more, it stands on lines of its own.
    fn lay_below_lead(&self, linked: &[Link], measure: &Measure) -> Vec<Line> {
        let mut lines = if self.continues { Vec::new() } else { wrap(&self.lead, measure) };
        for line in &mut lines {
            line.cited = self.cited;
            for segment in &mut line.segments {
                segment.range = 0..0;
            }
        }
        let indent = if measure.width > 12 { "  " } else { "" };
        let lead = Rich::new(indent, Role::Body);
        let below = Self { lead, repeat: false, under: Rich::default(), ..self.clone() };
        lines.extend(below.lay(linked, measure));
        lines
    }

    /// The outside addresses that its words lead to, each once, but for those that the words are.
    /// They are indented, unless one fits on a line without.
    fn addresses(&self, linked: &[Link], measure: &Measure) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let mut seen: HashSet<&str> = HashSet::new();
        let leads_out = |link: &Link| matches!(link, Link::To(Target::Web(_)));
        if self.clip.is_some() || !linked.iter().any(leads_out) {
            return found;
        }
        for (link, part) in self.rich.parts() {
            let link = link.and_then(|link| linked.get(link));
            let Some(Link::To(Target::Web(address))) = link else { continue };
            let words = part.plain.as_str();
            let is_said = words == &**address || address.strip_prefix("mailto:") == Some(words);
            if is_said || !seen.insert(address) {
                continue;
            }
            let mut below = Self::address(address, Role::Faint);
            if self.repeat {
                below.lead = self.lead.clone();
                below.repeat = true;
            } else {
                below.lead = Rich::new(&" ".repeat(columns(&self.lead.plain)), Role::Body);
            }
            let needed = columns(address) + columns(&below.lead.plain);
            let fits_without =
                measure.width - INDENT.len().min(measure.width) < needed && needed <= measure.width;
            if !fits_without {
                below.lead.push(INDENT, Role::Body);
            }
            found.push(below);
        }
        found
    }
}

/// As much of `rich` as one line has room for, with `ellipsis` at its end if there is more.
fn clipped(rich: &Rich, measure: &Measure, ellipsis: &str) -> Vec<Line> {
    let width = measure.width.saturating_sub(columns(ellipsis));
    let end = line_end(&rich.plain, width);
    if end == rich.plain.len() {
        return wrap(rich, &Measure { width, hyphens: None, unbroken: false });
    }
    let mut short = Rich::default();
    for run in rich.runs.iter().filter(|run| run.range.start < end) {
        let range = run.range.start..run.range.end.min(end);
        short.plain.push_str(cut(&rich.plain, range.clone()));
        short.runs.push(Run { range, ..run.clone() });
    }
    let mut lines = wrap(&short, &Measure { width, hyphens: None, unbroken: false });
    lines.truncate(1);
    for line in &mut lines {
        let face = line.segments.last().map(|segment| segment.face).unwrap_or_default();
        line.width += columns(ellipsis);
        let words = ellipsis.to_owned();
        line.segments.push(Segment { words, range: 0..0, face, link: None });
    }
    lines
}

/// Fills what is left of a line of at most `width` columns.
fn fill_up(line: &mut Line, fill: &str, width: usize) {
    let left = width.saturating_sub(line.width + 1);
    let face = line.segments.last().map(|segment| segment.face).unwrap_or_default();
    if left > 0 {
        let words = format!(" {}", fill.repeat(left));
        line.width += columns(&words);
        line.segments.push(Segment { words, range: 0..0, face, link: None });
    }
}

/// Where a line of `width` columns ends in `words`: at the end of a word, or inside one that is
/// wider than half of the line.
fn line_end(words: &str, width: usize) -> usize {
    let mut taken = 0;
    let mut letters = words.grapheme_indices(true);
    let over = letters.find(|(_, letter)| {
        taken += columns(letter);
        taken > width || *letter == "\n"
    });
    let Some((end, letter)) = over else { return words.len() };
    let before = cut(words, ..end);
    if letter.trim().is_empty() {
        return before.trim_end().len();
    }
    match before.rfind(' ').map(|blank| cut(before, ..blank).trim_end()) {
        Some(whole) if columns(whole) >= width / 2 => whole.len(),
        _ => end,
    }
}

/// What stands before a line, or a blank of `width` columns if that is nothing, and then `shift`
/// blank columns.
fn lead_segments(lead: &Rich, width: usize, shift: usize) -> Vec<Segment> {
    let blank = |columns: usize| Segment {
        words: " ".repeat(columns),
        range: 0..0,
        face: Face::default(),
        link: None,
    };
    let mut segments = Vec::new();
    if !lead.is_empty() {
        segments.extend(lead.runs.iter().map(|run| Segment {
            words: cut(&lead.plain, run.range.clone()).to_owned(),
            range: 0..0,
            face: run.face,
            link: None,
        }));
    } else if width > 0 {
        segments.push(blank(width));
    }
    if shift > 0 {
        segments.push(blank(shift));
    }
    segments
}
