//! An item as it is laid out at a width.

use std::ops::Range;

use crate::text::{ActiveSearch, Found, Hyphens, Line, Link, Measure, Typesetting};

use super::super::item::Item;
use super::super::scroll_jump::ScrollJump;

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

/// An item, laid out.
#[derive(Debug)]
pub(super) struct Laid {
    pub gap: usize,
    pub lines: Vec<Line>,
    pub links: Vec<Link>,
    /// The first line of each link.
    pub at: Vec<usize>,
    pub stops: bool,
}

impl Laid {
    /// The item at a measure, with the bytes of what it says set off that are `chosen`.
    pub(super) fn new(
        item: &Item,
        measure: &Measure,
        layout: &LayoutContext,
        chosen: Option<&Range<usize>>,
    ) -> Self {
        let mut sheet = item.marked_sheet(layout.setting.as_ref(), layout.found);
        if let Some(chosen) = chosen {
            sheet.choose(chosen);
        }
        let lines = sheet.lay(measure);
        let mut at = vec![0; sheet.links.len()];
        for (n, line) in lines.iter().enumerate().rev() {
            for link in line.segments.iter().filter_map(|segment| segment.link) {
                if let Some(first) = at.get_mut(link) {
                    *first = n;
                }
            }
        }
        let stops = item.stops(layout.setting.as_ref());
        Self { gap: item.gap(), lines, links: sheet.links, at, stops }
    }

    /// The line with the match that the reader was taken to.
    pub(super) fn match_line(&self) -> Option<usize> {
        let here = |line: &Line| line.segments.iter().any(|part| part.face.found == Found::Here);
        self.lines.iter().position(here)
    }

    /// Blank rows above it as item number `item`: none above the first, none if it shows nothing.
    pub(super) fn gap(&self, item: usize) -> usize {
        if item == 0 || self.lines.is_empty() { 0 } else { self.gap }
    }
}
