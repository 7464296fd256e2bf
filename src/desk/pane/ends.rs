//! Moving an end of what is chosen among the words of a pane: by word, line, sentence, paragraph.

use std::ops::Range;

use crate::text::{Line, Spoken};

use super::spot::Spot;
use super::{LayoutContext, Pane, Row, Stretch, Way};

/// An end of what is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct End {
    /// Where it is: in the line in which it is seen, in a word of [`End::bytes`].
    pub spot: Spot,
    /// The words that are chosen with it, in bytes of what its item says: one, a line, a sentence.
    pub bytes: Range<usize>,
}

impl End {
    /// Where its words begin, and where they end.
    pub(crate) fn range(&self) -> Range<Spot> {
        let spot = |byte| Spot { byte, ..self.spot };
        spot(self.bytes.start)..spot(self.bytes.end)
    }
}

/// What is chosen with each end, at the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Word,
    Line,
    Sentence,
}

/// Moves an end among the words of a pane.
pub(crate) struct Mover<'a, 'l> {
    pub pane: &'a mut Pane,
    pub layout: &'l LayoutContext<'l>,
    /// Whether it stays in its item.
    pub stays: bool,
}

impl Mover<'_, '_> {
    /// The words of the chosen link or, without one, the first word of the line under the cursor.
    pub(crate) fn begin(&mut self) -> Option<End> {
        // Of a card alone the cursor does not move when it scrolls.
        if self.pane.focus().is_none() && self.pane.items.len() == 1 {
            self.pane.cursor = self.pane.top;
        }
        self.pane.focus()?;
        let item = self.pane.cursor.item;
        if let Some(bytes) = self.pane.link.and_then(|link| self.pane.logical_of_link(link)) {
            let said = self.said_at(Spot { item, byte: bytes.start })?;
            // It goes on from the last of them.
            return edge(&said, item, &bytes, Way::Down).map(|end| End { bytes, ..end });
        }
        let bytes = self.pane.logical_at_cursor()?;
        let said = self.said_at(Spot { item, byte: bytes.start })?;
        Some(first_in(&said, item, &bytes))
    }

    /// With all of the line or the sentence around.
    pub(crate) fn widened(&mut self, end: &End, unit: Unit) -> End {
        let Some(said) = self.said_at(end.spot) else { return end.clone() };
        let bytes = match unit {
            Unit::Word => return end.clone(),
            Unit::Line => match self.line(end.spot) {
                Some((_, line)) => whole(&said, &line),
                None => return end.clone(),
            },
            Unit::Sentence => said.sentence(end.spot.byte),
        };
        let bytes = bytes.start.min(end.bytes.start)..bytes.end.max(end.bytes.end);
        End { bytes, ..end.clone() }
    }

    /// The word that an end is at.
    pub(crate) fn narrowed(&mut self, end: &End) -> End {
        let byte = end.spot.byte;
        let said = self.said_at(end.spot);
        let words = said.map(|said| said.words()).unwrap_or_default();
        let word = words.into_iter().find(|word| word.contains(&byte));
        word.map_or_else(|| end.clone(), |bytes| End { bytes, ..end.clone() })
    }

    /// The next word, or the one before.
    pub(crate) fn word(&mut self, end: &End, way: Way) -> Option<End> {
        let Spot { item, byte } = end.spot;
        let words = self.said_at(end.spot)?.words();
        let next = match way {
            Way::Down => words.into_iter().find(|word| word.start > byte),
            Way::Up => words.into_iter().rfind(|word| word.end <= byte),
        };
        if let Some(word) = next {
            return Some(at_start(item, word));
        }
        let (at, said) =
            self.beyond(self.at(end.spot), way).or_else(|| self.neighbour(item, way))?;
        let words = said.words();
        let word = if way == Way::Down { words.first() } else { words.last() };
        word.map(|word| at_start(at.item, word.clone()))
    }

    /// Where the letter after a byte of its item ends, or the one before it begins.
    pub(crate) fn letter(&mut self, at: Spot, way: Way) -> Option<usize> {
        let is_after = way == Way::Down;
        let here = self.said_at(at)?.letter(at.byte, is_after);
        // A text that is divided goes on in what is beyond.
        let beyond = || self.beyond(self.at(at), way)?.1.letter(at.byte, is_after);
        here.or_else(beyond)
    }

    /// The word at a column of the next line, or of the one before.
    pub(crate) fn line_on(&mut self, end: &End, way: Way, column: usize) -> Option<End> {
        let item = end.spot.item;
        let (at, _) = self.line(end.spot)?;
        let beside = self.beside(at, way);
        let (row, bytes) = beside.or_else(|| {
            let (first, _) = self.neighbour(item, way)?;
            self.first_on(first, way)
        })?;
        let byte = self.on_line(row, |line| line.logical_at(column))?;
        Some(nearest(&self.said(row.of())?, row.item, &bytes, byte))
    }

