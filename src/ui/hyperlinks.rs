//! Where on the screen something leads out of the briefing.
//!
//! A cell of ratatui's has no address, so these travel beside the buffer, and the painter makes
//! hyperlinks of them that the terminal itself can follow (OSC 8).

use std::ops::Range;

use ratatui::layout::Rect;

use crate::base::encoded;

/// The addresses that attache lets a terminal open, by how they begin.
const SCHEMES: [&str; 3] = ["https:", "http:", "mailto:"];

/// The longest address that terminals take, in bytes: VTE ignores longer ones.
const LONGEST: usize = 2083;

/// The parts of a screen that lead to outside addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hyperlinks(Vec<CellRun>);

/// Some columns of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CellRun {
    row: u16,
    columns: Range<u16>,
    /// Printable ASCII without spaces.
    address: String,
}

impl Hyperlinks {
    /// Notes that some columns of a row lead to `address`. Other addresses than http, https and
    /// mailto are left out, and such as no terminal takes.
    pub fn add(&mut self, row: u16, columns: Range<u16>, address: &str) {
        let known = SCHEMES.iter().any(|scheme| {
            let begins = address.get(..scheme.len());
            begins.is_some_and(|begins| begins.eq_ignore_ascii_case(scheme))
        });
        let address = encoded(address);
        if known && address.len() <= LONGEST && !columns.is_empty() {
            self.0.push(CellRun { row, columns, address });
        }
    }

    /// Lets go of what is noted inside `area`: something else is drawn there.
    pub(super) fn clear(&mut self, area: Rect) {
        let rows = area.top()..area.bottom();
        let covers = |part: &CellRun| {
            let columns = &part.columns;
            let meets = columns.start < area.right() && area.left() < columns.end;
            rows.contains(&part.row) && meets
        };
        let (covered, mut kept): (Vec<_>, Vec<_>) = self.0.drain(..).partition(covers);
        for CellRun { row, columns, address } in covered {
            let sides = [columns.start..area.left(), area.right()..columns.end];
            for columns in sides.into_iter().filter(|columns| !columns.is_empty()) {
                kept.push(CellRun { row, columns, address: address.clone() });
            }
        }
        self.0 = kept;
    }

    /// The columns of row `y` that lead somewhere, and where to.
    pub fn row(&self, y: usize) -> impl Iterator<Item = (Range<usize>, &str)> {
        let here = self.0.iter().filter(move |part| usize::from(part.row) == y);
        here.map(|part| {
            let columns = usize::from(part.columns.start)..usize::from(part.columns.end);
            (columns, part.address.as_str())
        })
    }
}
