//! Who stands in what: actors by articles, and actors by sections.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::Coverage;
use crate::app::layout::Area;
use crate::command::Command;
use crate::model::{ActorIx, BlockIx, Briefing, SectionIx, Target};

use super::{Acted, Scene};

/// Columns that a cell takes.
const CELL: u16 = 8;
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
    cells: HashMap<(Target, Target), Cell>,
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
    /// Whether it is an article that was read.
    pub read: bool,
}

impl Matrix {
    /// The actors of a briefing by the articles that they are cited with.
    pub(in crate::app) fn new(briefing: &Briefing, read: &Coverage) -> Self {
        Self {
            by: By::Articles,
            order: Order::Weight,
            table: Arc::new(Table::new(briefing, read, By::Articles, Order::Weight)),
            cursor: (0, 0),
            origin: (0, 0),
            seen: (1, 1),
            names: 1,
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
    pub(in crate::app) fn fit(&mut self, area: Area) {
        let longest = self.table.rows.iter().map(|head| crate::text::columns(&head.name)).max();
        let longest = u16::try_from(longest.unwrap_or(0)).unwrap_or(u16::MAX).saturating_add(5);
        self.names = longest.min(area.width * 2 / 5).max(4);
        let rows = usize::from(area.height.saturating_sub(OTHER_ROWS)).max(1);
        let columns = usize::from(area.width.saturating_sub(self.names) / CELL).max(1);
        self.seen = (rows, columns);
        self.show();
    }

    /// Scrolls as little as it takes to see the cell under the cursor.
    fn show(&mut self) {
        let (rows, columns) = self.seen;
        self.cursor.0 = self.cursor.0.min(self.table.rows.len().saturating_sub(1));
        self.cursor.1 = self.cursor.1.min(self.table.columns.len().saturating_sub(1));
        self.origin.0 = scrolled(self.origin.0, self.cursor.0, rows, self.table.rows.len());
        self.origin.1 = scrolled(self.origin.1, self.cursor.1, columns, self.table.columns.len());
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

    /// The rows that are seen; the one under the cursor is marked.
    pub fn rows(&self) -> impl Iterator<Item = (&Head, bool)> {
        let rows = self.table.rows.iter().enumerate().skip(self.origin.0).take(self.seen.0);
        rows.map(|(at, head)| (head, at == self.cursor.0))
    }

    /// The columns that are seen; the one under the cursor is marked.
    pub fn columns(&self) -> impl Iterator<Item = (&Head, bool)> {
        let columns = self.table.columns.iter().enumerate().skip(self.origin.1).take(self.seen.1);
        columns.map(|(at, head)| (head, at == self.cursor.1))
    }

    /// In how many paragraphs a row and a column stand together.
    pub fn count(&self, row: &Head, column: &Head) -> Cell {
        let cell = (row.target.clone(), column.target.clone());
        self.table.cells.get(&cell).copied().unwrap_or_default()
    }

    /// The heads of the cell under the cursor, and what is in it.
    pub fn cell(&self) -> Option<(&Head, &Head, Cell)> {
        let row = self.table.rows.get(self.cursor.0)?;
        let column = self.table.columns.get(self.cursor.1)?;
        Some((row, column, self.count(row, column)))
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
        let (Some(actor), Some(column)) = (self.actor(), self.column()) else { return Vec::new() };
        let cites = |at: &&BlockIx| match column {
            Target::Section(section) => at.section == *section,
            other => briefing.index().cites(**at).contains(other),
        };
        briefing.index().cited_by(actor).iter().filter(cites).copied().collect()
    }

    pub(super) fn act(&mut self, command: Command, scene: &Scene) -> Acted {
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
                self.arrange(self.by, order, scene);
            }
            Command::TurnView => {
                let by = match self.by {
                    By::Articles => By::Sections,
                    By::Sections => By::Articles,
                };
                self.arrange(by, self.order, scene);
            }
            _ => return Acted::No,
        }
        self.show();
        Acted::Changed(None)
    }

    /// Another order or other columns; the cursor stays on its actor, and on its column if there is
    /// one still.
    fn arrange(&mut self, by: By, order: Order, scene: &Scene) {
        let (actor, column) = (self.actor().cloned(), self.column().cloned());
        (self.by, self.order) = (by, order);
        self.table = Arc::new(Table::new(scene.setting.briefing, scene.read, by, order));
        let find = |heads: &[Head], target: Option<Target>| {
            heads.iter().position(|head| Some(&head.target) == target.as_ref()).unwrap_or(0)
        };
        self.cursor = (find(&self.table.rows, actor), find(&self.table.columns, column));
    }
}

/// The first of `seen` items out of `all` such that `cursor` is among them, near `first`.
fn scrolled(first: usize, cursor: usize, seen: usize, all: usize) -> usize {
    let most = all.saturating_sub(seen);
    first.clamp((cursor + 1).saturating_sub(seen), cursor).min(most)
}

impl Table {
    fn new(briefing: &Briefing, read: &Coverage, by: By, order: Order) -> Self {
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
            for actor in actors.iter().filter(|_| !columns.is_empty()) {
                *weights.entry(actor.clone()).or_default() += 1;
                for column in &columns {
                    let cell = table.cells.entry((actor.clone(), column.clone())).or_default();
                    cell.count += 1;
                    cell.read += usize::from(read.blocks().contains(&at));
                }
            }
            for column in columns.into_iter().filter(|_| !actors.is_empty()) {
                *weights.entry(column).or_default() += 1;
            }
        }
        let actors = (0..briefing.actors.len()).map(|at| Target::Actor(ActorIx::new(at)));
        let articles = briefing.articles().map(|(at, _)| Target::Article(at));
        let sections = (0..briefing.sections.len()).map(|at| Target::Section(SectionIx::new(at)));
        let head = |target: Target| {
            let weight = weights.get(&target).copied()?;
            let (name, short) = names(briefing, &target);
            let read = matches!(&target, Target::Article(at) if read.articles().contains(at));
            Some(Head { target, name, short, weight, read })
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
