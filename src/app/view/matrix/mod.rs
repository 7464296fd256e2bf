//! Who stands in what: actors by articles, and actors by sections.

mod table;

use std::sync::Arc;

use crate::command::{Command, Context, Follow, InMatrix, Motion, Program, Views};
use crate::desk::{Area, Begin, Item, Pane};
use crate::model::{BlockIx, Briefing, Extent, Target};

use super::super::footer::{Now, Offers};
use super::super::step::Step;
use super::super::{Coverage, words};
use super::{Acted, Component, Places, Scene, View};

pub use table::Head;
use table::{By, MatrixTable, Order, together};

/// Columns that a cell takes.
const CELL: u16 = 10;
/// Rows of the matrix that are no actors: the heads of the columns, a blank, and what is said of the
/// cell under the cursor.
const OTHER_ROWS: u16 = 4;

/// The matrix's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    by: By,
    order: Order,
    table: Arc<MatrixTable>,
    /// The row and the column of the cell under the cursor.
    cursor: (usize, usize),
    /// The row and the column of the first cell that is seen.
    origin: (usize, usize),
    /// Rows and columns of cells that are seen.
    seen: (usize, usize),
    /// Columns of the screen for the names of the rows.
    names: u16,
    /// The cells that are seen, row by row: all of them would be too many.
    cells: Vec<Vec<Cell>>,
    /// Whether the columns that are seen are articles that were read.
    read: Vec<bool>,
    /// What the cells were counted for.
    counted_for: Option<CountedFor>,
    /// Whether there is room to say what the cell under the cursor is.
    roomy: bool,
}

/// Which cells of a table were counted: the first, how many, and how many paragraphs and articles were
/// read by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CountedFor {
    origin: (usize, usize),
    seen: (usize, usize),
    read: (usize, usize),
}

/// In how many paragraphs a row and a column stand together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// In how many, by what they are.
    pub blocks: Extent,
    /// How many of them were read.
    pub read: usize,
}

impl Cell {
    /// In how many paragraphs, notes and questions.
    pub(crate) fn count(self) -> usize {
        self.blocks.numbered()
    }

    /// Whether there are any, and all were read.
    pub(crate) fn is_read(self) -> bool {
        self.count() > 0 && self.read == self.count()
    }
}

impl Matrix {
    /// The actors of a briefing by the articles that they are cited with.
    pub(in crate::app) fn new(briefing: &Briefing) -> Self {
        Self {
            by: By::Articles,
            order: Order::Weight,
            table: Arc::new(MatrixTable::new(briefing, By::Articles, Order::Weight)),
            cursor: (0, 0),
            origin: (0, 0),
            seen: (1, 1),
            names: 1,
            cells: Vec::new(),
            read: Vec::new(),
            counted_for: None,
            roomy: false,
        }
    }

