//! From the tree of a page to the blocks of a document.

use std::collections::HashSet;

use dom_query::{NodeId, NodeRef};

use super::super::document::{DocumentBlock, Run, Words};
use super::super::gather::{Grid, Line, shifted};
use super::address::{fragment, resolved};
use super::element::{
    attribute, heading, is_block, is_folded, is_no_text, name, words_in, words_of_no_text,
};
use super::frames::{Frame, Frames, list};
use super::notes::{Notes, Page};
use super::quotes::quotation_marks;
use super::tables::{Use, Uses};
use super::tour::{Step, Tour};

/// How deep lists and quotations nest in a document; what is deeper stands at the deepest.
const NESTING: usize = 24;

/// What is known of the pages before they are walked through.
pub(super) struct Known<'a> {
    /// What each of their tables is for.
    pub uses: &'a Uses,
    /// Their footnotes.
    pub notes: &'a Notes<'a>,
    /// What is left out.
    pub left_out: &'a HashSet<NodeId>,
    /// The language, a BCP 47 tag, or empty.
    pub language: &'a str,
    /// Whether what is folded is text as well.
    pub folded: bool,
}

/// What a walk has found.
#[derive(Default)]
pub(super) struct Walked {
    /// The blocks.
    pub(super) blocks: Vec<DocumentBlock>,
    /// How many pictures stand among them.
    pub(super) pictures: usize,
    /// How many words are folded, and were not read.
    pub(super) folded: usize,
    /// How many words stand in what is no text, as in forms.
    pub(super) no_text: usize,
}

/// What is in `root`, an element of `page`.
pub(super) fn walk(page: &Page, root: NodeRef, known: &Known) -> Walked {
    let mut walk = Walk {
        page,
        known,
        frames: Frames::default(),
        faces: Vec::new(),
        line: Line::default(),
        face: Run::default(),
        held: Held::No,
        quotes: 0,
        counts: Walked::default(),
    };
    let mut tour = Tour::of(root);
    while let Some(step) = tour.next() {
        match step {
            Step::Enter(node) if node.id == root.id => {}
            Step::Enter(node) if walk.known.left_out.contains(&node.id) => tour.pass_over(),
            Step::Enter(node) if node.is_text() => walk.text(&node.text()),
            Step::Enter(node) if node.is_element() => {
                if !walk.enter(node) {
                    tour.pass_over();
                }
            }
            Step::Leave(node) if node.id == root.id || !node.is_element() => {}
            Step::Leave(node) => walk.leave(node),
            Step::Enter(_) => tour.pass_over(),
        }
    }
    walk.flush();
    Walked { blocks: walk.frames.done, ..walk.counts }
}

/// How an element sets its words off.
enum Face {
    Strong,
    Emphasised,
    Code,
    Link(Option<String>),
    Raised,
    Lowered,
    /// What closes a quotation.
    Quoted(&'static str),
    /// What closes the reading of a word.
    Reading,
}

/// Whether what stands at the beginning of a point, its mark, waits for the words that it belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    No,
    /// The mark is being read.
    Mark,
    /// It was read.
    Waiting,
}

struct Walk<'a> {
    page: &'a Page<'a>,
    known: &'a Known<'a>,
    frames: Frames,
    faces: Vec<(NodeId, Face)>,
    line: Line,
    face: Run,
    held: Held,
    quotes: usize,
    /// What is found beside the blocks.
    counts: Walked,
}

