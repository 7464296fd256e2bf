//! What is open around the words of a page that are read: lists and their points, tables and their cells.

use dom_query::{NodeId, NodeRef};

use super::super::document::DocumentBlock;
use super::super::gather::{Grid, NumberStyle};
use super::element::attribute;

/// What is open around the words that are read.
pub(super) enum Frame {
    Quote(Vec<DocumentBlock>),
    List {
        ordered: bool,
        points: Vec<Vec<DocumentBlock>>,
        next: Option<(NumberStyle, i64)>,
    },
    Point(Vec<DocumentBlock>),
    Heading(u8),
    Grid(Grid),
    Cell {
        head: bool,
        columns: usize,
        rows: usize,
    },
    Caption,
    Lines(String),
    /// A table of points, whose rows are points.
    Points,
}

/// The frames that are open, and the blocks that are done.
#[derive(Default)]
pub(super) struct Frames {
    pub(super) done: Vec<DocumentBlock>,
    pub(super) stack: Vec<(NodeId, Frame)>,
}

impl Frames {
    pub(super) fn open(&mut self, node: NodeRef, frame: Frame) {
        self.stack.push((node.id, frame));
    }

    pub(super) fn top(&self) -> Option<&Frame> {
        self.stack.last().map(|(_, frame)| frame)
    }

    /// The list that a point which has ended belongs to.
    pub(super) fn list(&mut self) -> Option<&mut (NodeId, Frame)> {
        self.stack.iter_mut().rev().find(|(_, frame)| matches!(frame, Frame::List { .. }))
    }

    pub(super) fn is_in_list(&self) -> bool {
        matches!(self.top(), Some(Frame::List { .. }))
    }

    /// What `dt` has begun, that `dd` goes on with.
    pub(super) fn last_point(&mut self) -> Vec<DocumentBlock> {
        match self.stack.last_mut() {
            Some((_, Frame::List { points, .. })) => points.pop().unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// The points of the list right before, if it may go on: laws that are laid out in tables have one for each.
    pub(super) fn points_before(&mut self) -> Vec<Vec<DocumentBlock>> {
        let blocks = self.sink();
        if matches!(blocks.last(), Some(DocumentBlock::List { ordered: false, .. }))
            && let Some(DocumentBlock::List { points, .. }) = blocks.pop()
        {
            return points;
        }
        Vec::new()
    }

    /// Where blocks go now.
    pub(super) fn sink(&mut self) -> &mut Vec<DocumentBlock> {
        let at = self.stack.iter().rposition(|(_, frame)| {
            matches!(frame, Frame::Quote(_) | Frame::Point(_) | Frame::List { .. })
        });
        let frame = at.and_then(|at| self.stack.get_mut(at));
        match frame {
            Some((_, Frame::Quote(blocks) | Frame::Point(blocks))) => blocks,
            Some((_, Frame::List { points, .. })) => {
                // What stands in a list beside its points is a point.
                if points.is_empty() {
                    points.push(Vec::new());
                }
                match points.last_mut() {
                    Some(point) => point,
                    None => &mut self.done,
                }
            }
            _ => &mut self.done,
        }
    }

    pub(super) fn push(&mut self, block: DocumentBlock) {
        self.sink().push(block);
    }

    /// Whether words alone are gathered, and no blocks.
    pub(super) fn is_flat(&self) -> bool {
        self.stack.iter().rev().any(|(_, frame)| {
            matches!(
                frame,
                Frame::Heading(_) | Frame::Cell { .. } | Frame::Caption | Frame::Lines(_)
            )
        })
    }
}

/// A list as an element begins it. One that counts from elsewhere than 1, or in letters, has its numbers in
/// its words.
pub(super) fn list(node: &NodeRef, name: &str) -> Frame {
    let first = attribute(node, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
    let style = match attribute(node, "type").as_deref() {
        Some("a") => NumberStyle::Lower,
        Some("A") => NumberStyle::Upper,
        Some("i") => NumberStyle::LowerRoman,
        Some("I") => NumberStyle::UpperRoman,
        _ => NumberStyle::Decimal,
    };
    let valued =
        || node.children_it(false).any(|child| child.has_name("li") && child.has_attr("value"));
    let plain = first == 1 && style == NumberStyle::Decimal;
    let counted = name == "ol";
    let next = (counted && (!plain || valued())).then_some((style, first));
    Frame::List { ordered: counted && next.is_none(), points: Vec::new(), next }
}