    /// What is to be said instead, if there is nothing to show.
    pub(crate) fn lacks(&self) -> Option<&'static str> {
        match (self.table.rows.is_empty() || self.table.columns.is_empty(), self.by) {
            (false, _) => None,
            (true, By::Articles) => Some(words::NO_ACTOR_WITH_ARTICLE),
            (true, By::Sections) => Some(words::NO_ACTOR_IN_SECTION),
        }
    }

    /// Takes the room that it has.
    fn take_room(&mut self, area: Area, briefing: &Briefing, read: &Coverage) {
        let longest = self.table.rows.iter().map(|head| crate::text::columns(&head.name)).max();
        let longest = u16::try_from(longest.unwrap_or(0)).unwrap_or(u16::MAX).saturating_add(5);
        self.names = longest.min(area.width * 2 / 5).max(4);
        self.roomy = area.height > 2 * OTHER_ROWS;
        let others = if self.roomy { OTHER_ROWS } else { 1 };
        let rows = usize::from(area.height.saturating_sub(others)).max(1);
        let columns = usize::from(area.width.saturating_sub(self.names) / CELL).max(1);
        self.seen = (rows, columns);
        self.show(briefing, read);
    }

    /// Scrolls as little as it takes to see the cell under the cursor, and counts what is seen.
    fn show(&mut self, briefing: &Briefing, read: &Coverage) {
        let (rows, columns) = self.seen;
        self.cursor.0 = self.cursor.0.min(self.table.rows.len().saturating_sub(1));
        self.cursor.1 = self.cursor.1.min(self.table.columns.len().saturating_sub(1));
        self.origin.0 = scrolled(self.origin.0, self.cursor.0, rows, self.table.rows.len());
        self.origin.1 = scrolled(self.origin.1, self.cursor.1, columns, self.table.columns.len());
        let (origin, seen) = (self.origin, self.seen);
        let counted =
            CountedFor { origin, seen, read: (read.blocks().len(), read.articles().len()) };
        // In a large briefing each cell is a walk over a thousand paragraphs.
        if self.counted_for.replace(counted) == Some(counted) {
            return;
        }
        let cell = |row: &Head, column: &Head| {
            together(briefing, row, column).fold(Cell::default(), |cell, at| Cell {
                blocks: cell.blocks.and(briefing.block(at)),
                read: cell.read + usize::from(read.blocks().contains(&at)),
            })
        };
        let cells = self
            .rows()
            .map(|(row, _, _)| self.columns().map(|(column, _, _)| cell(row, column)).collect());
        let cells = cells.collect();
        let is_read = |head: &Head| match &head.target {
            Target::Article(at) => read.articles().contains(at),
            _ => false,
        };
        self.read = self.columns().map(|(column, _, _)| is_read(column)).collect();
        self.cells = cells;
    }

    /// Whether there is room to say what the cell under the cursor is.
    pub(crate) fn is_roomy(&self) -> bool {
        self.roomy
    }

    /// The actor of the row under the cursor.
    pub(in crate::app) fn actor(&self) -> Option<&Target> {
        self.table.rows.get(self.cursor.0).map(|head| &head.target)
    }

    /// The article or the section of the column under the cursor.
    pub(in crate::app) fn column(&self) -> Option<&Target> {
        self.table.columns.get(self.cursor.1).map(|head| &head.target)
    }

    /// Columns of the screen for the names of the rows, and for each cell.
    pub(crate) fn widths(&self) -> (u16, u16) {
        (self.names, CELL)
    }

    /// Which of its rows is the first that is seen, counted from 0.
    pub(crate) fn first_row(&self) -> usize {
        self.origin.0
    }

    /// The rows that are seen, each with its cells that are; the one under the cursor is marked.
    pub fn rows(&self) -> impl Iterator<Item = (&Head, &[Cell], bool)> {
        let rows = self.table.rows.iter().enumerate().skip(self.origin.0).take(self.seen.0);
        rows.enumerate().map(|(n, (at, head))| {
            let cells = self.cells.get(n).map_or(&[][..], Vec::as_slice);
            (head, cells, at == self.cursor.0)
        })
    }

    /// The columns that are seen, each with whether it is an article that was read; the one under the
    /// cursor is marked.
    pub fn columns(&self) -> impl Iterator<Item = (&Head, bool, bool)> {
        let columns = self.table.columns.iter().enumerate().skip(self.origin.1).take(self.seen.1);
        columns.enumerate().map(|(n, (at, head))| {
            (head, self.read.get(n).copied().unwrap_or(false), at == self.cursor.1)
        })
    }

    /// The heads of the cell under the cursor, and what is in it.
    pub fn cell(&self) -> Option<(&Head, &Head, Cell)> {
        let row = self.table.rows.get(self.cursor.0)?;
        let column = self.table.columns.get(self.cursor.1)?;
        let seen = self.cells.get(self.cursor.0.checked_sub(self.origin.0)?);
        let cell = seen.and_then(|row| row.get(self.cursor.1.checked_sub(self.origin.1)?));
        Some((row, column, cell.copied().unwrap_or_default()))
    }

    /// Whether there is more above, below, to the left, to the right.
    pub fn more(&self) -> [bool; 4] {
        [
            self.origin.0 > 0,
            self.origin.0 + self.seen.0 < self.table.rows.len(),
            self.origin.1 > 0,
            self.origin.1 + self.seen.1 < self.table.columns.len(),
        ]
    }

    /// The blocks of the cell under the cursor.
    pub(in crate::app) fn blocks(&self, briefing: &Briefing) -> Vec<BlockIx> {
        self.cell()
            .map_or_else(Vec::new, |(row, column, _)| together(briefing, row, column).collect())
    }

    /// Another order or other columns; the cursor stays on its actor, and on its column if there is
    /// one still.
    fn arrange(&mut self, by: By, order: Order, briefing: &Briefing) {
        let (actor, column) = (self.actor().cloned(), self.column().cloned());
        (self.by, self.order) = (by, order);
        self.table = Arc::new(MatrixTable::new(briefing, by, order));
        self.counted_for = None;
        let find = |heads: &[Head], target: Option<Target>| {
            heads.iter().position(|head| Some(&head.target) == target.as_ref()).unwrap_or(0)
        };
        self.cursor = (find(&self.table.rows, actor), find(&self.table.columns, column));
    }

    /// Moves the cursor over the cells. Whether the motion is one of these.
    fn move_by(&mut self, motion: Motion) -> bool {
        let row = self.cursor.0;
        let page = self.seen.0.saturating_sub(1).max(1);
        match motion {
            Motion::LineDown | Motion::ScrollDown | Motion::NextParagraph => {
                self.cursor.0 = row + 1;
            }
            Motion::LineUp | Motion::ScrollUp | Motion::PreviousParagraph => {
                self.cursor.0 = row.saturating_sub(1);
            }
            Motion::PageDown => self.cursor.0 = row + page,
            Motion::PageUp => self.cursor.0 = row.saturating_sub(page),
            Motion::HalfDown => self.cursor.0 = row + page.div_ceil(2),
            Motion::HalfUp => self.cursor.0 = row.saturating_sub(page.div_ceil(2)),
            Motion::Start => self.cursor = (0, 0),
            Motion::End => self.cursor.0 = usize::MAX,
            Motion::NextSection
            | Motion::PreviousSection
            | Motion::NextLink
            | Motion::PreviousLink
            | Motion::NextPane
            | Motion::PreviousPane
            | Motion::TextPane
            | Motion::ArticlesPane
            | Motion::ActorsPane => return false,
        }
        true
    }

    /// Carries out a key of the matrix alone.
    fn run(&mut self, command: InMatrix, briefing: &Briefing) {
        match command {
            InMatrix::CellRight => self.cursor.1 += 1,
            InMatrix::CellLeft => self.cursor.1 = self.cursor.1.saturating_sub(1),
            InMatrix::Sort => {
                let order = match self.order {
                    Order::Weight => Order::Name,
                    Order::Name => Order::Weight,
                };
                self.arrange(self.by, order, briefing);
            }
        }
    }

    fn turn(&mut self, briefing: &Briefing) {
        let by = match self.by {
            By::Articles => By::Sections,
            By::Sections => By::Articles,
        };
        self.arrange(by, self.order, briefing);
    }
}