    /// The column in which an end is seen.
    pub(crate) fn column(&mut self, end: &End) -> usize {
        let row = self.line(end.spot).map(|(row, _)| row);
        let byte = end.spot.byte;
        row.and_then(|row| self.on_line(row, |line| line.column_of(byte))).unwrap_or(0)
    }

    /// The end or the beginning of the line.
    pub(crate) fn line_edge(&mut self, end: &End, way: Way) -> Option<End> {
        let (_, line) = self.line(end.spot)?;
        edge(&self.said_at(end.spot)?, end.spot.item, &line, way)
    }

    /// The end or the beginning of the sentence; if the end of what is chosen is there, of the next.
    pub(crate) fn sentence_edge(&mut self, end: &End, way: Way) -> Option<End> {
        let (mut spot, mut said) = (end.spot, self.said_at(end.spot)?);
        let sentence = said.sentence(spot.byte);
        if reaches(end, &sentence, way) {
            let past = Spot { byte: far(&sentence, way), ..spot };
            spot = self.word(&End { spot: past, bytes: sentence }, way)?.spot;
            said = self.said_at(spot)?;
        }
        edge(&said, spot.item, &said.sentence(spot.byte), way)
    }

    /// The end or the beginning of the paragraph; if the end of what is chosen is there, of the next.
    pub(crate) fn paragraph_edge(&mut self, end: &End, way: Way) -> Option<End> {
        let item = end.spot.item;
        let is_there = reaches(end, &self.all(item)?, way);
        self.item_edge(if is_there { self.neighbour(item, way)?.0.item } else { item }, way)
    }

    /// The end or the beginning of all that can be chosen here.
    pub(crate) fn far_edge(&mut self, end: &End, way: Way) -> Option<End> {
        if self.stays {
            return self.item_edge(end.spot.item, way);
        }
        let first = (way == Way::Up && self.pane.stops(0, self.layout)).then_some(0);
        let first = first.filter(|first| self.all(*first).is_some());
        // From beyond the last one back.
        let (beyond, back) = match way {
            Way::Down => (self.pane.items().len(), Way::Up),
            Way::Up => (0, Way::Down),
        };
        let far = first.or_else(|| Some(self.neighbour(beyond, back)?.0.item));
        self.item_edge(far.unwrap_or(end.spot.item), way)
    }

    /// The end or the beginning of what an item says.
    fn item_edge(&self, item: usize, way: Way) -> Option<End> {
        let back = if way == Way::Down { Way::Up } else { Way::Down };
        let (_, said) = self.first_said(item, back)?;
        edge(&said, item, &self.all(item)?, way)
    }

    /// From the first letter of what an item says to the last.
    fn all(&self, item: usize) -> Option<Range<usize>> {
        let (_, first) = self.first_said(item, Way::Down)?;
        let (_, last) = self.first_said(item, Way::Up)?;
        Some(first.all().start..last.all().end)
    }

    /// The stretch with a spot.
    fn at(&self, spot: Spot) -> Stretch {
        self.pane.stretch_at(spot.item, spot.byte, self.layout)
    }

    /// What a stretch says, if it says anything.
    fn said(&self, at: Stretch) -> Option<Spoken> {
        Some(self.pane.spoken(at, self.layout)).filter(|said| !said.is_empty())
    }

    /// What the stretch with a spot says.
    fn said_at(&self, spot: Spot) -> Option<Spoken> {
        self.said(self.at(spot))
    }

    /// The first stretch of an item on the way that says anything.
    fn first_said(&self, item: usize, way: Way) -> Option<(Stretch, Spoken)> {
        let first = match way {
            Way::Down => Stretch::first_of(item),
            Way::Up => self.pane.last_of(item, self.layout),
        };
        self.said(first).map(|said| (first, said)).or_else(|| self.beyond(first, way))
    }

    /// The next stretch of the same item on the way that says anything.
    fn beyond(&self, at: Stretch, way: Way) -> Option<(Stretch, Spoken)> {
        let said = |number| {
            let at = Stretch { number, ..at };
            self.said(at).map(|said| (at, said))
        };
        let all = self.pane.stretches(at.item, self.layout);
        match way {
            Way::Down => (at.number + 1..all).find_map(said),
            Way::Up => (0..at.number).rev().find_map(said),
        }
    }

    /// The next item on the way that the focus stops at and that says anything: where it first does.
    fn neighbour(&self, item: usize, way: Way) -> Option<(Stretch, Spoken)> {
        if self.stays {
            return None;
        }
        let mut at = item;
        loop {
            at = match way {
                Way::Down => self.pane.next_stop(at, self.layout)?,
                Way::Up => self.pane.previous_stop(at, self.layout)?,
            };
            let first = self.first_said(at, way);
            if first.is_some() {
                return first;
            }
        }
    }

