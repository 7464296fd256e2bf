//! What is set in one go: a block of the narrative, a card, an entry of a list.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{SourceIx, Target, Text};

use super::{Face, Line, Measure, Rich, Role, Run, Segment, columns, wrap};

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
    /// Whether it is set flush right.
    pub right: bool,
    /// Blank rows before it; none before the first of a sheet.
    pub gap: usize,
    /// What its one line ends with where it has more to say; all of it is set without.
    pub clip: Option<&'static str>,
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
}

impl Element {
    /// An element of `rich` alone.
    pub fn new(rich: Rich) -> Self {
        Self { rich, ..Self::default() }
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

    /// Set flush right.
    #[must_use]
    pub fn flush_right(mut self) -> Self {
        self.right = true;
        self
    }

    fn lay(&self, measure: &Measure) -> Vec<Line> {
        let lead = columns(&self.lead.plain);
        if lead > measure.width / 2 {
            if let Some(ellipsis) = self.clip {
                // There is one line, and what it says matters more than its lead.
                return clipped(&self.rich, measure, ellipsis);
            }
            return self.lay_below_lead(measure);
        }
        let inner = Measure { width: measure.width - lead, ..*measure };
        let mut lines = match self.clip {
            Some(ellipsis) => clipped(&self.rich, &inner, ellipsis),
            None => wrap(&self.rich, &inner),
        };
        for (at, line) in lines.iter_mut().enumerate() {
            let shift = if self.right { inner.width.saturating_sub(line.width) } else { 0 };
            let shown = at == 0 || self.repeat;
            line.width += lead + shift;
            line.segments.splice(0..0, lead_segments(&self.lead, lead, shown, shift));
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
        let below = Self { lead: Rich::new(indent, Role::Body), repeat: false, ..self.clone() };
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
        short.plain.push_str(rich.plain.get(range.clone()).unwrap_or_default());
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

/// Where a line of `width` columns ends in `words`: at the end of a word, or inside one that is
/// wider than half of the line.
fn line_end(words: &str, width: usize) -> usize {
    let mut taken = 0;
    let mut letters = words.grapheme_indices(true);
    let cut = letters.find(|(_, letter)| {
        taken += columns(letter);
        taken > width || *letter == "\n"
    });
    let Some((cut, letter)) = cut else { return words.len() };
    let before = words.get(..cut).unwrap_or_default();
    if letter.trim().is_empty() {
        return before.trim_end().len();
    }
    match before.rfind(' ').map(|blank| before.get(..blank).unwrap_or_default().trim_end()) {
        Some(whole) if columns(whole) >= width / 2 => whole.len(),
        _ => cut,
    }
}

/// The lead, or a blank of its width, and then `shift` blank columns.
fn lead_segments(lead: &Rich, width: usize, shown: bool, shift: usize) -> Vec<Segment> {
    let blank = |columns: usize| Segment {
        words: " ".repeat(columns),
        range: 0..0,
        face: Face::default(),
        link: None,
    };
    let mut segments = Vec::new();
    if shown {
        segments.extend(lead.runs.iter().map(|run| Segment {
            words: lead.plain.get(run.range.clone()).unwrap_or_default().to_owned(),
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
        if !element.rich.is_empty() {
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
        let mut lines = Vec::new();
        for element in &self.elements {
            if !lines.is_empty() {
                lines.extend(std::iter::repeat_with(Line::default).take(element.gap));
            }
            lines.extend(element.lay(measure));
        }
        lines
    }
}
