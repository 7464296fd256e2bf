//! A stretch of an item as it is laid out at a width.

use std::ops::Range;

use crate::text::{ActiveSearch, Found, Hyphens, Line, Link, Measure, Typesetting};

use super::super::item::Item;
use super::super::scroll_jump::ScrollJump;
use super::Stretch;

/// What items are laid out with, and moved among.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LayoutContext<'a> {
    pub setting: Option<Typesetting<'a>>,
    pub hyphens: Option<&'a Hyphens>,
    /// What is marked.
    pub found: Option<&'a ActiveSearch>,
    /// How far a motion by lines scrolls at once.
    pub jump: ScrollJump,
}

/// A stretch of an item, laid out.
#[derive(Debug)]
pub(super) struct Laid {
    /// Blank rows above it: none above all that there is, none if it shows nothing.
    pub gap: usize,
    pub lines: Vec<Line>,
    pub links: Vec<Link>,
    /// The first line of each link.
    pub at: Vec<usize>,
    pub stops: bool,
    /// How many more its item has beyond it.
    pub beyond: usize,
}

impl Laid {
    /// The stretch `at` of an item at a measure, with the bytes of what it says set off that are `chosen`.
    pub(super) fn new(
        at: Stretch,
        item: &Item,
        measure: &Measure,
        layout: &LayoutContext,
        chosen: Option<&Range<usize>>,
    ) -> Self {
        let setting = layout.setting.as_ref();
        let mut sheet = item.marked_stretch(at.number, setting, layout.found);
        if let Some(chosen) = chosen {
            sheet.choose(chosen);
        }
        let mut lines = sheet.lay(measure);
        let apart = sheet.elements.first().map_or(0, |first| first.gap);
        if at.number > 0 && !lines.is_empty() {
            // It stands below another stretch as the parts of a sheet stand below each other.
            lines.splice(0..0, vec![Line::default(); apart]);
        }
        let mut firsts = vec![0; sheet.links.len()];
        for (n, line) in lines.iter().enumerate().rev() {
            for link in line.segments.iter().filter_map(|segment| segment.link) {
                if let Some(first) = firsts.get_mut(link) {
                    *first = n;
                }
            }
        }
        let is_below = at.item > 0 && at.number == 0 && !lines.is_empty();
        let gap = if is_below { item.gap() } else { 0 };
        let beyond = item.stretches(setting).saturating_sub(at.number + 1);
        Self { gap, lines, links: sheet.links, at: firsts, stops: item.stops(setting), beyond }
    }

    /// Whether it is the last of its item.
    pub(super) fn is_last(&self) -> bool {
        self.beyond == 0
    }

    /// The line with the match that the reader was taken to.
    pub(super) fn match_line(&self) -> Option<usize> {
        let here = |line: &Line| line.segments.iter().any(|part| part.face.found == Found::Here);
        self.lines.iter().position(here)
    }

    /// Rows that it has, blank ones above it included.
    pub(super) fn rows(&self) -> usize {
        self.gap + self.lines.len()
    }
}