    /// The lines of a stretch that say anything: which, and what.
    fn lines(&mut self, of: Stretch) -> Vec<(Row, Range<usize>)> {
        let laid = self.pane.lay(of, self.layout);
        let lines = laid.iter().flat_map(|laid| laid.lines.iter().enumerate());
        lines.filter_map(|(at, line)| Some((of.row(at), line.logical(|_| true)?))).collect()
    }

    /// The first line on the way that says anything, in a stretch and those of its item beyond it.
    fn first_on(&mut self, of: Stretch, way: Way) -> Option<(Row, Range<usize>)> {
        let mut next = Some(of);
        while let Some(of) = next {
            let mut lines = self.lines(of).into_iter();
            let first = if way == Way::Down { lines.next() } else { lines.next_back() };
            if first.is_some() {
                return first;
            }
            next = self.pane.along(of, way, self.layout);
        }
        None
    }

    /// The line of the same item that comes after another one, or before it, and says anything.
    fn beside(&mut self, row: Row, way: Way) -> Option<(Row, Range<usize>)> {
        let mut lines = self.lines(row.of()).into_iter();
        let next = match way {
            Way::Down => lines.find(|(line, _)| *line > row),
            Way::Up => lines.rfind(|(line, _)| *line < row),
        };
        next.or_else(|| {
            let beyond = self.pane.along(row.of(), way, self.layout)?;
            self.first_on(beyond, way)
        })
    }

    /// The line in which a spot is seen.
    fn line(&mut self, spot: Spot) -> Option<(Row, Range<usize>)> {
        let of = self.pane.stretch_at(spot.item, spot.byte, self.layout);
        self.lines(of).into_iter().rfind(|(_, bytes)| bytes.start <= spot.byte)
    }

    fn on_line<T>(&mut self, row: Row, of: impl FnOnce(&Line) -> Option<T>) -> Option<T> {
        let laid = self.pane.lay(row.of(), self.layout)?;
        laid.lines.get(row.line).and_then(of)
    }
}

impl Pane {
    /// The line of its item in which a spot is seen.
    pub(super) fn row_of(&mut self, spot: Spot, layout: &LayoutContext) -> Option<Row> {
        let mut mover = Mover { pane: self, layout, stays: true };
        mover.line(spot).map(|(row, _)| row)
    }
}

fn at_start(item: usize, bytes: Range<usize>) -> End {
    End { spot: Spot { item, byte: bytes.start }, bytes }
}

/// Whether an end is at the far end of `bytes` already.
fn reaches(end: &End, bytes: &Range<usize>, way: Way) -> bool {
    match way {
        Way::Down => end.bytes.end >= bytes.end,
        Way::Up => end.bytes.start <= bytes.start,
    }
}

fn far(bytes: &Range<usize>, way: Way) -> usize {
    if way == Way::Down { bytes.end.saturating_sub(1) } else { bytes.start }
}

/// `bytes`, and what is cut of a word at either end.
fn whole(said: &Spoken, bytes: &Range<usize>) -> Range<usize> {
    let mut meet = said.words().into_iter();
    let mut meet = meet.by_ref().filter(|word| word.start < bytes.end && bytes.start < word.end);
    let first = meet.next();
    let last = meet.last().or_else(|| first.clone());
    let start = first.map_or(bytes.start, |word| word.start.min(bytes.start));
    start..last.map_or(bytes.end, |word| word.end.max(bytes.end))
}

/// The first word that begins in `bytes`, else what there is of one.
fn first_in(said: &Spoken, item: usize, bytes: &Range<usize>) -> End {
    let begins = said.words().into_iter().find(|word| bytes.contains(&word.start));
    begins.map_or_else(|| nearest(said, item, bytes, bytes.start), |word| at_start(item, word))
}

/// In a line that says `bytes`: the word at a byte of it, else the last before it, else the first after
/// it. A word that begins on another line is seen in this one.
fn nearest(said: &Spoken, item: usize, bytes: &Range<usize>, byte: usize) -> End {
    let words = said.words();
    let here = || words.iter().filter(|word| word.start < bytes.end && bytes.start < word.end);
    let word = here().rfind(|word| word.start <= byte).or_else(|| here().next());
    let word = word.cloned().unwrap_or_else(|| bytes.clone());
    End { spot: Spot { item, byte: word.start.max(bytes.start) }, bytes: word }
}

/// The last word of `bytes`, with all that follows it there; or the first, with all before it.
fn edge(said: &Spoken, item: usize, bytes: &Range<usize>, way: Way) -> Option<End> {
    let mut words = said.words().into_iter();
    let mut here = words.by_ref().filter(|word| word.start < bytes.end && bytes.start < word.end);
    let word = if way == Way::Down { here.last() } else { here.next() }?;
    let spot = Spot { item, byte: word.start.max(bytes.start) };
    let bytes = match way {
        Way::Down => word.start..bytes.end.max(word.end),
        Way::Up => bytes.start.min(word.start)..word.end,
    };
    Some(End { spot, bytes })
}
