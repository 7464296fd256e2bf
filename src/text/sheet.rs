//! What is set in one go: a block of the narrative, a card, an entry of a list.

use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use crate::base::cut;
use crate::model::{ArticleIx, SourceIx, Target, Text};

use super::{Beside, Face, Line, Measure, Origin, Rich, Role, Run, Segment, columns, wrap};

/// A small stack of set text, with the links in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its parts, from top to bottom.
    pub elements: Vec<Element>,
    /// Its links, in the order of reading; a [`super::Run`] names them by position.
    pub links: Vec<Link>,
}

/// One part of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// What it says.
    pub rich: Rich,
    /// What stands before its first line: a bullet, a label.
    pub lead: Rich,
    /// Whether `lead` stands before every line (a bar) or leaves a blank of its width.
    pub repeat: bool,
    /// What stands before its further lines, where that is neither a blank nor `lead` again; as
    /// wide as `lead`.
    pub under: Rich,
    /// What the rest of its last line is filled with, a column each and a blank before them.
    pub fill: Option<&'static str>,
    /// Whether it is set flush right.
    pub right: bool,
    /// Blank rows before it; none before the first of a sheet.
    pub gap: usize,
    /// What its one line ends with where it has more to say; all of it is set without.
    pub clip: Option<&'static str>,
    /// What stands side by side, in place of `rich`.
    pub beside: Option<Beside>,
    /// The outside address that its words are.
    pub address: Option<Arc<str>>,
    /// Whether its words stay whole, without hyphens at line ends: they are to be taken away.
    pub whole: bool,
    /// What its words are, for who marks them.
    pub origin: Option<Origin>,
}

/// What can be chosen and followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// To something in the briefing, or outside.
    To(Target),
    /// To the sources that a text rests on.
    Sources(Vec<SourceIx>),
    /// To everything that cites a target.
    CitedBy(Target),
    /// To an article beside its counterparts.
    Compare(ArticleIx),
}

impl Link {
    /// The one thing that it is about.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::To(target) | Self::CitedBy(target) => Some(target.clone()),
            Self::Compare(at) => Some(Target::Article(*at)),
            Self::Sources(_) => None,
        }
    }
}

impl Element {
    /// An element of `rich` alone.
    pub fn new(rich: Rich) -> Self {
        Self { rich, ..Self::default() }
    }

    /// Stacks of elements side by side, with `rule` between them.
    pub fn beside(cells: Vec<Vec<Self>>, rule: &'static str) -> Self {
        Self { beside: Some(Beside { cells, rule }), ..Self::default() }
    }

    /// An element that is an address in the outside world, as it stands.
    pub fn address(address: &Arc<str>, face: impl Into<Face>) -> Self {
        let address = Some(Arc::clone(address));
        let rich = Rich::new(address.as_deref().unwrap_or_default(), face);
        Self { address, whole: true, ..Self::new(rich) }
    }

    /// With `gap` blank rows before it.
    #[must_use]
    pub fn below(mut self, gap: usize) -> Self {
        self.gap = gap;
        self
    }

    /// Behind a lead that leaves a blank on the further lines.
    #[must_use]
    pub fn hung(mut self, lead: &str, face: impl Into<Face>) -> Self {
        self.lead = Rich::new(lead, face);
        self
    }

    /// Behind a bar that stands on every line.
    #[must_use]
    pub fn barred(mut self, lead: &str, face: impl Into<Face>) -> Self {
        self.lead = Rich::new(lead, face);
        self.repeat = true;
        self
    }

    /// Cut to one line, with `ellipsis` at its end.
    #[must_use]
    pub fn clipped(mut self, ellipsis: &'static str) -> Self {
        self.clip = Some(ellipsis);
        self
    }

    /// With words that are those of `origin`.
    #[must_use]
    pub fn from(mut self, origin: Origin) -> Self {
        self.origin = Some(origin);
        self
    }

    /// Set flush right.
    #[must_use]
    pub fn flush_right(mut self) -> Self {
        self.right = true;
        self
    }

