//! The visual mode: which words are chosen, and how far a key takes them.
//!
//! What is chosen lies between two ends, of which one moves. Both hold on to bytes of what is said, so
//! that another width chooses no other words. The pane that they are in shows them; it is given to
//! whatever moves an end.

use std::ops::Range;

use crate::command::{Motion, Select};
use crate::desk::{End, LayoutContext, Mover, Pane, Spot, Unit, Way, WordCounts};

use super::step::Step;
use super::words;

/// Whether words are being chosen, and which.
#[derive(Debug, Clone, Default)]
pub(super) struct Visual(Option<Mode>);

#[derive(Debug, Clone)]
struct Mode {
    /// How much lay over the panes when it began.
    under: usize,
    /// Whether what is chosen stays in one item.
    stays: bool,
    unit: Unit,
    /// The end that waits.
    still: End,
    /// The end that moves.
    moving: End,
    /// The column that the moving end keeps to while it goes from line to line.
    column: Option<usize>,
    /// How many words are chosen.
    words: usize,
    /// How many there are in what was chosen as a whole.
    whole: WordCounts,
}

impl Visual {
    /// How much lies below it on the panes, while it is on.
    pub(super) fn under(&self) -> Option<usize> {
        self.0.as_ref().map(|mode| mode.under)
    }

    /// How many words are chosen, while it is on.
    pub(super) fn words(&self) -> Option<usize> {
        self.0.as_ref().map(|mode| mode.words)
    }

    /// Where the end is that moves.
    pub(super) fn spot(&self) -> Option<Spot> {
        self.0.as_ref().map(|mode| mode.moving.spot)
    }

    /// From the first word that is chosen to behind the last, and the end that moves.
    pub(super) fn chosen(&self) -> Option<(Range<Spot>, Spot)> {
        self.0.as_ref().map(|mode| (mode.chosen(), mode.moving.spot))
    }

    /// It is over.
    pub(super) fn end(&mut self) {
        self.0 = None;
    }

    /// Begins at the cursor of a pane over which nothing lies, but over the panes so much as `under`;
    /// in any but the narrative it stays in the item there.
    pub(super) fn begin(
        &mut self,
        unit: Unit,
        (under, stays): (usize, bool),
        pane: &mut Pane,
        layout: &LayoutContext,
    ) -> Vec<Step> {
        let mut mover = Mover { pane, layout, stays };
        let Some(end) = mover.begin().map(|end| mover.widened(&end, unit)) else {
            return vec![Step::Say(words::NO_WORDS_HERE.to_owned())];
        };
        let first = Spot { byte: end.bytes.start, ..end.spot };
        let (still, moving) = (End { spot: first, ..end.clone() }, end);
        let mode = Mode {
            under,
            stays,
            unit,
            still,
            moving,
            column: None,
            words: 0,
            whole: WordCounts::default(),
        };
        self.0.insert(mode).show(pane, layout);
        Vec::new()
    }

    /// Chooses by another unit, or moves an end.
    pub(super) fn select(
        &mut self,
        command: Select,
        pane: &mut Pane,
        layout: &LayoutContext,
    ) -> Vec<Step> {
        let Some(mode) = &mut self.0 else { return Vec::new() };
        match command {
            Select::Words if mode.unit == Unit::Word => return vec![Step::LeaveVisual],
            Select::Words => mode.set_unit(Unit::Word, pane, layout),
            Select::Lines => mode.set_unit(Unit::Line, pane, layout),
            Select::Sentences => mode.set_unit(Unit::Sentence, pane, layout),
            Select::NextWord => mode.step(Way::Down, pane, layout),
            Select::PreviousWord => mode.step(Way::Up, pane, layout),
            Select::LetterRight => mode.letter(Way::Down, pane, layout),
            Select::LetterLeft => mode.letter(Way::Up, pane, layout),
            Select::SentenceEnd => {
                mode.go(pane, layout, |mover, end| mover.sentence_edge(end, Way::Down));
            }
            Select::SentenceStart => {
                mode.go(pane, layout, |mover, end| mover.sentence_edge(end, Way::Up));
            }
            Select::LineEnd => mode.go(pane, layout, |mover, end| mover.line_edge(end, Way::Down)),
            Select::LineStart => mode.go(pane, layout, |mover, end| mover.line_edge(end, Way::Up)),
            Select::PageDown => mode.lines(Way::Down, page(pane), pane, layout),
            Select::PageUp => mode.lines(Way::Up, page(pane), pane, layout),
            Select::OtherEnd => {
                std::mem::swap(&mut mode.still, &mut mode.moving);
                mode.column = None;
            }
        }
        mode.show(pane, layout);
        Vec::new()
    }