impl Walk<'_> {
    /// Takes in what an element begins. Whether what is in it is read.
    fn enter(&mut self, node: NodeRef) -> bool {
        let name = name(&node);
        let place = (self.page.number, node.id);
        if is_no_text(&name) {
            self.counts.no_text += words_of_no_text(node, &name);
            return false;
        }
        if self.known.notes.is_body.contains(&place) {
            return false;
        }
        if !self.known.folded && is_folded(&node) {
            self.counts.folded += words_in(node);
            return false;
        }
        if self.known.notes.backs.contains(&place) {
            return false;
        }
        if let Some((note, mark)) = self.known.notes.calls.get(&place) {
            self.line.word(mark, &Run { footnote: Some(*note), ..Run::default() });
            return false;
        }
        if is_sign(&node, &name) {
            return false;
        }
        match &*name {
            "br" => self.line_break(),
            "img" => self.picture(&node),
            "wbr" => {}
            _ if is_block(&name) => self.enter_block(node, &name),
            _ => self.enter_words(node, &name),
        }
        true
    }

    fn enter_block(&mut self, node: NodeRef, name: &str) {
        self.flush();
        let shallow = self.frames.stack.len() < NESTING;
        let flat = self.frames.is_flat();
        match name {
            "ul" | "ol" | "menu" | "dir" | "dl" if shallow && !flat => {
                self.frames.open(node, list(&node, name));
            }
            "li" | "dt" if self.frames.is_in_list() => {
                self.frames.open(node, Frame::Point(Vec::new()));
                self.number(&node);
            }
            "li" => self.number(&node),
            "dd" if self.frames.is_in_list() => {
                let point = self.frames.last_point();
                self.frames.open(node, Frame::Point(point));
            }
            "blockquote" if shallow && !flat => self.frames.open(node, Frame::Quote(Vec::new())),
            "pre" | "listing" | "xmp" | "plaintext" if !flat => {
                self.frames.open(node, Frame::Lines(String::new()));
            }
            "table" if !flat => match self.known.uses.get(&node.id) {
                Some(Use::Data) => self.frames.open(node, Frame::Grid(Grid::default())),
                Some(Use::Points) if shallow => {
                    let points = self.frames.points_before();
                    self.frames.open(node, Frame::List { ordered: false, points, next: None });
                    self.frames.stack.push((node.id, Frame::Points));
                }
                _ => {}
            },
            "tr" if matches!(self.frames.top(), Some(Frame::Points)) => {
                self.frames.open(node, Frame::Point(Vec::new()));
            }
            "tr" => {
                let head = node.parent().is_some_and(|parent| parent.has_name("thead"));
                if let Some((_, Frame::Grid(grid))) = self.frames.stack.last_mut() {
                    grid.row(head);
                }
            }
            "td" | "th" if matches!(self.frames.top(), Some(Frame::Grid(_))) => {
                let span =
                    |key| attribute(&node, key).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
                let cell = Frame::Cell {
                    head: name == "th",
                    columns: span("colspan"),
                    rows: span("rowspan"),
                };
                self.frames.open(node, cell);
            }
            "td" if self.is_mark_cell(&node) => self.held = Held::Mark,
            "caption" if matches!(self.frames.top(), Some(Frame::Grid(_))) => {
                self.frames.open(node, Frame::Caption);
            }
            _ => {
                if let Some(level) = heading(name).filter(|_| !flat) {
                    self.frames.open(node, Frame::Heading(level));
                }
            }
        }
    }

    fn enter_words(&mut self, node: NodeRef, name: &str) {
        let face = match name {
            "b" | "strong" => Face::Strong,
            "i" | "em" | "cite" | "dfn" | "var" => Face::Emphasised,
            "code" | "kbd" | "samp" | "tt" => Face::Code,
            "a" => {
                let href = attribute(&node, "href");
                Face::Link(href.and_then(|href| resolved(self.page.base.as_deref(), &href)))
            }
            "sup" => Face::Raised,
            "sub" => Face::Lowered,
            "rt" => {
                self.word("(");
                Face::Reading
            }
            "q" => {
                let (open, close) = quotation_marks(self.known.language, self.quotes);
                self.quotes += 1;
                self.word(open);
                Face::Quoted(close)
            }
            _ => return,
        };
        self.faces.push((node.id, face));
        self.set_face();
    }

    fn leave(&mut self, node: NodeRef) {
        if self.faces.last().is_some_and(|(id, _)| *id == node.id) {
            match self.faces.pop() {
                Some((_, Face::Quoted(close))) => {
                    self.quotes -= 1;
                    self.word(close);
                }
                Some((_, Face::Reading)) => self.word(")"),
                _ => {}
            }
            self.set_face();
            return;
        }
        let name = name(&node);
        if !is_block(&name) {
            return;
        }
        if self.held == Held::Mark && matches!(&*name, "td" | "th") {
            self.held = Held::Waiting;
            self.line.space();
            return;
        }
        if name == "tr" {
            self.held = Held::No;
            if let Some((_, Frame::Grid(grid))) = self.frames.stack.last_mut() {
                grid.end_row();
            }
        }
        while self.frames.stack.last().is_some_and(|(id, _)| *id == node.id) {
            self.close();
        }
        self.flush();
    }

    /// Ends the innermost frame.
    fn close(&mut self) {
        if matches!(self.frames.top(), Some(Frame::Point(_))) {
            self.held = Held::No;
        }
        let flat = matches!(
            self.frames.top(),
            Some(Frame::Heading(_) | Frame::Cell { .. } | Frame::Caption)
        );
        if !flat {
            self.flush();
        }
        let Some((_, frame)) = self.frames.stack.pop() else { return };
        match frame {
            Frame::Points => {}
            Frame::Quote(blocks) if blocks.is_empty() => {}
            Frame::Quote(blocks) => self.frames.push(DocumentBlock::Quote(blocks)),
            Frame::List { points, .. } if points.is_empty() => {}
            Frame::List { ordered, points, .. } => {
                self.frames.push(DocumentBlock::List { ordered, points });
            }
            Frame::Point(blocks) => {
                if let Some((_, Frame::List { points, .. })) = self.frames.list() {
                    points.extend((!blocks.is_empty()).then_some(blocks));
                }
            }
            Frame::Heading(level) => {
                let words = self.words();
                if !words.is_empty() {
                    self.frames.push(DocumentBlock::Heading { level, words });
                }
            }
            Frame::Grid(grid) => {
                if let Some(table) = grid.table() {
                    self.frames.push(table);
                }
            }
            Frame::Cell { head, columns, rows } => {
                let words = self.words();
                if let Some((_, Frame::Grid(grid))) = self.frames.stack.last_mut() {
                    grid.cell(words, head, columns, rows);
                }
            }
            Frame::Caption => {
                let words = self.words();
                if let Some((_, Frame::Grid(grid))) = self.frames.stack.last_mut() {
                    grid.caption(words);
                }
            }
            Frame::Lines(text) => {
                let text = text.trim_matches('\n').trim_end();
                if !text.trim().is_empty() {
                    self.frames.push(DocumentBlock::Preformatted(text.to_owned()));
                }
            }
        }
    }

    /// Ends a paragraph.
    fn flush(&mut self) {
        if self.held != Held::No {
            self.line.space();
            return;
        }
        match self.frames.stack.iter_mut().rev().find(|(_, frame)| !matches!(frame, Frame::Points))
        {
            Some((_, Frame::Heading(_) | Frame::Caption)) => self.line.space(),
            Some((_, Frame::Cell { .. })) => {
                self.line.end_line();
            }
            Some((_, Frame::Lines(text))) => {
                if !text.is_empty() && !text.ends_with('\n') {
                    text.push('\n');
                }
            }
            _ => {
                let words = self.words();
                if !words.is_empty() {
                    self.frames.push(DocumentBlock::Paragraph(words));
                }
            }
        }
    }

    fn words(&mut self) -> Words {
        self.line.take()
    }

    fn line_break(&mut self) {
        match self.frames.stack.last_mut() {
            Some((_, Frame::Lines(text))) => text.push('\n'),
            Some((_, Frame::Heading(_))) => self.line.space(),
            // Two of them are how old pages end a paragraph.
            _ if !self.line.end_line() => self.flush(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, Frame::Lines(lines))) = self.frames.stack.last_mut() {
            let kept = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
            lines.extend(kept);
            return;
        }
        if self.held == Held::Waiting && !text.trim().is_empty() {
            self.held = Held::No;
        }
        let raised = self.faces.iter().rev().find_map(|(_, face)| match face {
            Face::Raised => Some(true),
            Face::Lowered => Some(false),
            _ => None,
        });
        match raised {
            Some(raised) => self.line.text(&shifted(text, raised), &self.face),
            None => self.line.text(text, &self.face),
        }
    }

    /// Adds what the page says by the shape of an element.
    fn word(&mut self, word: &str) {
        match self.frames.stack.last_mut() {
            Some((_, Frame::Lines(lines))) => lines.push_str(word),
            _ => self.line.word(word, &self.face),
        }
    }

    /// Sets the face of what comes next by the elements that are open.
    fn set_face(&mut self) {
        let heads = self.frames.stack.iter().any(|(_, frame)| matches!(frame, Frame::Heading(_)));
        let has = |wanted: fn(&Face) -> bool| self.faces.iter().any(|(_, face)| wanted(face));
        let link = self.faces.iter().rev().find_map(|(_, face)| match face {
            Face::Link(link) => Some(link.clone()),
            _ => None,
        });
        self.face = Run {
            strong: !heads && has(|face| matches!(face, Face::Strong)),
            emphasised: has(|face| matches!(face, Face::Emphasised)),
            code: has(|face| matches!(face, Face::Code)),
            link: link.flatten(),
            ..Run::default()
        };
    }

    /// What stands for a picture: its words. A picture in a link is a button.
    fn picture(&mut self, node: &NodeRef) {
        let is_button = self.faces.iter().any(|(_, face)| matches!(face, Face::Link(None)));
        let words = attribute(node, "alt").unwrap_or_default();
        self.counts.pictures += usize::from(!is_button);
        if !is_button && !words.trim().is_empty() {
            self.line.text(&format!("[{}]", words.trim()), &self.face);
        }
    }

    /// Writes the number of a point before it, where its list does not count 1, 2, 3.
    fn number(&mut self, node: &NodeRef) {
        let Some((_, Frame::List { next: Some((style, next)), .. })) = self.frames.list() else {
            return;
        };
        let own = attribute(node, "value").and_then(|value| value.trim().parse().ok());
        let number: i64 = own.unwrap_or(*next);
        *next = number.saturating_add(1);
        let written =
            u32::try_from(number).map_or_else(|_| number.to_string(), |number| style.write(number));
        self.line.word(&format!("{written}."), &Run::default());
        self.line.space();
        self.held = Held::Waiting;
    }

    /// Whether a cell is the first with words in a row of points.
    fn is_mark_cell(&self, node: &NodeRef) -> bool {
        let in_points =
            self.frames.stack.iter().rev().take(2).any(|(_, frame)| matches!(frame, Frame::Points));
        in_points
            && self.held == Held::No
            && self.line.is_empty()
            && self.is_first_block()
            && !node.text().trim().is_empty()
    }

    fn is_first_block(&self) -> bool {
        matches!(self.frames.top(), Some(Frame::Point(blocks)) if blocks.is_empty())
    }
}

/// Whether an element is a sign that leads to its own heading, as `¶`.
fn is_sign(node: &NodeRef, name: &str) -> bool {
    let is_inside = || attribute(node, "href").is_some_and(|href| fragment(&href).is_some());
    let text = || node.text();
    name == "a" && is_inside() && !text().is_empty() && !text().contains(char::is_alphanumeric)
}
