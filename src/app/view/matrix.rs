//! Who stands in what: actors by articles, and actors by sections.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::Coverage;
use crate::command::Command;
use crate::desk::Area;
use crate::model::{ActorIx, BlockIx, Briefing, SectionIx, Target};

use super::{Acted, Scene};

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
    table: Arc<Table>,
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
    /// Whether there is room to say what the cell under the cursor is.
    roomy: bool,
}

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Articles,
    Sections,
}

/// How rows and columns are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// Those with the most paragraphs first.
    Weight,
    /// By name; articles and sections as they stand in the briefing.
    Name,
}

/// Actors in rows, what they stand in in columns, and how often.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Table {
    rows: Vec<Head>,
    columns: Vec<Head>,
}

/// In how many paragraphs a row and a column stand together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// In how many.
    pub count: usize,
    /// How many of them were read.
    pub read: usize,
}

impl Cell {
    /// Whether there are any, and all were read.
    pub fn is_read(self) -> bool {
        self.count > 0 && self.read == self.count
    }
}

/// The head of a row or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What it stands for.
    pub target: Target,
    /// Its name.
    pub name: String,
    /// Its name in few columns.
    pub short: String,
    /// Paragraphs in which it stands with any of the others.
    pub weight: usize,
}

impl Matrix {
    /// The actors of a briefing by the articles that they are cited with.
    pub(in crate::app) fn new(briefing: &Briefing) -> Self {
        Self {
            by: By::Articles,
            order: Order::Weight,
            table: Arc::new(Table::new(briefing, By::Articles, Order::Weight)),
            cursor: (0, 0),
            origin: (0, 0),
            seen: (1, 1),
            names: 1,
            cells: Vec::new(),
            read: Vec::new(),
            roomy: false,
        }
    }