    /// Moves an end as the cursor moves elsewhere.
    pub(super) fn move_by(&mut self, motion: Motion, pane: &mut Pane, layout: &LayoutContext) {
        let Some(mode) = &mut self.0 else { return };
        let half = (pane.size().1 / 2).max(1);
        match motion {
            Motion::LineDown | Motion::ScrollDown => mode.lines(Way::Down, 1, pane, layout),
            Motion::LineUp | Motion::ScrollUp => mode.lines(Way::Up, 1, pane, layout),
            Motion::HalfDown => mode.lines(Way::Down, half, pane, layout),
            Motion::HalfUp => mode.lines(Way::Up, half, pane, layout),
            Motion::NextParagraph => {
                mode.go(pane, layout, |mover, end| mover.paragraph_edge(end, Way::Down));
            }
            Motion::PreviousParagraph => {
                mode.go(pane, layout, |mover, end| mover.paragraph_edge(end, Way::Up));
            }
            Motion::End => mode.go(pane, layout, |mover, end| mover.far_edge(end, Way::Down)),
            Motion::Start => mode.go(pane, layout, |mover, end| mover.far_edge(end, Way::Up)),
            // These have no key while words are chosen.
            Motion::PageDown
            | Motion::PageUp
            | Motion::NextSection
            | Motion::PreviousSection
            | Motion::NextLink
            | Motion::PreviousLink
            | Motion::NextPane
            | Motion::PreviousPane
            | Motion::TextPane
            | Motion::ArticlesPane
            | Motion::ActorsPane => return,
        }
        mode.show(pane, layout);
    }
}

/// Lines of a page.
fn page(pane: &Pane) -> usize {
    pane.size().1.saturating_sub(2).max(1)
}

impl Mode {
    /// From the first word to behind the last.
    fn chosen(&self) -> Range<Spot> {
        let (one, other) = (self.still.range(), self.moving.range());
        one.start.min(other.start)..one.end.max(other.end)
    }

    /// Has the pane show what is chosen, and the end that moves.
    fn show(&mut self, pane: &mut Pane, layout: &LayoutContext) {
        pane.choose_words(Some(self.chosen()), layout);
        pane.show_spot(self.moving.spot, layout);
        self.words = pane.words_chosen(&mut self.whole, layout);
    }

    /// Moves the end; where there is nothing further it stays.
    fn go(
        &mut self,
        pane: &mut Pane,
        layout: &LayoutContext,
        to: impl FnOnce(&mut Mover, &End) -> Option<End>,
    ) {
        let mut mover = Mover { pane, layout, stays: self.stays };
        if let Some(end) = to(&mut mover, &self.moving) {
            self.moving = mover.widened(&end, self.unit);
            self.column = None;
        }
    }

    /// One word, line or sentence further.
    fn step(&mut self, way: Way, pane: &mut Pane, layout: &LayoutContext) {
        match self.unit {
            Unit::Word => self.go(pane, layout, |mover, end| mover.word(end, way)),
            Unit::Line => self.lines(way, 1, pane, layout),
            Unit::Sentence => self.go(pane, layout, |mover, end| mover.sentence_edge(end, way)),
        }
    }

    /// Takes the edge of what is chosen that moves one letter on. At least a letter stays chosen, and
    /// where the other end is in the same word, it gives way.
    fn letter(&mut self, way: Way, pane: &mut Pane, layout: &LayoutContext) {
        self.unit = Unit::Word;
        let chosen = self.chosen();
        let forward = self.moving.range().end == chosen.end;
        let edge = if forward { chosen.end } else { chosen.start };
        let mut mover = Mover { pane, layout, stays: self.stays };
        let Some(byte) = mover.letter(edge, way) else { return };
        let to = Spot { byte, ..edge };
        let nothing_left = if forward { to <= chosen.start } else { to >= chosen.end };
        if nothing_left {
            return;
        }
        for end in [&mut self.moving, &mut self.still] {
            let there = end.spot.item == to.item;
            let at_edge = if forward { end.range().end == edge } else { end.range().start == edge };
            if !there || !at_edge {
                continue;
            }
            if forward {
                end.bytes.end = byte;
                end.bytes.start = end.bytes.start.min(byte);
            } else {
                end.bytes.start = byte;
                end.bytes.end = end.bytes.end.max(byte);
            }
        }
        self.moving.spot.byte = if forward { self.moving.spot.byte.min(byte) } else { byte };
        self.column = None;
    }

    /// So many lines further, or as far as there are any, in the column where it began.
    fn lines(&mut self, way: Way, number: usize, pane: &mut Pane, layout: &LayoutContext) {
        let mut mover = Mover { pane, layout, stays: self.stays };
        let column = self.column.unwrap_or_else(|| mover.column(&self.moving));
        for _ in 0..number {
            let Some(end) = mover.line_on(&self.moving, way, column) else { break };
            self.moving = end;
        }
        self.moving = mover.widened(&self.moving, self.unit);
        self.column = Some(column);
    }

    /// Chooses by a unit from now on; by words again if it is that one already.
    fn set_unit(&mut self, unit: Unit, pane: &mut Pane, layout: &LayoutContext) {
        self.unit = if self.unit == unit { Unit::Word } else { unit };
        let mut mover = Mover { pane, layout, stays: self.stays };
        for end in [&mut self.still, &mut self.moving] {
            let word = mover.narrowed(end);
            *end = mover.widened(&word, self.unit);
        }
    }
}