impl Component for Matrix {
    fn context(&self) -> Context {
        Context::Matrix
    }

    fn title(&self, _briefing: Option<&Briefing>) -> String {
        let title = match self.by {
            By::Articles => words::ACTORS_BY_ARTICLES,
            By::Sections => words::ACTORS_BY_SECTIONS,
        };
        title.to_owned()
    }

    /// None: it is drawn from its cells.
    fn items(&self, _scene: &Scene) -> (Vec<Item>, Begin) {
        (Vec::new(), Begin::Start)
    }

    fn offers<'a>(&self, now: Now<'a>) -> Offers<'a> {
        let has_paragraphs = matches!(self.cell(), Some((.., cell)) if cell.count() > 0);
        let other_side = match self.by {
            By::Articles => words::BY_SECTIONS,
            By::Sections => words::BY_ARTICLES,
        };
        now.offers()
            .add(Motion::LineDown)
            .add(InMatrix::CellRight)
            .named(has_paragraphs, Follow::Follow, words::PARAGRAPHS)
            .add(InMatrix::Sort)
            .named(true, Views::TurnView, other_side)
            .add(Program::Close)
            .add(Views::Help)
    }

    fn act(&mut self, command: Command, _pane: &Pane, scene: &Scene) -> Acted {
        let briefing = scene.setting.briefing;
        match command {
            Command::Motion(motion) if self.move_by(motion) => {}
            Command::InMatrix(command) => self.run(command, briefing),
            Command::Views(Views::TurnView) => self.turn(briefing),
            _ => return Acted::No,
        }
        self.show(briefing, scene.read);
        Acted::Changed(None)
    }

    /// The paragraphs in which both heads of a cell stand.
    fn follow(&self, _pane: &Pane, scene: &Scene) -> Vec<Step> {
        let cell = self.cell().filter(|(.., cell)| cell.count() > 0);
        let (Some((row, column, _)), Some(actor)) = (cell, self.actor()) else {
            return Vec::new();
        };
        let places = Places {
            title: words::both(&row.name, &column.name),
            blocks: self.blocks(scene.setting.briefing),
            target: actor.clone(),
        };
        vec![Step::Put(View::Places(places))]
    }

    fn content(&self, body: Area, _measure: usize, _rows: Option<usize>) -> Area {
        body.margin(2)
    }

    fn status(&self, _scene: &Scene, _pane: &Pane) -> String {
        let (rows, columns) = (self.table.rows.len(), self.table.columns.len());
        match self.order {
            Order::Weight => words::rows_by_columns_most_first(rows, columns),
            Order::Name => words::rows_by_columns_by_name(rows, columns),
        }
    }

    fn subject(&self, _pane: &Pane) -> Option<Target> {
        self.actor().cloned()
    }

    fn fit(&mut self, area: Area, _pane: &Pane, scene: &Scene) {
        self.take_room(area, scene.setting.briefing, scene.read);
    }
}

/// The first of `seen` items out of `all` such that `cursor` is among them, near `first`.
fn scrolled(first: usize, cursor: usize, seen: usize, all: usize) -> usize {
    let most = all.saturating_sub(seen);
    first.clamp((cursor + 1).saturating_sub(seen), cursor).min(most)
}