    pub(in crate::app) fn title(&self) -> &'static str {
        match self.by {
            By::Articles => "Actors by articles",
            By::Sections => "Actors by sections",
        }
    }

    pub(super) fn status(&self) -> String {
        let order = match self.order {
            Order::Weight => "most first",
            Order::Name => "by name",
        };
        format!("{} by {}, {order}", self.table.rows.len(), self.table.columns.len())
    }

    /// What is to be said instead, if there is nothing to show.
    pub fn lacks(&self) -> Option<&'static str> {
        match (self.table.rows.is_empty() || self.table.columns.is_empty(), self.by) {
            (false, _) => None,
            (true, By::Articles) => Some("No paragraph names an actor and cites an article."),
            (true, By::Sections) => Some("No section names an actor."),
        }
    }

    /// Takes the room that it has.
    pub(in crate::app) fn fit(&mut self, area: Area, briefing: &Briefing, read: &Coverage) {
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
        let cell = |row: &Head, column: &Head| {
            together(briefing, row, column).fold(Cell::default(), |cell, at| Cell {
                count: cell.count + 1,
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
    pub fn is_roomy(&self) -> bool {
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
    pub fn widths(&self) -> (u16, u16) {
        (self.names, CELL)
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

    pub(super) fn act(&mut self, command: Command, scene: &Scene) -> Acted {
        let briefing = scene.setting.briefing;
        let (row, column) = self.cursor;
        let page = self.seen.0.saturating_sub(1).max(1);
        match command {
            Command::LineDown | Command::NextParagraph => self.cursor.0 = row + 1,
            Command::LineUp | Command::PreviousParagraph => self.cursor.0 = row.saturating_sub(1),
            Command::PageDown => self.cursor.0 = row + page,
            Command::PageUp => self.cursor.0 = row.saturating_sub(page),
            Command::HalfDown => self.cursor.0 = row + page.div_ceil(2),
            Command::HalfUp => self.cursor.0 = row.saturating_sub(page.div_ceil(2)),
            Command::Start => self.cursor = (0, 0),
            Command::End => self.cursor.0 = usize::MAX,
            Command::CellRight => self.cursor.1 = column + 1,
            Command::CellLeft => self.cursor.1 = column.saturating_sub(1),
            Command::Sort => {
                let order = match self.order {
                    Order::Weight => Order::Name,
                    Order::Name => Order::Weight,
                };
                self.arrange(self.by, order, briefing);
            }
            Command::TurnView => {
                let by = match self.by {
                    By::Articles => By::Sections,
                    By::Sections => By::Articles,
                };
                self.arrange(by, self.order, briefing);
            }
            _ => return Acted::No,
        }
        self.show(briefing, scene.read);
        Acted::Changed(None)
    }

    /// Another order or other columns; the cursor stays on its actor, and on its column if there is
    /// one still.
    fn arrange(&mut self, by: By, order: Order, briefing: &Briefing) {
        let (actor, column) = (self.actor().cloned(), self.column().cloned());
        (self.by, self.order) = (by, order);
        self.table = Arc::new(Table::new(briefing, by, order));
        let find = |heads: &[Head], target: Option<Target>| {
            heads.iter().position(|head| Some(&head.target) == target.as_ref()).unwrap_or(0)
        };
        self.cursor = (find(&self.table.rows, actor), find(&self.table.columns, column));
    }
}

/// The blocks in which a row and a column stand together, in the order of reading. Both lists are in
/// that order, so one walk over them is enough.
fn together<'b>(
    briefing: &'b Briefing,
    row: &Head,
    column: &Head,
) -> Box<dyn Iterator<Item = BlockIx> + 'b> {
    let mut rows = briefing.index().cited_by(&row.target).iter().copied();
    if let Target::Section(section) = column.target {
        return Box::new(rows.filter(move |at| at.section == section));
    }
    let mut columns = briefing.index().cited_by(&column.target).iter().copied().peekable();
    Box::new(rows.by_ref().collect::<Vec<_>>().into_iter().filter(move |at| {
        while columns.next_if(|other| other < at).is_some() {}
        columns.peek() == Some(at)
    }))
}

/// The first of `seen` items out of `all` such that `cursor` is among them, near `first`.
fn scrolled(first: usize, cursor: usize, seen: usize, all: usize) -> usize {
    let most = all.saturating_sub(seen);
    first.clamp((cursor + 1).saturating_sub(seen), cursor).min(most)
}

impl Table {
    fn new(briefing: &Briefing, by: By, order: Order) -> Self {
        let mut table = Self::default();
        let mut weights: HashMap<Target, usize> = HashMap::new();
        for (at, _) in briefing.blocks().filter(|(_, block)| !block.is_cue()) {
            let columns: Vec<Target> = match by {
                By::Sections => vec![Target::Section(at.section)],
                By::Articles => {
                    let cites = briefing.index().cites(at).iter();
                    cites.filter(|one| matches!(one, Target::Article(_))).cloned().collect()
                }
            };
            let actors: Vec<Target> = briefing.index().actors(at).map(Target::Actor).collect();
            if columns.is_empty() || actors.is_empty() {
                continue;
            }
            for target in actors.into_iter().chain(columns) {
                *weights.entry(target).or_default() += 1;
            }
        }
        let actors = (0..briefing.actors.len()).map(|at| Target::Actor(ActorIx::new(at)));
        let articles = briefing.articles().map(|(at, _)| Target::Article(at));
        let sections = (0..briefing.sections.len()).map(|at| Target::Section(SectionIx::new(at)));
        let head = |target: Target| {
            let weight = weights.get(&target).copied()?;
            let (name, short) = names(briefing, &target);
            Some(Head { target, name, short, weight })
        };
        table.rows = actors.filter_map(head).collect();
        table.columns = articles.chain(sections).filter_map(head).collect();
        match order {
            // The sort keeps the briefing's order among equals.
            Order::Weight => {
                table.rows.sort_by_key(|head| std::cmp::Reverse(head.weight));
                table.columns.sort_by_key(|head| std::cmp::Reverse(head.weight));
            }
            Order::Name => table.rows.sort_by_key(|head| head.name.to_lowercase()),
        }
        table
    }
}

/// The name of a head, and what fits a narrow column: `Art. 4`, `1961 I`, `2`.
fn names(briefing: &Briefing, target: &Target) -> (String, String) {
    let name = briefing.name(target);
    let short = match target {
        Target::Article(at) => {
            let number = &briefing.article(*at).number;
            let instrument = briefing.instrument(at.instrument).name();
            match (at.instrument.get(), instrument.split_whitespace().next()) {
                (1.., Some(first)) => format!("{first} {number}"),
                _ => number.clone(),
            }
        }
        Target::Section(at) => (at.get() + 1).to_string(),
        _ => name.clone(),
    };
    match target {
        Target::Section(at) => (format!("{} {name}", at.get() + 1), short),
        _ => (name, short),
    }
}
