//! What each table of a page is for: data, points of a law that are laid out in cells, or nothing but a place
//! for text.

use std::collections::HashMap;

use dom_query::{NodeId, NodeRef};

use super::super::gather::is_mark;
use super::element::{heading, is_unseen, name};
use super::tour::{Step, Tour};

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Rows and columns.
    Data,
    /// In each row a mark such as `(a)` and what stands at it.
    Points,
    /// Where text stands: its cells are read one after the other.
    Layout,
}

/// How many paragraphs a cell of data may have.
const PARAGRAPHS: usize = 5;
/// How many characters a mark has at most.
const MARK: usize = 12;

/// The tables of a page.
pub(super) type Uses = HashMap<NodeId, Use>;

/// What each table under `root` is for, found in one pass.
pub(super) fn uses(root: NodeRef) -> Uses {
    let mut uses = Uses::new();
    let mut open: Vec<Seen> = Vec::new();
    let mut tour = Tour::of(root);
    while let Some(step) = tour.next() {
        match step {
            Step::Enter(node) if node.is_text() => {
                if let Some(table) = open.last_mut() {
                    table.text(&node.text());
                }
            }
            Step::Enter(node) if node.is_element() => {
                let name = name(&node);
                if is_unseen(&node, &name) {
                    tour.pass_over();
                } else if name == "table" {
                    if let Some(outer) = open.last_mut() {
                        outer.crowded = true;
                        outer.text("table");
                    }
                    let plain =
                        matches!(node.attr("role").as_deref(), Some("presentation" | "none"));
                    open.push(Seen { plain, ..Seen::default() });
                } else if let Some(table) = open.last_mut() {
                    table.enter(&name);
                }
            }
            Step::Leave(node) if node.is_element() => match &*name(&node) {
                "table" => {
                    if let Some(table) = open.pop() {
                        uses.insert(node.id, table.meant());
                    }
                }
                "tr" => {
                    if let Some(table) = open.last_mut() {
                        table.row();
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    uses
}

/// What was seen of a table.
#[derive(Default)]
struct Seen {
    plain: bool,
    heads: bool,
    rows: usize,
    columns: usize,
    paragraphs: usize,
    /// Whether it has what no table of data has: a table, a heading, a cell of many paragraphs.
    crowded: bool,
    /// How many of its rows begin with a mark.
    marked: usize,
    /// The beginning of the text of each cell of the row.
    cells: Vec<String>,
}

impl Seen {
    fn enter(&mut self, name: &str) {
        match name {
            "td" | "th" => {
                self.heads |= name == "th";
                self.paragraphs = 0;
                self.cells.push(String::new());
            }
            "p" | "ul" | "ol" | "blockquote" | "dl" | "pre" => {
                self.paragraphs += 1;
                self.crowded |= self.paragraphs > PARAGRAPHS;
            }
            name => self.crowded |= heading(name).is_some(),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cells.last_mut().filter(|cell| cell.len() <= 4 * MARK) {
            cell.extend(text.chars().filter(|c| !c.is_whitespace()).take(MARK + 1));
        }
    }

    fn row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        self.columns = self.columns.max(cells.len());
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        if let (Some(first), count) = (filled.next(), filled.count()) {
            self.rows += 1;
            self.marked += usize::from(is_mark(first) && count <= 1);
        }
    }

    fn meant(&self) -> Use {
        let points = self.rows > 0 && self.marked == self.rows && self.columns <= 5;
        if points && !self.heads {
            Use::Points
        } else if self.columns < 2 || self.crowded || (self.plain && !self.heads) {
            Use::Layout
        } else {
            Use::Data
        }
    }
}