    fn is_empty(&self) -> bool {
        self.rich.is_empty() && self.beside.as_ref().is_none_or(Beside::is_empty)
    }

    fn lay(&self, measure: &Measure) -> Vec<Line> {
        if let Some(beside) = &self.beside {
            return beside.lay(measure);
        }
        let lead = columns(&self.lead.plain);
        if lead > measure.width / 2 {
            if let Some(ellipsis) = self.clip {
                // There is one line, and what it says matters more than its lead.
                return clipped(&self.rich, measure, ellipsis);
            }
            return self.lay_below_lead(measure);
        }
        let hyphens = measure.hyphens.filter(|_| !self.whole);
        let inner = Measure { width: measure.width - lead, hyphens };
        let mut lines = match self.clip {
            Some(ellipsis) => clipped(&self.rich, &inner, ellipsis),
            None => wrap(&self.rich, &inner),
        };
        if let (Some(fill), Some(last)) = (self.fill, lines.last_mut()) {
            fill_up(last, fill, inner.width);
        }
        for (at, line) in lines.iter_mut().enumerate() {
            let shift = if self.right { inner.width.saturating_sub(line.width) } else { 0 };
            let further = at > 0 && !self.repeat;
            let before = if further { &self.under } else { &self.lead };
            line.origin = self.origin;
            line.width += lead + shift;
            line.address.clone_from(&self.address);
            line.segments.splice(0..0, lead_segments(before, lead, shift));
        }
        lines
    }

    /// Where the lead would take half of the line or more, it stands on lines of its own.
    fn lay_below_lead(&self, measure: &Measure) -> Vec<Line> {
        let mut lines = wrap(&self.lead, measure);
        for line in &mut lines {
            for segment in &mut line.segments {
                segment.range = 0..0;
            }
        }
        let indent = if measure.width > 12 { "  " } else { "" };
        let lead = Rich::new(indent, Role::Body);
        let below = Self { lead, repeat: false, under: Rich::default(), ..self.clone() };
        lines.extend(below.lay(measure));
        lines
    }
}

/// As much of `rich` as one line has room for, with `ellipsis` at its end if there is more.
fn clipped(rich: &Rich, measure: &Measure, ellipsis: &str) -> Vec<Line> {
    let width = measure.width.saturating_sub(columns(ellipsis));
    let end = line_end(&rich.plain, width);
    if end == rich.plain.len() {
        return wrap(rich, &Measure { width, hyphens: None });
    }
    let mut short = Rich::default();
    for run in rich.runs.iter().filter(|run| run.range.start < end) {
        let range = run.range.start..run.range.end.min(end);
        short.plain.push_str(cut(&rich.plain, range.clone()));
        short.runs.push(Run { range, ..run.clone() });
    }
    let mut lines = wrap(&short, &Measure { width, hyphens: None });
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

impl Sheet {
    /// Adds an element, unless it says nothing.
    pub fn push(&mut self, element: Element) -> &mut Self {
        if !element.is_empty() {
            self.elements.push(element);
        }
        self
    }

    /// Numbers a link.
    pub fn link(&mut self, link: Link) -> usize {
        self.links.push(link);
        self.links.len() - 1
    }

    /// A text of the briefing, its links numbered in this sheet.
    pub fn rich(&mut self, text: &Text, role: Role) -> Rich {
        let mut rich = Rich::default();
        rich.text(text, role, |target| {
            let role = if matches!(target, Target::Actor(_)) { Role::Actor } else { Role::Link };
            Some((self.link(Link::To(target.clone())), role))
        });
        rich
    }

    /// The lines of the sheet at a measure, blank rows included.
    pub fn lay(&self, measure: &Measure) -> Vec<Line> {
        stacked(&self.elements, measure)
    }
}

/// The lines of `elements` from top to bottom, blank rows included.
pub(super) fn stacked(elements: &[Element], measure: &Measure) -> Vec<Line> {
    let mut lines = Vec::new();
    for element in elements {
        if !lines.is_empty() {
            lines.extend(std::iter::repeat_with(Line::default).take(element.gap));
        }
        lines.extend(element.lay(measure));
    }
    lines
}
