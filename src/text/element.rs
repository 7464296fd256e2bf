//! The parts that sheets are made of.

use std::sync::Arc;

use super::divided::Portion;
use super::table_columns::{RowPlace, TableColumns};
use super::{Face, Origin, Rich, Tongue};

/// One part of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "ways to be set, of which all may hold")]
pub struct Element {
    /// What it says.
    pub rich: Rich,
    /// What stands before its first line: a bullet, a label.
    pub lead: Rich,
    /// Whether `lead` stands before every line (a bar) or leaves a blank of its width.
    pub repeat: bool,
    /// What stands before its further lines, where that is neither a blank nor `lead` again; as
    /// wide as `lead`.
    pub under: Rich,
    /// What the rest of its last line is filled with, a column each and a blank before them.
    pub fill: Option<&'static str>,
    /// Whether it is set flush right.
    pub right: bool,
    /// Blank rows before it; none before the first of a sheet.
    pub gap: usize,
    /// What its one line ends with where it has more to say; all of it is set without.
    pub clip: Option<&'static str>,
    /// What stands side by side, in place of `rich`.
    pub beside: Option<Beside>,
    /// The row of a table that it is; the lines of `rich` are its cells.
    pub row: Option<TableRow>,
    /// The outside address that its words are.
    pub address: Option<Arc<str>>,
    /// Whether its words stay whole, without hyphens at line ends: they are to be taken away.
    pub whole: bool,
    /// The language of its words, where that is not the briefing's.
    pub tongue: Option<Tongue>,
    /// Whether it is set off by a bar beside it: it is what is cited.
    pub cited: bool,
    /// Whether it goes on from another one: its first line is one like the others.
    pub continues: bool,
    /// Whether it goes on in another one: its last line is one like the others.
    pub goes_on: bool,
    /// What its words are, for who marks them.
    pub origin: Option<Origin>,
}

/// Small stacks of elements, each in a column of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What stands in each column, from left to right.
    pub cells: Vec<Vec<Element>>,
    /// The rule between the columns, one column wide.
    pub rule: &'static str,
    /// How wide the first column is, if it has a width of its own; then they stand side by side in any
    /// room. All others are as wide as each other.
    pub first: Option<usize>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The columns of the table.
    pub columns: Arc<TableColumns>,
    /// Which row it is.
    pub place: RowPlace,
}

impl Element {
    /// An element of `rich` alone.
    pub fn new(rich: Rich) -> Self {
        Self { rich, ..Self::default() }
    }

    /// Stacks of elements side by side, with `rule` between them.
    pub fn beside(cells: Vec<Vec<Self>>, rule: &'static str) -> Self {
        Self { beside: Some(Beside { cells, rule, first: None }), ..Self::default() }
    }

    /// A row of a table: stacks of elements side by side, the first of them `first` columns wide.
    pub(super) fn table_row(cells: Vec<Vec<Self>>, first: usize) -> Self {
        Self { beside: Some(Beside { cells, rule: " ", first: Some(first) }), ..Self::default() }
    }

    /// An element that is an address in the outside world, as it stands.
    pub fn address(address: &Arc<str>, face: impl Into<Face>) -> Self {
        let address = Some(Arc::clone(address));
        let rich = Rich::new(address.as_deref().unwrap_or_default(), face);
        Self { address, whole: true, ..Self::new(rich) }
    }

    /// With `gap` blank rows before it.
    #[must_use]
    pub fn below(mut self, gap: usize) -> Self {
        self.gap = gap;
        self
    }

    /// Behind a lead that leaves a blank on the further lines.
    #[must_use]
    pub(crate) fn hung(mut self, lead: &str, face: impl Into<Face>) -> Self {
        self.lead = Rich::new(lead, face);
        self
    }

    /// Behind a bar that stands on every line.
    #[must_use]
    pub fn barred(mut self, lead: &str, face: impl Into<Face>) -> Self {
        self.lead = Rich::new(lead, face);
        self.repeat = true;
        self
    }

    /// Cut to one line, with `ellipsis` at its end.
    #[must_use]
    pub(crate) fn clipped(mut self, ellipsis: &'static str) -> Self {
        self.clip = Some(ellipsis);
        self
    }

    /// With words that are those of `origin`.
    #[must_use]
    pub fn from(mut self, origin: Origin) -> Self {
        self.origin = Some(origin);
        self
    }

    /// As a part of what is divided: its words are that part's, its origin begins with the whole.
    #[must_use]
    pub(super) fn part(mut self, portion: &Portion) -> Self {
        if let Some(Origin::Text { logical, .. }) = &mut self.origin {
            *logical += portion.skipped;
        }
        (self.continues, self.goes_on) = (portion.skipped > 0, portion.goes_on);
        self
    }

    /// Set flush right.
    #[must_use]
    pub(crate) fn flush_right(mut self) -> Self {
        self.right = true;
        self
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.rich.is_empty() && self.beside.as_ref().is_none_or(Beside::is_empty)
    }
}

impl Beside {
    /// Whether there is nothing in it.
    fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }
}
